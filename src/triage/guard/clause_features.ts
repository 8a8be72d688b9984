/**
 * What a clause does, in names of features: who acts, how sure and when, by
 * which verb, on what.
 *
 * @module
 */
import type { SentenceWord } from "./sentence_words.ts";

const JOINS = /^(?:that|which|who|whether|what|how|why|when|where|because|if|but|so|and|or)$/;
const PERSON = /^(?:i|we|you|it|they|he|she|this|that|there|these|those)$/;
const NEGATION = /^(?:not|no|never|n't|nothing|nobody|none|without|neither|nor)$/;
const PAST = /(?:ed|en|wn|nt|pt|ft)$/;

/** A clause: what stands before its verb, the verb, what follows. */
export interface ClauseParts {
  /** What joins it to the clause before: "that", ","; "" for the first. */
  readonly joint: string;
  /** "we", "you", "staff", "case"; "=" for something of the customer's, "~" for something else, "" for none. */
  readonly subject: string;
  /** "will", "have been", … */
  readonly auxiliaries: string;
  readonly negated: boolean;
  /** `null` where the verb is missing. */
  readonly verb: SentenceWord | null;
  readonly form: "past" | "ing" | "base";
  /** What the verb is done to: a role, whose it is and its part of speech; "" for nothing. */
  readonly object: string;
}

/** The clauses of a sentence that have a verb. */
export function clauseParts(words: readonly SentenceWord[]): ClauseParts[] {
  const parts: ClauseParts[] = [];
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    const word = words[at];
    const cut = word === undefined || word.tag === "PUNCT" ||
      at > from && (word.tag === "SCONJ" || JOINS.test(word.word));
    if (!cut) continue;
    const clause = partsOf(words.slice(from, at));
    if (clause !== null) parts.push(clause);
    from = at;
  }
  return parts;
}

function partsOf(words: readonly SentenceWord[]): ClauseParts | null {
  const first = words.findIndex(({ tag }) => tag === "VERB" || tag === "AUX");
  if (words.length < 2 || first === -1) return null;
  const auxiliaries: string[] = [];
  let negated = false, at = first;
  for (; at < words.length; at++) {
    const { word = "", tag = "" } = words[at] ?? {};
    const has = /^(?:have|has|had)$/.test(word);
    if (NEGATION.test(word)) negated = true;
    else if (tag === "AUX" || has) auxiliaries.push(word);
    else if (tag !== "PART" && tag !== "ADV") break;
  }
  const verb = words[at] ?? null;
  const object = words.slice(at + 1).find(({ tag }) => isThing(tag));
  const begin = words[0];
  const joins = begin !== undefined &&
    (begin.tag === "PUNCT" || /^[SC]CONJ$/.test(begin.tag) || JOINS.test(begin.word));
  return {
    joint: joins ? begin.tag === "PUNCT" ? "," : begin.word : "",
    subject: subjectOf(words.slice(0, first)),
    auxiliaries: auxiliaries.join(" "),
    negated,
    verb,
    form: formOf(verb),
    object: object === undefined ? "" : object.role || object.kind,
  };
}

function isThing(tag: string): boolean {
  return tag === "NOUN" || tag === "PROPN" || tag === "NUM";
}

function subjectOf(words: readonly SentenceWord[]): string {
  const noun = words.findLast(({ tag }) => isThing(tag) || tag === "PRON");
  if (noun === undefined) return "";
  return PERSON.test(noun.word) ? noun.word : noun.role || (noun.brought ? "=" : "~");
}

function formOf(verb: SentenceWord | null): ClauseParts["form"] {
  if (verb === null) return "base";
  return PAST.test(verb.word) ? "past" : verb.word.endsWith("ing") ? "ing" : "base";
}

/** Names of the features of a clause. */
export function clauseFeatures(clause: ClauseParts): string[] {
  const { joint, subject, auxiliaries, verb, form, object } = clause;
  const no = clause.negated ? "!" : "";
  const aux = `${auxiliaries}${no}`;
  const name = verb?.name ?? "", kind = verb?.kind ?? "";
  return [
    `ca ${subject}|${aux}|${form}`,
    `cb ${subject}|${name}`,
    `cc ${subject}|${name}|${form}${no}`,
    `cd ${subject}|${aux}|${name}`,
    `ce ${name}|${object}`,
    `cf ${joint}|${subject}|${aux}`,
    `cg ${subject}|${aux}|${form}|${kind}`,
    `ch ${joint}|${subject}|${name}`,
    `ci ${subject}|${form}|${object}`,
  ];
}
