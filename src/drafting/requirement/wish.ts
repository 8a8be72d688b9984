/**
 * Finds what a customer wishes for, and turns it into an infinitive: "to
 * invite members from a spreadsheet", "the app to send me a reminder".
 *
 * @module
 */
import { cutAtWord } from "../../triage/text/plain_text.ts";
import type { Sentence } from "../../triage/text/document.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { isInfinitive } from "../english/gate.ts";
import { logit } from "../message/roles.ts";
import type { Span } from "../message/span_model.ts";
import { infinitiveOf } from "./infinitive.ts";
import { goingOn, proposalsIn } from "./wish_proposal.ts";
import { readings } from "./wish_span.ts";
import type { Statement } from "../message/message_parts.ts";
import { unended } from "../english/rewording.ts";
import { cutWish, having, type Meaning } from "./wish_meaning.ts";

/** A wish, ready for a story and a title. */
export interface Wish extends Meaning {
  /** What the sentence says behind the wish. */
  readonly rest: string;
  readonly statement: Statement;
  /** The stretch that tells it; `null` where none does for sure. */
  readonly span: Span | null;
}

/** Stretches tried one after the other until one makes a wish. */
const WISHES_TRIED = 4;
const WISHES_LOOKED_AT = 8;
/** Of a sentence that is quoted; what stands around it has place in a story. */
const QUOTED_CHARACTERS = 200;
/** Of a stretch in a sentence that asks for nothing, in the model's logits. */
const SURE_SCORE = -1;
/** From there on something is wished for, whatever the words. */
const SURE_PROBABILITY = 0.3;
/**
 * What counts of a stretch: the logit of its role, the span model's, that a rule
 * says something is asked for, that a rule proposes it. Chosen on 174 wishes of
 * writers f to i of fixtures/told.jsonl, with weights of the other five: the
 * clause that they marked makes 107 of the titles; 102 where the role counted
 * less than the span model's logit.
 */
const WEIGHT = { role: 2, span: 1, asked: 2, proposed: 1 } as const;
/** How likely a stretch that says how it should be is the wish, of how likely it says so. */
const GOING_ON = 0.5;
/** Much less likely ones are no better than the likeliest one's own words. */
const SCORE_GAP = 3;
/** "to Paddington": a place, nothing to do. */
const PLACE = /^to \p{Lu}\p{Ll}+\b/u;
const ONE = /(?<= )one(?= (?:that|which|for|on|per|in)\b|$)/i;
const WITHOUT =
  /\b(?:without|has no|have no|lacks?|there(?:['’]s| is) no) ((?:[\w-]+ ){0,4}[\w-]+)$/i;
const REST_OVERLAP_CHARACTERS = 24;
/**
 * The wish of a message; `null` where the message says nothing.
 *
 * @param thing How the product is called where it should do something itself.
 */
export function findWish(context: DraftContext): Wish | null {
  const { parts, show, thing } = context;
  let best: Candidate | undefined;
  for (const candidate of candidates(context)) {
    const { span } = candidate;
    best ??= candidate;
    const statement = parts.statements.find(({ sentence }) => sentence === span.sentence);
    if (best.score - candidate.score > SCORE_GAP) break;
    if (statement === undefined || !candidate.isSure()) continue;
    const meaning = candidate.meaning();
    if (meaning === null) continue;
    const named = withOne(withName(meaning, span), parts.statements[statement.index - 1]);
    if (PLACE.test(named.wanted)) continue;
    return {
      ...named,
      span,
      rest: restOf(statement.phrase.text, show(span.start, span.end)) ||
        behindMark(statement.phrase.text, named.topic),
      statement,
    };
  }
  const [first] = parts.statements;
  const likeliest = parts.statements.find(({ sentence }) => sentence === best?.span.sentence) ??
    first;
  if (likeliest === undefined) return null;
  const { phrase: { text }, sentence, question } = likeliest;
  // "2.5x speed": a thing alone.
  const verbal = sentence?.tokens.some(({ pos }) => pos === "VERB" || pos === "AUX") ?? true;
  const thing_alone = verbal ? null : having(text);
  if (thing_alone !== null) return { ...thing_alone, span: null, rest: "", statement: likeliest };
  const wished = sentence === null || isAskedIn(sentence) ||
    context.roles.probability("wish", sentence) > SURE_PROBABILITY;
  return !wished && !question
    ? { ...troubled(text, thing), span: null, rest: text, statement: likeliest }
    : { ...described(text), span: null, rest: "", statement: likeliest };
}

/** A stretch that may tell the wish. */
interface Candidate {
  readonly span: Span;
  readonly score: number;
  /** Whether something is wished for there for sure. */
  isSure(): boolean;
  /** What it comes to; `null` where nothing that passes the gate. */
  meaning(): Meaning | null;
}

/** The model's stretches and what the rules propose, the likeliest first. */
function candidates(context: DraftContext): Candidate[] {
  const { spans, sentences, show, thing, roles } = context;
  const chosen = spans.best("wish", WISHES_LOOKED_AT);
  const seen = (sentence: Sentence) =>
    chosen.find((span) => span.sentence === sentence)?.score ?? SURE_SCORE;
  const all = chosen.map((span): Candidate => ({
    span,
    score: scoreOf(span, context),
    // Where nothing says that something is wished for, no wish is made up.
    isSure: () =>
      span.score > SURE_SCORE || isAsked(span) ||
      roles.probability("wish", span) > SURE_PROBABILITY,
    meaning: () => firstPassing(span, show, thing),
  }));
  for (const { span, meaning } of proposalsIn(sentences, show, thing)) {
    all.push({
      span,
      score: scoreOf({ ...span, score: seen(span.sentence) }, context) + WEIGHT.proposed,
      isSure: () => true,
      meaning: () => isInfinitive(meaning.wanted) ? meaning : null,
    });
  }
  return all.sort((one, other) => other.score - one.score).slice(0, WISHES_TRIED);
}

function scoreOf(span: Span, { roles }: DraftContext): number {
  // "give us quarterly, | or better still a free interval": it goes on with the wish.
  const likely = Math.max(
    roles.probability("wish", span),
    GOING_ON * roles.probability("wish_detail", span),
  );
  return WEIGHT.role * logit(likely) + WEIGHT.span * span.score +
    (isAsked(span) ? WEIGHT.asked : 0);
}

/** What a stretch comes to, in the first of its readings that passes the gate. */
function firstPassing(span: Span, show: DraftContext["show"], thing: string): Meaning | null {
  const { sentence } = span;
  const end = goingOn(sentence, span.end, show);
  const last = sentence.tokens.findLastIndex((token) => token.end <= end);
  const longer = end > span.end ? [{ ...span, last, end }] : [];
  for (const reading of [...longer, ...readings(span)]) {
    const meaning = infinitiveOf(reading, show, thing);
    if (meaning !== null && isInfinitive(meaning.wanted)) return meaning;
  }
  return null;
}

function isAsked({ sentence }: Span): boolean {
  return isAskedIn(sentence);
}

function isAskedIn(sentence: Sentence): boolean {
  return sentence.fired.some(({ rule }) =>
    rule === "wish/asked" || rule === "wish/offered" || rule.startsWith("wish/told/")
  );
}

/** "The colours are too alike for me": what is told is trouble, the wish is its end. */
function troubled(text: string, thing: string): Meaning {
  return { wanted: `this to change in ${thing}`, topic: unended(text) };
}

/** What it is for follows in the story. */
const AIM = /,? so that\b.*$/iu;

/** What cannot be turned is quoted, whole. */
function described(text: string): Meaning {
  return {
    wanted: `this: "${
      cutAtWord(unended(text).replace(AIM, "").replace(/["“”„]/gu, "'"), QUOTED_CHARACTERS)
    }"`,
    topic: cutWish(text),
  };
}

/** "… without an order number. It would be great to enter one that …": what "one" stands for. */
function withOne({ wanted, topic }: Meaning, before: Statement | undefined): Meaning {
  const thing = ONE.test(topic) ? WITHOUT.exec(unended(before?.phrase.text ?? ""))?.[1] : undefined;
  return thing === undefined ? { wanted, topic } : {
    wanted: wanted.replace(ONE, () => thing),
    topic: topic.replace(ONE, () => thing),
  };
}

/** A name inside the sentence keeps its capital. */
function withName({ wanted, topic }: Meaning, { sentence, first }: Span): Meaning {
  const word = first > 0 ? sentence.tokens[first]?.text ?? "" : "";
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return { wanted, topic };
  const small = new RegExp(`\\b${word.toLowerCase()}\\b`, "u");
  return { wanted: wanted.replace(small, () => word), topic: topic.replace(small, () => word) };
}

function restOf(text: string, topic: string): string {
  const known = topic.toLowerCase().slice(-REST_OVERLAP_CHARACTERS);
  const at = known === "" ? -1 : text.toLowerCase().indexOf(known);
  return at < 0 ? "" : text.slice(at + known.length)
    .replace(/^[\s.,;:!?–—-]*(?:(?:as well|too|also|please|pls)\b[\s.,;:!?–—-]*)?/i, "");
}

/** "a field please | - the kitchen needs it": the stretch was longer than the wish. */
function behindMark(text: string, topic: string): string {
  const rest = restOf(text, topic);
  return /[,;:–—-]\s*$/u.test(text.slice(0, text.length - rest.length)) ? rest : "";
}
