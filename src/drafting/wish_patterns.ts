/**
 * The ways in which people say that they wish for something, from the most
 * explicit to the least: a table of patterns, each with how to read it.
 *
 * @module
 */
import { LACKS } from "./lack_patterns.ts";
import { RowsByWord } from "./rows_by_word.ts";
import { isWishVerb } from "./subject.ts";
import { baseForm } from "./verb_forms.ts";
import { asked, clause, maker, thingOrDoing } from "./wish_clauses.ts";
import { another, cutWish, doing, having, lowerStart, type Meaning } from "./wish_meaning.ts";
import { READERS, row, type WishPattern } from "./wish_row.ts";

const { first, does, has, done, ifClause, makes } = READERS;
const WOULD = "(?: would|['’]?d| wud| woud)";
const I_WOULD =
  "(?:(?:i|we|my \\w+ and i)(?: would| could|['’]?d)?|(?:our|my) [\\w-]+(?: would|['’]d))(?: really| also| just| very much| so| rather| still| absolutely| dearly| actually| greatly)*";
const BE_GOOD =
  "be (?:\\w+ly |so |very |really |a |an |much |even |quite |super |just |also |of |real |big |huge |great |so much )*\\w+";
const NOT_TO_SAY =
  "(?!(?:say|mention|thank|tell you|start by|hear|know|ask (?:you|if|whether|for help)|let you know|point out|express|report|congratulate)\\b)";
const DEPTH_MAX = 2;

/** The patterns, from the most explicit to the least. */
export const WISH_PATTERNS = new RowsByWord<WishPattern>([
  row(
    "suggestion idea feature proposal request wish wishlist improvement enhancement rfe fr",
    "^[\\w ]{0,20}?\\b(?:suggestion|idea|feature request|feature idea|feature|proposal|request|wish|wish ?list|improvement|enhancement|rfe|fr)\\s*(?::|-|–| for (?:you|the devs|improvement)[:,]?)\\s*(.{3,})$",
    (m, t, d) => readWish(m[1] ?? "", t, d + 1) ?? thingOrDoing(m[1] ?? "", t),
  ),
  row(
    "describe",
    "^describe the solution you['’]d like:?\\s+(.{3,})$",
    (m, t, d) => readWish(m[1] ?? "", t, d + 1) ?? thingOrDoing(m[1] ?? "", t),
  ),
  // "When a patient cancels, somebody should be offered the slot."
  row(
    "when if once after before while whenever",
    "^((?:when|if|once|after|before|while|whenever) (?!i could|we could|you could|only)[^,]{4,70}), (.{8,})$",
    (m, t, d) => {
      const found = readWish(m[2] ?? "", t, d + 1);
      if (found === null) return null;
      const circumstance = lowerStart(m[1] ?? "");
      return { wanted: `${found.wanted} ${circumstance}`, topic: `${found.topic} ${circumstance}` };
    },
  ),
  row(
    "if when",
    `\\b(?:it|that|this|which)(?:${WOULD}| might| could) ${BE_GOOD} (?:if|when)(?: only)? (.{3,})$`,
    ifClause,
  ),
  row("if when", `^(?:woud|would|wud|'d) ${BE_GOOD} (?:if|when) (.{3,})$`, ifClause),
  row(
    "able",
    `(?:\\b(?:it|that|this)${WOULD}|^woul?d) ${BE_GOOD} (?:to be able to|being able to) (.{3,})$`,
    does,
  ),
  row(
    "have get",
    `(?:\\b(?:it|that|this)${WOULD}|^woul?d) ${BE_GOOD} to (?:have|get) (.{3,})$`,
    has,
  ),
  row(
    "see",
    `(?:\\b(?:it|that|this)${WOULD}|^woul?d) ${BE_GOOD} to see (.{3,})$`,
    (m) => having(m[1] ?? "", "see"),
  ),
  row("be", `(?:\\b(?:it|that|this)${WOULD}|^woul?d) ${BE_GOOD} to (.{3,})$`, does),
  row(
    "help",
    `\\bit${WOULD}(?: really| greatly)? help(?: me| us| (?:my|our) \\w+)?(?: a lot| a great deal| much)? to see (.{3,})$`,
    (m) => having(m[1] ?? "", "see"),
  ),
  row(
    "help",
    `\\bit${WOULD}(?: really| greatly)? help(?: me| us| (?:my|our) \\w+)?(?: a lot| a great deal| much)? to (?!be able)(.{3,})$`,
    does,
  ),
  row(
    "for",
    `\\b(?:it|that|this)${WOULD} ${BE_GOOD} for ((?:an?|the|my|our|each|every)\\b.{3,60}?) to (.{3,})$`,
    (m, t) => another(m[1] ?? "", m[2] ?? "", t),
  ),
  row(
    "if",
    `\\bit${WOULD} (?:help|take|spare|mean|save \\w+|make \\w+)(?: \\w+){0,8}? if (.{3,})$`,
    ifClause,
  ),
  row("possible", "\\bwould it be possible (?:for (?:you|us|me) )?to (?:have|get) (.{3,})$", has),
  row("possible", "\\bwould it be possible (?:for (?:you|us|me) )?to (.{3,})$", does),
  row(
    "way option possibility chance possible",
    "\\b(?:is|isn['’]t|would) (?:there|it) (?:be )?(?:any |a |no )?(?:way|option|possibility|chance|possible) (?:to|for me to|for us to) (.{3,})$",
    does,
  ),
  row("wish hope", `\\b${I_WOULD} (?:wish|hope)(?: that)? (.{3,})$`, ifClause),
  row(
    "what",
    "\\bwhat (?:i|we)(?:['’]m| am|['’]re| are| would|['’]d)? ?(?:really |most )?(?:love|like|want|need|after|looking for|missing|miss|be interested in)(?: most| really)?(?: to (?:see|have))? (?:is|would be)(?: when)? (.{3,})$",
    first,
  ),
  row(
    "what",
    "\\bwhat(?: i| we)?(?: would|['’]d)?(?: really)? (?:love|like|want|need)(?: to see)?:? (?!is\\b)((?:let|add|give|please)\\b.{3,})$",
    makes,
  ),
  row(
    "what whats thing",
    "\\b(?:what['’]?s|what is|what would round it off|(?:the )?(?:only|one) thing(?: that['’]?s| that is| i| we)?) ?(?:missing|miss|lacking|i miss)?(?: for (?:me|us))?(?: is|:|,) (.{3,})$",
    first,
  ),
  row(
    "if when",
    `\\b${I_WOULD} (?:like|love|prefer|appreciate|welcome|need|want)(?: it)? (?:if|when) (.{3,})$`,
    ifClause,
  ),
  row(
    "like love prefer want need",
    `\\b${I_WOULD} (?:like|love|prefer|want|need)(?: for)? (you|it|(?:the |our |my )?[\\w-]+) to ((\\w+)\\b.{2,})$`,
    (m, t) =>
      /^be$/i.test(m[3] ?? "") || isWishVerb((m[3] ?? "").toLowerCase())
        ? another(m[1] ?? "", m[2] ?? "", t)
        : null,
  ),
  row("see", "\\b(?:i|we)['’]d see (.{3,})$", (m) => having(m[1] ?? "", "see")),
  row(
    "have get propose suggest ask request",
    `\\b${I_WOULD} (?:like|love|prefer|want|need) (?:to be able to|to) (?:have|get|propose|suggest|ask for|request) (.{3,})$`,
    has,
  ),
  row(
    "see",
    `\\b${I_WOULD} (?:like|love|prefer|want|need) to see (.{3,})$`,
    (m) => having(m[1] ?? "", "see"),
  ),
  row(
    "like love prefer want need",
    `\\b${I_WOULD} (?:like|love|prefer|want|need) (?:to be able to|the (?:ability|option|possibility|chance) to|to) ${NOT_TO_SAY}(.{3,})$`,
    does,
  ),
  row(
    "like love prefer need want appreciate",
    `(?:\\b${I_WOULD}|^would) (?:like|love|prefer|need|want|appreciate)(?: to see| to have)? ((?!to\\b|it\\b|that\\b).{3,})$`,
    has,
  ),
  row(
    "make",
    "\\b(?:can|could) (?:you |someone )?(?:please )?(?:make it|make so)(?: possible)?(?: so)?(?: that)? (.{3,})$",
    ifClause,
  ),
  row(
    "mind",
    "\\bwould you mind (\\w+ing) (.{3,})$",
    (m, t) => maker(`${baseForm((m[1] ?? "").toLowerCase())} ${m[2]}`, t),
  ),
  row("imagine ideally", "^(?:imagine(?: if)?|ideally,?) (.{6,})$", ifClause),
  row(
    "wish",
    "\\b(?:only|one) wish (?:is|would be)(?: that)? (.{3,})$",
    (m, t) => clause(m[1] ?? "", t),
  ),
  row(
    "time",
    "\\b(?:about|high) time (?:for|(?:we|i) (?:got|had)|you (?:added|gave us)) (.{3,})$",
    has,
  ),
  row(
    "vote upvote for",
    "^(?:\\+1|.{0,24}\\b(?:up)?vote)(?: goes| is)? (?:for|to) (.{3,})$",
    has,
  ),
  row("rather", "\\b(?:i|we)(?:['’]d| would) rather (?:have|see) (.{3,})$", has),
  row("asking", "^not asking for much[,:] (?:just )?(.{3,})$", has),
  row(
    "hoping looking waiting",
    "\\b(?:i|we)(?:['’]m|['’]re| am| are| was| were|['’]ve been| have been) (?:hoping|looking|waiting) for (.{3,})$",
    has,
  ),
  row(
    "please pls plz kindly can could would will might why may suggest propose recommend you maybe",
    "^(?:please|pls|plz|kindly|can (?:you|u)|could (?:you|u)|would you|will you|might you|why don['’]?t you|can someone|may i ask you to|i (?:suggest|propose|recommend)(?: that)?(?: you)?|you (?:really )?(?:should|could|guys should|ought to|(?:guys )?(?:need to|must|have to))|maybe you could)(?: guys| all)?(?: please| pls| maybe| also| perhaps| possibly| finally| kindly)*,? ((?!consider\\b|think about\\b|be able\\b).{3,})$",
    makes,
  ),
  row(
    "get have",
    "\\b(?:can|could|may|might) (?:i|we)(?: please| also| maybe)*(?: suggest| propose)? (?:get|have) (.{3,})$",
    has,
  ),
  row("suggest", "^(?:may|can|could) i suggest (.{3,})$", has),
  row(
    "can could may might",
    "^(?:can|could|may|might) (?:i|we)(?: please| also| maybe)* (.{3,})$",
    does,
  ),
  row(
    "if",
    "\\bif (?:i|we)(?:,? as [^,]{3,30},?)? (?:could|can|were able to)(?: just| also)? (.{3,})$",
    does,
  ),
  row("if", "\\bif (?:only )?((?:you|u)(?: guys)? .{6,})$", ifClause),
  row(
    "if",
    "\\b(?:i|we)(?:['’]d| would) (?:find|think) it (?:\\w+ )?\\w+ if (.{3,})$",
    ifClause,
  ),
  row("if", "\\bif there (?:was|were|is|would be|could be) (.{3,})$", has),
  row(
    "if",
    "\\bif (?:only )?((?:the|my|our|your) [\\w-]+(?: [\\w-]+){0,2}?|it) (?:could|would|can|did)(?: also| just)? (.{3,})$",
    (m, t) => another(m[1] ?? "", m[2] ?? "", t),
  ),
  row(
    "plan plans chance thoughts news idea ideas intention hope eta",
    "\\b(?:any|are there|do you have)(?: \\w+)? (?:plans?|chance|thoughts|news|ideas?|intention|hope|eta)(?: at all)? (?:for|of|on|about)(?: (?:an?|the) (?:chance|option))?(?: adding| having)? (.{3,})$",
    has,
  ),
  row(
    "plan plans chance intention",
    "\\bany (?:plans?|chance|intention)(?: that)? (?:to|you (?:could|will|might)|of you) (.{3,})$",
    makes,
  ),
  row(
    "thought considered consider how what think",
    "\\b(?:have you (?:ever )?(?:thought|considered)(?: about| of)?|would you consider|please consider|consider|how about|what about|what do you think (?:of|about)|think about) (?:adding |having |offering |introducing |a chance of )?(.{3,})$",
    first,
  ),
  row(
    "going planning will difficult hard work",
    "\\b(?:are you (?:finally |ever |also )?(?:going|planning) to|will you (?:ever )?|how (?:difficult|hard|much work) would it be to) ?(.{3,})$",
    makes,
  ),
  row(
    "when",
    "\\bwhen (?:will|do|can) (?:we|i) (?:be able to|get to|finally|ever)?\\s*(.{3,})$",
    does,
  ),
  row("why", "\\bwhy (?:can['’]?t|cannot|can not|couldn['’]?t) (?:i|we) (?:just )?(.{3,})$", does),
  row("why", "\\bwhy not (?:just )?(.{3,})$", makes),
  row("why", "\\bwhy (?:is|are) there (?:still |actually )?no (?!way\\b|option\\b)(.{3,})$", has),
  row(
    "pay",
    "\\b(?:i|we)(?: would|['’]d)(?: even| gladly| happily)? pay (?:more|extra|good money|money|double|a lot|\\S+ (?:euros?|dollars?|pounds?|a month)) for (.{3,})$",
    has,
  ),
  row(
    "why",
    "\\bwhy (?:is there|do you have|have you got) no (?:way|option|possibility) to (.{3,})$",
    does,
  ),
  row(
    "way option possibility button",
    "\\b(?:there(?:['’]s| is)|is there|i (?:can )?(?:find|see)) no (?:way|option|possibility|button) to (.{3,})$",
    does,
  ),
  row(
    "could can would should might couldn couldnt",
    "^(?:could|can|would|should|might|couldn['’]?t) ((?:the|your|my|our|it|users|members|athletes|coaches|people|customers|players|forgotten|[a-z-]+s)\\b.{6,})$",
    (m, t) => asked(m[1] ?? "", t),
  ),
  row(
    "possible easy",
    "\\b(?:should|ought to|must|has to|needs to) be (?:possible|easy)(?: for \\w+)? to (.{3,})$",
    does,
  ),
  row(
    "possible",
    "\\b(?:it['’]?s|it is|it isn['’]?t|it is not) (?:not )?(?:currently |yet |even )?(?:im)?possible to (.{3,})$",
    does,
  ),
  row(
    "lets let",
    "^(?:every|all|most|other|any)\\w* [^,]{0,40}?\\blets? (?:me|you|us|one|people) (.{3,})$",
    does,
  ),
  row(
    "chance",
    "\\bany chance (?:that )?(?:i|we) (?:(?:can|could|might|will) )?(?:get|have) (.{3,})$",
    has,
  ),
  row("there", "\\bthere (?:should|ought to|could|must|needs to|has to) be (.{3,})$", has),
  row(
    "able",
    "^((?!if\\b|when\\b).{3,80}?) (?:should|must|ought to|needs? to) be able to (.{3,})$",
    (m) => {
      const rest = cutWish(m[2] ?? "");
      if (/^(?:i|we)$/i.test(m[1] ?? "")) return doing(rest);
      return {
        wanted: `${lowerStart(m[1] ?? "")} to be able to ${rest}`,
        topic: `${m[1]} able to ${rest}`,
      };
    },
  ),
  row(
    "should ought",
    "^((?!if\\b|when\\b|it\\b|this\\b|that\\b|there\\b|you\\b|i\\b|we\\b).{3,80}?) (?:should|ought to) (.{3,})$",
    (m, t) => {
      const found = another(m[1] ?? "", m[2] ?? "", t);
      if (found === null || !/^be\s/i.test(m[2] ?? "")) return found;
      return { ...found, topic: `${m[1]} ${cutWish((m[2] ?? "").replace(/^be\s+/i, ""))}` };
    },
  ),
  row(
    "being ability option possibility chance",
    "^(?:being able to|the (?:ability|option|possibility|chance) to) (.{3,}?) (?:would|might|could|is what|is the|is something)\\b.*$",
    does,
  ),
  row(
    "limit",
    "^(the limit .{3,60}?) (?:is|of \\w+ is) (?:far |much )?too (?:tight|low|small|short|strict)\\b.*$",
    (m) => ({
      wanted: `${lowerStart(m[1] ?? "")} to be raised`,
      topic: `${m[1]} raised`,
    }),
  ),
  row(
    "would might could wud",
    "^(?!(?:my|our|everyone|people|users|they) .{0,40}would be (?:over|happy|glad|delighted|grateful|thrilled|appalled|pleased|relieved|sad|angry|cross|lost|so|very))((?!it\\b|that\\b|this\\b|i\\b|we\\b|you\\b|they\\b|which\\b|what\\b|if\\b|when\\b|there\\b|\\w+ would do\\b).{3,100}?) (?:would|might|could|wud)(?: really| also| just)? (?:be|make|help|let|save|allow|give|mean|do|round|suit|fit|stop|keep|solve|enable|spare|complete)\\b.*$",
    done,
  ),
  row("would", "^((?:an?|one|some) (?!bit\\b|lot\\b).{3,100}?) would \\w+\\b.*$", done),
  row(
    "what whats thing all something",
    "^(.{3,140}?) (?:is|are) (?:what(?:['’]s| is) missing|what (?:i|we) (?:miss|need|want|lack)|all (?:that )?(?:i|we) (?:need|want|ask)|something (?:i|we|many|everyone)|the (?:only|one|last) thing (?:i|we|that['’]?s|my \\w+ \\w+) (?:miss\\w*|need\\w*|want|lack))\\b.*$",
    done,
  ),
  row(
    "option way setting possibility ability",
    "\\b(?:need|needs|want|wants|miss|missing|lacks?|lacking)(?: an?)? (?:option|way|setting|possibility|ability) to (.{3,})$",
    does,
  ),
  row(
    "need want miss missing lack",
    "^(?:i|we)?\\s*(?:really |still |also |just )?(?:need|want|miss|am missing|are missing|'m missing|lack) ((?!to\\b).{3,})$",
    has,
  ),
  row(
    "need want",
    `^(?:i|we)?\\s*(?:really |still |also |just )?(?:need|want) to ${NOT_TO_SAY}(.{3,})$`,
    does,
  ),
  row(
    "no",
    "\\b(?:has|have|got|with|there(?:['’]s| is)) no ((?:[\\w-]+ ){0,3}(?:support|option|mode|button|setting|way|export|import|filter|search|view|app|version|preview|history|shortcut)\\b.{0,60})$",
    has,
  ),
  row("", "^(.{3,80}?),? (?:please|pl[sz]+|pleas+e+|pleee+ase|when\\?+)(?:[\\s,.!?].*)?$", first),
  row(
    "",
    "^(?:just )?((?:add|ad|allow|support|implement|include|introduce|let|give|make|bring|show|print|send|provide|enable|offer|create|put|keep|tell|remind|notify|warn|hide|remove|change|increase|extend|translate|read|split|save|store|use|mark|group|sort|start|ask|stop|highlight|display|integrate|connect|sync|export|import|turn|improve|expose|return|accept|support)\\b.{3,})$",
    makes,
  ),
  row(
    "no",
    "^(?:there is |there's )?(?:still )?no (?:option|way|possibility|ability|chance) to (.{3,})$",
    does,
  ),
  row("no", "^no ((?:[\\w-]+ ){0,4}[\\w-]+)(?:[,.?!].*)?$", has),
  row(
    "requesting proposing suggesting asking hoping",
    "^(?:requesting|proposing|suggesting|(?:asking|hoping) for) (.{3,})$",
    has,
  ),
  row(
    "ask asking",
    "\\bask(?:ing)? for (?:the |a )?(?:possibility|option|function|way)(?:\\s*:\\s*|\\s+)(?:to )?(.{3,})$",
    does,
  ),
  row(
    "might could",
    "\\b(?:might|could) there be (?:some|any|a) (?:means|way) (?:by which|for) (.{3,})$",
    ifClause,
  ),
  row(
    "take settle",
    `^.*\\b(?:i|we)['’]d (?:gladly |happily |even )?(?:take|settle for) (.{3,})$`,
    has,
  ),
  row(
    "thats that all what",
    "^(.{6,140}?)(?::|,|;| [–-])? that['’]?s (?:all|what) (?:i|we)(?:['’](?:m|re)| am| are)? ?(?:asking for|ask for|want|need|ask)\\b.*$",
    done,
  ),
  ...LACKS,
]);

/** What a sentence wishes for, or `null` where it does not. */
export function readWish(text: string, thing: string, depth = 0): Meaning | null {
  if (depth > DEPTH_MAX) return null;
  for (const { pattern, reader } of WISH_PATTERNS.in(text)) {
    const match = pattern.exec(text);
    const found = match === null ? null : reader(match, thing, depth);
    if (found !== null) return found;
  }
  return null;
}
