/**
 * The table of situations, and what follows from it: reasons, gravity, the graver of two.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { gravityOf } from "../../src/triage/domain/gravity.ts";
import { REVIEW_REASONS } from "../../src/triage/domain/review.ts";
import {
  graver,
  isGrave,
  type Situation,
  SITUATION_TABLE,
  type SituationName,
  SITUATIONS,
} from "../../src/triage/domain/situation.ts";

const said = (name: SituationName): Situation => ({
  name,
  probability: 0.7,
  grave: isGrave(name),
  evidence: [],
});

Deno.test("situations stand in the order of their gravity, from 9 to 0", () => {
  const gravities = SITUATIONS.map((name) => SITUATION_TABLE[name].gravity);
  assertEquals(gravities, gravities.toSorted((a, b) => b - a));
  assertEquals([gravities[0], gravities.at(-1)], [9, 0]);
});

Deno.test("every grave situation has a reason of its own name", () => {
  for (const name of SITUATIONS.filter(isGrave)) {
    assertEquals(SITUATION_TABLE[name].reasons[0], name);
  }
  assertEquals(SITUATIONS.filter(isGrave).length, 14);
});

Deno.test("every reason has a gravity above 0, but for what nobody has to answer", () => {
  const none = REVIEW_REASONS.filter((reason) => gravityOf([reason]) === 0);
  assertEquals(none, ["automatic_message", "unsolicited"]);
});

Deno.test("the gravity of a case is that of its gravest reason", () => {
  assertEquals(gravityOf(["low_margin", "self_harm", "money"]), 9);
  assertEquals(gravityOf([]), 0);
});

Deno.test("a reason makes a situation graver, and never milder", () => {
  assertEquals(graver(said("fault"), ["low_margin", "danger"]).name, "danger");
  assertEquals(graver(said("danger"), ["money"]), said("danger"));
  assertEquals(graver(said("how_to"), []), said("how_to"));
  assertEquals(graver(said("fault"), ["legal_or_privacy"]), said("fault"));
  assert(graver(said("fault"), ["danger"]).grave);
});
