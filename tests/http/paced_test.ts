// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import { FairTurns } from "../../src/triage/fair_turns.ts";
import { paced } from "../../src/triage/paced.ts";
import { createTriage, type Triage } from "../../src/triage/triage.ts";
import { fakeParts } from "../fakes.ts";

const NEVER = new AbortController().signal;
/** More than a turn's share. */
const WORK_MS = 20;

const plain = createTriage(fakeParts());

function message(name: string) {
  return { customer_id: name, message: "The button spins.", product: "Planner" };
}

/** A path that holds the event loop for as long as a very long message might, and says in which order. */
function slow(begun: string[]): Triage {
  return (given, signal) => {
    begun.push(given.customer_id);
    for (const until = performance.now() + WORK_MS; performance.now() < until;);
    return plain(given, signal);
  };
}

Deno.test("messages that arrive together leave turns to others in between, and keep their order", async () => {
  const begun: string[] = [];
  const triage = paced(slow(begun), new FairTurns());
  const names = ["one", "two", "three", "four"];
  let done = false;
  const all = Promise.all(names.map((name) => triage(message(name), NEVER)))
    .finally(() => done = true);
  const seen: number[] = [];
  while (!done) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    seen.push(begun.length);
  }
  await all;
  assertEquals(begun, names);
  assert([2, 3].every((count) => seen.includes(count)), `others saw ${seen}`);
});

Deno.test("a message that arrives alone does not wait", () => {
  const begun: string[] = [];
  const triage = paced(slow(begun), new FairTurns());
  const answered = triage(message("alone"), NEVER);
  assertEquals(begun, ["alone"]);
  return answered.then(() => {});
});

Deno.test("a message whose client has left while it waited is not worked on", async () => {
  const begun: string[] = [];
  const triage = paced(slow(begun), new FairTurns());
  const leaving = new AbortController();
  const first = triage(message("first"), NEVER);
  const second = triage(message("second"), leaving.signal);
  const third = triage(message("third"), NEVER);
  leaving.abort();
  await assertRejects(() => second, DOMException);
  await Promise.all([first, third]);
  assertEquals(begun, ["first", "third"]);
});
