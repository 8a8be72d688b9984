/**
 * How a letter says that the customer asks, wants or tells: what follows is
 * theirs.
 *
 * @module
 */
import { wordSet } from "./inflection.ts";
import { NOTICING, TELLING } from "./letter_words.ts";
import type { Scope } from "./restatement.ts";

const FRAME_SUBJECT =
  /^(?:(?:as|from what|what|that|if|because|since|so|in (?:it|which|your \w+)|here|there|with this|once more|and|but) )*(?:you|your (?:\w+ ){0,2}(?:message|note|question|request|report|wish|suggestion|idea|proposal|inquiry|enquiry|email|mail|point|concern|description|feedback)|the (?:question|wish|request|idea|suggestion))\b/;

const BETWEEN = wordSet(
  "are were is was have has had would also both very much further currently now really just clearly say that do did mainly simply rightly frankly therefore kindly been first then still each not m am so there be in mostly to already obviously",
);

const ASKS =
  /^(?:ask|want|wish|like|love|need|suggest|propos|request|wonder|prefer|hop|look|try|tri|seek|sought|search|inquir|enquir|plan|consider|expect|recommend|require|intend|imagin|mean|dream|aim|pictur)/;

/** "You ask whether …": what follows is the customer's. */
export function tellingOf(text: string): { scope: Scope; rest: string[] } | null {
  const subject = FRAME_SUBJECT.exec(text);
  if (subject === null) return null;
  const words = text.slice(subject[0].length).trim().split(" ").filter((word) => word !== "");
  let at = 0;
  while (BETWEEN.has(words[at] ?? "")) at++;
  const before = words.slice(0, at).join(" ");
  const verb = words[at] ?? "";
  const rest = words.slice(at + 1);
  if (!/\byou$/.test(subject[0]) && /^(?:is|was)$/.test(before) && verb === "") {
    return { scope: "asked", rest: [] };
  }
  if (
    !/\byou$/.test(subject[0]) && /^(?:is|was)\b/.test(before) &&
    /^(?:whether|if|how|what|which|where|when|why|who|about|for|to|that)$/.test(verb)
  ) return { scope: "asked", rest: words.slice(at) };
  if (
    /^(?:look|search|seek|try|hope|plan|consider|think|aim|struggle)$/.test(verb) &&
    !/^(?:for|that|about|to)$/.test(rest[0] ?? "")
  ) return null;
  const also = words.findIndex((word, place) =>
    place > at && /^(?:and|but)$/.test(words[place - 1] ?? "") &&
    /^(?:ask|wonder|want|wish|need|wondering|asking)$/.test(word)
  );
  if (also > 0) {
    return { scope: "asked", rest: [...words.slice(at, also), ...words.slice(also + 1)] };
  }
  if (!TELLING.has(verb)) return null;
  if (NOTICING.has(verb) && !/\bwould\b/.test(before)) return null;
  if (/^need/.test(verb) && /^(?:not|to pay)/.test(rest.join(" "))) return null;
  return { scope: ASKS.test(verb) || /\bwould\b/.test(before) ? "asked" : "told", rest };
}
