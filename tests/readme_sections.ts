/**
 * The parts of documents that are made from the code: the sample answer, the
 * settings, the failure codes, the tasks. `deno task docs` writes them,
 * docs_test.ts holds the documents to them.
 *
 * @module
 */
import { compose } from "../src/compose/compose.ts";
import { readConfig, SETTINGS } from "../src/config.ts";
import { FAILURE_REASONS } from "../src/http/openapi/openapi_problems.ts";
import { type FailureCode, FAILURES } from "../src/triage/domain/failure.ts";
import { SITUATION_TABLE, SITUATIONS } from "../src/triage/domain/situation.ts";

/** The message of the README's first screen. */
export const SAMPLE_MESSAGE = {
  customer_id: "cust_12345",
  message: "I can't log in to the web portal. When I enter my password and click login, " +
    "the button just spins and nothing happens.",
  product: "1440 Web Portal",
};

/** Documents that have such parts. */
export const DOCUMENTS_WITH_SECTIONS = [
  "README.md",
  "docs/integrate.md",
  "docs/reference.md",
  "docs/situations.md",
] as const;

/** Replaces every section between `<!-- name -->` and `<!-- /name -->`. */
export async function renderReadme(readme: string): Promise<string> {
  const sections: Record<string, string> = {
    sample: await (sampled ??= sample()),
    settings: settings(),
    codes: codes(),
    tasks: tasks(),
    situations: situations(),
  };
  return readme.replace(
    /<!-- (\w+) -->[\s\S]*?<!-- \/\1 -->/g,
    (whole, name) =>
      name in sections ? `<!-- ${name} -->\n${sections[name]}\n<!-- /${name} -->` : whole,
  );
}

let sampled: Promise<string> | undefined;

async function sample(): Promise<string> {
  const service = await compose(
    readConfig((name) => ({ INTAKE_DATABASE: ":memory:", INTAKE_WORKERS: "0" })[name]),
    { onNotice: () => {} },
  );
  const { answer } = await service.triage(SAMPLE_MESSAGE, new AbortController().signal);
  await service.close();
  return "```json\n" + JSON.stringify(answer, null, 2) + "\n```";
}

function settings(): string {
  const rows = Object.values(SETTINGS).map(({ env, default: text, wanted, help }) =>
    `| \`${env}\` | ${text === "" ? "" : `\`${text}\``} | ${cell(wanted)} | ${cell(help)} |`
  );
  return ["| variable | default | value | what |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function codes(): string {
  const rows = Object.entries(FAILURES).map(([code, [status]]) =>
    `| ${status} | \`${code}\` | ${cell(FAILURE_REASONS[code as FailureCode])} |`
  );
  return ["| status | code | when |", "| --- | --- | --- |", ...rows].join("\n");
}

function tasks(): string {
  const { tasks } = JSON.parse(Deno.readTextFileSync("deno.json"));
  const rows = Object.entries<{ description: string }>(tasks).map(([name, { description }]) =>
    `| \`${name}\` | ${cell(description)} |`
  );
  return ["| task | what |", "| --- | --- |", ...rows].join("\n");
}

function situations(): string {
  const rows = SITUATIONS.map((name) => {
    const { says, gravity, reasons, severity, priority } = SITUATION_TABLE[name];
    const codes = reasons.map((reason) => `\`${reason}\``).join(", ");
    return `| \`${name}\` | ${cell(says)} | ${gravity} | ${codes} | ${severity} | ${priority} |`;
  });
  return [
    "| situation | what it is | gravity | reasons | severity | priority |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

if (import.meta.main) {
  for (const path of DOCUMENTS_WITH_SECTIONS) {
    Deno.writeTextFileSync(path, await renderReadme(Deno.readTextFileSync(path)));
  }
}
