/**
 * Wishes that are told by what we are to do: "let patients join a list", "make
 * the font larger", "add week numbers".
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { lower } from "../english/lower.ts";
import { baseForm } from "../english/base_form.ts";
import type { Show } from "../message/excerpt.ts";
import type { Span } from "../message/span_model.ts";
import { isWishVerb } from "./subject.ts";
import { another, cutWish, doing, having, lowerStart, type Meaning } from "./wish_meaning.ts";
import { wayTo } from "./wish_opening.ts";
import { isBaseVerb } from "./wish_verb.ts";
import { WISH_WORDS } from "./wish_words.ts";

const SUBJECT_WORDS_MAX = 6;

/** "let me mute them", "let patients join a list". */
export function letting(
  tokens: readonly Token[],
  at: number,
  span: Span,
  said: (from: number) => string,
  show: Show,
  thing: string,
): Meaning | null {
  const skipsTo = (from: number) => lower(tokens[from]) === "to" ? from + 1 : from;
  if (lower(tokens[at]) === "lemme") return doing(said(at + 1));
  if (WISH_WORDS.me.has(lower(tokens[at + 1]))) return doing(said(skipsTo(at + 2)));
  if (/ing$/.test(lower(tokens[at + 1])) && isWishVerb(lower(tokens[at + 1]))) {
    const doneBy = lower(tokens[at + 1]);
    return doing(baseForm(doneBy) + said(at + 1).slice(doneBy.length));
  }
  for (let verb = at + 2; verb < Math.min(span.last + 1, at + SUBJECT_WORDS_MAX); verb++) {
    const isTo = lower(tokens[verb]) === "to";
    // "half days in the leave planner": a thing.
    if (tokens[verb - 1]?.pos === "DET" || !isTo && tokens[verb - 1]?.pos === "NUM") continue;
    if (!isTo && !(isBaseVerb(tokens[verb]) && isWishVerb(lower(tokens[verb])))) continue;
    const subject = show(tokens[at + 1]?.start ?? 0, tokens[verb - 1]?.end ?? 0);
    const rest = cutWish(said(skipsTo(verb)));
    if (/^it$/i.test(subject)) return another("it", rest, thing);
    return { wanted: `${lowerStart(subject)} to be able to ${rest}`, topic: cutWish(said(at)) };
  }
  return having(said(at + 1));
}

/** "make the font larger", "make it possible to …", "make it so that I can …". */
export function making(
  tokens: readonly Token[],
  at: number,
  said: (from: number) => string,
  thing: string,
): Meaning | null {
  const it = lower(tokens[at + 1]) === "it";
  if (/^an?$/.test(lower(tokens[at + 1]))) return having(said(at + 1));
  if (it && lower(tokens[at + 2]) === "possible" && lower(tokens[at + 3]) === "to") {
    return doing(said(at + 4));
  }
  const possible = /^make (.{3,60}?) (?:possible|available)\b/i.exec(said(at))?.[1];
  if (possible !== undefined && !it) return having(possible);
  if (!it) return another("it", said(at), thing);
  let from = at + 2;
  while (lower(tokens[from]) === "so" || lower(tokens[from]) === "that") from++;
  const able = /^(?:i|we)$/.test(lower(tokens[from])) &&
    /^(?:can|could)$/.test(lower(tokens[from + 1]));
  if (able) return doing(said(from + 2));
  const allowed = /^(.{3,40}?) (?:can|could) (.{3,})$/i.exec(said(from));
  if (allowed !== null) {
    const [, who = "", rest = ""] = allowed;
    return another(who, `be able to ${rest}`, thing);
  }
  return isBaseVerb(tokens[from])
    ? another("it", said(from), thing)
    : another("it", said(at), thing);
}

/** "add a photo to each goal": what is had is had there. */
const PLACED: ReadonlyMap<string, string> = new Map([
  ["add", "added"],
  ["bring", "brought"],
]);

/** "add week numbers", "provide an option to hide them", "have audit logs". */
export function madeBy(
  tokens: readonly Token[],
  at: number,
  said: (from: number) => string,
): Meaning | null {
  const way = wayTo(tokens, at + 1, tokens.length - 1);
  if (way > 0) return doing(said(way));
  const from = lower(tokens[at + 1]) === "in" ? at + 2 : at + 1;
  const placed = PLACED.get(lower(tokens[at])) ?? "";
  const [, thing = "", where = ""] = placed === ""
    ? []
    : /^(.{3,60}?) (to (?:(?:the|my|our|a|an|each|every|all)\b|\p{Lu}).*)$/u.exec(
      cutWish(said(from)),
    ) ?? [];
  if (thing !== "") {
    const had = having(thing);
    if (had !== null && had.wanted.startsWith("to have ")) {
      return {
        wanted: `${had.wanted} ${placed} ${where}`,
        topic: `${lower(tokens[at])} ${had.topic} ${where}`,
      };
    }
  }
  return having(said(from).replace(/^(?:support for|back)\s+/i, ""));
}
