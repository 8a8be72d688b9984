// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { progressLine, type ProgressState } from "../../src/cli/progress_line.ts";

const STATE: ProgressState = {
  done: 1_234,
  seconds: 10,
  share: 0.425,
  share_of_this_run: 0.25,
  types: new Map([["general_inquiry", 1], ["bug_report", 3]]),
  routes: new Map([["local", 4]]),
};
const TEXT = "1,234 done, 123/s, 30s left | bug 75% inquiry 25% | local 100%";

const lines: ReadonlyArray<{
  name: string;
  state?: Partial<ProgressState>;
  width: number | null;
  line: string;
}> = [
  { name: "a file has no bar", width: null, line: `42% | ${TEXT}` },
  { name: "the bar takes the room there is", width: 80, line: ` 42% █████░░░░░░░ ${TEXT}` },
  { name: "a narrow terminal has no bar", width: 70, line: ` 42% ${TEXT}` },
  { name: "a very narrow terminal has what fits", width: 20, line: " 42% 1,234 done, 123" },
  {
    name: "a pipe has no share and no end in sight",
    state: { share: null, share_of_this_run: null },
    width: 80,
    line: TEXT.replace(", 30s left", ""),
  },
  {
    name: "long times are told in hours",
    state: { share_of_this_run: 0.001 },
    width: null,
    line: `42% | ${TEXT.replace("30s", "2h46m")}`,
  },
  {
    name: "a slow rate keeps its tenths",
    state: { done: 3 },
    width: null,
    line: `42% | ${TEXT.replace("1,234 done, 123/s", "3 done, 0.3/s")}`,
  },
  {
    name: "nothing done yet",
    state: {
      done: 0,
      seconds: 0,
      share: 0,
      share_of_this_run: 0,
      types: new Map(),
      routes: new Map(),
    },
    width: null,
    line: "0% | 0 done, 0.0/s",
  },
];
for (const { name, state, width, line } of lines) {
  Deno.test(`progress: ${name}`, () => {
    assertEquals(progressLine({ ...STATE, ...state }, width), line);
  });
}
