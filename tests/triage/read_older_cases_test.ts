// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import type { Gist } from "../../src/triage/domain/gist.ts";
import type { GistShelf, UnreadCases } from "../../src/triage/domain/similar.ts";
import { readOlderCases } from "../../src/triage/read_older_cases.ts";
import { makeGist } from "../../src/similar/make_gist.ts";
import { fakeParts } from "../fakes.ts";
import { localAssessor } from "../../src/triage/assess.ts";
import { readMessage } from "../../src/reading/read_message.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { plainDrafter } from "../fakes.ts";

const { catalog, clock, options } = fakeParts();
const assessor = localAssessor({
  read: readMessage,
  scorer: createLocalScorer(),
  drafter: plainDrafter,
  makeGist,
  catalog,
  clock,
  options,
});

function unread(case_id: string): UnreadCases["cases"][number] {
  const message = `The export is blank, case ${case_id}.`;
  return { case_id, request: { customer_id: "cust", message, product: "Planner" } };
}

Deno.test("older cases are read stretch by stretch, and what is erased loses its gist", async () => {
  const kept: [string, Gist | null][] = [];
  const asked: (string | null)[] = [];
  const stretches: UnreadCases[] = [
    { cases: [unread("9"), unread("8")], erased: ["7"], reached: "6" },
    { cases: [], erased: [], reached: "3" },
    { cases: [unread("2")], erased: [], reached: null },
  ];
  const shelf: GistShelf = {
    unread(before) {
      asked.push(before);
      return Promise.resolve(stretches.shift() ?? { cases: [], erased: [], reached: null });
    },
    keep(caseId, gist) {
      kept.push([caseId, gist]);
      return Promise.resolve();
    },
  };
  let ends = 0;
  const round = readOlderCases(shelf, assessor, () => ends++, () => Promise.resolve());
  const pauses = [await round(), await round()];
  assertEquals(ends, 0, "matters are not built before all cases can be compared");
  pauses.push(await round(), await round());
  assertEquals(ends, 2);
  assertEquals(asked, [null, "6", "3", null]);
  assertEquals(kept.map(([id, gist]) => [id, gist?.words.includes("export") ?? null]), [
    ["7", null],
    ["9", true],
    ["8", true],
    ["2", true],
  ]);
  const [busy = 0, quiet = 0, end = 0] = pauses;
  assertEquals([quiet < busy, busy < end], [true, true]);
});
