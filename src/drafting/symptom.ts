/**
 * Finds the sentence that says best what fails.
 *
 * @module
 */
import { backgroundCost } from "./background.ts";
import type { MessageParts, Statement } from "./message_parts.ts";
import { afterPraise } from "./statement_form.ts";
import { withoutEnd } from "./text_end.ts";
import { type Split, splitTrigger } from "./triggers.ts";
import { lowerFirst } from "./weave.ts";
import { type Phrase, phraseOf, posOf } from "./words.ts";

/** The sentence that says what fails, split at its trigger. */
export interface Symptom extends Split {
  readonly statement: Statement;
}

const STRONG =
  /\b(?:crash\w*|\w+(?:exception|error)|segmentation|freez\w+|frozen|hangs?|hung|stuck|spin(?:s|ning)?|blank|black screen|white (?:page|screen)|errors?|fail\w*|faild|brok\w+(?! down)|break(?:s|ing)?|(?:do|does|did|is|are|was|were|has|have|had|wo|ca|could|would|should)n['’]?t|cant|dont|doesnt|dosnt|wont|isnt|cannot|can not|does not|do not|did not|is not|are not|will not|not|no longer|never|nothing|nobody|none|stop(?:s|ped)?|disappear\w*|gone|los[et]\w*|missing|wrong\w*|incorrect\w*|empty|twice|double[sd]?|duplicat\w+|instead of|corrupt\w*|banned|suspended|damaged|(?<!broke )down|(?:40|50)\d|times? out|unable|refus\w+|reject\w*|ignor(?:e[sd]?|ing)|cuts? off|overlap\w*|stretched|typo|spelling|slow\w*|lag\w*|drain\w*|longer than|an hour|by itself|unresponsive|garbled|mixed up|vanish\w*|delet\w+|removed|wiped|loop\w*|again and again|keeps?|visible to|jump\w*|reset\w*|late|early|cropped|distort\w*|throws?|kick\w*|bug|glitch|(?:three|four|five|six|ten|several|\d+) times|returned|some(?:one|body) else['’]?s|still (?!love|recommend|like|think|use|hope|enjoy)|no (?!problem|trouble|idea|luck|need|matter|reason|longer|one)\w+)\b/gi;
const WEAK =
  /\b(?:but|only|just an?|even though|although|though|zero|0|says?|shows?|back|again|displays?|charges?|leads? to|ends?|turns?|comes out|opened|opens)\b/gi;
const NARRATIVE =
  /^(?:nobody can put (?:it|them|me|us) back\b|we(?:['’]ve| have) (?:two|three|a|an|the|had|been)\b|i(?:['’]ve| have) (?!not\b|been\b|lost\b|no\b)|i (?:would be grateful|suspect|don['’]t believe|compared|did|only|tried|have tried|restarted|reinstalled|checked|contacted|called|noticed it|am writing|use|love|like|have been using|was hoping|hope|think you|need|need to|had to)|we (?:noticed|tried|checked|caught|run|are|have been)|i was (?!logged|charged|billed|kicked|thrown|locked|asked|redirected|unable|not)|we were (?!logged|charged|billed|kicked|locked|unable|not)|(?:so |well )?(?:yesterday|this morning|last (?:night|week|weekend|month)),? (?:i|we) (?:was|were|had|went|wanted|decided)|(?:i|we)(?:['’]ve| have) (?:now )?been (?:an?|the|using|with|your|running|paying)\b|my name|please(?! let)|could you (?!.*why)|can you (?!.*why)|would you|it happened|it started|this (?:happens|started|has been|is)|not (?:for|in|only|just|dramatic|urgent)|i can (?!not)|it's been (?!\w+ing)|that happened|so i|thank|same|version|app \d|pixel|galaxy|iphone|android|windows|chrome|firefox|safari)\b/i;
const FINE =
  /\b(?:works? (?:fine|well|perfectly)|(?:is|are|looks?|was) (?:fine|correct|right|perfect|ok)|no (?:problem|trouble)|without (?:trouble|problems?)|pleased|all is well|love(?! how)|best app|great app|otherwise|apart from that)\b/i;
const WISH =
  /\b(?:would be (?:nice|great|good|lovely)|wish|could you add|feature|suggest\w*|while you're at it|in future|any chance)\b/i;
/** Starts with something that only the sentence before names, or with no subject. */
const LEANING =
  /^(?:they|those|these|that|this|it(?!(?:['’]s| is) (?:been|\d))|he|she|not|same|only|and|also|never|which|who|where|nobody warned)\b/i;
/** What another program says of it. */
const REPORTED = /^[\w ]{2,24} says?:? ["“]/i;
/** Says what leads to it. */
const TRIGGERED =
  /\b(?:when(?:ever)?|every time|each time|as soon as|after|if) (?:i|we|you)\b|^(?!morning|evening|nothing|something|anything|everything|during)[a-z\u00df-\u024f]{3,}ing (?:a|an|the|my|our|to|from|down|up|for)\b/i;
const PRAISE =
  /^(?:brilliant|great|lovely|congratulations|love(?! how)|(?:this app |it )?saved (?:my|our)|amazing|i love|i adore|best|fantastic|wonderful|nice|otherwise|really enjoy|awesome|gorgeous|solid|honestly a|replaced|five stars|picture quality|everyone (?:here )?finds|we moved from|no need|i['’]m not asking|this is not a|this isn['’]t a|you can keep|stop adding|quick report|i['’]m sorry|sorry to|let me first)\b/i;
const TURNED = /^(?:but|however|lately|only|unfortunately|sadly|since|suddenly)\b/i;
const FEELING =
  /\b(?:disaster|unacceptable|potato|annoy\w*|angry|ridiculous|painful|nightmare|embarrass\w*|frustrat\w*|wtf|do you people|test this)\b/i;
const ENVIRONMENT =
  /^(?:device|os|system|version|browser|app version|environment|platform|product|hardware|setup|client|expected|docs?)\b[^.!?]{0,30}:|^[\w ]{2,30} \d+\.[\d.]+,/i;
const STEPS_LINE =
  /^(?:(?:the )?steps?(?: to reproduce)?|(?:how )?to (?:reproduce|repeat)|repro(?:duction)?(?: steps)?)\b.{0,30}:/i;
/** Announces what the matter is. */
const POINTED =
  /\b(?:what (?:spoils|bothers|annoys|puzzles|trips|happens|i need|we need|i see|i get)\b.{0,20} is|the one (?:thing|wart|problem)|shame that|pity that|one thing)\b/i;
/** What it says, and what is so instead. */
const CONTRAST =
  /\b(?:says?|said|shows?|showed|displays?|reads?|marked|listed|told me)\b.{2,80}?\b(?:(?:but|and|while|whereas|yet|although|though)\b.{0,60}\b(?:not|isn['’]t|aren['’]t|never|nothing|another|the same)|whereas|in spite of|even th(?:ough|o)|instead of)\b/i;
const CUES_MAX = 2;
/** From there the scorer has seen a fault in it. */
const SURE_WEIGHT = 0.5;
const THOUGHT = /^(?:i|we) (?:thought|figured) .{3,40}?,? so (?=(?:i|we) )/i;
/** What the customer's own things do with ours. */
const YOURS = /\b(?:through|via|behind) your \w+/i;
/** "I added one and it removed the others" */
const DONE_AND = /^(?:i|we) \w+ed .{3,40}? and (?:it|the app|the system|now) \w+/i;
/** Says what is shown, not what is wrong with it. */
const SHOWN = /^[\w ]{0,24}\b(?:says?|said|shows?) (?!nothing|no\b|wrong|error|0\b)[\w ]+[.!]?$/i;
const CONTINUED_WORDS = 6;
const TURNED_WORDS = 12;
const HEADING_WORDS_MIN = 4;
const LONG_WORDS = 32;
const SHORT_STATEMENTS = 8;
const LABELLED_BONUS = 4;

/** The symptom of a message; `null` where it says nothing. */
export function findSymptom(parts: MessageParts): Symptom | null {
  let best: Statement | null = null;
  let bestScore = -Infinity;
  const long = parts.statements.length > SHORT_STATEMENTS;
  let before = 0;
  for (const statement of parts.statements) {
    const labelled = statement.phrase === parts.actual ? LABELLED_BONUS : 0;
    const score = scoreOf(statement, before, long) + labelled;
    if (!isAside(statement)) before++;
    if (score > bestScore) {
      best = statement;
      bestScore = score;
    }
  }
  if (best === null) {
    const phrase = parts.actual ?? parts.items[0]?.phrase;
    if (phrase === undefined) return null;
    best = { phrase, question: false, index: 0, heading: false, bug_weight: 0, wish_weight: 0 };
  }
  return { statement: best, ...splitTrigger(toThePoint(continued(best, parts))) };
}

function scoreOf(
  { phrase, heading, bug_weight, question }: Statement,
  before: number,
  long: boolean,
): number {
  const { words } = phrase;
  const text = afterPraise(phrase.text);
  const reason = text.indexOf(" because ");
  const strong = count(STRONG, reason < 0 ? text : text.slice(0, reason));
  const weak = count(WEAK, text);
  let score = strong * 1.7 + weak * 0.4 + Math.min(3, bug_weight) * 0.7;
  // A short message comes to the point; a long one begins with how it came about.
  if (long) score += before === 0 ? 0.3 : 0;
  else if (before === 0) score += strong + weak > 0 || bug_weight > SURE_WEIGHT ? 2.5 : 1.5;
  else if (before === 1) score += 0.7;
  if (heading && words.length >= HEADING_WORDS_MIN && !NARRATIVE.test(text)) score += 2.5;
  if (NARRATIVE.test(text)) score -= 2.2;
  if (ENVIRONMENT.test(text) || STEPS_LINE.test(text)) score -= 5;
  if (POINTED.test(text)) score += 1.5;
  if (weak > 0 && CONTRAST.test(text)) score += 1.5;
  if (FINE.test(text) && !/, (?:and|but|yet) /.test(text)) score -= 1.4;
  if (WISH.test(text)) score -= 2.5;
  if (FEELING.test(text)) score -= 1.5;
  if (LEANING.test(text)) score -= 1.3;
  if (REPORTED.test(text)) score -= 1.2;
  if (TRIGGERED.test(text)) score += 0.6;
  if (PRAISE.test(text) && !/\b(?:but|except)\b|[,.]\s+(?:just|only)\b/i.test(text)) score -= 2;
  if (TURNED.test(text)) score += 0.8;
  if (question) score -= 0.6;
  if (words.length > LONG_WORDS) score -= 1;
  if (words.length < 3) score -= 1.5;
  else if (words.length === 3 && strong === 0) score -= 1;
  if (YOURS.test(text) || DONE_AND.test(text)) score += 1;
  return score - backgroundCost(phrase, strong > 0);
}

/** "I thought I had touched something, so I load it again and …": from where it was seen. */
function toThePoint(phrase: Phrase): Phrase {
  const thought = THOUGHT.exec(phrase.text);
  return thought === null ? phrase : phraseOf(phrase.text.slice(thought[0].length));
}

/** Stands before the matter: what comes after it is the first word on it. */
function isAside({ phrase }: Statement): boolean {
  return backgroundCost(phrase, false) > 0 || PRAISE.test(phrase.text);
}

/** The sentence with the next where it is not whole alone: "Says connected. Every site says Ohio." */
function continued({ phrase, index, heading }: Statement, { statements }: MessageParts): Phrase {
  const next = statements[index + 1];
  if (next === undefined) return phrase;
  const { text } = next.phrase;
  const added = next.phrase.words.length;
  if (/^["”] /u.test(text)) return phraseOf(phrase.text + text);
  if (/^(?:for|because|bc) /u.test(text) && added <= CONTINUED_WORDS) {
    return phraseOf(`${withoutEnd(phrase.text)} ${text}`);
  }
  if (heading) return phrase;
  const shown = phrase.words.length <= CONTINUED_WORDS && SHOWN.test(phrase.text);
  return shown && !next.question && added <= TURNED_WORDS &&
      backgroundCost(next.phrase, false) === 0
    ? phraseOf(`${withoutEnd(phrase.text)}, ${lowerFirst(text, posOf(next.phrase.words[0]))}`)
    : phrase;
}

/** How often a pattern matches; more than so often counts no more. */
function count(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0;
  let times = 0;
  while (times < CUES_MAX && pattern.test(text)) times++;
  return times;
}
