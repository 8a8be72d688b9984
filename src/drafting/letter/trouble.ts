/**
 * Whether something went wrong for a customer, whatever else the message is.
 *
 * @module
 */
import type { SituationName } from "../../triage/domain/situation.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { isPraise } from "../message/praise.ts";
import { WISHING } from "../message/signals.ts";

const PLEASANT: ReadonlySet<SituationName> = new Set<SituationName>(["praise", "solved"]);
/** What a letter repeats of a message of which nothing is sure. */
const FIRST_STATEMENTS = 3;
const TROUBLE = /^(?:harm|fault)\//;
const FAILED =
  /\b(?:crash\w*|freez\w*|froze\w*|errors?|fail\w*|broken?|stuck|wrong|missing|gone|not work\w*|never|cannot|can not|stopped|lost|nobody|no reply|blank|empty|twice|doubled|duplicat\w*|vanish\w*|disappear\w*|hangs?|slow|(?:too|is|are|was|arrived|hours?|minutes|days) late|missed|refus\w*|charged|overcharged|deleted|bounc\w*|reject\w*|dropped|hurts?|awful|useless|impossible|mislabel\w*|raw|without asking|hidden|skips?|crackl\w*|drifts?|unfair|unacceptable|ridiculous|explanation|third time|fourth time|no longer|out of order|instead of|thr(?:ow(?:s|ing)?|ew) me|keeps? \w+ing|comes? back|ordered .{3,40} (?:but|and|&) (?:got|this is|received)|(?:does|did|ca|can|wo|could|is|are)n['’]t)\b|^why (?:does|do|is|are|did)\b/i;

const UNSAFE = /\b(?:is|are|was|it) (?:it |this |that )?(?:dangerous|unsafe|safe to)\b/i;

/** Whether words say that something fails. */
export function saysThatItFails(text: string): boolean {
  return FAILED.test(text);
}

/** Whether the first sentences say that something went wrong; nobody who praises is pitied. */
export function isTrouble({ parts: { statements }, text, request }: DraftContext): boolean {
  if (isPraise(text) || isPleasant(request)) return false;
  // Who wishes for something is not pitied for what is missing.
  if (request.intent === "feature_request" && WISHING.test(text)) return false;
  const reported = request.intent === "bug_report";
  return statements.slice(0, FIRST_STATEMENTS).some(({ phrase, sentence }) =>
    saysThatItFails(phrase.text) ||
    reported && (sentence?.fired.some(({ rule }) => TROUBLE.test(rule)) ?? false)
  );
}

/** Sure enough that nobody is pitied. */
const PLEASANT_FROM = 0.5;

function isPleasant({ situation: { name, probability } }: DraftContext["request"]): boolean {
  return PLEASANT.has(name) && probability >= PLEASANT_FROM;
}

/** Whether a fault may hurt somebody. */
export function isHazard({ sentences, text, request: { intent } }: DraftContext): boolean {
  return intent !== "feature_request" &&
    (UNSAFE.test(text) ||
      sentences.some(({ fired }) => fired.some(({ rule }) => rule.startsWith("harm/safety"))));
}
