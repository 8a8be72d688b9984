/**
 * Whether something went wrong for a customer, whatever else the message is.
 *
 * @module
 */
import type { SituationName } from "../../triage/domain/situation.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { isPraise, isThanks } from "../message/praise.ts";
import { WISHING } from "../message/signals.ts";
import { isAngry, misdoes, saysThatItFails, withoutWorked } from "./failing_words.ts";

const NO_FAULT = /\b(?:not a bug|no bug|prefer|suggestion|idea)\b/i;
/** Likely enough to be sorry for. */
const LIKELY_FROM = 0.5;
/** What is wished for near a mishap is seldom about one. */
const WISHED_FROM = 0.8;
const PLEASANT: ReadonlySet<SituationName> = new Set<SituationName>(["praise", "solved", "wish"]);
/** Who writes of a mishap beside something else tells it among the first sentences. */
const FIRST_STATEMENTS = 3;
/** Whoever is in one of these has suffered something, whatever type of reply they get. */
const SUFFERED: ReadonlySet<SituationName> = new Set<SituationName>([
  "danger",
  "injury",
  "account_security",
  "data_exposed",
  "outage",
  "money",
  "escalation",
]);

/** Something to be told or done, whatever type of reply it gets. */
const ERRANDS: ReadonlySet<SituationName> = new Set<SituationName>([
  "press",
  "person_requested",
  "refund",
  "cancel",
  "change_details",
  "how_to",
  "policy",
]);

/** Whether something went wrong: in a report nearly always; nobody who praises or wishes is pitied. */
export function isTrouble(context: DraftContext): boolean {
  const { parts: { statements }, text, request: { intent, situation, review } } = context;
  const { name, probability } = situation;
  const fails = saysThatItFails(withoutWorked(text));
  const is_errand = isErrand(statements[0]?.phrase.text ?? "");
  const likely_from = intent === "feature_request" ? WISHED_FROM : LIKELY_FROM;
  const likely_fault = name === "fault" && probability >= likely_from;
  const unsure = review.reasons.includes("low_margin");
  const told = fails && (likely_fault || intent === "bug_report" && !unsure);
  if (isPraise(text) && !told || isPleasant(context)) return false;
  if (isAngry(text)) return true;
  if (SUFFERED.has(name) && probability >= likely_from) return true;
  // Who wishes for something is not pitied for what is missing.
  if (intent === "feature_request" && (name === "wish" || WISHING.test(text))) return false;
  if (likely_fault && !NO_FAULT.test(text)) return fails || misdoes(text) || !is_errand;
  switch (intent) {
    case "bug_report":
      // What may be no report at all must say that something fails.
      return !is_errand && (fails || !unsure && !ERRANDS.has(name) && !isThanks(text));
    case "feature_request":
      return !NO_FAULT.test(text) && failsEarly(statements);
    case "general_inquiry":
      return failsEarly(statements) ||
        statements.slice(0, FIRST_STATEMENTS).some(({ phrase }) => misdoes(phrase.text));
  }
}

function failsEarly(statements: DraftContext["parts"]["statements"]): boolean {
  return statements.slice(0, FIRST_STATEMENTS).some(({ phrase }) => saysThatItFails(phrase.text));
}

/** Something to be done or told, and nothing that went wrong. */
function isErrand(text: string): boolean {
  if (SENT_FOR.test(text) || ASKED_FOR.test(text) && !saysThatItFails(text) && !misdoes(text)) {
    return true;
  }
  return (ERRAND.test(text) || text.endsWith("?")) && !saysThatItFails(text);
}

const ASKED_FOR =
  /\bplease (?:skip|pause|send|change|update|cancel|add|move|book|stop|end|close|delete|put|use|deliver|resend|confirm)\b/i;
const SENT_FOR =
  /^(?:could|can|would|will) (?:you|somebody|someone) (?:please |kindly )?(?:send|make|give|change|update|cancel|confirm|add|move|book|issue|resend)\b/i;
const ERRAND = /^(?:please |kindly )?(?:cancel|delete|change|update|send|close|stop|end)\b/i;

/** Sure enough that nobody is pitied. */
const PLEASANT_FROM = 0.5;

function isPleasant({ text, request }: DraftContext): boolean {
  const { name, probability } = request.situation;
  if (!PLEASANT.has(name) || probability < PLEASANT_FROM) return false;
  if (name !== "wish") return true;
  if (isAngry(text)) return false;
  // A report that says that something fails is none, unless all of it is a wish.
  return request.intent !== "bug_report" || !saysThatItFails(withoutWorked(text)) ||
    WISHING.test(text) && !request.secondary.includes("feature_request");
}
