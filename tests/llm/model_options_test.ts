// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { modelOptions } from "../../src/llm/model_options.ts";

const DEADLINES: readonly (readonly [number, number])[] = [[10_000, 9_000], [1_000, 850], [
  200,
  150,
]];
for (const [deadline_ms, left] of DEADLINES) {
  Deno.test(`of a deadline of ${deadline_ms} ms the model has ${left}: the rest is for what else there is to do`, () => {
    assertEquals(modelOptions({ api_key: "x", model: "m", deadline_ms }).deadline_ms, left);
  });
}
