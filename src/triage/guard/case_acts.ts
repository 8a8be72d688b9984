/**
 * What is said of a report, of an answer, of a page: that it was kept, will be
 * read, is welcome, explains; and of a wish, that it is a sensible one.
 *
 * @module
 */
import { recipientStands } from "./act_objects.ts";
import { isTimed, wordsStand } from "./act_words.ts";
import type { Form } from "./inflection.ts";
import {
  ANSWERING,
  CASE,
  CASE_DOES,
  JUDGING,
  KEEPING,
  LETTER_WORDS,
  LOOKING,
} from "./letter_words.ts";
import { AUX, isObject } from "./own_acts.ts";
import type { Brought } from "./brought.ts";
import { isSensitiveWord } from "./sensitive_words.ts";

/** Whether what is said of a report, of an answer or of a page is so. */
export function caseStands(
  given: readonly string[],
  sub: boolean,
  brought: Brought,
  pages: boolean,
): boolean {
  const words = given[0] === "that" && given.length > 3 &&
      /^(?:the|your|a|an|our|it|they|this)$/.test(given[1] ?? "")
    ? given.slice(1)
    : given;
  const text = words.join(" ");
  if (isTimed(text) || !wordsStand(words, brought)) return false;
  if (/^there (?:is|are|was|were|may be|might be|has been)\b/.test(text)) {
    return words.some((word, at) =>
      at > 1 && CASE.has(word) ||
      /^(?:news|need|guarantee|decision|way|date|updates?|developments?|something|anything)$/.test(
        word,
      )
    ) && !/\byou (?:get|will|can have)\b/.test(text);
  }
  if (/^what an? /.test(text)) {
    return words.some((word, at) => at > 1 && CASE.has(word)) && words.length < 8;
  }
  const plural = (word: string) =>
    /^(?:they|these|those|both|all|we|you)$/.test(word) || /[^s]s$/.test(word);
  const begins = words.findIndex((word, at) =>
    at > 0 && at < 5 && /^(?:you|we|i)$/.test(word) && CASE.has(words[at - 1] ?? "") &&
    !words.slice(0, at).some((one, place) => place > 0 && isPredicate(one))
  );
  const head = words.findIndex((word, at) =>
    at > (begins > 0 ? begins + 2 : 0) &&
    (isPredicate(word) || CASE_DOES.get(word)?.has("base") === true && plural(words[at - 1] ?? ""))
  );
  if (head <= 0) return false;
  const subject = words.slice(0, head);
  if (
    pages &&
    subject.some((word) =>
      /^(?:page|article|guide|link|it|this|they|these|overview|pages|articles|guides|links|resources?)$/
        .test(word)
    )
  ) return !/\b(?:will|refund\w*|free)\b/.test(text);
  const about = subject.findIndex((word) => CASE.has(word));
  if (
    about === -1 || about > 5 ||
    !subject.slice(0, about).every((word) =>
      LETTER_WORDS.has(word) || brought.has(word) && !isSensitiveWord(word)
    )
  ) return false;
  return predicateStands(words, head, sub, brought);
}

function isPredicate(word: string): boolean {
  return BE.test(word) ||
    /^(?:will|shall|can|could|may|might|would|must|should|has|have|had|does|do)$/.test(word) ||
    CASE_DOES.get(word)?.has("s") === true || CASE_DOES.get(word)?.has("past") === true;
}

const BE = /^(?:is|are|was|were|be|been|being)$/;

function predicateStands(
  words: readonly string[],
  from: number,
  linked: boolean,
  brought: Brought,
): boolean {
  let at = from;
  while (
    AUX.has(words[at] ?? "") &&
    !(/^(?:have|has|had)$/.test(words[at] ?? "") && isObject(words[at + 1] ?? ""))
  ) at++;
  const aux = words.slice(from, at).join(" ");
  const head = words[at] ?? "";
  const after = words.slice(at + 1).join(" ");
  if (/\bmore \w+ than\b/.test(words.join(" "))) return false;
  const negated = /\bnot\b/.test(aux) || head === "no" || words[0] === "no";
  if (negated && !linked && BELITTLES.test(`${head} ${after}`)) {
    return words[0] === "that" && head === "no";
  }
  if (!/\b(?:is|are|was|were|be|been|being)\b/.test(aux)) {
    return head === ""
      ? words.length <= 6 && linked || words.at(-1) === "do"
      : doesStand(head, after);
  }
  const later = linked || negated ||
    /\b(?:will|shall|going to|can|could|may|might|would|must|should|to be)\b/.test(aux);
  if (JUDGING.has(head)) {
    const subject = words[from - 1] ?? "";
    return !CALMING.test(head) ||
      !/^(?:it|they|this|these|those|all|both|everything)$/.test(subject) && !brought.has(subject);
  }
  return isStand(head, after, later, linked, words);
}

/** What a report or an answer does: "has reached us", "goes to the team", "will help". */
function doesStand(head: string, after: string): boolean {
  if (!CASE_DOES.has(head)) return false;
  const bound = CASE_DOES_BOUND.find(([verb]) => verb.test(head));
  return bound === undefined || bound[1].test(after);
}

const CASE_DOES_BOUND: readonly (readonly [verb: RegExp, after: RegExp])[] = [
  [
    /^(?:have|has|had|get|gets|got)$/,
    new RegExp(
      `^(?:reached|arrived|come|read|noted|recorded|looked)|\\b(?:${[...CASE].join("|")})\\b`,
    ),
  ],
  [/^(?:come|comes|came)$/, /^(?:in|through|to us|from|up|as|across|with)\b/],
  [/^(?:go|goes|went|gone)$/, /^(?:to|from|into|before|through|straight|out to|on to|on our)\b/],
  [
    /^(?:makes?|made)$/,
    /\b(?:sense|easier|difference|clear|sure|possible to|it (?:hard|difficult|easier)|harder|difficult|work|for)\b/,
  ],
  [/^(?:do|does|did)$/, /^$/],
];
const BELITTLES =
  /^(?:a|an|our|no|important|read|looked|useful|interesting|welcome|good|needed|helpful|real|any)\b(?=.*\b(?:problem|issue|bug|fault|error|matter|important|read|looked|useful|welcome|good|interesting|helpful|concern)\b|.*$)(?=.*\b(?:problem|issue|bug|fault|error|matter|concern)\b|(?:important|read|looked|useful|welcome|good|interesting|helpful)\b)/;

/** What a report is: kept already; read, looked into and answered only later. */
function isStand(
  head: string,
  after: string,
  later: boolean,
  linked: boolean,
  words: readonly string[],
): boolean {
  if (head === "") return linked || /^(?:the|our|as a|what happens) next\b/.test(words.join(" "));
  const past = (verbs: ReadonlyMap<string, ReadonlySet<Form>>) =>
    verbs.get(head)?.has("past") === true;
  if (past(KEEPING)) return recipientStands(after, head);
  if (/^(?:what|how|where|why)$/.test(head)) return linked;
  if (ALREADY.test(head)) return true;
  if (past(LOOKING) || past(ANSWERING) || LATER_ON.test(head)) return later;
  if (IN_PLACE.test(head)) return placeStands(`${head} ${after}`);
  return A_KIND.test(head) && !/^(?:the only|\w+ first|\w+ there)\b/.test(`${head} ${after}`) &&
    (head === "enough" || /\b(?:need|decision|number|way)\b/.test(after) ||
      after.split(" ").some((word) => JUDGING.has(word) || CASE.has(word)));
}

const ALREADY =
  /^(?:logged|linked|known|stored|needed|meant|placed|asked|taken|shared|appreciated|valued|kept|held|based|described|mentioned|explained|written|easier|intended|supposed|related|noted|passed|put|treated|worth|behind)$/;
const LATER_ON = /^(?:taken|weighed|set|included|considered|regarded|decided|caused|able|likely)$/;
const IN_PLACE =
  /^(?:under|on|in|with|for|at|from|of|about|as|ticketid|down|all|report|request|number|part|up|due|by|to|among|below|above|attached|exactly)$/;
const A_KIND =
  /^(?:a|an|the|one|no|any|another|something|such|all|more|most|our|your|not|good|only|kind|there|quite|anything|enough|nothing)$/;

/** Of an answer one may say that it is fine, not of what it is about. */
const CALMING =
  /^(?:fine|ok|okay|good|right|complete|open|real|new|pending|easier|clear|perfect|excellent|ideal|best|better|great|wonderful|fantastic|known)$/;

/** Where a report stands. */
function placeStands(text: string): boolean {
  return /^(?:ticketid|down as|all in|report|request|number|below|attached|above|under|about|what|how|where|why|part|exactly)\b/
    .test(text) ||
    /^(?:on (?:file|record|our list|the (?:list|record)|its own)|in (?:the|our|a) (?:\w+ )?(?:queue|hands?|system|list|inbox|records?|ticket|report|file|same)|in (?:your own words|line|place|front|good hands|writing|review|full|one place)|with (?:us|our|the|those|a|that|it)|for (?:us|our|the|those|you|a)|at (?:the|this|hand|its)|from (?:you|your|daily|people)|of (?:great|real|use|help|good|course|interest|value|much|any)|as (?:you|it|described|clear|follows)|to (?:help|hear|know|see|read|have|understand|keep|be|make)|up to|down as|all in|by (?:reply|no means)|due to|among)\b/
      .test(text);
}

const EVALUATED =
  /^(.{3,90}?) (?:would|could|might|may|will)(?: \w+){0,3} (?:help\w*|assist|useful|good|great|nice|handy|interesting|valuable|worth|welcome|settle|enough|plenty|difference|ideal|fine|convenient|comfortable|easier|simpler|clearer|save you|tell us|frustrating|annoying|disruptive|inconvenient|tiring|worrying|upsetting|confusing|game changer)\b/;

const IS_AN_IDEA =
  /^(.{3,90}?) (?:is|are|sounds?|seems?|looks?|makes?)(?: (?:like )?(?:a|an|the|very|really|quite|certainly|indeed|clearly|such|perfectly|truly|not))*(?: \w+)? (?:idea|useful|helpful|convenient|question|suggestion|request|wish|point|thought|shame|pity|addition|sense|frustrating|annoying|inconvenient|disappointing|confusing|unfortunate|worrying|unpleasant|upsetting|tiresome|tedious|sensible|reasonable|understandable|nuisance|thing to ask|good thing)\b/;

/** "A screenshot would help", "a dark mode is a sensible wish": judged, not promised. */
export function isEvaluation(words: readonly string[], brought: Brought): boolean {
  const text = words.join(" ");
  const match = EVALUATED.exec(text) ?? IS_AN_IDEA.exec(text);
  if (
    match === null || /\b(?:we|i|you (?:get|have|can)|will be there|free)\b/.test(text) ||
    isTimed(text)
  ) return false;
  return !words.some((word) =>
    isSensitiveWord(word) && !LETTER_WORDS.has(word) && !brought.has(word)
  ) &&
    !/\b(?:not|no) (?:a |an )?(?:\w+ )?(?:problem|issue|bug|idea|question|good|worth)\b/.test(text);
}
