// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  calibratedScores,
  calibrationFor,
  type Calibrations,
} from "../../src/scorer/model/calibration.ts";
import { LONG_TOKENS } from "../../src/scorer/model/intent_model.ts";
import { INTENTS, topIntent } from "../../src/triage/domain/intent.ts";

const PLAIN = { level: 0, unknown: 0, length: 0, praise: 0 };
const RAISED = { ...PLAIN, praise: 1.2 };

const logit = fc.double({ min: -20, max: 20, noNaN: true });
const logits = fc.tuple(logit, logit, logit, logit);
const factor = fc.double({ min: 0.05, max: 3, noNaN: true });

Deno.test("the calibration tells how sure, not what, and gives a distribution", () => {
  fc.assert(fc.property(logits, factor, fc.constantFrom(PLAIN, RAISED), (logits, factor, one) => {
    const fitted = calibratedScores(logits, PLAIN, 1);
    const scores = calibratedScores(logits, one, factor);
    const top = Math.max(...INTENTS.map((intent) => scores[intent]));
    assertAlmostEquals(scores[topIntent(fitted)], top, 1e-9);
    assertAlmostEquals(INTENTS.reduce((sum, intent) => sum + scores[intent], 0), 1, 1e-9);
    assert(INTENTS.every((intent) => scores[intent] >= 0));
  }));
});

Deno.test("the more praise there may be, the less a wish or a fault is believed", () => {
  fc.assert(fc.property(logits, (logits) => {
    const plain = calibratedScores(logits, PLAIN, 1);
    const raised = calibratedScores(logits, RAISED, 1);
    const said = topIntent(plain);
    if (said === "general_inquiry") assert(raised[said] >= plain[said] - 1e-9);
    else assert(raised[said] <= plain[said] + 1e-9);
  }));
});

Deno.test("where no praise is in sight, nothing changes", () => {
  const logits = [2, 0, 1, -20];
  const [plain, raised] = [calibratedScores(logits, PLAIN, 1), calibratedScores(logits, RAISED, 1)];
  for (const intent of INTENTS) assertAlmostEquals(raised[intent], plain[intent], 1e-6);
});

Deno.test("long texts have a calibration of their own, as they have weights", () => {
  const calibrations: Calibrations = { calibration: RAISED, long_calibration: PLAIN };
  assertEquals(calibrationFor(calibrations, LONG_TOKENS - 1), RAISED);
  assertEquals(calibrationFor(calibrations, LONG_TOKENS), PLAIN);
});
