/**
 * Whether words tell a doing: a verb in its base form first, "sort the list".
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { isBaseVerb } from "../english/base_form.ts";
import { isVerbTag } from "../english/words.ts";
import { SUBORDINATING } from "./grammar.ts";
import { MODALS } from "./clause_parts.ts";

/** "show wind speed": a thing or a command. */
export function mayCommand(tokens: readonly Token[], first: number): boolean {
  const [word, next] = [tokens[first], tokens[first + 1]];
  return word?.pos === "NOUN" && isBaseVerb(word.normal) && next?.pos !== "ADP" &&
    next?.normal !== "and";
}

/** Whether a word that may be a thing is followed by what only a verb has: "show | the distance". */
export function commands(tokens: readonly Token[], first: number): boolean {
  const next = tokens[first + 1], pos = tokens[first]?.pos;
  if (pos !== "NOUN") return isVerbTag(pos);
  return next?.pos === "DET" || next?.pos === "PRON" ||
    SUBORDINATING.has(next?.normal ?? "");
}

/** Whether words tell a doing: a verb in its base form first. */
export function isDoing(tokens: readonly Token[], first: number, last: number): boolean {
  const verb = tokens[first];
  return verb !== undefined && first < last &&
    (verb.normal === "be" || isBaseVerb(verb.normal)) &&
    !MODALS.has(verb.normal);
}
