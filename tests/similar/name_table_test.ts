// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { NameTable } from "../../src/similar/name_table.ts";

const piece = fc.oneof(
  fc.constantFrom("", " ", "b", "<", "the", "app"),
  fc.string({ unit: "binary", maxLength: 6 }),
);

Deno.test("a name is found by its pieces, however it is cut, as in a map; another one is not", () => {
  fc.assert(fc.property(
    fc.uniqueArray(fc.tuple(piece, piece, piece, piece), {
      maxLength: 60,
      selector: (pieces) => pieces.join(""),
    }),
    fc.array(fc.tuple(piece, piece, piece, piece), { maxLength: 30 }),
    (names, asked) => {
      const whole = names.map((pieces) => pieces.join(""));
      const table = new NameTable(whole), map = new Map(whole.map((name, at) => [name, at]));
      for (const pieces of [...names, ...asked]) {
        const name = pieces.join("");
        assertEquals(table.find(...pieces), map.get(name) ?? -1, name);
        assertEquals(table.find(name), map.get(name) ?? -1, name);
      }
    },
  ));
});

Deno.test("a name that comes twice is refused", () => {
  assertThrows(() => new NameTable(["a", "b", "a"]), Error, "Cannot tell a name apart: a");
});
