/**
 * Words a wish for a story and a title by grammar alone: an infinitive or a
 * thing, in the customer's words from where what leads up to them ends. What
 * does not come out whole has no wording, and is quoted.
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { isBalanced } from "../english/gate.ts";
import { calmed } from "../english/headline.ts";
import { baseForm, isBaseVerb } from "../english/base_form.ts";
import { isGerund } from "../english/verb_forms.ts";
import { lowerFirst } from "../english/rewording.ts";
import type { Show } from "../message/excerpt.ts";
import { parseClause } from "./clause_parts.ts";
import { commands, isDoing, mayCommand } from "./doing.ts";
import { beforePraise, holdsFinite, isThing } from "./grammar.ts";
import { type Form, type Led, ledBy, ledLater } from "./lead_in.ts";
import { clauseEnd, type Stretch, stretchOf } from "./stretch.ts";

/** A wish in words of ours around the customer's. */
export interface Wording {
  /** What can stand after "I want": "to sort it", "the app to sort it", "a list". */
  readonly wanted: string;
  /** As the start of a title: "sort it", "the list can be sorted", "a list". */
  readonly topic: string;
  /** What it would do, where the wish says so: "save me ten calls". */
  readonly gain: string | null;
}

/** A wording before what it would do is read. */
type Worded = Omit<Wording, "gain">;

const WANTED_CHARACTERS = { least: 6, most: 220 } as const;
/** So many words say something even without a noun: "see who changed what and when". */
const TELLING_WORDS = 3;
/** "would do nicely" says nothing. */
const GAIN_WORDS_MIN = 3;
const PLEASE = new Set(["please", "please,", "pls", "pls,"]);
const HAVING = new Set(["have", "get"]);
const JOINING = new Set(["and", "or"]);
/** A story does not end with them. */
const HANGING = new Set(["DET", "CCONJ", "SCONJ"]);
/** "a corner each" */
const ENDING = new Set(["each", "all", "both"]);
/** Who or what they are stands elsewhere. */
const POINTING = new Set("it them this that these those they he she him her one".split(" "));
const CUSTOMER = new Set(["i", "we", "one"]);
const PRODUCT = new Set(["you", "u", "it"]);

/** The wording of a stretch that tells a wish; `null` where none is certain. */
export function wordingOf(stretch: Stretch, show: Show, thing: string): Wording | null {
  const led = ledBy(stretch);
  const later = led.form === "open" ? ledLater(stretch) : null;
  // "Our committee | would appreciate a list": who wishes is nothing that would be good to have.
  const wishes = later !== null && stretch.sentence.tokens[later.opening]?.normal === "would";
  return (wishes ? null : wordingFrom(led, stretch, show, thing)) ??
    (later === null ? null : wordingFrom(later, stretch, show, thing));
}

function wordingFrom(
  { form, first, last }: Led,
  { sentence }: Stretch,
  show: Show,
  thing: string,
): Wording | null {
  const { tokens } = sentence;
  const whole = clauseEnd(stretchOf(sentence, first, last), first);
  const end = beforePraise(tokens, first, whole);
  const said = (from: number, to = end) =>
    asInside(withoutPlease(show(tokens[from]?.start ?? 0, tokens[to]?.end ?? 0)), tokens, from);
  const words = { tokens, first, last: end, said, thing };
  const wording = adding(form, words) ??
    // "live captions | would help": a thing, whatever its words are tagged.
    (end < whole && form === "open" && tokens[first + 1]?.pos !== "DET" &&
        !holdsFinite(tokens, first + 1, end)
      ? having(said(first))
      : worded(form, words));
  return wording !== null && isWhole(wording.wanted, tokens, first, end)
    ? { ...wording, gain: end < whole ? gainOf(tokens, end + 1, whole, said) : null }
    : null;
}

/** What stands behind what leads up to a wish, whole or not; the stretch where nothing does. */
export function pointOf(stretch: Stretch, show: Show): string {
  const { sentence } = stretch, { tokens } = sentence;
  const led = ledBy(stretch);
  const { first, last } = led.form === "open" ? ledLater(stretch) ?? led : led;
  const end = first > stretch.first ? clauseEnd(stretchOf(sentence, first, last), first) : last;
  return withoutPlease(show(tokens[first]?.start ?? 0, tokens[end]?.end ?? 0));
}

/** "would save me ten calls": what it is good for; that it would be good says nothing. */
function gainOf(tokens: readonly Token[], from: number, last: number, said: Said): string | null {
  const would = tokens.findIndex(({ normal }, at) => at >= from && normal === "would");
  const verb = tokens[would + 1];
  if (verb?.pos !== "VERB" || last - would < GAIN_WORDS_MIN) return null;
  return `it ${said(would, last)}`;
}

/** "make please codes which …"; up to where faces stood (safe_words.ts). */
function withoutPlease(text: string): string {
  return (text.split(" – ", 1)[0] ?? "").split(" ")
    .filter((word) => !PLEASE.has(word.toLowerCase())).join(" ").trim();
}

/** A capital is kept where no sentence begins: a name. */
function asInside(text: string, tokens: readonly Token[], from: number): string {
  return from > 0 ? calmed(text) : lowerFirst(calmed(text), tokens[from]?.pos);
}

type Said = (from: number, to?: number) => string;

/** The words of a wish, and how what is between two of them is said. */
interface WishWords {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly last: number;
  readonly said: Said;
  /** How the product is called. */
  readonly thing: string;
}

function worded(form: Form, words: WishWords): Worded | null {
  const { tokens, first, last, said, thing } = words;
  switch (form) {
    case "doing":
      // "could we have quiet hours"
      if (HAVING.has(tokens[first]?.normal ?? "") && isThing(tokens, first + 1, last)) {
        return having(said(first + 1));
      }
      return isDoing(tokens, first, last) ? doing(said(first)) : null;
    case "of_us":
      return isDoing(tokens, first, last) ? ofProduct(said(first), thing) : null;
    case "not":
      return isDoing(tokens, first, last)
        ? { wanted: `${thing} not to ${said(first)}`, topic: `don't ${said(first)}` }
        : null;
    case "clause":
      return clause(words, false);
    case "thing":
      if (isThing(tokens, first, last)) return having(said(first));
      return isDoing(tokens, first, last) && !holdsFinite(tokens, first + 1, last)
        ? doing(said(first))
        : clause(words, false);
    default:
      if (isThing(tokens, first, last) && !mayCommand(tokens, first)) return having(said(first));
      return isDoing(tokens, first, last) && commands(tokens, first)
        ? ofProduct(said(first), thing)
        : clause(words, true);
  }
}

/** "adding a dark mode": done by us where we are asked, else by the customer. */
function adding(form: Form, { tokens, first, last, said, thing }: WishWords): Worded | null {
  const word = tokens[first]?.normal ?? "", base = baseForm(word);
  if (first === last || tokens[first]?.pos !== "VERB") return null;
  if (!isGerund(word) || !isBaseVerb(base)) return null;
  if (holdsFinite(tokens, first + 1, last)) return null;
  const next = tokens.findIndex(({ normal }, at) =>
    at > first && at < last && JOINING.has(tokens[at - 1]?.normal ?? "") && isGerund(normal)
  );
  // "dictating a report and having it filed"
  const text = next < 0
    ? `${base} ${said(first + 1)}`
    : [base, said(first + 1, next - 1), baseForm(tokens[next]?.normal ?? ""), said(next + 1)]
      .join(" ");
  return form === "of_us" ? ofProduct(text, thing) : doing(text);
}

function doing(text: string): Worded {
  return { wanted: `to ${text}`, topic: text };
}

function ofProduct(text: string, thing: string): Worded {
  return { wanted: `${thing} to ${text}`, topic: text };
}

function having(text: string): Worded {
  return { wanted: text, topic: text };
}

/** @param missing Whether the clause must say itself that it is not so yet. */
function clause({ tokens, first, last, said, thing }: WishWords, missing: boolean): Worded | null {
  const parsed = parseClause(tokens, first, last, !missing);
  if (parsed === null || missing && !parsed.missing) return null;
  if (parsed.verb === "be" && parsed.rest === last) return null;
  const rest = [parsed.verb, said(parsed.rest)].join(" ").trim();
  const word = tokens[first]?.normal ?? "";
  const alone = parsed.subject === first;
  if (alone && CUSTOMER.has(word)) return doing(rest);
  if (alone && PRODUCT.has(word)) return ofProduct(rest, thing);
  const subject = said(first, parsed.subject);
  if (subject.toLowerCase() === thing) return ofProduct(rest, thing);
  return { wanted: `${subject} to ${rest}`, topic: `${subject} can ${rest}` };
}

/** Whether a wording reads as one: something is named, nothing hangs, quotes and brackets are whole. */
function isWhole(wanted: string, tokens: readonly Token[], first: number, last: number): boolean {
  const { least, most } = WANTED_CHARACTERS;
  if (wanted.length < least || wanted.length > most || !isBalanced(wanted)) return false;
  const ending = tokens[last]?.normal ?? "";
  if (
    HANGING.has(tokens[last]?.pos ?? "") && !ENDING.has(ending) &&
    !POINTING.has(ending)
  ) {
    return false;
  }
  const named = tokens.findIndex(({ pos }, at) =>
    at >= first && (pos === "NOUN" || pos === "PROPN")
  );
  const object = tokens[first + 1];
  if (POINTING.has(object?.normal ?? "") && object?.pos === "PRON") return false;
  return named >= 0 && named <= last || last - first >= TELLING_WORDS;
}
