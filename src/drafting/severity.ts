/**
 * How bad a fault is and how soon it wants looking at, by two tables over what
 * is lost (harm), for whom (reach), whether there is a way around, and hurry.
 * The words that decided come along.
 *
 * @module
 */
import type { BugTicket } from "../triage/reply.ts";

/** What is lost. */
export type Harm =
  | "safety"
  | "security"
  | "data_loss"
  | "outage"
  | "blocked"
  | "money"
  | "crash"
  | "wrong_result"
  | "malfunction"
  | "slow"
  | "cosmetic";

/** For whom. */
export type Reach = "everyone" | "many" | "one";

/** How bad, how soon, and the words that decided. */
export interface Severity {
  readonly severity: BugTicket["severity"];
  readonly priority: BugTicket["priority"];
  readonly harm: Harm;
  readonly reach: Reach;
  readonly workaround: boolean;
  readonly urgent: boolean;
  /** Words of the message that spoke for the harm, the reach, the workaround, the hurry. */
  readonly words: readonly string[];
}

type Level = BugTicket["severity"];

/** Severity by harm: for one person, for many, for everyone. The first harm that fits counts. */
const TABLE: Readonly<Record<Harm, readonly [one: Level, many: Level, everyone: Level]>> = {
  safety: ["Critical", "Critical", "Critical"],
  security: ["Critical", "Critical", "Critical"],
  outage: ["High", "Critical", "Critical"],
  data_loss: ["High", "Critical", "Critical"],
  blocked: ["High", "Critical", "Critical"],
  money: ["High", "High", "Critical"],
  crash: ["High", "High", "Critical"],
  wrong_result: ["Medium", "High", "High"],
  malfunction: ["Medium", "High", "High"],
  slow: ["Low", "Medium", "Medium"],
  cosmetic: ["Low", "Low", "Low"],
};

/** Priority by severity, without and with hurry. */
const PRIORITY: Readonly<Record<Level, readonly [BugTicket["priority"], BugTicket["priority"]]>> = {
  Critical: ["Urgent", "Urgent"],
  High: ["High", "Urgent"],
  Medium: ["Medium", "High"],
  Low: ["Low", "Medium"],
};

const LEVELS: readonly Level[] = ["Low", "Medium", "High", "Critical"];

/** What speaks for a harm, most serious first. */
const HARMS: readonly (readonly [Harm, RegExp])[] = [
  [
    "safety",
    /\b(?:(?:lock|door|gate|garage|alarm|valve|oven|heater|heating|brake|stove|camera)s?\b.{0,40}\b(?:by itself|on its own|themselves|unlock(?:ed|s)?|wide open)|fire|smoke|burn(?:t|ed|ing)|injur(?:ed|y risk)|insulin|overdose|wrong dos(?:e|age)|allerg(?:y|ies|ic|en)\b.{0,60}\b(?:wrong|missing|not|hidden)|emergency (?:call|services|button)|life[- ]threatening|dangerous|safety risk)\b/iu,
  ],
  [
    "security",
    /\b(?:(?:see|sees|saw|view|read|open|access|shows?|showing|shown|visible|sent|got|get|went|go(?:es)?|receiv\w+)\b.{0,60}\b(?:(?:other|another|previous|different|wrong|someone else|somebody else|everyone else|colleague|neighbour|stranger)(?:'?s|s')?(?: \w+){0,3} (?:data|notes?|salar(?:y|ies)|address(?:es)?|e-?mail address|invoices?|records?|results?|messages?|bookings?|orders?|documents?|account|inbox|payslips?|pay slips?|medical \w+|profile)|(?:someone|somebody) else's|strangers?)|(?:medical|personal|private|confidential|salary) (?:data|details|information|records|notes)\b.{0,80}\b(?:visible|public|expos|leak|everyone|anybody|anyone|others)|visible to (?:everyone|anyone|others|strangers|all)|security (?:hole|issue|breach|problem|vulnerability|flaw)|vulnerabilit\w+|without (?:a |any |my |the )?(?:password|login|logging in|signing in|authentication)|data (?:breach|leak)|leak(?:s|ed|ing) (?:our |my |the )?(?:data|passwords?|addresses)|previous customer's)\b/iu,
  ],
  [
    "data_loss",
    /\b(?:(?:all|my|our|the|complete|entire|whole|every|years? of|months? of|weeks? of|five|half of|\d+)(?: [\w',-]+){0,5} (?:is|are|was|were|has|have|got|been|just|now|all|suddenly|simply) ?(?:been |all |now |completely |simply |just )*(?:gone|lost|deleted|wiped|erased|disappeared|vanished|missing|overwritten|evaporated|destroyed|empty)|(?:lost|wiped|erased|deletes?|deleted|deleting|overwrote|overwrites?|overwritten|destroyed|loses) (?:all|my|our|the|everything|every|some|half|hours|days|weeks|months|years|data|text|work|changes|\d+)|originals are deleted|(?:data|work|notes?|history|entries|records?|results?|files?|photos?|posts?|text|changes) (?:loss|lost|disappear(?:s|ed)?|vanish(?:es|ed)?|evaporated)|disappeared|evaporated|vanished|no other copy|never (?:came|come) back|list is empty|no trace of)\b/iu,
  ],
  [
    "outage",
    /\b(?:(?:is|are|been|completely|totally|went|goes) (?:down|offline|unreachable)\b|outage|nobody can|no one can|none of (?:us|our) .{0,20}can|(?:error )?(?:50[0234])\b.{0,40}\b(?:every|all|any)|every page\b.{0,40}\berror|(?:all|every) (?:pages?|screens?)\b.{0,40}\b(?:error|blank|white|50\d)|whole (?:site|system|portal|app) (?:is )?(?:down|dead)|server is down)/iu,
  ],
  [
    "blocked",
    /\b(?:(?:can't|cannot|can not|cant|couldn't|could not|unable to|not able to|won't let (?:me|us)|doesn't let (?:me|us)|not been able to|impossible to|no way to) (?:\w+ ){0,2}(?:log|sign|get in|get into|access|enter|open the app|open it|use|work|start|pay|submit|check ?out|register|finish|save|do (?:my|our|any))|(?:log(?:ged)?|throw[ns]?|thrown|kick(?:s|ed)?|lock(?:s|ed)?) (?:me|us) out|locked out|no access|can't get in|back on the (?:sign-in|log-?in) (?:screen|page)|won't (?:start|open|load|launch|turn on)|does(?:n't| not) (?:start|open|load|launch)|not (?:start|open|load)ing|unusable|useless now|no longer (?:start|open|log|sign|accept)s?|dead in the water|stopped us|(?:login|log-in|sign-in|password)\b.{0,60}\b(?:fail|spin|reject|refuse|wrong|nothing happens|not (?:work|accept))\w*|nothing (?:gets|is) (?:sent|delivered|through)|none of our .{0,40}(?:going out|arriv\w+|sent)|(?:patients|customers|guests|clients) (?:are )?(?:waiting|queu\w+|can't|cannot|leave|left)|(?:whole|entire|full) (?:day|house|office|shop|practice)\b)/iu,
  ],
  [
    "money",
    /\b(?:(?:charg|debit|bill|invoic|deduct)\w*\b.{0,60}\b(?:twice|double|three times|again|wrong|instead|too much|although|but i|even though)|(?:twice|double|three times)\b.{0,30}\b(?:charg|debit|bill|paid|pay)\w*|paid .{0,60}\b(?:but|and|still)\b.{0,60}\b(?:not|no|never|free plan|free version|locked)|overcharg\w+|charges? \d+.{0,20}instead|wrong (?:amount|price|total|tax|salary|payout)|(?:free plan|no access).{0,30}(?:paid|premium)|paid (?:plan|subscription|version)|(?:salary|wages|overtime|payout|vat|tax)\b.{0,80}\b(?:wrong|twice|off|missing|less|not|too)|nothing to restore|customers pay twice)\b/iu,
  ],
  [
    "crash",
    /\b(?:crash\w*|freez\w+|frozen|hangs?|hung|segmentation fault|segfault|core dumped|force[- ]clos\w+|closes (?:by )?itself|shuts (?:itself )?down|quits|black screen|blue screen|out of memory|oom|panic(?:s|ked)?|unresponsive|stops responding|reboots?)\b/iu,
  ],
  [
    "cosmetic",
    /\b(?:typo|spelling|misspel\w+|mis-spel\w+|misaligned|alignment|stretched|blurr(?:y|ed)|pixelated|overlap(?:s|ping|ped)?|wrong (?:colou?r|font|icon|label|translation)|cut off by|colou?r of|icon|greyed|tool ?tip|wording|translat(?:ion|ed)|label (?:says|reads)|margin|padding|ugly|flicker\w*|upside down|cosmetic|looks? (?:odd|strange|funny|ugly|weird)|hard to read|white on white|contrast|attandence)\b/iu,
  ],
  [
    "slow",
    /\b(?:slow(?:er|ly)?|lag(?:s|gy|ging)?|sluggish|takes (?:ages|forever|\w+ (?:or \w+ )?(?:seconds?|minutes?)|longer|much longer|too long)|loading (?:for|takes)|minutes? to (?:load|open|start)|seconds? to (?:load|open|start)|drain\w*|battery|performance|delay(?:ed)?)\b/iu,
  ],
  [
    "wrong_result",
    /\b(?:wrong(?:ly)?|incorrect|instead of|twice|double|duplicat\w+|should (?:be|show|say|have)|but (?:it )?(?:is|shows?|says?)|inaccurate|mismatch|mixed up|off by|not match|doesn't match|rounded|0 km|negative|minus)\b/iu,
  ],
];

const EVERYONE =
  /\b(?:for (?:all|everyone|everybody)(?: of us)?|everyone(?: is|'s| in| at| here| has| gets)?|everybody|all of us|all (?:our|my|the|\d+(?: of)?(?: our)?) (?:\w+ )?(?:coaches|users|members|athletes|customers|employees|staff|colleagues|patients|clients|accounts|teams|devices|handhelds|shops|stores|machines|students|pupils|trainers|players|teachers|guests|people|waiters|invoices|drivers)|nobody (?:can|in)|no one can|whole (?:club|company|team|office|school|organi[sz]ation|staff|class|department|practice|site|shop)|entire (?:club|company|team|office|school|class|department|staff)|company[- ]wide|every (?:user|customer|employee|member|coach|one of)|none of (?:us|our)|our whole)\b/iu;
const MANY =
  /\b(?:many|several|lots|dozens|hundreds|both|some|(?:[2-9]|\d{2,}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)) (?:of (?:us|our|my) )?(?:\w+ ){0,1}(?:coaches|users|members|athletes|customers|employees|colleagues|patients|clients|students|pupils|trainers|players|teachers|guests|people|drivers|persons|reps|handhelds|shops|stores|branches|machines|vehicles|vans)\b|\b(?:patients|customers|guests|clients|our (?:athletes|members|staff|coaches|drivers|students)|my (?:staff|colleagues|team|athletes|pupils|students))\b/iu;
const WORKAROUND =
  /\b(?:work-?around|way around|for now i|for the time being|i (?:can|could|just) (?:still )?(?:use|do it|work|get by|manage)|instead i|(?:works?|working|fine|trouble|ok|okay) (?:in|on|with|via|from|for|using) (?:the )?(?:\w+ )?(?:browser|chrome|firefox|safari|edge|website|app|desktop|phone|laptop|tablet|csv|other)|(?:csv|other|shorter|smaller|unit) \w* ?(?:ones? )?(?:works?|are (?:fine|saved)|is fine)|so i (?:split|use|do|copy|save|export|print|type|always)|reinstalling (?:helps|is the only|brings)|restart(?:ing)? (?:helps|fixes|brings)|helps for|after (?:a )?(?:restart|reload|refresh) it works|second (?:try|attempt) works|one condition works|by hand)\b/iu;
const PLAYED_DOWN =
  /\b(?:not (?:dramatic|urgent|a big deal|serious|important|critical|the end of the world)|no (?:big deal|rush|hurry)|(?:small|little|minor|tiny|trivial) (?:thing|issue|problem|bug|glitch|matter|one|detail|annoyance|flaw)|minor|nitpick\w*|just a bit|slightly|a bit (?:slow|annoying|odd)|cosmetic|not that it matters|i can live with)\b/iu;
const URGENT =
  /\b(?:urgent(?:ly)?|asap|as soon as possible|immediately|right now|right away|at once|emergency|deadline|(?:by|before|until) (?:today|tonight|tomorrow|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|next week|the end of)|(?:starts?|begins?|due|meeting|payroll|opens?|race|match|exam|presentation|demo|deliver\w*) (?:in (?:an?|one|two|\d+) (?:hours?|minutes?|days?)|today|tonight|tomorrow|on \w+day)|in an hour|need(?:s|ed)? (?:it|this|them|the \w+) (?:back |fixed )?(?:by|before|today|now|immediately|tomorrow)|waiting (?:at the|in the|for)|queue?ing|please help now|time[- ]critical|can't wait|cannot wait)\b/iu;
const NARROW =
  /\b(?:only (?:on|in|with|for|when)|sometimes|occasionally|now and then|once in a while|rarely|from time to time|one of (?:my|our|the)|on one (?:device|phone|computer)|shorter (?:ones|notes) are (?:fine|saved))\b/iu;

/** Weighs a fault by the words of its message. */
export function weighSeverity(text: string): Severity {
  const words: string[] = [];
  const found = (pattern: RegExp): boolean => {
    const match = pattern.exec(text);
    if (match === null) return false;
    words.push(match[0]);
    return true;
  };
  let harm: Harm = "malfunction";
  for (const [name, pattern] of HARMS) {
    if (!found(pattern)) continue;
    harm = name;
    break;
  }
  const reach: Reach = found(EVERYONE) ? "everyone" : found(MANY) ? "many" : "one";
  const playedDown = found(PLAYED_DOWN);
  const workaround = found(WORKAROUND);
  const urgent = found(URGENT);
  const narrow = NARROW.test(text);

  let level = LEVELS.indexOf(TABLE[harm][reach === "everyone" ? 2 : reach === "many" ? 1 : 0]);
  const grave = harm === "safety" || harm === "security";
  // Many people with a plain malfunction are as bad as one who cannot work only in a hurry.
  if (reach === "many" && !urgent && (harm === "malfunction" || harm === "wrong_result")) level--;
  if (workaround && !grave && harm !== "data_loss" && level > 1) level--;
  if (narrow && harm === "crash" && level > 1) level--;
  if (playedDown && !grave && harm !== "data_loss") level = Math.min(level, 0);
  const severity = LEVELS[Math.max(0, level)] ?? "Medium";
  return {
    severity,
    priority: PRIORITY[severity][urgent ? 1 : 0],
    harm,
    reach,
    workaround,
    urgent,
    words,
  };
}
