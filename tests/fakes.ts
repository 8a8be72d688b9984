/**
 * Stand-ins for the ports, for tests of one part at a time.
 *
 * @module
 */
import { asOwnWords } from "../src/triage/text/own_words.ts";
import type { Admission } from "../src/http/door/admission.ts";
import { type AssessParts, localAssessor } from "../src/triage/assess.ts";
import { completeCase, type NewCase, type StoredCase } from "../src/triage/domain/case.ts";
import type { IdempotencyLedger } from "../src/triage/domain/idempotency.ts";
import type { Document } from "../src/triage/text/document.ts";
import type { Scores } from "../src/triage/domain/intent.ts";
import type { Judgement } from "../src/triage/domain/judgement.ts";
import type {
  CaseStore,
  Clock,
  Drafter,
  LanguageModel,
  Scorer,
} from "../src/triage/domain/ports.ts";
import { type Reply, TICKET_ID_MARK } from "../src/triage/domain/reply.ts";
import type { TriageParts } from "../src/triage/triage.ts";

/** A judgement of an ordinary bug, to be varied. */
export const BUG_JUDGEMENT: Judgement = {
  scores: { bug_report: 0.9, feature_request: 0.06, general_inquiry: 0.04 },
  evidence: [],
  secondary: [],
  category: "Other",
  category_confidence: 0.5,
  situation: { name: "fault", probability: 0.9, grave: false, evidence: [] },
  language: "en",
  concerns: [],
};

/** A scorer that always judges the same. */
export function fixedScorer(judgement: Partial<Judgement> = {}): Scorer {
  return {
    version: "fixed",
    read: (own): Document => ({ text: own.text, own, sentences: [] }),
    language: () => judgement.language ?? BUG_JUDGEMENT.language,
    score: () => ({ ...BUG_JUDGEMENT, ...judgement }),
  };
}

/** Scores with one intent at `top` and the rest shared evenly. */
export function scoresOf(intent: keyof Scores, top: number): Scores {
  const rest = (1 - top) / 2;
  return { bug_report: rest, feature_request: rest, general_inquiry: rest, [intent]: top };
}

/** A drafter that drafts the least that each type allows. */
export const plainDrafter: Drafter = {
  draft({ intent, category, review }): Reply {
    switch (intent) {
      case "bug_report":
        return {
          intent,
          ticket: {
            title: "Button spins",
            severity: "High",
            affected_component: "Login",
            reproduction_steps: ["Click login"],
            priority: "High",
            assigned_team: "Identity",
          },
          letter: `We look into it as ${TICKET_ID_MARK}.`,
        };
      case "feature_request":
        return {
          intent,
          requirement: {
            title: "Dark mode",
            description: "A dark mode.",
            user_story: "As a user, I want a dark mode, so that I can read at night.",
            business_value: "Low: asked for once.",
            complexity_estimate: "Low",
            affected_components: ["App"],
            status: "Under Review",
          },
          letter: `We noted it as ${TICKET_ID_MARK}.`,
        };
      case "general_inquiry":
        return {
          intent,
          inquiry: {
            inquiry_category: category,
            requires_human_review: review.required,
            suggested_resources: [],
          },
          letter: "Thank you for asking.",
        };
    }
  },
};

/** A store in memory that hands out ids in order. */
export function memoryStore(): CaseStore & { readonly cases: Map<string, StoredCase> } {
  const cases = new Map<string, StoredCase>();
  let tickets = 0;
  return {
    cases,
    record(newCase: NewCase) {
      const ticketId = { bug_report: "BUG", feature_request: "FR", general_inquiry: null }[
        newCase.intent
      ];
      const { case_id, created_at, request } = newCase;
      const completed = completeCase(newCase, ticketId && `${ticketId}-${++tickets}`, 1);
      const stored: StoredCase = { case_id, created_at, request, ...completed };
      cases.set(case_id, stored);
      return Promise.resolve(stored);
    },
    findRepeat: () => Promise.resolve(null),
    get: (caseId) => Promise.resolve(cases.get(caseId) ?? null),
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
}

/** Idempotency keys that are always free. */
export const freeKeys: IdempotencyLedger = {
  begin: () => Promise.resolve({ kind: "claimed", holder: "holder" }),
  abandon: () => Promise.resolve(),
};

/** A clock that moves a millisecond each time it is read. */
export function steppingClock(start = Date.UTC(2026, 0, 1)): Clock {
  let ms = 0;
  return { now: () => new Date(start + ms), monotonicMs: () => ms++ };
}

/** Parts of a path with everything faked; replace what the test is about. */
export function fakeParts(
  { read = asOwnWords, scorer = fixedScorer(), drafter = plainDrafter, ...replaced }:
    & Partial<TriageParts>
    & Partial<Pick<AssessParts, "read" | "scorer" | "drafter">> = {},
): TriageParts {
  let cases = 0;
  const parts: Omit<TriageParts, "assessor"> = {
    model: null as LanguageModel | null,
    store: memoryStore(),
    catalog: () => ({
      default: {
        user_role: "user",
        default_component: "General",
        default_team: "Support",
        components: [],
        resources: [],
      },
      products: [],
    }),
    clock: steppingClock(),
    newCaseId: () => `case-${++cases}`,
    options: { mode: "auto", escalate_below: 0.7, review_below_margin: 0.1, duplicate_window_s: 0 },
    ...replaced,
  };
  return { assessor: localAssessor({ ...parts, read, scorer, drafter }), ...parts };
}

/** Lets everybody do everything. */
export const anybody: Admission = () =>
  Promise.resolve({
    caller: { name: "anonymous", scopes: ["admin"] },
    countMessage: () => Promise.resolve(),
  });
