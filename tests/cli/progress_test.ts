// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertMatch } from "@std/assert";
import type { Outcome } from "../../src/cli/outcome.ts";
import { createProgress, PROGRESS_INTERVALS_MS, type Screen } from "../../src/cli/progress.ts";
import { Totals } from "../../src/cli/totals.ts";

interface Stage {
  /** A screen that keeps what was written. */
  screen(terminal: boolean): { screen: Screen; lines: string[] };
  /** Lets ten seconds pass and the timer ring once. Its interval, in milliseconds. */
  tick(): number;
}

/** Runs a test with a clock that is moved by hand. */
function withTimer(test: (stage: Stage) => void): void {
  const { setInterval: set, clearInterval: clear } = globalThis;
  const now = performance.now;
  const timers = new Map<number, { show: () => void; ms: number }>();
  let time = 0;
  globalThis.setInterval = ((show: () => void, ms: number) => {
    timers.set(timers.size + 1, { show, ms });
    return timers.size;
  }) as unknown as typeof setInterval;
  globalThis.clearInterval = ((id: number) => timers.delete(id)) as unknown as typeof clearInterval;
  performance.now = () => time;
  try {
    test({
      screen(terminal) {
        const lines: string[] = [];
        return {
          lines,
          screen: { terminal, columns: () => 100, write: (text) => lines.push(text) },
        };
      },
      tick() {
        time += 10_000;
        const [timer] = timers.values();
        timer?.show();
        return timer?.ms ?? 0;
      },
    });
    assertEquals(timers.size, 0, "the timer is stopped");
  } finally {
    Object.assign(globalThis, { setInterval: set, clearInterval: clear });
    performance.now = now;
  }
}

const ANSWERED = {
  answer: { message_type: "bug_report" },
  explanation: { route: "local", review: { required: true, reasons: ["money"] } },
} as unknown as NonNullable<Outcome["answered"]>;
const GOOD = { answered: ANSWERED, left_out: null };
const BAD = { answered: null, left_out: null };
const STARS = { answered: null, left_out: "no text" };

/** Progress of an input of which so much is read. */
function partOf(size: number | null, start: number, read: number) {
  const totals = new Totals();
  return { totals, size, start, position: () => read };
}

Deno.test("away from a terminal there is one line a minute, and what was done at the end", () =>
  withTimer(({ screen, tick }) => {
    const { screen: file, lines } = screen(false);
    const input = partOf(200, 0, 100);
    const progress = createProgress(input, file);
    input.totals.count(GOOD, 7);
    input.totals.count(BAD, 7);
    assertEquals(lines, []);
    assertEquals([tick(), PROGRESS_INTERVALS_MS.elsewhere], [60_000, 60_000]);
    input.totals.count(STARS, 7);
    progress.finish();
    assertEquals(lines, [
      "intake: 50% | 2 done, 0.2/s, 10s left | bug 100% | local 100%\n",
      "intake: 3 records in 10s (0.3/s): 1 answered, 1 passed over (no text: line 7), 1 failed | " +
      "bug 100% | local 100% | 1 for a person to look at\n",
    ]);
  }));

Deno.test("on a terminal the line is renewed in place, and what else is said does not tear it", () =>
  withTimer(({ screen, tick }) => {
    const { screen: terminal, lines } = screen(true);
    const input = partOf(100, 0, 100);
    const progress = createProgress(input, terminal);
    input.totals.count(GOOD, 7);
    assertEquals(tick(), PROGRESS_INTERVALS_MS.terminal);
    progress.interject("line 2: malformed_json");
    progress.finish();
    const renewed = lines.map((line) => line.replace("\r\x1b[2K", "<renew>"));
    assertMatch(renewed[0] ?? "", /^<renew>100% █+ 1 done/);
    assertEquals(renewed.slice(1, -1), [
      "<renew>intake: line 2: malformed_json\n",
      renewed[0],
      "\n",
    ]);
    assertMatch(renewed.at(-1) ?? "", /^intake: 1 record in 10s \(0\.1\/s\): 1 answered/);
  }));

Deno.test("after --resume the time left is reckoned from what this run has done", () =>
  withTimer(({ screen, tick }) => {
    const { screen: file, lines } = screen(false);
    const input = partOf(1_000, 900, 901);
    const progress = createProgress(input, file);
    input.totals.count(GOOD, 7);
    tick();
    progress.leave();
    // A hundredth of what was left took ten seconds.
    assertEquals(lines, ["intake: 90% | 1 done, 0.1/s, 16m30s left | bug 100% | local 100%\n"]);
  }));

Deno.test("nothing done is said as well, without a line that was never renewed", () =>
  withTimer(({ screen }) => {
    const { screen: terminal, lines } = screen(true);
    createProgress(partOf(null, 0, 0), terminal).finish();
    assertEquals(lines, ["intake: 0 records in 0s: 0 answered\n"]);
  }));
