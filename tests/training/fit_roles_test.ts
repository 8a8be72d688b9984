/**
 * The weights that tell what clauses say: fitted from labels, the same every
 * time, and the shipped ones right on messages that nobody labelled.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { clausesOf } from "../../src/drafting/message/clauses.ts";
import { decodeRoleWeights, judgeClauses } from "../../src/drafting/message/role_model.ts";
import { type Role, ROLES } from "../../src/drafting/message/role_names.ts";
import { Roles } from "../../src/drafting/message/roles.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { fitRoleWeights, type ToldRow } from "../../src/training/role_rows.ts";
import { asOwnWords } from "../../src/triage/text/own_words.ts";
import { fixtureMessages } from "../drafting/drafting.ts";

const scorer = createLocalScorer();
const FIXTURES = new URL("../../fixtures/", import.meta.url).pathname;

/** A row from its clauses, one behind the other. */
function toldAs(...clauses: readonly (readonly [ToldRow["parts"][number][0], string])[]): ToldRow {
  let text = "";
  const parts = clauses.map(([role, clause]): ToldRow["parts"][number] => {
    const start = text.length;
    text += `${clause} `;
    return [role, start, start + clause.length];
  });
  return {
    id: text,
    product: "app",
    type: "bug_report",
    text: text.trim(),
    parts,
    title: "",
    severity: null,
    want: null,
    why: null,
  };
}

const ROWS = [
  toldAs(["background", "My phone is new."], ["fault", "The export fails."]),
  toldAs(["background", "My phone is old."], ["fault", "The upload fails."]),
  toldAs(["background", "My phone is red."], ["fault", "The list fails."]),
  toldAs(["background", "My phone is big."], ["fault", "The sync fails."]),
];

Deno.test("the same rows give the same weights, and these tell the roles of the rows", () => {
  const stored = fitRoleWeights("bug_report", ROWS, [], scorer);
  assertEquals(fitRoleWeights("bug_report", ROWS, [], scorer), stored);
  const weights = decodeRoleWeights(stored);
  for (const { text, parts } of ROWS) {
    const { sentences } = scorer.read(asOwnWords(text));
    const judged = judgeClauses(clausesOf(sentences, text, []), "bug_report", weights);
    const roles = judged.map(({ probabilities }): Role | undefined =>
      ROLES.bug_report[probabilities.indexOf(Math.max(...probabilities))]
    );
    assertEquals(roles, parts.map(([role]) => role), text);
  }
});

Deno.test("the roles of a clause add up to 1, and clauses stand in order inside of the text", () => {
  for (const { text } of fixtureMessages(`${FIXTURES}messages.jsonl`).slice(0, 60)) {
    const { sentences } = scorer.read(asOwnWords(text));
    const clauses = clausesOf(sentences, text, []);
    let end = 0;
    for (const clause of clauses) {
      assert(clause.start >= end && clause.end > clause.start, text);
      end = clause.end;
    }
    for (const { probabilities, anew } of judgeClauses(clauses, "bug_report")) {
      assertAlmostEquals(probabilities.reduce((sum, one) => sum + one, 0), 1, 1e-9);
      assert(anew >= 0 && anew <= 1);
    }
  }
});

for (
  const [text, fault] of [
    ["Cottons are fine. When I choose Wool, the door stays locked.", "the door stays locked."],
    [
      "I restarted it twice. The camera shows a black picture. Two parcels were stolen meanwhile.",
      "The camera shows a black picture.",
    ],
  ] as const
) {
  Deno.test(`the fault of "${text}" is "${fault}"`, () => {
    const { sentences } = scorer.read(asOwnWords(text));
    const [found] = new Roles(sentences, text, [], "bug_report").likeliest("fault");
    assertEquals(found && text.slice(found.start, found.end), fault);
  });
}

Deno.test("an inquiry is not told in roles", () => {
  const text = "How do I export my list?";
  const roles = new Roles(scorer.read(asOwnWords(text)).sentences, text, [], "general_inquiry");
  assertEquals(roles.told, []);
  assertEquals(roles.likeliest("fault"), []);
});
