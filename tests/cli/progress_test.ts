// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertMatch } from "@std/assert";
import { createProgress, PROGRESS_INTERVALS_MS, type Screen } from "../../src/cli/progress.ts";

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

const GOOD = { type: "bug_report", route: "local" };

Deno.test("away from a terminal there is one line a minute, and none at the end", () =>
  withTimer(({ screen, tick }) => {
    const { screen: file, lines } = screen(false);
    const progress = createProgress({ size: 200, start: () => 0 }, file);
    progress.count(GOOD, 50);
    progress.count(null, 100);
    assertEquals(lines, []);
    assertEquals([tick(), PROGRESS_INTERVALS_MS.elsewhere], [60_000, 60_000]);
    progress.finish();
    assertEquals(lines, ["intake: 50% | 2 done, 0.2/s, 10s left | bug 100% | local 100%\n"]);
  }));

Deno.test("on a terminal the line is renewed in place, and what else is said does not tear it", () =>
  withTimer(({ screen, tick }) => {
    const { screen: terminal, lines } = screen(true);
    const progress = createProgress({ size: 100, start: () => 0 }, terminal);
    progress.count(GOOD, 100);
    assertEquals(tick(), PROGRESS_INTERVALS_MS.terminal);
    progress.interject("line 2: malformed_json");
    progress.finish();
    const renewed = lines.map((line) => line.replace("\r\x1b[2K", "<renew>"));
    assertMatch(renewed[0] ?? "", /^<renew>100% █+ 1 done/);
    assertEquals(renewed.slice(1), [
      "<renew>intake: line 2: malformed_json\n",
      renewed[0],
      "\n",
    ]);
  }));

Deno.test("after --resume the time left is reckoned from what this run has done", () =>
  withTimer(({ screen, tick }) => {
    const { screen: file, lines } = screen(false);
    const progress = createProgress({ size: 1_000, start: () => 900 }, file);
    progress.count(GOOD, 901);
    tick();
    progress.finish();
    // A hundredth of what was left took ten seconds.
    assertEquals(lines, ["intake: 90% | 1 done, 0.1/s, 16m30s left | bug 100% | local 100%\n"]);
  }));

Deno.test("nothing done, nothing shown at the end", () =>
  withTimer(({ screen }) => {
    const { screen: terminal, lines } = screen(true);
    createProgress({ size: null, start: () => 0 }, terminal).finish();
    assertEquals(lines, []);
  }));
