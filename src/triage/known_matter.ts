/**
 * A message that tells of what is known already: its letter says so and names
 * the number, and its case is put together with the one that it is like.
 *
 * @module
 */
import type { CaseJoining } from "./domain/case.ts";
import type { Intent } from "./domain/intent.ts";
import type { KnownMatter } from "./domain/matter.ts";
import { type InquiryCategory, type Reply, REPLY_LIMITS } from "./domain/reply.ts";
import { CODES_DIFFER, type FoundSimilar, type SimilarCase } from "./domain/similar.ts";

/** What is known of a message when its letter is written. */
export interface ToldMessage {
  readonly reply: Reply;
  /** Cases like it, and what is known of them; `null` where nobody looked. */
  readonly similar: FoundSimilar | null;
  /** Whether it stands by itself whatever it is like: grave, from a machine, in another language. */
  readonly apart: boolean;
}

/** The reply, and with which case it is put together. */
export interface ToldKnown {
  readonly reply: Reply;
  readonly joins: CaseJoining | null;
}

/** Options of {@linkcode knownMatters}. */
export interface KnownMatterOptions {
  /** Probability from which two cases are put together, in [0, 1]. */
  readonly matter_probability: number;
}

/** Tells a message of what is known of it. */
export type TellKnown = (told: ToldMessage) => ToldKnown;

/** Where nobody keeps matters every message stands alone. */
export const TELL_NOBODY: TellKnown = ({ reply }) => ({ reply, joins: null });

/** Tells of the matters that are known. */
export function knownMatters({ matter_probability }: KnownMatterOptions): TellKnown {
  return ({ reply, similar, apart }) => {
    const alone = { reply, joins: null };
    if (similar === null || apart) return alone;
    const telling = tellingOf(similar.cases, matter_probability);
    const found = telling && bestKnown(similar.known, telling, joinerOf(reply));
    if (found === null) return alone;
    const told = withNotice(reply, found.known);
    return told === null ? alone : { reply: told, joins: { ...found.joins } };
  };
}

/** Whether two cases are put together without a person: probably alike, and nothing keeps them apart. */
function isSure({ probability, differs }: SimilarCase, from: number): boolean {
  return probability >= from && differs.length === 0;
}

/**
 * The cases that tell with what a new one is put together: the sure ones, and those that name another
 * error code, whose matters are other matters. `null` where none is sure.
 */
export function tellingOf(
  similar: readonly SimilarCase[],
  from: number,
): readonly TellingCase[] | null {
  const telling = similar.flatMap((one): TellingCase[] => {
    const sure = isSure(one, from);
    const other_code = one.differs.some((text) => text.startsWith(CODES_DIFFER));
    return sure || other_code ? [{ ...one, sure }] : [];
  });
  return telling.some(({ sure }) => sure) ? telling : null;
}

/** One of them. One that is not sure names another code. */
export interface TellingCase extends Pick<SimilarCase, "case_id" | "probability"> {
  readonly sure: boolean;
}

/** The first known one that a case may be put with; no case of its matter names another code. */
export function bestKnown(
  known: readonly KnownMatter[],
  telling: readonly TellingCase[],
  joiner: Joiner,
): { readonly known: KnownMatter; readonly joins: CaseJoining } | null {
  const told = new Map(telling.map((one) => [one.case_id, one]));
  const others = new Set(
    known.filter(({ case_id }) => told.get(case_id)?.sure === false).map((one) => one.matter_id),
  );
  for (const one of known) {
    const { sure = false, probability = 0 } = told.get(one.case_id) ?? {};
    if (!sure || !mayBeOf(one, joiner)) continue;
    if (one.matter_id !== null && others.has(one.matter_id)) continue;
    return { known: one, joins: { case_id: one.case_id, probability } };
  }
  return null;
}

/** What is to be put with what is known. */
export interface Joiner {
  readonly intent: Intent;
  /** `null` where it is no inquiry, or nobody knows. */
  readonly category: InquiryCategory | null;
}

/**
 * Whether a case may be put with what is known: a wish is no more of a fault, and who is in a grave
 * situation stands alone. A question joins others where it can have the same answer: how something
 * is used, or what people have put together before. What is asked of one's own account, payment or
 * order is one's own.
 */
function mayBeOf(
  { message_type, matter_id, grave }: KnownMatter,
  { intent, category }: Joiner,
): boolean {
  if (message_type !== intent || grave) return false;
  return intent !== "general_inquiry" || matter_id !== null || category === "Usage Question";
}

/** The reply that says, behind its first paragraph, what is known; `null` where there is no room. */
export function withNotice(
  reply: Reply,
  known: Pick<KnownMatter, "ticket_id" | "solved">,
): Reply | null {
  const { letter } = reply;
  const end = /\n\s*\n/.exec(letter)?.index ?? letter.length;
  const told = `${letter.slice(0, end)}\n\n${noticeOf(reply, known)}${letter.slice(end)}`;
  return told.length <= REPLY_LIMITS.letter_characters ? { ...reply, letter: told } : null;
}

function joinerOf(reply: Reply): Joiner {
  const { intent } = reply;
  return { intent, category: intent === "general_inquiry" ? reply.inquiry.inquiry_category : null };
}

/** What the customer is told; an inquiry has no number. */
function noticeOf(
  { intent }: Reply,
  { ticket_id, solved }: Pick<KnownMatter, "ticket_id" | "solved">,
): string {
  if (ticket_id === null) {
    return solved
      ? "Others asked us this before and we took it for settled; now that you ask, it is open again."
      : "Others have asked us this too, and what you wrote is kept together with theirs.";
  }
  if (intent === "feature_request") {
    return solved
      ? `This was asked for before, as ${ticket_id}, and we took it for done; now that you ask for it, it is open again.`
      : `This was asked for before: we keep it as ${ticket_id}, and your wish is counted with it.`;
  }
  return solved
    ? `We know of this as ${ticket_id} and took it for solved; now that you tell us of it, it is open again.`
    : `We know of this already: it is ${ticket_id} with us, and what you wrote is kept together with it.`;
}
