// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { WholeAnswer } from "../../src/http/answer/whole_answer.ts";

Deno.test("a whole answer becomes a response with its own headers before the standing ones", async () => {
  const answer = new WholeAnswer("{}", { "content-type": "application/json", "x-a": "own" });
  const response = answer.toResponse({ "x-a": "standing", "x-b": "standing" });
  assertEquals(response.status, 200);
  assertEquals(Object.fromEntries(response.headers), {
    "content-type": "application/json",
    "x-a": "own",
    "x-b": "standing",
  });
  assertEquals(await response.text(), "{}");
});
