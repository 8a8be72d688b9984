// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { FairTurns, type TurnClock } from "../../src/triage/fair_turns.ts";

/** A clock that stands still until told, and a loop that comes round when told. */
function fakeLoop() {
  let now_ms = 0;
  let callbacks: (() => void)[] = [];
  const clock: TurnClock = {
    now_ms: () => now_ms,
    later: (callback) => void callbacks.push(callback),
  };
  return {
    clock,
    work: (ms: number) => void (now_ms += ms),
    /** Timers fire, `late_ms` after they were due; and what they wake has run when it resolves. */
    async comesRound(late_ms = 0): Promise<void> {
      now_ms += late_ms;
      const due = callbacks;
      callbacks = [];
      for (const callback of due) callback();
      for (let tick = 0; tick < 1_000; tick++) await Promise.resolve();
    },
    get armed(): boolean {
      return callbacks.length > 0;
    },
  };
}

/** Requests that each work through so many messages, `cost_ms` each, as many waiting as may. */
function play(loop: ReturnType<typeof fakeLoop>, sizes: readonly number[], cost_ms: number) {
  const turns = new FairTurns(loop.clock);
  const begun: number[] = [];
  for (const [number, size] of sizes.entries()) {
    const request = {};
    for (let message = 0; message < size; message++) {
      const begin = () => {
        loop.work(cost_ms);
        begun.push(number);
      };
      const wait = turns.take(request);
      if (wait === null) begin();
      else void wait.then(begin);
    }
  }
  return begun;
}

Deno.test("what arrives alone does not wait", () => {
  const loop = fakeLoop();
  assertEquals(play(loop, [1], 1), [0]);
});

Deno.test("no more is begun between two rests than a share holds", async () => {
  const loop = fakeLoop();
  const begun = play(loop, [1_000], 1);
  let before = begun.length;
  assert(before <= 5, `${before} messages of 1 ms at once`);
  while (begun.length < 1_000) {
    await loop.comesRound();
    assert(begun.length - before <= 5, `${begun.length - before} messages of 1 ms in a turn`);
    before = begun.length;
  }
});

Deno.test("a request with one message waits for one message of each of the others", async () => {
  const loop = fakeLoop();
  const begun = play(loop, [1_000, 1_000, 1, 1], 1);
  while (begun.length < 2_002) await loop.comesRound();
  const afterFirstTurn = begun.slice(5, 9);
  assertEquals(afterFirstTurn.toSorted(), [0, 1, 2, 3]);
});

Deno.test("whatever waits, nobody is served twice before all others that wait were served once", async () => {
  await fc.assert(fc.asyncProperty(
    fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }),
    fc.integer({ min: 1, max: 30 }),
    async (sizes, cost_ms) => {
      const loop = fakeLoop();
      const begun = play(loop, sizes, cost_ms);
      const atOnce = begun.length;
      const total = sizes.reduce((sum, size) => sum + size, 0);
      for (let turn = 0; begun.length < total; turn++) {
        assert(turn <= total, "a turn in which nothing was begun");
        await loop.comesRound();
      }
      const left = [...sizes];
      for (const number of begun.slice(0, atOnce)) left[number] = (left[number] ?? 0) - 1;
      let round = new Set<number>();
      for (const number of begun.slice(atOnce)) {
        const waiting = left.flatMap((size, other) => size > 0 ? [other] : []);
        if (waiting.every((other) => round.has(other))) round = new Set();
        assert(!round.has(number), `${number} was served twice in a round of ${waiting}`);
        round.add(number);
        left[number] = (left[number] ?? 0) - 1;
      }
    },
  ));
});

Deno.test("a loop that is at work has not come to rest: nothing is begun, but not for ever", async () => {
  const loop = fakeLoop();
  const begun = play(loop, [30], 1);
  const before = begun.length;
  await loop.comesRound(50);
  assertEquals(begun.length, before);
  for (let busy = 0; busy < 10; busy++) await loop.comesRound(50);
  assert(begun.length > before);
});

Deno.test("when nothing waits any more, no timer goes on", async () => {
  const loop = fakeLoop();
  const begun = play(loop, [25], 1);
  for (let turn = 0; turn < 10; turn++) await loop.comesRound();
  assertEquals([begun.length, loop.armed], [25, false]);
});
