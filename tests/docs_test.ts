/**
 * What the documents say is true: sample answer, settings, codes, tasks,
 * commands and links.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { DOCUMENTS_WITH_SECTIONS, renderReadme, SAMPLE_MESSAGE } from "./readme_sections.ts";

const readme = Deno.readTextFileSync("README.md");
const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...markdownIn("docs")]
  .map((path) => ({ path, text: Deno.readTextFileSync(path) }));

function markdownIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) return markdownIn(path);
    return path.endsWith(".md") ? [path] : [];
  });
}

for (const path of DOCUMENTS_WITH_SECTIONS) {
  Deno.test(`sample answer, settings, codes and tasks of ${path} are today's (deno task docs)`, async () => {
    const text = Deno.readTextFileSync(path);
    assertEquals(await renderReadme(text), text);
  });
}

Deno.test("the README's curl sends the message that the sample answers", () => {
  const body = /-d '([\s\S]*?)'\n```/.exec(readme)?.[1]?.replaceAll(`'\\''`, "'");
  assertEquals(JSON.parse(body ?? ""), SAMPLE_MESSAGE);
});

Deno.test("the README is short, its first screen has a picture, the two commands and the one endpoint", () => {
  const lines = readme.split("\n");
  assert(lines.length <= 121, `the README has ${lines.length - 1} lines, 120 at most`);
  assert(lines.slice(0, 15).some((line) => /^!\[.+\]\(docs\/screenshots\/\S+\.png\)$/.test(line)));
  const screen = lines.slice(0, 65).join("\n");
  for (const wanted of ["task serve", "task test", "/process-customer-message"]) {
    assert(screen.includes(wanted), wanted);
  }
});

Deno.test("every task that a document names exists", () => {
  const { tasks } = JSON.parse(Deno.readTextFileSync("deno.json"));
  const unknown = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:deno|deno@[\d.]+) task (?:-q )?([a-z][\w:-]*)/g)]
      .map((match) => match[1] ?? "")
      .filter((name) => !(name in tasks))
      .map((name) => `${path}: ${name}`)
  );
  assertEquals(unknown, []);
});

const TEST_PACKAGES =
  /^(?:fast-check|playwright-core|@electric-sql|axe-core|openapi-typescript|typescript|@types\/d3)/;

for (
  const [path, most] of [
    ["deno.run.lock", 55],
    ["deno.serve.lock", 44],
    ["deno.encoder.lock", 75],
  ] as const
) {
  Deno.test(`${path} pins what the whole one pins, no package of the tests, and few`, () => {
    const read = (path: string) => JSON.parse(Deno.readTextFileSync(path)).npm;
    const [run, all] = [read(path), read("deno.lock")];
    const names = Object.keys(run);
    assertEquals(
      names.filter((name) => all[name]?.integrity !== run[name].integrity),
      [],
      "deno task lock",
    );
    assertEquals(names.filter((name) => TEST_PACKAGES.test(name)), []);
    assert(names.length <= most, `${names.length} packages`);
  });
}

Deno.test("every task that runs a program says which lock holds its packages", () => {
  const { tasks, lock } = JSON.parse(Deno.readTextFileSync("deno.json"));
  // A task fetches all that the lock of deno.json has, before it begins: in a clone it has nothing.
  assert(Deno.readTextFileSync(".gitignore").split("\n").includes(lock.path.replace("./", "")));
  const commands = Object.values<{ command: string }>(tasks).flatMap(({ command }) =>
    command.replace(/\$\(cat [^)]*\|\| cat ([^)]+)\)/, (_, path) => Deno.readTextFileSync(path))
      .split("&&").filter((each) => /deno (?:run|test|check)\b/.test(each))
  );
  assert(commands.length > 20);
  assertEquals(commands.filter((each) => !/ --(?:no-)?lock\b/.test(each)), []);
});

Deno.test("every setting that a document names exists", () => {
  const known = Deno.readTextFileSync("src/config.ts");
  const unknown = documents.filter(({ path }) => path !== "CHANGELOG.md").flatMap((
    { path, text },
  ) =>
    [...text.matchAll(/\bINTAKE_[A-Z_]+\b/g)].map(([name]) => name)
      .filter((name) => !name.startsWith("INTAKE_TEST_") && !known.includes(`"${name}"`))
      .map((name) => `${path}: ${name}`)
  );
  assertEquals(unknown, []);
});

Deno.test("every link to a file of ours leads somewhere", async () => {
  const dead: string[] = [];
  for (const { path, text } of documents) {
    for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target) || target.startsWith("#")) continue;
      const file = new URL(target.split("#")[0] ?? "", `file:///${path}`).pathname.slice(1);
      if (!await exists(file)) dead.push(`${path}: ${target}`);
    }
  }
  assertEquals(dead, []);
});

Deno.test("each document has one title", () => {
  const wrong = documents.filter(({ text }) =>
    text.replaceAll(/```[\s\S]*?```/g, "").match(/^# /gm)?.length !== 1
  );
  assertEquals(wrong.map(({ path }) => path), []);
});

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
