/**
 * What a sentence of a letter does, clause by clause: tells what we do, says
 * what becomes of a report, thanks, asks, points to a page, or tells the
 * customer's matter again. A clause that does none of these claims something.
 *
 * @module
 */
import { isPlainAll, youStand } from "./address.ts";
import { asksWell } from "./asking.ts";
import type { Clause } from "./clauses.ts";
import { LETTER_WORDS, SMALL } from "./letter_words.ts";
import { caseStands, isEvaluation } from "./case_acts.ts";
import { oursStand } from "./own_acts.ts";
import { isStaffFirst } from "./staff.ts";
import { tellingOf } from "./telling.ts";
import type { Brought } from "./brought.ts";
import { isBetter, isOrder, restates, type Scope, shareOf } from "./restatement.ts";
import { isLeftOut, isSensitiveWord } from "./sensitive_words.ts";

/** What a sentence is judged by. */
export interface ActGround {
  readonly brought: Brought;
  /** Whether a page of the catalogue is spoken of. */
  readonly pages: boolean;
  readonly question: boolean;
  /** Whether the customer reports how things are. */
  readonly reported: boolean;
}

/** What the clauses before are about: the customer's matter, as long as it is linked or further; what they are asked. */
type Frame = Scope | "answer" | "linked" | null;

const ASKING =
  /^(?:(?:and|or|also|so|then|in addition|finally|for example|just|to be sure|additionally|if so|or) )*(?:(?:could|can|would|will|may|might|should|shall|do|does|did|is|are|was|were|have|has|had) (?!(?:been|be) )|(?:(?:for|in|on|at|by|from|to|with|since|under|over|about|roughly|around|of|through|into) )?(?:approximately |roughly |about |exactly )?(?:which|what|when|where|who|whose|how|why) |any (?:chance|idea) )/;
const THANKS =
  /^(?:(?:and|but|again|also|once|many|with) )*(?:thank|thanks|sorry|apologies|apology|our apologies|my apologies|hello|hi|dear|hey|good (?:day|morning|afternoon|evening)|greetings|best|kind|warm|regards|sincerely)\b/;
const PLEASE =
  /^(?:(?:and|so|but|also|then|just|simply|if possible|or|a) )*(?:please|kindly|feel free|do not hesitate|simply|just|rest assured|be assured|tell|let us|let me|reply|send|describe|note|share|leave|mention|quote|keep (?:us|in mind|it|your answer)|attach|add|give|bear)\b/;
const HELPS_TO_KNOW =
  /^(?:it|what|that|this|one thing) (?:would|will|might|may|could|is)(?: also| really| certainly| be)* (?:help\w*|useful|good|great|handy|interesting|valuable|worth)\b.*\b(?:know|see|hear|learn|have|understand|if|tell us|hearing|knowing|seeing|having)\b/;
const RECAP =
  /\b(?:i|me|we|my|summary|short|sum|recap|understand|understood|read|reading|right|correctly|noted|words|message|brief|essence|mean|description|note|as follows|follows|report|request|described|nutshell|issue|problem|matter|situation|idea|wish)\b/;
const LEAD =
  /^(?:unfortunately|meanwhile|again|certainly|indeed|however|otherwise|also|next|then|now|so|and|but|yet|still|first|second|finally|lastly|additionally|further|furthermore|moreover|of course|in addition|in the meantime|in that case|if possible|at this stage|at this point|for now|for the moment|in return|in short|naturally|together|rest assured that|please rest assured that|at present|currently|right now|with this|that said|even so|honestly|frankly|for what it is worth|(?:from|based on|after reading|reading) (?:your|the) (?:message|report|description|mail|email|note|words)(?= (?:i|we) )) /;
const LINKED =
  /^(?:if|once|when|whenever|until|unless|as|while|before|after|how|why|what|where|whether)$/;
const ANSWERED = /^(?:if|whether|which|what|how|where|when|who|whose|why|that|or)$/;
const ANSWERED_TOO =
  /^(?:or|and|if|which|whether|what|how|where|when|for|such|like|ideally|either|even|in|on|by|with|at|as|including|especially|so|any|one|once)\b/;

/** The first clause that claims what may not be claimed; `null` where there is none. */
export function claimIn(all: readonly Clause[], ground: ActGround): string | null {
  const { frame: introduced, from } = introduction(all, ground);
  const clauses = all.slice(from);
  const asksFrom = ground.question
    ? clauses.findIndex(({ words, joint }) =>
      ASKING.test(`${words.join(" ")} `) || ASKING.test(`${joint} ${words.join(" ")} `)
    )
    : -1;
  if (ground.question && asksFrom === -1 && all.length > 1) return "no question";
  if (ground.question && asksFrom === -1) {
    return asksWell(all[0] ?? NO_CLAUSE, false, ground.brought) &&
        isFragment(all[0]?.words ?? [], ground.brought)
      ? null
      : "no question";
  }
  const share = shareOf(clauses.flatMap(({ words }) => words), ground.brought);
  const asks = clauses.some(({ words }, at) => {
    const telling = at === 0 ? null : tellingOf(words.join(" "));
    return telling?.scope === "asked" && (telling.rest.length > 1 || at < clauses.length - 1);
  });
  const unknown = clauses.some(({ words }) => UNKNOWN.test(words.join(" ")));
  let frame: Frame = unknown ? "asked" : introduced ?? (asks ? "told" : null);
  for (const [at, clause] of clauses.entries()) {
    const text = clause.words.join(" ");
    if (isCondition(clause) && asksWell(clause, true, ground.brought)) continue;
    if (asksFrom !== -1 && at >= asksFrom) {
      const stands = isStatedAfter(clause, at, asksFrom)
        ? restates(clause.words, "told", ground.brought, share) ||
          isPlainAll(clause.words, ground.brought)
        : asksWell(clause, at > asksFrom, ground.brought) &&
          !presupposes(clauses, at, ground.brought);
      if (!stands) return text;
      continue;
    }
    const next = actOf(clause, { frame, at, share }, ground);
    if (next === "claim") return text;
    frame = next;
  }
  return null;
}

/** "Have you seen that it works?" */
function presupposes(clauses: readonly Clause[], at: number, brought: Brought): boolean {
  const { joint, words } = clauses[at] ?? NO_CLAUSE;
  return joint === "that" && !restates(words, "told", brought, 0) &&
    /\b(?:seen|see|know|aware|noticed|notice|heard|hear)$/.test(
      clauses[at - 1]?.words.join(" ") ?? "",
    );
}

/** What we cannot tell is no claim, wherever it stands. */
const UNKNOWN =
  /\b(?:i|we) (?:\w+ly )?(?:can not|do not|could not|am not able to|are not able to|would not) (?:\w+ly |even |yet )*(?:predict|know|say|tell|guess|judge|foresee|comment|promise)\b|\bi am unable to (?:say|tell)\b|\b(?:do|can) (?:i|we) (?:know|say|tell)\b|\bremains to be seen\b|\bbeyond what i\b|\bcan make no statement\b|\bbeyond (?:my|our) knowledge\b/;

/** "Could you try, as it works now?": what is stated behind a question. */
function isStatedAfter({ joint, words }: Clause, at: number, from: number): boolean {
  return at > from && /^(?:as|because|since|so|now|and|but)$/.test(joint) &&
    !ASKING.test(`${words.join(" ")} `) && !/^(?:if|whether)\b/.test(words.join(" "));
}

/** "Here is how I read your message:" — what stands before a colon and claims nothing. */
function introduction(
  clauses: readonly Clause[],
  ground: ActGround,
): { frame: Frame; from: number } {
  const end = clauses.findIndex(({ mark }) => mark === ":");
  if (end === -1 || end === clauses.length - 1 || end > 3) return { frame: null, from: 0 };
  const words = clauses.slice(0, end + 1).flatMap(({ joint, words }) =>
    /^\p{L}/u.test(joint) ? [joint, ...words] : words
  );
  const text = words.join(" ");
  if (
    !words.every((word) => LETTER_WORDS.has(word)) || words.length > 14 ||
    /\b(?:will|shall|has been|have been|can have|you get)\b/.test(text)
  ) {
    return { frame: null, from: 0 };
  }
  if (/^(?:it|they|you|yes|there|good news)\b/.test(text) || !INTRODUCES.test(text)) {
    return { frame: null, from: 0 };
  }
  const frame = RECAP.test(text) && !/\b(?:help|detail|question)\b/.test(text) ? "told" : null;
  return { frame: frame ?? (ground.question ? null : "answer"), from: end + 1 };
}

const NO_CLAUSE: Clause = { words: [], joint: "", mark: "" };

/** "If it is already on your table": nobody says that it is. */
function isCondition({ joint, words }: Clause): boolean {
  return /^(?:and |but |so |or |also |even )*(?:if|unless|in case|whether|should (?:we|you|it|your|there|the|any))\b/
    .test(/^\p{L}/u.test(joint) ? `${joint} ${words.join(" ")}` : words.join(" ")) &&
    !/\b(?:we|i) (?:will|have|can)\b/.test(words.join(" "));
}

const INTRODUCES =
  /\b(?:i|me|we|us|my|our|your|summary|short|sum|recap|understand|understood|read|right|noted|words|message|brief|description|note|follows|following|report|request|question|detail|thing|things|help|know|ask|answer|if you|point|matter|idea|wish|so|next|ticketid|for (?:now|example))\b/;

interface Around {
  readonly frame: Frame;
  readonly at: number;
  /** The customer's share of the words of the whole sentence. */
  readonly share: number;
}

function actOf(clause: Clause, { frame, at, share }: Around, ground: ActGround): Frame | "claim" {
  const { brought } = ground;
  const led = withoutLead(clause.words);
  const words = led[0] === "that" && clause.joint === "so" ? led.slice(1) : led;
  const text = words.join(" ");
  if (words.length === 0) return frame;
  const linked = LINKED.test(clause.joint) ||
    /^(?:if|once|when|should|as|until|while)\b/.test(text);
  if (
    NEVER.test(`${clause.joint} ${text}`) && !/^(?:if|when|once|should|in case)$/.test(clause.joint)
  ) return "claim";
  if (THANKS.test(text)) {
    if (!thanksStand(words, brought)) return "claim";
    return /\b(?:asking|wondering|question)\b/.test(text) ? "asked" : "linked";
  }
  const us = /^(?:we|i)$/.test(words[0] ?? "");
  const scope = scopeOf(frame, clause);
  const ofUs = us &&
    !(scope === "asked" && /^(?:whether|if|how|what|which|why|when|where)$/.test(clause.joint));
  const stated = scope === "told" && (/^(?:and|but|so|yet|,|;|:|\(|)$/.test(clause.joint) ||
    /^(?:which|who)$/.test(clause.joint) && !/^you\b/.test(text));
  const explains = scope === "told" && clause.joint === "because" && !brought.has("because") &&
    !brought.has("since");
  if (
    !ofUs && scope !== null && !explains &&
    restates(words, scope, brought, share, stated && !ground.reported)
  ) return frame;
  if (UNKNOWN.test(text) && !us && !words.some(isSensitiveWord)) return frame;
  const regret = SORRY.exec(text);
  if (regret !== null) {
    const rest = text.slice(regret[0].length).trim();
    if (rest === "" || restates(rest.split(" "), "told", brought, share)) return "linked";
  }
  if (/^have (?:a|an|fun)\b/.test(text) && words.length < 9 && !words.some(isSensitiveWord)) {
    return frame;
  }
  if (us || isStaffFirst(words)) {
    const stood = oursStand(words, clause.joint, brought);
    if (stood !== null) return stood ? "linked" : frame === "linked" ? null : frame;
    if (us) return "claim";
  }
  if (HELPS_TO_KNOW.test(text) && asksWell(clause, true, brought)) return "answer";
  if (PLEASE.test(text)) return asksWell(clause, false, brought) ? "answer" : "claim";
  const told = tellingOf(text);
  if (told !== null && restates(told.rest, told.scope, brought, share)) return told.scope;
  if (frame === "answer" && isAnswered(clause)) {
    return asksWell(clause, true, brought) ? frame : "claim";
  }
  if (/^you\b/.test(text) && youStand(words, linked, brought)) return frame;
  if (caseStands(words, linked, brought, ground.pages)) return ground.pages ? "linked" : frame;
  if (isEvaluation(words, brought)) return frame;
  if (isAside(words, clause, at, brought)) return frame;
  if (isFragment(words, brought)) return frame;
  return restates(words, ground.reported ? "bare" : "stray", brought, share) ? "linked" : "claim";
}

const SORRY =
  /^(?:we|i) (?:am|are) (?:\w+ly |so |very )*sorry(?: to (?:hear|read|learn|see))?(?: (?:about|for|of|from you))?/;
const NEVER =
  /\bhelped us\b|\bat fault\b|\bto blame\b|\bby mistake\b|\bout of pocket\b|\bwhere (?:you|your \w+) (?:live|are|is)\b|\b(?:nobody|no one|none of us) (?:\w+ )?(?:will|can|wants?|cares?|helps?)\b|\bmore (?:important|useful|interesting) than\b|\bbefore all\b|\bhave left\b|\bwould not (?:trust|use|buy)\b|\b(?:record|track|monitor|watch|see|know|follow) (?:what|where|how|when) (?:you|your)\b|\bin good hands\b|\bin the mail\b|\bnearly (?:there|done)\b|\byou (?:can|could|do|did) not (?:read|know|understand|cancel)\b|\byou click\b|\bother people\b|\byou \w+ (?:the|a) wrong\b|\bgive it back\b|\bnothing (?:is |\w+ )?wrong\b|\bmust be you\b|\bno help\b|\bbetter if you\b|\byou (?:are|were) (?:like|the|right|wrong|a|an|not|so|lucky|stuck|first|good|bad|late|too|here)\b(?! (?:right to|unable|able|sure|asking|looking))|\byou look\b|\bthanks to you\b|\bbecause of you\b|\bsee you\b|\byour own (?:doing|fault)\b|\byou did it\b|\bwhat you get\b|\bit is what it is\b|\bwhatever\b|\bmeet (?:you|up)?\b|\bhaving you\b|\bother (?:people|customers|users|members) (?:have|had|do|did)\b|\bnever (?:had|write|call)\b|\bdo not (?:write|call|contact|reply|come|bother)\b|\bno longer\b.{0,30}\bhelp\b/;

/** Whether a clause goes on with what the customer is asked to answer. */
function isAnswered({ joint, words }: Clause): boolean {
  const text = words.join(" ");
  return ANSWERED.test(joint) ||
    /^(?:let us know|tell us)\b|^(?:the|your|any|an?) [\w ]{1,40}\byou (?:use|used|follow|see|saw|get|have|took|did|tried|were)\b/
      .test(text) ||
    ANSWERED_TOO.test(text) && !/^(?:and|so|as|once) (?:we|i|it|you|the|your|this)\b/.test(text) ||
    words.length <= 6 && !FINITE.test(text) && !isOrder(words);
}

/** What a clause adds to what is asked for is told, not asked. */
function scopeOf(frame: Frame, { joint, words }: Clause): Scope | null {
  if (frame === "linked") {
    if (/^(?:how|whether)$/.test(joint)) return "asked";
    return /^(?:that|how|why|what|whether|which|where|who|because|since|as|:|although|when|if|though|while)$/
        .test(joint)
      ? "told"
      : null;
  }
  if (frame === null || frame === "answer") return null;
  const adds = /^(?:which|who|and|but|so|yet|,|;|\()$/.test(joint) ||
    joint === ":" &&
      /\b(?:is|are|has|have|can|may|might|could|must|will|does|do|was|were)\b/.test(
        words.join(" "),
      );
  return frame === "asked" && adds ? "told" : frame;
}

function withoutLead(words: readonly string[]): readonly string[] {
  let text = `${words.join(" ")} `;
  while (LEAD.test(text)) text = text.replace(LEAD, "");
  return text.trim() === "" ? [] : text.trim().split(" ");
}

const ASIDE =
  /^(?:with|for|in|at|on|to|from|by|together|along|alongside|including|not|without|under|as|based|just|even|one|regarding|about|concerning|such|if|whether|or|and|too|next|either|rather|especially|particularly|possibly|perhaps|including|ideally|no|both|again|indeed|however|though|of)\b/;
const GIVEN_BY_YOU =
  /\byou (?!gave|sent|wrote|provided|shared|mentioned|described|made|took|have (?:given|sent|written|provided|shared|described|told)|told|do not|can\b(?! (?:have|get|use|log))|may add|wish|want|would|like|know|described|raised|report|reported|describe|mention|write|say|said|use\b(?!r)|need|prefer|see|saw|find)/;

/** "With the details you gave", "for your records": no clause of its own. */
function isAside(
  words: readonly string[],
  { joint }: Clause,
  at: number,
  brought: Brought,
): boolean {
  const text = words.join(" ");
  const led = ASIDE.test(text) || ASIDE.test(joint) ||
    at > 0 && words.length <= 4 && !FINITE.test(text);
  if (
    !led || GIVEN_BY_YOU.test(text) ||
    /\b(?:we|i)\b|\bwill\b|\b(?:is|are|was|were|has|have|can|get|gets)\b/.test(text)
  ) return false;
  return isPlainAll(words, brought) && !words.some(isSensitiveWord);
}

const FINITE =
  /\b(?:is|are|was|were|am|be|been|has|have|had|will|shall|can|could|may|might|must|should|do|does|did|we|i|you|he|she|they|works?|gets?|goes|comes?|yes|free|back|again|past|opens?|runs?|ends?|lasts?|helps?|go|come|get|makes?|takes?|needs?|saves?|pays?|costs?|closes?|holds?|includes?|means?|sells?|buys?|becomes?|stays?|turns?|contains?|supports?|shows?)\b/;

/** "Fair question", "happy cooking": says nothing of anything. */
function isFragment(words: readonly string[], brought: Brought): boolean {
  return words.length <= 7 &&
    !words.some((word) => !SMALL.has(word) && brought.has(word)) &&
    !/^(?:the|your|our|my|this|that|it|all|every|each|no|in)$/.test(words[0] ?? "") &&
    !FINITE.test(words.join(" ")) && !isOrder(words) && !isBetter(words) &&
    !words.some(isLeftOut);
}

/** Thanks and regret: for what the customer did or said. */
function thanksStand(words: readonly string[], brought: Brought): boolean {
  const text = words.join(" ");
  if (
    /\b(?:we|i|our) (?:\w+ )?(?:made|were|was|caused|did|failed|took|charged|lost|found)\b|\bfor nothing\b|\bbeing\b|\byou (?:are|can|could) not\b|\b(?:is|are|was|were|will|has|have) (?:\w+ )?(?:by|on|in the|being|found|known|confirmed)\b|\bby others\b/
      .test(text)
  ) return false;
  if (words.some((word) => isSensitiveWord(word) && !brought.has(word))) return false;
  const open = words.filter((word) => !LETTER_WORDS.has(word) && !brought.has(word));
  return open.length <= Math.max(1, words.length * 0.3);
}
