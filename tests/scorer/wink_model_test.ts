// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import model from "wink-eng-lite-web-model";
import { type WinkCore, winkCore } from "../../src/scorer/words/wink_model.ts";

Deno.test("the core is read as the package reads it", () => {
  const { core } = model as unknown as { core(): WinkCore };
  const theirs = core(), ours = winkCore();
  assertEquals(Object.keys(ours).sort(), Object.keys(theirs).sort());
  for (const [name, part] of Object.entries(theirs)) {
    assertEquals(written(ours[name as keyof WinkCore]), written(part), name);
  }
});

/** As JSON in order of the keys, sets and lists of numbers as lists: quicker to compare than half a million entries. */
function written(part: unknown): string {
  return JSON.stringify(part, (_, value) => {
    if (value instanceof Set || value instanceof Uint32Array) return [...value];
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1));
  });
}
