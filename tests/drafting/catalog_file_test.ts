/**
 * The catalogue from a file, and what becomes of a change.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertRejects, assertStringIncludes, assertThrows } from "@std/assert";
import { CATALOG_MAX_BYTES, openCatalog } from "../../src/drafting/catalog/catalog_file.ts";
import { checkCatalog, findProduct } from "../../src/triage/domain/catalog.ts";

const section = (team: string) => ({ default_component: "General", default_team: team });
const file = (team: string) => JSON.stringify({ default: section(team) });

/** A catalogue file in a folder of its own, and what was told of it. */
async function withFile(
  text: string,
  use: (
    path: string,
    told: { next(): Promise<string> },
    notice: (line: string) => void,
  ) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const lines: string[] = [];
  let wake = () => {};
  const told = {
    async next(): Promise<string> {
      while (lines.length === 0) await new Promise<void>((resolve) => wake = resolve);
      return lines.shift() ?? "";
    },
  };
  const notice = (line: string) => {
    lines.push(line);
    wake();
  };
  try {
    const path = `${folder}/catalog.json`;
    await Deno.writeTextFile(path, text);
    await use(path, told, notice);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("without a path the built-in catalogue is served", async () => {
  const open = await openCatalog();
  assertEquals(findProduct(open.current(), "1440 mobile app").default_component, "App");
  assertEquals(findProduct(open.current(), "1440 Web Portal").default_component, "Web Portal");
  assertEquals(findProduct(open.current(), "Anything").default_component, "General");
  open.close();
});

Deno.test("a change is served, a broken one is reported and not served", async () => {
  await withFile(file("One"), async (path, told, onNotice) => {
    const open = await openCatalog({ path, onNotice, quiet_ms: 1 });
    try {
      assertEquals(open.current().default.default_team, "One");
      await Deno.writeTextFile(path, "{ broken");
      assertStringIncludes(await told.next(), "The catalogue before stays in force");
      assertEquals(open.current().default.default_team, "One");
      // In the place of the old file, as editors and deployments do.
      await Deno.writeTextFile(`${path}.new`, file("Two"));
      await Deno.rename(`${path}.new`, path);
      assertStringIncludes(await told.next(), "read again");
      assertEquals(open.current().default.default_team, "Two");
    } finally {
      open.close();
    }
  });
});

Deno.test("a file that is no catalogue stops the start, and says where and why", async () => {
  await withFile('{"default": {"default_component": "", "default_team": 7}}', async (path) => {
    const error = await assertRejects(() => openCatalog({ path }), TypeError);
    assertStringIncludes(error.message, path);
    assertStringIncludes(error.message, "default.default_component");
    assertStringIncludes(error.message, "default.default_team");
    assertStringIncludes(error.message, "got 7");
  });
  await assertRejects(
    () => openCatalog({ path: "/does/not/exist.json" }),
    Error,
    "/does/not/exist.json",
  );
});

Deno.test("a file too large is refused unread", async () => {
  await withFile(" ".repeat(CATALOG_MAX_BYTES + 1), async (path) => {
    await assertRejects(() => openCatalog({ path }), RangeError, String(CATALOG_MAX_BYTES));
  });
});

Deno.test("the documented catalogue is one", () => {
  const text = Deno.readTextFileSync("docs/catalog.md");
  const json = /```json\n([\s\S]+?)```/.exec(text)?.[1] ?? "";
  const catalog = checkCatalog(JSON.parse(json));
  assertEquals(findProduct(catalog, "kettle pro, 2nd edition").user_role, "tea drinker");
  const shown = /```\n(Cannot use the catalogue:[\s\S]+?)\n```/.exec(text)?.[1] ?? "";
  const broken = json.replace("https://help.kettle.example/descale", "help.kettle.example");
  const error = assertThrows(() => checkCatalog(JSON.parse(broken)), TypeError);
  assertEquals(error.message, shown);
});
