/**
 * What a clause of a letter does: tells what we do, refers to what the customer
 * said, asks them for something, or states how things are. Only some of it may
 * a model say in our name.
 *
 * @module
 */
import type { Token } from "../text/document.ts";
import {
  type ActGround,
  ASKED,
  asksTooMuch,
  isKnownAddress,
  isKnownStatement,
} from "./speech_act.ts";
import { LETTER_VERBS } from "./letter_verbs.ts";
import { NEUTRAL_WORDS } from "./neutral_words.ts";
import { isSensitiveWord, SECRET_NOUN } from "./sensitive_words.ts";

const FREE_FRAME =
  /\b(?:sorry(?: to (?:hear|learn|read|see))?(?: that| about| for)?|thank(?:s| you)(?: (?:so|very) much)?|thank(?:s| you) for|regret(?: that| to)?|(?:understand|gather|imagine|see|hear|read|noticed|noted|learn|learned|know|wondering|delighted|glad|happy|thrilled|appreciate) (?:that|how|why|what|whether|you|from|your)|(?:mention\w*|describ\w*|sa(?:y|id|ys)|wr(?:ite|ote)|report\w*|tell(?:ing)?|told|ask\w*|not(?:e|ed|ing)|explain\w*|experienc\w*|notic\w*|see(?:ing)?|saw|think|feel|believe|would (?:like|love)|d (?:like|love)|want|wish|suggest\w*|rais\w*|know|wondering)|(?:looks?|appears?) (?:like|as|that)|as you (?:describe|say|mention|write)|sounds? (?:like|as)|seems? (?:that|like)|understand (?:it|correctly)|whether|what|how|why|where|which|help(?:s|ed)? (?:us|you|me)|keep you|from what you)\b/;
const REFERRING =
  /\b(?:(?:see|read|notice|noticed|gather) that|about|regarding|concerning|request\w*|questions?|asking|ask|asked|report\w*|whether|wondering|sorry|mention\w*|understand|describ\w*|thank\w*|hear|suggest\w*|want|wish|would like|think|believe|pleased|happy|glad|delighted|thrilled|looks? like|sounds? like|wr(?:ite|ote)|sa(?:y|id))\b/;
const COMING = /\b(?:will|ll|shall|going to|gets?|receives?|have it)\b/;
const SUBORDINATE =
  /^(?:when|whenever|if|once|while|after|before|until|since|where|which|who|whom|that|whether|how|what|as|so that|in case|to|for|by|with|without|from|on|in|at|of|although|though|should|being|like|than)\b/;
const OURS =
  /^(?:we|i|they (?:will|ll|may)|our|someone|somebody|support|engineers?|colleagues?|people|a (?:person|colleague))\b/;
const WISHED =
  /^ (?:would|could|must|might|sounds?|seems?|being|is (?:a|an|such an?|certainly an?) (?:\w+ ){0,2}(?:idea|suggestion|request|feature|addition|point|thought|question|improvement|wish))\b/;
// A version or time to come.
const LATER =
  /\b(?:in|with) (?:the|our|a|one of our) (?:next|new|coming|following|later) (?!review|step)\w+|\bcoming\b|\bon (?:its|the|their) way\b/;
// Nothing has been looked into when the letter goes out.
const PREMATURE =
  /\b(?:have|has|ve) (?:\w+ )?(?:looked|reviewed|investigated|checked|examined|found|discussed|decided|considered|tested|evaluated|assessed|seen to|identified|reproduced|replicated|taken care|dealt with|handled)\b|\b(?:took care|dealt with|handled|sorted)\b|^we (?:looked|reviewed|investigated|checked|examined|found|discussed|decided|tested|evaluated|identified|reproduced)\b/;
const UNWILLING =
  /\b(?:we|i|they|people|engineers|colleagues) (?:\w+ )?(?:(?:will|do|does|did|shall) not|never) (?:\w+ )?(?:read|look|help|review|answer|reply|respond|care|like|value|appreciate|listen|need you)\b/;
// Only of their report and of what we ask is it said what is done with it.
const ABOUT_THE_CASE =
  /^(?:(?:so|and|also|then) )?(?:it|this|that|these|they|both|each|all|which|who|(?:your|the|this|that|these|all|every|any|each|our|requests?|suggestions?|reports?|ideas?)(?: [\w-]+){0,3}? ?(?:report|request|message|feedback|idea|suggestion|issue|problem|case|question|ticket|wish|concern|input|note|matter|reference|detail|comment|answer|information|point|help|patience|page|article|guide|option|step|section)?s?)(?: (?:about|for|like|from|on|of|regarding) .{0,80})? (?:is|are|was|were|will|can|could|has|have|would|ll|s|may|might)\b/;
// Judged, or told to somebody: neither has happened when the letter goes out.
const JUDGED =
  /^(?!all|every|each|any|requests|suggestions|(?:.* )?(?:what|if|whether|when|once|until)\b).*\b(?:is|are|was|were|has been|have been|s been|ve been) (?:\w+ )?(?:reviewed|considered|evaluated|assessed|examined|investigated|discussed|decided|checked|chosen|confirmed)\b/;
const TOLD_TO =
  /\b(?:shar(?:e|ed|ing)|forward(?:ed|ing)?|pass(?:ed|ing)?|told|tell) (?:\w+ ){0,4}?(?:with|to) (?:the |an? |our |your |some )?(?!the\b|an?\b|our\b|your\b|some\b|us\b|you\b|me\b|colleagues?\b|people\b|person\b|developers?\b|engineers?\b|specialists?\b|someone\b|somebody\b|it\b|this\b|those\b|right\b|see\b|hear\w*\b)\w+/;
// Of the customer nothing is said but what they wrote.
const ABOUT_YOU =
  /\byou (?:(?:are|were)(?! (?:also |currently |still |very |so |not )?(?:us|ask|look|hav|see|try|experienc|referr|sure|unable|able|unsure|upset|happy|unhappy|disappointed|frustrated|fac|wonder|runn|interest|wait|work|miss|concern|worr|annoy))|do not|did|do|cannot|can not|know|did not|have done)\b|\b(?:for|of) being\b|\bhaving you\b/;
const SEEN =
  /\b(?:see|seems?|appears?|looks like|(?<!us )know|aware) (?:that )?(?=.*\b(?:is|are|was|were|will|did|has|have)\b)(.{6,})/;
const NEVER =
  /\bmust be you\b|\bwatching you\b|\bknow where you\b|\byou (?:are|re) (?:right|wrong)\b|\bbecause of you\b|\bon us\b|\byou can (?!write|contact|try|reply|reach|ask|always|let)[^.]*\bagain\b|\b(?:other|another|some|one|most|many|all|our) (?:people|person|persons|members?|customers?|users?|clients?)(?! who)|\bwe (?:saw|heard|watched|knew)\b|\b(?:is|are) yours\b|\b(?:is|are|am|re|s|m) on (?:it|for|again)\b|\bnot (?:a|an|our) (?:problem|issue|bug|error|matter)\b|\bnothing wrong\b|\byour own (?:doing|making)\b|\bwant you to (?!have|know|be)|\byour location\b|\b(?:happy|glad|pleased|delighted) to (?:have|give|get|offer|announce|confirm|inform)\b|\bgot lost\b|\byou (?:cannot|can not) read\b|\bsee you\b|\bthanks to\b|^(?:please |kindly |just )*(?:write|reply|talk|speak|turn|respond) to (?!us\b|me\b|you\b|this\b|it\b|your\b|every)|\bnot (?:good|important|interesting)\b|\bfirst in\b|\bdid you even\b|\bfor nothing\b|\b(?:record|track|monitor|watch|log|see) what you do\b/;
const CONDITION = /^(?:once|until|if|when|as soon as|whether|as)\b/;
const DOER = new Set("we i they somebody someone engineers colleagues".split(" "));

/** What is known around a clause. */
export interface ClauseGround extends ActGround {
  /** Whether the sentence asks something. */
  readonly question: boolean;
  /** Whether a word comes from the customer or the catalogue alone. */
  readonly brought: (word: string) => boolean;
  /** Whether the words stand together in the customer's message. */
  readonly isSaid: (text: string) => boolean;
  /** Whether the clause goes on with what the clause before refers to. */
  readonly framed: boolean;
  /** Whether the sentence begins with it. */
  readonly first: boolean;
}

/** Whether a clause refers to what the customer said, so that the next may go on with it. */
export function isFrame(text: string): boolean {
  return FREE_FRAME.test(text.toLowerCase());
}

/** Whether a clause, given as its tokens, says nothing that we may not say. */
export function mayBeSaid(tokens: readonly Token[], ground: ClauseGround): boolean {
  const words = tokens.map(({ normal }) => normal.toLowerCase().replace(/^['’]/, ""));
  const text = words.join(" ");
  const kind = kindOf(words, text, tokens);
  if (NEVER.test(text) || JUDGED.test(text)) return false;
  if (
    /^(?:ours|statement)$/.test(kind) && TOLD_TO.test(text) &&
    !/\byou (?:wish|want|can|would)\b/.test(text)
  ) return false;
  if (comesLater(text, ground) || supposes(tokens, words, text, ground)) return false;
  if (asksForSecret(kind, text, ground)) return false;
  const bare = text.replace(LEADING, "");
  const subject = subjectOf(text);
  const wished = kind === "statement" && WISHED.test(text.slice(subject.length)) &&
    words.slice(0, subject.split(" ").length).some(ground.brought);
  const declared = !/\b(?:will|ll|shall|going to)\b/.test(text) && ground.isDeclared(bare);
  const refers = declared || wished && ground.isSaid(subject) ||
    sensitiveWordsRefer(words, text, ground);
  if (!refers) return false;
  if (ground.question) return !asksTooMuch(text);
  if (kind === "fragment") {
    return !ground.first || LEADING.test(`${text} `) || /^what an? /.test(text);
  }
  if (kind === "subordinate") {
    return !CONDITION.test(text) || !/\b(?:we|i) (?:will|ll|shall)\b/.test(text);
  }
  if (kind === "statement") {
    if (ground.framed || declared || wished && !COMING.test(text)) return true;
    if (!isKnownStatement(bare, ground)) return false;
    if (/\b(?:explained|described|shown|covered)\b.*\b(?:page|article|guide|below)\b/.test(bare)) {
      return true;
    }
  }
  if (kind === "yours" && declared) return true;
  if (kind === "yours" && !ground.framed && !isKnownAddress(bare, ground)) return false;
  if (kind === "ours" && (PREMATURE.test(text) || UNWILLING.test(text))) return false;
  return verbsStand(kind, tokens, words, text, wished ? subject.length : 0, ground) &&
    (kind !== "ours" || leadStands(words, tokens));
}

/** Restating what the customer did not write: of them, or of how things are. */
function supposes(
  tokens: readonly Token[],
  words: readonly string[],
  text: string,
  ground: ClauseGround,
): boolean {
  const frame = /^(?:as|because|since) you\b/.test(text) ? 0 : frameEnd(text);
  if (ground.question || frame === -1) return false;
  const seen = SEEN.exec(text);
  if (
    seen !== null && !ground.isSaid(seen[1] ?? "") &&
    !/\b(?:if|whether|what|which|where|who|how|why|that this|that it) /.test(seen[0])
  ) return true;
  if (!ABOUT_YOU.test(text.slice(frame))) return false;
  return !tokens.some((token, at) =>
    words.slice(0, at).join(" ").length >= frame &&
    /^(?:NOUN|VERB|ADJ|PROPN|NUM)$/.test(token.pos) &&
    ground.brought(words[at] ?? "")
  );
}

/** What is said of a version or a time to come, unless it is what the customer wants. */
function comesLater(text: string, { framed }: ClauseGround): boolean {
  const at = text.search(LATER);
  return at !== -1 && !framed && !/\byou\b/.test(text.slice(0, at));
}

function verbsStand(
  kind: Kind,
  tokens: readonly Token[],
  words: readonly string[],
  text: string,
  from: number,
  ground: ClauseGround,
): boolean {
  const framedFrom = frameEnd(text);
  let position = 0;
  for (const [at, token] of tokens.entries()) {
    const word = words[at] ?? "";
    const free = position < from || framedFrom !== -1 && position >= framedFrom;
    const coordinate = kind === "ours" &&
      /\b(?:and|or|then|but)(?: (?:will|have|can|also|then|now|already|just)){0,2}$/
        .test(words.slice(Math.max(0, at - 3), at).join(" ")) &&
      !word.endsWith("ing");
    if (isVerb(token, words[at - 1]) && (!free || coordinate)) {
      if (!verbStands(kind, token, words, at, text.slice(position), ground)) return false;
    }
    // "The export is available": how things are is not a model's to say.
    if (
      !free && kind === "statement" && ground.brought(word) && !NEUTRAL_WORDS.has(word) &&
      /^(?:ADJ|ADV|VERB|NOUN|PROPN)$/.test(token.pos) &&
      /\b(?:is|are|was|were|be|been|s|re)(?: (?:not|already|just|very|really|still|again|a|an|the|for|in|on))?$/
        .test(words.slice(0, at).join(" "))
    ) return false;
    position += word.length + 1;
  }
  return true;
}

/** What stands before the first word that says how it is. */
function subjectOf(text: string): string {
  return /^.*?(?= (?:is|are|would|could|sounds?|seems?|must|might|being)\b)/.exec(text)?.[0] ?? "";
}

/** Nobody is asked for a secret, in whatever words. */
function asksForSecret(kind: Kind, text: string, { question }: ClauseGround): boolean {
  if (kind !== "yours" && kind !== "ours" && !question) return false;
  if (
    /\b(?:what|which \w+) you (?:enter|type|typed|entered|put in|log in with|use to log)/.test(text)
  ) return true;
  if (!SECRET_NOUN.test(text)) return false;
  return !/\b(?:reset|resetting|change|changing|forgot|forgotten|lost|error|version|qr|source) (?:your |the |a )?(?:password|passcode|pin|code|key)\b|\b(?:password|passcode|card|key|code|token|pin) (?:reset|page|field|screen|manager|settings?|change|form|option|error|works?|is (?:accepted|rejected|refused))\b|\bunderstand|\bsorry|\bhear\b|^you can |\bquestion|\byou (?:\w+ )?(?:mention|describ)|\bsays\b/
    .test(text);
}

const LEADING =
  /^(?:(?:and|but|so|also|then|meanwhile|unfortunately|again|certainly|indeed|in the meantime|in addition|however|of course|otherwise|in that case|if possible|as (?:you )?(?:said|described)) )+/;

type Kind = "ours" | "yours" | "statement" | "subordinate" | "thanks" | "fragment";

function kindOf(words: readonly string[], text: string, tokens: readonly Token[]): Kind {
  const bare = text.replace(LEADING, "");
  if (/^(?:thank|thanks|sorry|apologies|many thanks|kind|best|warm|hi|hello|dear)\b/.test(bare)) {
    return "thanks";
  }
  if (
    OURS.test(bare) &&
    !/^our (?:\w+ )?(?:product|app|portal|page|service)s? (?!people|engineers|colleagues|support)/
      .test(bare)
  ) return "ours";
  if (/^(?:please|kindly|you|feel free|do not|don|never)\b/.test(bare)) return "yours";
  if (ASKED.test(bare)) return "yours";
  if (SUBORDINATE.test(bare) && !/^that (?:is|was|must|sounds?|would|s|should|does)\b/.test(bare)) {
    return "subordinate";
  }
  const verbs = tokens.filter((token) => isVerb(token) || token.pos === "AUX");
  if (verbs.length === 0) return words.length <= 6 ? "fragment" : "statement";
  const first = tokens.find(({ normal }) => normal.toLowerCase() === bare.split(" ")[0]);
  return first !== undefined && isVerb(first) && !/ing$/.test(first.normal) ? "yours" : "statement";
}

function verbStands(
  kind: Kind,
  token: Token,
  words: readonly string[],
  at: number,
  rest: string,
  ground: ClauseGround,
): boolean {
  const lemma = token.lemma.toLowerCase();
  const word = words[at] ?? "";
  if (kind === "thanks") return true;
  if (kind === "ours") {
    if (
      /\b(?:is|are|was|were|be|been|being|s|re)$/.test(
        words.slice(Math.max(0, at - 2), at).join(" "),
      ) && LETTER_VERBS.participles.has(word)
    ) return true;
    if (LETTER_VERBS.predicates.has(word)) return true;
    const logged = LETTER_VERBS.participles.has(word) &&
      /\b(?:ve|have|has)$/.test(words.slice(0, at).join(" "));
    if (!LETTER_VERBS.ours.has(lemma) && !logged) return false;
    const bound = LETTER_VERBS.bound[lemma];
    return bound === undefined || token.pos === "AUX" || bound.test(rest);
  }
  if (kind === "yours") return yoursStands(words, at, lemma, ground);
  if (LETTER_VERBS.participles.has(word)) {
    const before = words.slice(0, at).join(" ");
    return !/\b(?:is|are|was|were|be|been|s)\b/.test(before) || ABOUT_THE_CASE.test(before);
  }
  return LETTER_VERBS.stated.has(lemma);
}

/** To the customer: what they may do, never what they will get or have been given. */
function yoursStands(
  words: readonly string[],
  at: number,
  lemma: string,
  ground: ClauseGround,
): boolean {
  const word = words[at] ?? "";
  const before = words.slice(Math.max(0, at - 5), at).join(" ");
  if (/^(?:please |kindly )?(?:do not|do n't|do nt|don t|never)$/.test(before)) {
    return /^(?:hesitate|worry|mind)$/.test(lemma);
  }
  if (/\byou (?:\w+ )?(?:will|ll|shall|are|re|have been|get|were|now)\b/.test(before)) {
    return /^(?:find|hear|see|need|asking|asked|looking|wondering|having|able|need|want|receive|welcome|experiencing|seeing|using|trying|missing|reporting|referring|facing)$/
      .test(word) && !/\breceive\b/.test(word);
  }
  if (/\byou$/.test(before) && /^(?:get|receive|win|own|keep|owe)$/.test(lemma)) return false;
  if (/\bagain\b/.test(words.join(" ")) && ground.brought(word) && /\byou can\b/.test(before)) {
    return false;
  }
  return LETTER_VERBS.asked.has(lemma) || ground.brought(word);
}

/** The first word that says what we do is one of the few, whatever its part of speech is thought to be. */
function leadStands(words: readonly string[], tokens: readonly Token[]): boolean {
  const at = words.findIndex((word) => DOER.has(word));
  if (at === -1) return true;
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next] ?? "";
    if (
      /^ha(?:ve|s|d)$/.test(word) &&
      /^(?:DET|PRON|ADJ|NOUN|NUM)$/.test(tokens[next + 1]?.pos ?? "")
    ) return LETTER_VERBS.bound["have"]?.test(words.slice(next).join(" ")) ?? false;
    if (
      LETTER_VERBS.skipped.has(word) || tokens[next]?.pos === "ADV" || tokens[next]?.pos === "PUNCT"
    ) continue;
    const lemma = tokens[next]?.lemma.toLowerCase() ?? word;
    const bound = LETTER_VERBS.bound[lemma] ?? LETTER_VERBS.bound[word];
    if (bound !== undefined && !bound.test(words.slice(next).join(" "))) return false;
    return LETTER_VERBS.ours.has(lemma) || LETTER_VERBS.ours.has(word) ||
      LETTER_VERBS.participles.has(word) ||
      LETTER_VERBS.predicates.has(word);
  }
  return true;
}

/** A verb that no article makes a noun: "investigate the cause". */
function isVerb({ pos }: Token, before = ""): boolean {
  return pos === "VERB" && !/^(?:the|an?|your|this|any|our|its|no)$/.test(before);
}

function frameEnd(text: string): number {
  const match = FREE_FRAME.exec(text);
  return match === null ? -1 : match.index + match[0].length - 1;
}

/** Money, time and the like: only as what the customer spoke of, and never as what will come. */
function sensitiveWordsRefer(
  words: readonly string[],
  text: string,
  ground: ClauseGround,
): boolean {
  if (ground.framed && !COMING.test(text)) return true;
  let position = 0;
  for (const word of words) {
    const routine = /\b(?:reset|resetting|chang\w+|forgot\w*) (?:your |the |a )?$/.test(
      text.slice(0, position),
    ) && /^pass/.test(word);
    if (isSensitiveWord(word) && ground.brought(word) && !routine) {
      const before = text.slice(0, position);
      const frame = REFERRING.exec(before);
      const after = /^\s*(?:request|question|report|concern|issue|problem)/.test(
        text.slice(position + word.length),
      );
      if (frame === null && !after) return false;
      if (
        frame !== null &&
        COMING.test(
          before.slice(frame.index + frame[0].length).replace(/\bto (?:get|receive)\b/g, ""),
        )
      ) return false;
    }
    position += word.length + 1;
  }
  return true;
}
