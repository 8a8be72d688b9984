/**
 * A scorer that reads its judgement off the text: "bug .9 Billing" is a bug
 * report at 0.9 whose category would be Billing.
 *
 * @module
 */
import type { LabelledRow } from "../../src/evaluation/dataset.ts";
import type { Intent } from "../../src/triage/domain/intent.ts";
import type { Scorer } from "../../src/triage/domain/ports.ts";
import { INQUIRY_CATEGORIES } from "../../src/triage/domain/reply.ts";
import { BUG_JUDGEMENT, scoresOf } from "../fakes.ts";

const INTENT_OF: Readonly<Record<string, Intent>> = {
  bug: "bug_report",
  wish: "feature_request",
  ask: "general_inquiry",
};

/** Judges a text by what it says of itself; the version is `version`. */
export function keywordScorer(version = "keywords"): Scorer {
  return {
    version,
    read: (own) => ({ text: own.text, own, sentences: [] }),
    language: () => "en",
    score: ({ text }) => {
      const [intent = "", confidence = ".5"] = text.split(" ");
      return {
        ...BUG_JUDGEMENT,
        scores: scoresOf(INTENT_OF[intent] ?? "bug_report", Number(confidence)),
        category: INQUIRY_CATEGORIES.find((category) => text.includes(category)) ?? "Other",
      };
    },
  };
}

let made = 0;

/** A row with defaults: a bug report of source "s". */
export function row(values: Partial<LabelledRow> & { readonly text: string }): LabelledRow {
  return { id: `row-${++made}`, source: "s", label: "bug_report", map: "strict", ...values };
}
