/**
 * An upgrade can be taken back: until a migration says otherwise, the program
 * before goes on working on the new schema, so a migration only adds to it.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";

/** What leaves alone everything that an older program reads and writes. */
const ADDS =
  /^(?:CREATE (?:UNLOGGED )?TABLE|CREATE SEQUENCE|CREATE (?:UNIQUE )?INDEX|INSERT INTO|ALTER TABLE \w+ ADD COLUMN) /;

for (const dialect of ["sqlite", "postgres"]) {
  const folder = `src/store/migrations/${dialect}`;
  const files = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  const store = Deno.readTextFileSync(`src/store/${dialect}_store.ts`);

  Deno.test(`${dialect}: every migration is applied, and says which programs it serves`, () => {
    const applied = [...store.matchAll(/\{ number: (\d+), name: "(\w+)", works_from: (\d+),/g)]
      .map(([, number = "", name = ""]) => `${number.padStart(4, "0")}_${name}.sql`);
    assertEquals(applied, files);
  });

  for (const file of files) {
    const works_from = RegExp(`name: "${file.slice(5, -4)}", works_from: (\\d+)`).exec(store)?.[1];
    const breaks = Number(works_from) === Number(file.slice(0, 4)) && file !== files[0];
    if (breaks) continue;
    Deno.test(`${dialect}: ${file}, which serves older programs, only adds to the schema`, () => {
      const statements = Deno.readTextFileSync(`${folder}/${file}`).replaceAll(/--.*$/gm, "")
        .split(";").map((text) => text.trim()).filter((text) => text !== "");
      const created = new Set(
        statements.flatMap((text) => /^CREATE (?:UNLOGGED )?TABLE (\w+)/.exec(text)?.[1] ?? []),
      );
      const added = statements.flatMap((text) => /ADD COLUMN (\w+)/.exec(text)?.[1] ?? []);
      for (const statement of statements) {
        // A column that is new may be filled in.
        const filled = /^UPDATE \w+ SET (\w+) =/.exec(statement)?.[1];
        if (filled !== undefined && added.includes(filled)) continue;
        assertMatch(statement, ADDS);
        // What an older program does not fill in has to fill itself in.
        assert(!/ADD COLUMN(?!.*DEFAULT).*NOT NULL/s.test(statement), statement);
        const unique = /^CREATE UNIQUE INDEX \w+ ON (\w+)/.exec(statement)?.[1];
        assert(unique === undefined || created.has(unique), statement);
      }
    });
  }
}
