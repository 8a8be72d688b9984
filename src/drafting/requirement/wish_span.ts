/**
 * The stretch that tells a wish, as the model chose it and as it may have been
 * meant: with the quotation next to it, up to the end of its sentence, from the
 * start of its clause.
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { isBaseVerb } from "../english/base_form.ts";
import type { Span } from "../message/span_model.ts";

const OPENING_QUOTE = /^["“„«]$/;
const CLOSING_QUOTE = /^["”“»]$/;
const CLAUSE_MARK = /^[,;:.!?()–—]$/;
/** Where what follows a quotation is no part of the wish. */
const ENDS = new Set(["so", "because", "rather", "instead", "but", "please"]);
const NOUNS = new Set(["NOUN", "PROPN", "ADJ"]);
const DETERMINERS = new Set(["a", "an", "the", "my", "our", "one", "some"]);

/** The stretches to try, in order. */
export function* readings(span: Span): Generator<Span, void> {
  const whole = withVerb(withQuotations(span));
  const longer = toClauseEnd(whole);
  if (longer !== null) yield longer;
  yield whole;
  yield toSentenceEnd(whole);
  yield fromClauseStart(whole);
  const asked = fromAsking(whole);
  if (asked !== null) yield asked;
}

/** "that I can look | a word in two books": the doing began before the stretch. */
function withVerb(span: Span): Span {
  const { tokens } = span.sentence;
  const { first } = span;
  const verb = tokens[first - 1];
  const [one, two] = [tokens[first - 3], tokens[first - 2]].map((token) =>
    token?.text.toLowerCase() ?? ""
  );
  const told = isCustomer(one) && isModal(two) && verb?.pos === "VERB" &&
    verb.lemma === verb.normal;
  // "Could I pin | a note to the top": whatever stands there is a verb.
  const asked = isModal(one) && isCustomer(two) && isBaseVerb(verb?.normal ?? "");
  return told || asked ? between(span, first - 1, span.last) : span;
}

function isModal(word: string | undefined): boolean {
  return word === "can" || word === "could";
}

function isCustomer(word: string | undefined): boolean {
  return word === "i" || word === "we" || word === "one";
}

/** 'tell the driver "knock at the window"': a quotation is no place to stop. */
function withQuotations(span: Span): Span {
  const { tokens } = span.sentence;
  let { first, last } = span;
  const opened = opensAfter(tokens, last);
  if (opened >= 0) {
    last = closing(tokens, opened);
    while (last + 1 < tokens.length && !endsAt(tokens[last + 1])) {
      const next = last + 1;
      // A mark without its other half encloses nothing: it is passed over.
      last = OPENING_QUOTE.test(tokens[next]?.text ?? "")
        ? Math.max(next, closing(tokens, next))
        : next;
    }
  }
  // "No PNG with | a transparent background": what is missed begins with its clause.
  const opening = clauseStart(tokens, first);
  if (tokens[first - 1]?.pos === "ADP" && tokens[opening]?.text.toLowerCase() === "no") {
    first = opening + 1;
  }
  // "one | login for both": how many is part of it.
  if (tokens[first - 1]?.text.toLowerCase() === "one" && NOUNS.has(tokens[first]?.pos ?? "")) {
    first--;
  }
  if (first > 0 && CLOSING_QUOTE.test(tokens[first - 1]?.text ?? "")) {
    const quote = tokens.findLastIndex(({ text }, at) =>
      at < first - 1 && OPENING_QUOTE.test(text)
    );
    if (quote >= 0) first = quote;
    if (DETERMINERS.has(tokens[first - 1]?.text.toLowerCase() ?? "")) first--;
  }
  return between(span, first, last);
}

/** Index of a quotation's opening mark before the clause ends; -1 where none stands there. */
function opensAfter(tokens: readonly Token[], last: number): number {
  for (let at = last + 1; at < tokens.length && !endsAt(tokens[at]); at++) {
    if (OPENING_QUOTE.test(tokens[at]?.text ?? "")) return at;
  }
  return -1;
}

function closing(tokens: readonly Token[], opened: number): number {
  const closed = tokens.findIndex(({ text }, at) => at > opened && CLOSING_QUOTE.test(text));
  return closed < 0 ? opened - 1 : closed;
}

function endsAt(token: Token | undefined): boolean {
  return token === undefined || CLAUSE_MARK.test(token.text) || ENDS.has(token.text.toLowerCase());
}

/** What of a clause can still belong to the wish: "sell | when stock = 0", "before the time | is up". */
const GOING_ON = new Set(["ADP", "AUX", "VERB", "SCONJ", "NUM", "SYM", "PART", "ADV"]);
const LEFT_OUT = new Set([
  ..."because since so as like than please pls plz if which though although too also again already asap now today soon would"
    .split(" "),
  ..."for thanks thank is are was were has have had 'd 's".split(" "),
]);
const LONGER_WORDS_MAX = 9;

/** "sell | when the shelf is empty": up to the end of the clause, where it goes on with the same. */
function toClauseEnd(span: Span): Span | null {
  const { tokens } = span.sentence;
  const next = tokens[span.last + 1];
  if (next === undefined || !GOING_ON.has(next.pos)) return null;
  const waits = SUBORDINATE.has(subordinateIn(tokens, span));
  if (LEFT_OUT.has(next.text.toLowerCase()) && !(waits && next.pos === "AUX")) return null;
  let last = span.last + 1;
  while (
    last + 1 < tokens.length && !endsAt(tokens[last + 1]) &&
    /^[\p{L}\p{N}'’%=$€£&/+-]/u.test(tokens[last + 1]?.text ?? "")
  ) last++;
  return last - span.last > LONGER_WORDS_MAX ? null : between(span, span.first, last);
}

const SUBORDINATE = new Set(["before", "after", "when", "until", "once", "while", "where", "that"]);

/** The last word of a stretch that opens a clause: "before" of "before the time". */
function subordinateIn(tokens: readonly Token[], { first, last }: Span): string {
  for (let at = last; at > first; at--) {
    const word = tokens[at]?.text.toLowerCase() ?? "";
    if (SUBORDINATE.has(word)) return word;
    if (tokens[at]?.pos === "VERB" || tokens[at]?.pos === "AUX") return "";
  }
  return "";
}

/** "can you make it | so that I can share it": the stretch was too short. */
function toSentenceEnd(span: Span): Span {
  return between(span, span.first, span.sentence.tokens.length - 1);
}

/** "a waiting list should be | offered the slot": it began too late. */
function fromClauseStart(span: Span): Span {
  return between(span, clauseStart(span.sentence.tokens, span.first), span.last);
}

function clauseStart(tokens: readonly Token[], from: number): number {
  let first = from;
  while (first > 0 && !CLAUSE_MARK.test(tokens[first - 1]?.text ?? "")) first--;
  return first;
}

/** "sick of the intro, | add a skip button": what is asked of us, at the start of a clause. */
function fromAsking(span: Span): Span | null {
  const { tokens } = span.sentence;
  const at = tokens.findIndex((token, index) =>
    ASKING.has(token.text.toLowerCase()) &&
    (index === 0 || CLAUSE_MARK.test(tokens[index - 1]?.text ?? ""))
  );
  return at < 0 ? null : between(span, at, tokens.length - 1);
}

const ASKING = new Set(["add", "allow", "bring", "give", "introduce", "let", "make", "offer"]);

function between(span: Span, first: number, last: number): Span {
  const { tokens } = span.sentence;
  const start = tokens[first]?.start ?? span.start, end = tokens[last]?.end ?? span.end;
  return { ...span, first, last, start, end };
}
