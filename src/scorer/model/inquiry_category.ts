/**
 * What kind of inquiry a message is, should it be one.
 *
 * @module
 */
import { softmax } from "./calibration.ts";
import type { InquiryCategory } from "../../triage/domain/reply.ts";
import type { Features } from "./features.ts";
import { type LinearModel, logits } from "./linear.ts";

/** The most probable category and how probable it is, in [0, 1]. */
export function categorize(
  model: LinearModel,
  features: Features,
): { category: InquiryCategory; confidence: number } {
  const probabilities = softmax(logits(model, features));
  let best = 0;
  for (let k = 1; k < probabilities.length; k++) {
    if ((probabilities[k] ?? 0) > (probabilities[best] ?? 0)) best = k;
  }
  // Its classes are the categories: it was fitted on them.
  const category = (model.classes[best] ?? "Other") as InquiryCategory;
  return { category, confidence: probabilities[best] ?? 0 };
}
