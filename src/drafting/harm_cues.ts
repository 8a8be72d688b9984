/**
 * The words that say what a fault costs, whom it hits, and how much of a hurry
 * there is. One table; the order is from the gravest harm to the slightest.
 *
 * @module
 */

/** What is lost. */
export type Harm =
  | "safety"
  | "security"
  | "total_loss"
  | "outage"
  | "data_loss"
  | "blocked"
  | "money"
  | "crash"
  | "freeze"
  | "consequence"
  | "wrong_result"
  | "malfunction"
  | "slow"
  | "sluggish"
  | "cosmetic";

/** One pattern out of lines, for reading: the lines are alternatives. */
function any(...alternatives: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${alternatives.join("|")})\\b`, "i");
}

/** `rare` with `before` in front of it: looked for from behind, as `before` begins almost anywhere. */
function behind(before: string, rare: string): string {
  return `(?=${rare})(?<=\\b${before})${rare}`;
}

const OTHERS =
  "(?:(?:an)?other|previous|different|wrong|someone else|somebody else|everyone else|anyone else|colleague|neighbour|stranger|member|customer|patient|client)";
const PRIVATE =
  "(?:data|notes?|salar(?:y|ies)|address(?:es)?|e-?mail address(?:es)?|invoices?|records?|results?|messages?|bookings?|orders?|documents?|accounts?|inbox|pay ?slips?|profiles?|photos?|details|files?|calendar|diar(?:y|ies)|password)";
const HELD =
  "(?:data|work|notes?|histor(?:y|ies)|entr(?:y|ies)|records?|results?|files?|photos?|posts?|texts?|changes|messages?|contacts?|workouts?|sessions?|documents?|recipes?|bookings?|invoices?|plans?|settings|forms?|inspections?|streak|progress|backup|clips?|recordings?|drafts?|projects?|playlists?|scores?|lists?|answers|orders?|pages?|paragraphs?|members|athletes|customers)";
const VANISHED =
  "(?:gone|lost|deleted|wiped(?: out)?|erased|disappeared|vanished|missing|overwritten|evaporated|destroyed|no longer there|not there any ?more|nowhere to be (?:seen|found))";
const PEOPLE =
  "(?:coaches|users|members|athletes|customers|employees|staff|colleagues|patients|clients|accounts|devices|handhelds|shops|stores|branches|machines|students|pupils|trainers|players|teachers|guests|people|persons|waiters|drivers|reps|vehicles|vans|swimmers|volunteers|parents|tenants|schools|teams|families|kids|children)";
const NUMBER =
  "(?:[2-9]|\\d{2,}|\\d{1,3}[,.]\\d{3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)";
const CANNOT =
  "(?:can['’]?t|cannot|can not|couldn['’]?t|could not|unable to|not able to|won['’]?t let (?:me|us)|doesn['’]?t let (?:me|us)|not been able to|impossible to|no way to)";

/** What speaks for a harm; the first that fits counts. */
export const HARM_CUES: readonly (readonly [Harm, RegExp])[] = [
  [
    "safety",
    any(
      "(?:lock|door|gate|garage|alarm system|oven|heater|stove|valve|car|vehicle)s?\\b.{0,40}\\b(?:by itself|on its own|by themselves|unlock(?:ed|s)? (?:itself|again)|wide open|all night)",
      "(?:on|caught) fire|smoke (?:comes|came)|burn(?:t|ed) (?:my|his|her|their)|got (?:hurt|injured)|injur(?:y risk|ed (?:my|him|her|by))|electric shock",
      "insulin|overdose|wrong dos(?:e|age)|(?:dose|dosage|medication)s?\\b.{0,40}\\b(?:wrong|double|twice|missing|too (?:much|high))",
      "allerg(?:y|ies|ic|ens?)\\b.{0,60}\\b(?:wrong|missing|not|hidden|gone)",
      "(?:motor|engine|brakes?|throttle)\\b.{0,30}\\b(?:push(?:es)?|pull(?:s)?|accelerat\\w+|start(?:s|ed)? by itself|jerk(?:s|ed)?|fail(?:s|ed)?|does(?:n['’]?t| not) stop)",
      "emergency (?:call|services|button|number)|life[- ]threatening|safety (?:risk|hazard)|fire alarm",
    ),
  ],
  [
    "security",
    any(
      behind(
        "(?:see|sees|saw|view|views|read|reads|open|opens|opened|access|shows?|showing|shown|visible|sent|sends|got|get|gets|went|go|goes|receiv\\w+|lists?|displays?|contains?|with|into|in)\\b.{0,50}\\b",
        `${OTHERS}(?:['’]?s|s['’])(?: [\\w'’]+){0,3} ${PRIVATE}`,
      ),
      behind(
        "(?:see|sees|saw|view|views|read|open|access|shows?|showing|got|get|gets|receiv\\w+)\\b.{0,50}\\b",
        "(?:other|another|different|previous|strange) (?:\\w+ )?(?:user|customer|member|patient|client|person|people|athlete|company|compan|student|tenant|famil)\\w*(?:['’]s|s['’])?\\b",
      ),
      `${PRIVATE} of (?:all |the )*(?:(?:an)?other|different|strange) (?:\\w+ )?${PEOPLE}`,
      "(?:see|saw|sees|shows?|showed|showing)\\b.{0,80}\\b(?:of|from|by) (?:an? |some )?(?:\\w+ )?(?:woman|man|person|people|stranger|somebody|someone)\\b|if i (?:can )?see (?:hers|his|theirs)|(?:someone|somebody|anyone|everyone) else['’]s(?= \\w)|strangers?['’]? (?:data|photos?|account|messages?|name)",
      "(?:medical|personal|private|confidential|salary|health|patient|bank) (?:data|details|information|records|notes|history)\\b.{0,80}\\b(?:visible|public|expos\\w+|leak\\w*|everyone|everybody|anybody|anyone|others|all)",
      `(?:iban|${PRIVATE})\\b.{0,40}\\b(?:shown|displayed|sent|visible|listed|readable) (?:to|by|for) (?:all|every\\w*|any\\w*|(?:the )?others?|strangers)\\b`,
      "visible (?:to|for) (?:everyone|everybody|anyone|others|strangers|all|the public|the whole)|publicly (?:visible|accessible|readable)",
      "(?:redact\\w*|blacked[- ]out|anonymi[sz]ed)\\b.{0,60}\\b(?:cop(?:y|ied)|read(?:able)?|visible|select(?:ed|able)?|search(?:ed|able)?|seen|show[ns]?|extract(?:ed)?)",
      "(?:others?|everyone|everybody|participants|people) (?:\\w+ ){0,3}see (?:my|our) (?:entire|whole)",
      "security (?:hole|issue|breach|problem|vulnerability|flaw|risk)|vulnerabilit\\w+|data (?:breach|leak)|leak(?:s|ed|ing) (?:our |my |the |your )?(?:\\w+ )?(?:data|passwords?|addresses|tokens?|header|credentials|keys?)",
      "(?:log|get|got|sign|logs|let|lets)\\b.{0,30}\\bwithout (?:a |any |my |the |entering )*(?:password|login|logging in|signing in|authentication|code)",
      "passwords? (?:in|as) (?:plain|clear) ?text|still (?:has|have) access|logged in as (?:someone|somebody|another)",
    ),
  ],
  [
    "total_loss",
    any(
      "no (?:other )?(?:copy|copies|backup)|originals? (?:is|are|were|was) (?:deleted|gone|lost)|(?:cannot|can['’]?t) be (?:restored|recovered)|unrecoverable",
      behind(
        "(?:complete|entire|whole|all (?:of )?(?:my|our|the)|all|every(?:thing)?)(?: [\\w'’,-]+){0,4}? (?:is|are|was|were|has|have|got)(?: been| all| now| completely| suddenly| simply| just)* ",
        VANISHED,
      ),
      `(?:lost|wiped|erased|deleted|destroyed|overwrote|loses|wipes|erases|deletes) (?:all|everything|every|the (?:complete|entire|whole)|my (?:complete|entire|whole)|our (?:complete|entire|whole))`,
      `${NUMBER} (?:years|months)(?: of)? [\\w'’ ]{0,40}${VANISHED}|years of (?:\\w+ )?${HELD}`,
    ),
  ],
  [
    "outage",
    any(
      "(?:is|are|been|completely|totally|went|goes|site|portal|service|server|system|platform) (?:completely |totally )?(?:down|offline|unreachable)(?! (?:to|the|arrow|by|for now))",
      "outage|(?:nobody|no ?one|none of us) can|(?:(?:error|http|status|code) ?50[0234]|50[0234] (?:on|for|from|error|bad gateway|internal))\\b.{0,40}\\b(?:every|all|any (?:page|request))|every page\\b.{0,40}\\b(?:error|blank|50\\d)|(?:all|every) (?:pages?|screens?|requests?|calls?)\\b.{0,40}\\b(?:error|blank|fail|50\\d)",
      "whole (?:site|system|portal|app) (?:is )?(?:down|dead)|nothing works(?: any ?more)?|stopped working (?:completely|for (?:all|every))",
    ),
  ],
  [
    "data_loss",
    any(
      behind(
        `(?:my|our|the|every|half|part|some|${NUMBER})(?: [\\w'’,-]+){0,6}? (?:is|are|was|were|has|have|got|been|just|now|all|suddenly|simply)(?: been| all| now| completely| suddenly| simply| just)* `,
        VANISHED,
      ),
      `(?:lost|wiped|erased|deletes?|deleted|deleting|overwrote|overwrites?|overwritten|destroyed|loses|losing|lose) (?:my|our|the|some|half|hours|days|weeks|months|years|${NUMBER}|an? (?:hour|day|week)s?)\\b.{0,30}\\b(?:${HELD}|of)`,
      `${HELD} (?:loss|lost|disappear(?:s|ed)?|vanish(?:es|ed)?|evaporated|(?:gets?|got) (?:lost|deleted|wiped|overwritten))`,
      "(?:hours?|days?|weeks?|months?|years?) of [\\w' ]{2,30}(?:lost|gone|deleted|wiped)|disappeared|evaporated|vanished|list is empty|no trace of|rest is (?:just )?(?:gone|lost)|results? of both are lost|(?:is|are) lost",
      `where (?:have|has|did|are|is) (?:all )?(?:my|our) .{3,40} (?:gone|go)`,
    ),
  ],
  [
    "blocked",
    any(
      `${CANNOT} (?:\\w+ ){0,2}?(?:log|sign|get (?:in|into|past|on)|access|enter|open (?:the app|it|any)|use|work|start|pay|submit|check ?out|register|finish|save|do (?:my|our|any)|take (?:the|part)|continue|join|unlock|place|book|upload|send)`,
      `${CANNOT} .{3,60} (?:any ?more|any longer)`,
      "(?:log(?:s|ged)?|throw[ns]?|thrown|threw|kick(?:s|ed|ing)?|lock(?:s|ed)?|sign(?:s|ed)?) (?:me|us|everyone|people) out|locked out|no access|land(?:s|ed|ing)? (?:on|back (?:on|at)) the (?:sign-in|log-?in) (?:screen|page)|back (?:on|at|to) the (?:sign-in|log-?in) (?:screen|page)",
      "(?:won['’]?t|does(?:n['’]?t| not)|refuses to|no longer|not) (?:start|open|load|launch|turn on|boot|connect)(?:s|ing)?(?: any ?more)?(?= *(?:[.,!?;]|at all|any|since|after|on|$))",
      "accounts?\\b.{0,25}\\b(?:frozen|banned|suspended|blocked|locked|disabled|deactivated)|(?:i['’]?m|i am|we are|got|been) (?:banned|suspended|blocked)|un-?ban me|profile was removed",
      "line (?:is )?(?:out|outside|to|around) (?:of )?the (?:door|block|street)|queue (?:is )?(?:out|around|to the)",
      "unusable|useless (?:now|like this)|stops? us from|dead in the water|brought .{3,30} to a (?:stop|halt|standstill)|can['’]?t (?:do|get) anything",
      "(?:login|log-in|sign-in|signing in|logging in|password|two-factor|authenticator|verification|reset)\\b.{0,60}\\b(?:fail|spin|reject|refuse|expired|nothing happens|never (?:arriv|com)|not (?:work|accept|arriv)|does(?:n['’]?t| not) (?:work|arriv)|loop|wrong|error)\\w*",
      "(?:nothing|none of our .{0,40}) (?:gets|is|are|goes|going) (?:sent|delivered|through|out|arriv\\w+)|no(?:ne of)? .{3,40} (?:going out|being sent)",
      `(?:patients|customers|guests|clients|students|members|parents) (?:are )?(?:waiting|queu\\w+|can['’]?t|cannot|leave|left|ring us)`,
      "(?:full|whole) (?:house|shop|practice)|(?:payroll|salar(?:y|ies)|wages) (?:run )?(?:(?:is|are) )?(?:due|tomorrow|today|paid out)",
      "(?:payment|checkout|order|booking)s?\\b.{0,40}\\b(?:fails?|failed|rejected|refused|declined|not (?:go|going) through|does(?:n['’]?t| not) go through)",
    ),
  ],
  [
    "money",
    any(
      "(?:charg|debit|bill|invoic|deduct)(?:e|ed|es|s|ing)?\\b.{0,60}\\b(?:twice|double|three times|again|wrong|instead|too much|although|but i|even though|after i (?:had )?cancel)",
      "(?:charg|debit|bill)ed (?:me |us )?(?:[2-9]|\\d\\d|three|four|five) times|(?:took|taken|charged|debited) (?:an? )?[$€£]\\d+|left (?:my|our) account (?:twice|two times)",
      "(?:bought|paid|ordered|purchased|took|charged)\\b.{0,80}\\bnever (?:arrived|came|showed up|got)|paid\\b.{0,30}\\binstead of|invoiced? (?:me |us )?for \\d+ hours",
      "(?:twice|double|three times)\\b.{0,30}\\b(?:charg|debit|bill|paid|pay)\\w*",
      "(?:paid|bought|purchased|upgraded|renewed|subscribed)\\b.{0,100}\\b(?:but|and still|still|however|yet)\\b.{0,60}\\b(?:not|no|never|nothing|free (?:plan|version)|locked|expired|adverts?|ads?|didn['’]?t|hasn['’]?t|isn['’]?t)",
      "(?:bought|paid for|upgraded to|subscribed to) \\w+\\b.{0,80}\\b(?:adverts?|ads|free (?:plan|version)|locked|expired|ran out)",
      "overcharg\\w+|charges? \\d+.{0,20}instead|wrong (?:amount|price|total|tax|salary|payout|balance)|paid (?:plan|subscription|version|storage)\\b.{0,60}\\b(?:not|no|gone|free|nothing|expired)|no access to (?:my|our) paid",
      "(?:salary|wages|overtime|payout|vat|tax(?:es)?|rent|refund|balance|invoice total|total)\\b.{0,60}\\b(?:(?:is|are|was|were) (?:wrong|off|missing|less|too|counted twice)|counted twice|twice|double|wrong|not (?:paid|arrived))",
      "money (?:is |was |has )?(?:gone|taken)|(?:fee|amount|sum|money) was (?:taken|charged|debited)|(?:licen[cs]e|subscription|plan)\\b.{0,30}\\b(?:ran out|expired|not active)|free plan\\b.{0,40}\\b(?:paid|premium|bought)|pay twice|lost (?:money|sales|\\d+ (?:euros?|dollars?|pounds?))|nothing to restore",
    ),
  ],
  [
    "crash",
    any(
      "crash\\w*|segmentation fault|segfault|core dumped|force[- ]clos\\w+|closes (?:by )?itself|(?:shuts|switches|turns) (?:itself |down|off)(?: by itself)?|closes immediately|quits (?:by itself|unexpectedly|every|when)|black screen|blue screen|out of memory|oom|panic(?:s|ked)?|reboots? (?:itself|by)|goes black",
    ),
  ],
  [
    "freeze",
    any(
      "freez\\w+|frozen|froze|hangs?|hung|unresponsive|(?:stops|stopped) responding|locks up|stuck (?:at|on|in)|sits (?:on|at) \\d+%|for ever",
    ),
  ],
  [
    "consequence",
    any(
      "(?:i|we) (?:have )?missed (?:my|our|the|an?)|missed (?:my|our|the) (?:flight|train|appointment|class|session|deadline|alarm|race|meeting)|cost (?:me|us) (?:a|an|my|our|the|\\d+)|lost (?:a|the|our) (?:customer|client|sale|order|deal)|went to the wrong|printer has already refused|(?:angry|furious|upset) (?:customers|parents|patients|clients|guests)|turned up twice|nearly (?:drove|hit|fell|crashed|put|gave|missed|sent|lost|took)|(?:nobody|no ?one) (?:came?|come|turned up) (?:for|to) ",
    ),
  ],
  [
    "cosmetic",
    any(
      "typo|spelling|misspel\\w+|mis-spel\\w+|spelt wrong(?:ly)?|misaligned|not aligned|alignment|off[- ]cent(?:re|er)|stretched|squashed|blurr(?:y|ed)|pixelated|overlap(?:s|ping|ped)?|(?:wrong|odd|strange) (?:colou?r|font|icon|label|shade)|colou?r (?:is|of)|icon (?:is|looks|for|has)|tool ?tip|wording|label (?:says|reads|is)|margin|padding|ugly|flicker\\w*|cosmetic|looks? (?:odd|strange|funny|ugly|weird|off)|hard to read|white on white|contrast(?! (?:wheel|slider|control|setting|agent|value)s?)|capital letter|double full stop|comma is missing|grammar(?: mistake| error)?|mistranslat\\w+|wrongly translated",
    ),
  ],
  [
    "sluggish",
    any(
      "(?:lag(?:s|gy|ging)?|slow(?:er|ly)?|delay(?:ed)?|takes?|stutter\\w*)\\b.{0,40}\\b(?:half a second|(?:a |one |two |three |few |some |\\d |or |to )*seconds?|moment|a bit|a little|slightly)",
      "(?:a bit|slightly|a little|somewhat) (?:slow(?:er)?|lagg?y|sluggish)|scroll\\w* (?:is |feels )?(?:jerky|choppy|jumpy)",
    ),
  ],
  [
    "slow",
    any(
      "slow(?:er|ly|ness)?|lag(?:s|gy|ging)?|sluggish|takes? (?:ages|forever|up to|more than|over|about|\\w+ (?:or \\w+ )?minutes?|an hour|longer|much longer|too long|almost)|loading (?:for|takes)|minutes? to (?:load|open|start)|seconds? to (?:load|open|start)|drain\\w*|timing out|times? out|timeout|battery|performance|delay(?:ed|s)?",
    ),
  ],
  [
    "wrong_result",
    any(
      "wrong(?:ly)?|incorrect\\w*|instead of|twice|double[sd]?|duplicat\\w+|should (?:be|show|say|have)|inaccurate|mismatch|mixed up|off by|does(?:n['’]?t| not) match|rounded|negative|minus|one hour (?:early|late)|too (?:high|low|far|many|few|long|short)",
    ),
  ],
];

/** Whom it hits, whether there is a way around, how much of a hurry there is. */
export const CIRCUMSTANCES = {
  everyone: any(
    "for (?:all|everyone|everybody|anybody|anyone)(?: of us| in| here| at)?(?! (?:else|i know|who))",
    "everyone(?: is|['’]s| in| at| here| has| gets| sees| who)|everybody|all of us|company[- ]wide|every (?:user|customer|employee|member|coach|student|one of (?:us|our))|none of (?:us|our)|our whole",
    `(?:all|every one of) (?:(?:of )?(?:our|my|the|us) |${NUMBER} (?:of )?(?:our |my |the )?)(?:\\w+ )?${PEOPLE}`,
    `${NUMBER} (?:of (?:our|my|the) )?(?:\\w+ )?${PEOPLE}\\b.{0,30}\\b(?:can['’]?t|cannot|are locked out|have it|are affected|is down)`,
    "(?:nobody|no ?one)(?: (?:in|at|of|here|can|is able))|(?:whole|entire) (?:club|company|team|office|school|organi[sz]ation|staff|class|department|practice|site|shop|choir|group|agency|hospital|warehouse)",
  ),
  many: any(
    `(?:many|several|lots of|dozens of|hundreds of|both|other|${NUMBER}) (?:of (?:us|our|my|the) )?(?:\\w+ )?${PEOPLE}`,
    "(?:my|our) (?:athletes|members|staff|coaches|drivers|students|pupils|colleagues|customers|patients|guests|clients|team|sales reps?|users|players|volunteers|tenants|employees)",
    "(?:patients|customers|guests|clients)(?: (?:are|can|ring|call|wait|pay|got|have))",
  ),
  workaround: any(
    "work-?around|way around|for now i|for the time being|i (?:can|could) (?:still |at least )?(?:use|do it|work|get by|manage|live)|(?:works?|working|fine|trouble|ok|okay) (?:in|on|with|via|from|using) (?:the |my )?(?:\\w+ )?(?:browser|chrome|firefox|safari|edge|website|app|desktop|phone|laptop|tablet|csv|pc|web|computer)",
    "(?:csv|png|excel|the website|the app|chrome|firefox|safari|desktop|other browsers?) (?:still )?works?|(?:shorter|smaller) (?:ones )?(?:are (?:fine|saved)|works?)|so i (?:now )?(?:split|use|do it|copy|save|export|print|type|always|just|simply|have to|have been)|reinstalling (?:helps|is the only|brings)|restart(?:ing)? (?:helps|fixes|brings|it helps)|helps for|after (?:a |the )?(?:restart|reload|refresh|reboot) it works|second (?:try|attempt|time) (?:it )?works|one condition works|instead,? i|as a stopgap|i (?:split|copy|type|write|enter|do) (?:it|them) .{0,20}(?:by hand|instead|manually|for now)",
  ),
  played_down: any(
    "not (?:dramatic|urgent|a big deal|that important|serious|important|critical|a drama|the end of the world)|no (?:big deal|rush|hurry|drama)|nothing (?:dramatic|serious|urgent)|(?:small|little|minor|tiny|trivial) (?:thing|issue|problem|bug|glitch|matter|one|detail|annoyance|flaw|mistake)|minor|nitpick\\w*|just a bit|slightly|a bit (?:slow|annoying|odd|ugly)|cosmetic|i can live with|hardly matters|when(?:ever)? you (?:have|find) (?:the )?time",
  ),
  urgent: any(
    "urgent(?:ly)?|asap|as soon as possible|immediately|right away|at once|emergency|deadline|time[- ]critical|can['’]?t wait|cannot wait|please help now|help now|need (?:this|it) (?:fixed )?now|every minute",
    "(?:by|before|until) (?:today|tonight|tomorrow|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|next week|the end of|\\d{1,2} ?(?:am|pm|o'clock))",
    "(?:starts?|begins?|due|meeting|payroll|opens?|race|match|exam|presentation|demo|audit|competition|tournament|launch)\\b.{0,20}\\b(?:in (?:an?|one|two|three|\\d+) (?:hours?|minutes?|days?)|today|tonight|tomorrow|this (?:evening|afternoon|weekend)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    "need(?:s|ed)? (?:it|this|them|the \\w+|my \\w+) (?:back |fixed |urgently )?(?:by|before|today|now|immediately|tomorrow|tonight)|waiting (?:at the|in the|outside)|queu\\w+ (?:at|to|outside)|(?:flight|train|shift) leaves",
  ),
  not_urgent: any(
    "(?:not|isn['’]?t|no|nothing|never|hardly) (?:\\w+ ){0,2}?(?:urgent|an emergency|time[- ]critical|deadline)",
  ),
  narrow: any(
    "only (?:on|in|with|for|when|if)|sometimes|occasionally|now and then|once in a while|rarely|from time to time|on one (?:device|phone|computer)|shorter ones|more than \\d+|at zoom level|certain",
  ),
} as const;
