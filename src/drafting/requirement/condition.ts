/**
 * Reads what follows "if" in a wish: "the rest timer started on its own" is
 * "the rest timer to start on its own".
 *
 * @module
 */
import { baseForm } from "../english/base_form.ts";
import { another, doing, having, type Meaning } from "./wish_meaning.ts";

const CAN_DO =
  /^(?:i|we|one)(?:,? as [^,]{3,30},?)? (?:could|can|was able to|were able to|would be able to|had (?:the|an?) (?:option|ability|possibility|chance|way) to)(?: just| also| simply)? (.{3,})$/i;
const IS_THERE =
  /^(?:(?:i|we) (?:had|got|have)|there (?:was|were|is|would be|could be|are)) (.{3,})$/i;
const YOU_DO =
  /^(?:you|u)(?: guys)? (?:could|would|can|might)?\s*(?:also |please |just )?(\w+) (.{2,})$/i;
const MAKERS = /^(?:add|offer|provide|include|introduce|support|have|build|create|implement)$/;
const SUBJECT_MODAL =
  /^(it|[\p{L}’'-]+(?: [\p{L}\p{N}’'-]+){0,5}?) (?:could|cuold|would|can|did(?! (?:this|that|it|the|a|my|all)\b)|might) (?:also |automatically |just )?(.{3,})$/iu;
const SUBJECT_PAST =
  /^(it|(?:the|my|our|a|an|all|each|every)\b(?: [\p{L}\p{N}'’-]+){1,4}?) (\p{L}+ed|was|were|had|went|came|got|told|gave|showed|kept|ran|did|sent|let|made) (.{2,})$/iu;

/** A verb that the condition has somewhere: it names no thing. */
const TOLD = /\S \S.*\b(?:\p{L}+ed|was|were|did|got|had|went|came|told|gave|said|let|let me)\b/iu;

/** The meaning of a condition; `null` where it tells nothing that can be wished for. */
export function conditionOf(text: string, thing: string): Meaning | null {
  const can = CAN_DO.exec(text);
  if (can !== null) return doing(can[1] ?? "");
  const there = IS_THERE.exec(text);
  if (there !== null) return having(there[1] ?? "");
  const you = YOU_DO.exec(text);
  if (you !== null) {
    const [, told = "", rest = ""] = you;
    const verb = baseForm(told.toLowerCase());
    const letting = /^(?:let|allow)$/.test(verb) ? /^(?:me|us) (?:to )?(.{3,})$/i.exec(rest) : null;
    if (letting !== null) return doing(letting[1] ?? "");
    if (verb === "bring" && /^back\b/i.test(rest)) return another("it", `bring ${rest}`, thing);
    return MAKERS.test(verb)
      ? having(rest.replace(/^in /i, ""))
      : another("it", `${verb} ${rest}`, thing);
  }
  const modal = SUBJECT_MODAL.exec(text);
  if (modal !== null) return another(modal[1] ?? "", modal[2] ?? "", thing);
  const [, subject, past = "", rest = ""] = SUBJECT_PAST.exec(text) ?? [];
  if (subject !== undefined) {
    return another(subject, `${baseForm(past.toLowerCase())} ${rest}`, thing);
  }
  return /^(?:i|we|it|you|that|this|not)\b/i.test(text) || TOLD.test(text) ? null : having(text);
}
