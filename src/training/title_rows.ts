/**
 * Reads messages with the titles that their writers would file, and fits what
 * chooses the stretch of a message for its title (drafting/ticket/title_model.ts).
 *
 * @module
 */
import { clausesOf } from "../drafting/message/clauses.ts";
import { excerptOf, showOf } from "../drafting/message/excerpt.ts";
import { holdsWord } from "../drafting/message/holds_word.ts";
import {
  decodeRoleWeights,
  judgeClauses,
  type RoleWeights,
} from "../drafting/message/role_model.ts";
import type { Role } from "../drafting/message/role_names.ts";
import { SpanReader } from "../drafting/message/span_model.ts";
import { visitTitle } from "../drafting/ticket/title_features.ts";
import { titleStretches } from "../drafting/ticket/title_model.ts";
import type { TitleStretch } from "../drafting/ticket/title_stretch.ts";
import type { Token } from "../triage/text/document.ts";
import type { Scorer } from "../triage/domain/ports.ts";
import { asOwnWords } from "../triage/text/own_words.ts";
import { fitTitles, type TitleExample } from "./fit_titles.ts";
import { fitRoleWeights, type ToldRow } from "./role_rows.ts";
import type { SpanRow } from "./span_rows.ts";

/** What a word of a title should be from. */
const NEAR: Readonly<Partial<Record<Role, number>>> = {
  fault: 1,
  step: 1,
  detail: 0.9,
  expected: 0.6,
  works: 0.3,
};
/** What a good stretch is made of: the clause, whole; the words of the writer's title. */
const WORTH = { clause: 0.65, whole: 0.1, words: 0.4 } as const;
/** Of one that is cut inside of a clause. */
const CUT = 0.6;
const FUNCTION_WORDS = new Set(
  "the a an my our is are was were to of in on at and it its i".split(" "),
);
const FUNCTION_WORD = 0.3;
const LEADING = new Set(["CCONJ", "SCONJ", "ADV", "INTJ", "PUNCT"]);

/**
 * Fits the weights, on messages taken apart and on those with the stretch that
 * readers would file (fixtures/titles.jsonl). The clauses of each half of the writers are judged by roles
 * that were learnt from the other half, as sure as they will be of a stranger's.
 */
export function fitTitleWeights(
  told: readonly ToldRow[],
  judged: readonly SpanRow[],
  marked: readonly SpanRow[],
  scorer: Scorer,
): Readonly<Record<string, number>> {
  const faults = [...told, ...judged.flatMap(asTold)].filter(({ type }) => type === "bug_report");
  const writers = [...new Set(faults.map(writerOf))].sort();
  const first = new Set(writers.slice(0, writers.length / 2));
  const halves = [true, false].map((own) =>
    faults.filter((row) => first.has(writerOf(row)) === own)
  );
  return fitTitles(halves.flatMap((half, at) => {
    const others = fitRoleWeights(
      "bug_report",
      (halves[1 - at] ?? []).filter((row) => told.includes(row)),
      marked,
      scorer,
    );
    const roles = decodeRoleWeights(others);
    return half.flatMap((row) => titleExample(row, roles, scorer) ?? []);
  }));
}

function writerOf({ id }: { readonly id: string }): string {
  return id.charAt(0);
}

/** A judged message: its stretch is what a reader would file, the rest has no role. */
function asTold({ id, product, type, text, spans }: SpanRow): ToldRow[] {
  const [told] = spans;
  if (told === undefined || type === "general_inquiry" || told.kind !== "fault") return [];
  const { start, end } = told;
  return [{
    id,
    product,
    type,
    text,
    parts: [["fault", start, end]],
    title: text.slice(start, end),
    severity: null,
    want: null,
    why: null,
  }];
}

/** The stretches of a message's fault as its clauses are judged by some weights; `null` without any. */
function titleExample(
  row: ToldRow,
  roles: RoleWeights,
  scorer: Scorer,
): TitleExample | null {
  const document = scorer.read(asOwnWords(row.text));
  const { evidence } = scorer.score(document);
  const show = showOf(document);
  const sentences = excerptOf(document, "bug_report", show).map(({ sentence }) => sentence);
  const clauses = clausesOf(sentences, document.text, evidence);
  const judged = judgeClauses(clauses, "bug_report", roles);
  const stretches = titleStretches({
    clauses: judged.flatMap((one, at) => {
      const clause = clauses[at];
      return clause === undefined ? [] : [{ clause, ...one }];
    }),
    spans: new SpanReader(sentences, evidence, "bug_report").best("fault", sentences.length),
    show,
    tells: () => true,
  });
  if (stretches.length < 2) return null;
  const tokens = sentences.flatMap((sentence) => sentence.tokens.filter(isWord));
  return {
    stretches: stretches.map((stretch) => {
      const features = new Map<string, number>();
      visitTitle(stretch, (name, value) => features.set(name, (features.get(name) ?? 0) + value));
      return features;
    }),
    gains: Float64Array.from(stretches, (stretch) => gainOf(stretch, row, tokens)),
  };
}

function isWord({ text }: Token): boolean {
  return holdsWord(text);
}

/** How good a title a stretch is. */
function gainOf(stretch: TitleStretch, { parts, title }: ToldRow, words: readonly Token[]): number {
  const { of: { sentence }, first, last, trigger } = stretch;
  const own = sentence.tokens.slice(first, last + 1).filter(isWord);
  const all = trigger === null
    ? own
    : [...own, ...sentence.tokens.slice(trigger.first, trigger.last + 1).filter(isWord)];
  if (own.length === 0) return 0;
  const near = all.reduce((sum, { start }) => {
    const [role] = parts.find(([, from, to]) => start >= from && start < to) ?? [];
    return sum + (role === undefined ? 0 : NEAR[role] ?? 0);
  }, 0) / all.length;
  const inside = new Set(all);
  let found = 0, starts = false, ends = false;
  for (const [role, from, to] of parts) {
    const part = words.filter(({ start }) => start >= from && start < to);
    if (role === "fault" && part.length > 0) {
      found = Math.max(found, part.filter((word) => inside.has(word)).length / part.length);
    }
    const begun = own[0] === undefined ? -1 : part.indexOf(own[0]);
    starts ||= begun >= 0 && part.slice(0, begun).every(({ pos }) => LEADING.has(pos));
    ends ||= part.length > 0 && part.at(-1) === own.at(-1);
  }
  const clause = found * near * (starts ? 1 : CUT) * (ends ? 1 : CUT);
  return WORTH.clause * clause + (found === 1 && starts && ends ? WORTH.whole : 0) +
    WORTH.words * likeness(stretch.text, title);
}

/** Words that two titles share, those that say little counting less (an F1). */
function likeness(one: string, other: string): number {
  const left = wordsOf(one), right = wordsOf(other);
  const rest = [...right];
  let shared = 0;
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared += weightOf(word);
  }
  const all = [...left, ...right].reduce((sum, word) => sum + weightOf(word), 0);
  return all > 0 ? 2 * shared / all : 0;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().replace(/['’]/gu, "").match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function weightOf(word: string): number {
  return FUNCTION_WORDS.has(word) ? FUNCTION_WORD : 1;
}
