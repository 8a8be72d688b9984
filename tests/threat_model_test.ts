/**
 * The threat model names the tests that hold it: they exist, and every row of
 * the OWASP lists has one.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { createOpenAiModel } from "../src/llm/openai_model.ts";
import { modelRequest } from "./llm/model_request.ts";

const document = Deno.readTextFileSync("docs/threat-model.md").replace(/\s+/g, " ");

interface NamedTest {
  readonly path: string;
  /** A part of the test's name; `null`: the file as a whole. */
  readonly name: string | null;
}

/** Tests named like _tests/file_test.ts: a part of the name_. */
function testsIn(text: string): NamedTest[] {
  return [...text.matchAll(/(?<![a-z/])(tests\/[\w/]+_test\.ts)(?:: ([^_]+)_)?/g)]
    .map(([, path = "", name]) => ({ path, name: name?.trim() ?? null }));
}

Deno.test("every test that the threat model names exists", () => {
  const named = testsIn(document);
  assert(named.length >= 40);
  const missing = named.filter(({ path, name }) => {
    const text = Deno.readTextFileSync(path).replace(/\s+/g, " ");
    return !text.includes("Deno.test(") || name !== null && !text.includes(name);
  });
  assertEquals(missing, []);
});

for (
  const list of ["OWASP API Security Top 10 (2023)", "OWASP Top 10 for LLM applications (2025)"]
) {
  Deno.test(`each of the ${list} has a test that holds it, by its name`, () => {
    const section = document.split(` ## ${list}`)[1]?.split(" ## ")[0] ?? "";
    const rows = section.split(/ (?=\d{1,2}\. \*\*)/).slice(1);
    assertEquals(rows.length, 10);
    const bare = rows.filter((row) => !testsIn(row).some(({ name }) => name !== null));
    assertEquals(bare, []);
  });
}

Deno.test("every package is pinned to one version", () => {
  const { imports } = JSON.parse(Deno.readTextFileSync("import_map.json"));
  const loose = Object.entries<string>(imports).filter(([name, target]) =>
    !/^npm:\/?(?:@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+(?:-[\w.]+)?(?:\/|$)/.test(target) &&
    !(name.includes("types/") && target.startsWith("./types/"))
  );
  assertEquals(loose, []);
});

Deno.test("a model is offered no tools", async () => {
  const asked: unknown[] = [];
  const model = createOpenAiModel({
    api_key: "sk-test",
    model: "gpt-6-luna",
    attempts: 1,
    fetch: async (input, init) => {
      asked.push(await new Request(input, init).json());
      return Response.json({});
    },
  });
  await model.consult(modelRequest(), new AbortController().signal);
  assertEquals(asked.length, 1);
  const [body] = asked;
  assert(typeof body === "object" && body !== null && "messages" in body);
  for (const key of ["tools", "tool_choice", "functions", "web_search_options", "modalities"]) {
    assert(!(key in body), `${key} was sent`);
  }
});
