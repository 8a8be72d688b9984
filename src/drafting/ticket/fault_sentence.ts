/**
 * Where, in its sentence, the fault begins and ends, by the roles of the
 * clauses around it.
 *
 * @module
 */
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { withoutEnd } from "../english/text_end.ts";
import { isGerund } from "../english/verb_forms.ts";
import { part, type Phrase } from "../english/words.ts";
import type { Show } from "../message/excerpt.ts";
import type { Role } from "../message/role_names.ts";
import type { Roles, Told } from "../message/roles.ts";
import { TRIGGERS } from "./fault_clause.ts";

/** "Bank holidays are not, | so repeat orders go into production": as long as it goes on with a fault and has room. */
export function endOf(fault: Told, { told }: Roles): number {
  let { end } = fault;
  for (const part of told) {
    const goesOn = part.sentence === fault.sentence && part.start >= end;
    if (!goesOn) continue;
    if (part.role !== fault.role || part.end - fault.start > REPLY_LIMITS.title_characters) break;
    ({ end } = part);
  }
  return end;
}

/** A sentence from where it comes to the fault, up to where it goes on to other things. */
export function aroundFault(phrase: Phrase, fault: Told, { told }: Roles, show: Show): Phrase {
  const { sentence } = fault;
  const parts = told.filter((part) => part.sentence === sentence);
  const at = parts.findIndex(({ start, end }) => start <= fault.start && fault.end <= end);
  const lead = parts.findLastIndex((part, before) =>
    before < at && !isCondition(part) &&
    (!LEADS_TO.has(part.role) && part.probability > SURELY || isPosture(part))
  );
  const fits = phrase.text.length <= REPLY_LIMITS.title_characters;
  const tail = parts.find((part, behind) =>
    behind > at && TAIL.has(part.role) && part.probability > SURELY &&
    !(fits && part.role === "consequence")
  );
  const first = parts[lead + 1];
  const from = lead < 0 || first === undefined || !opensOwn(first)
    ? -1
    : placeOf(phrase, first, show);
  const to = tail === undefined ? -1 : placeOf(phrase, tail, show);
  return from <= 0 && to <= 0 ? phrase : part(phrase, Math.max(from, 0), to > 0 ? to : undefined);
}

/** "if you drag a hut": whatever its role, it leads to what follows. */
function isCondition({ sentence, first }: Told): boolean {
  const [one, two] = sentence.tokens.slice(first, first + 2).map(({ normal }) => normal);
  return TRIGGERS.has(one ?? "") || one === "but" && TRIGGERS.has(two ?? "");
}

/** "standing at the stop | and the ticket code is a black box": no fault, and no step. */
function isPosture({ role, sentence, first }: Told): boolean {
  return role !== "step" && isGerund(sentence.tokens[first]?.normal ?? "");
}

/** The word of a phrase with which a clause begins; -1 where it is not found. */
function placeOf({ text, words }: Phrase, { start, end }: Told, show: Show): number {
  const said = withoutEnd(show(start, end));
  const at = said === "" ? -1 : text.indexOf(said);
  return at < 0 ? -1 : words.findIndex((word) => word.end > at);
}

/** Whether a clause begins with a subject of its own, not with the verb of the one before it. */
function opensOwn({ sentence, first, last }: Told): boolean {
  const word = sentence.tokens.slice(first, last + 1)
    .find(({ pos, text }) => !JOINING.has(pos) && /\p{L}|\p{N}/u.test(text));
  return word !== undefined && !VERBAL.has(word.pos);
}

const JOINING: ReadonlySet<string> = new Set(["CCONJ", "SCONJ", "ADV", "PUNCT"]);
const VERBAL: ReadonlySet<string> = new Set(["VERB", "AUX", "PART"]);
/** What belongs to a fault in front of it. */
const LEADS_TO: ReadonlySet<Role> = new Set<Role>(["fault", "detail", "step"]);
const TAIL: ReadonlySet<Role> = new Set<Role>(["consequence", "feeling", "courtesy"]);
const SURELY = 0.5;
