/**
 * Finds what a customer wishes for, and turns it into an infinitive: "to
 * invite members from a spreadsheet", "the app to send me a reminder".
 *
 * @module
 */
import type { MessageParts, Statement } from "./message_parts.ts";
import { baseForm } from "./verb_forms.ts";
import { unended } from "./weave.ts";

/** A wish, ready for a story and a title. */
export interface Wish {
  /** What stands after "I want": an infinitive, with its subject where that is not the customer. */
  readonly wanted: string;
  /** The thing or the doing, as the start of a title. */
  readonly topic: string;
  /** What the rest of the sentence says, where the wish is cut out of it. */
  readonly rest: string;
  readonly statement: Statement;
}

interface Meaning {
  readonly wanted: string;
  readonly topic: string;
}

const CUE =
  /\b(?:would be|'d be|could be|it'd|wish|hope|would (?:like|love|prefer|help|let|make|save|allow|give|need)|'d (?:like|love|prefer|need)|please|pls|plz|could (?:you|we|i|there)|can (?:you|we|i|u)|add|support|option|feature|suggest\w*|idea|request|proposal|should|ought to|missing|miss|lack\w*|need|want|let (?:me|us)|give (?:me|us)|allow|if (?:i|we|you|there|the app|it) (?:could|would|had|was|were)|any (?:plans|chance|thoughts)|thought about|consider|how about|able to|bring back|instead|no way to|possible|why (?:not|can't|is there no)|as well)\b/iu;
const PAIN = /^(?:right now|at (?:the moment|present)|currently|today|now)\b/iu;

/** The wish of a message; `null` where it says nothing. */
export function findWish(parts: MessageParts, thing: string): Wish | null {
  const ranked = parts.statements.map((statement) => ({ statement, score: scoreOf(statement) }))
    .sort((one, other) => other.score - one.score);
  for (const { statement } of ranked.slice(0, 6)) {
    const text = tidy(statement.phrase.text);
    const found = read(text, thing, 0);
    if (found !== null) return { ...found, rest: restOf(text, found.topic), statement };
  }
  const first = ranked[0]?.statement ?? null;
  if (first === null) return null;
  const text = unended(tidy(first.phrase.text));
  return { ...asThing(text, thing), rest: "", statement: first };
}

function scoreOf({ phrase, index, wish_weight, bug_weight }: Statement): number {
  let score = Math.min(4, wish_weight) - Math.min(2, bug_weight) * 0.3 - index * 0.15;
  if (CUE.test(phrase.text)) score += 2.5;
  if (PAIN.test(phrase.text)) score -= 1.5;
  if (phrase.words.length < 3) score -= 1;
  return score;
}

const ADJECTIVE =
  "(?:\\w+ly |so |very |really |a |an |much |even |quite |super |just |also |of |real |big |huge )*\\w+";

type Handler = (match: RegExpExecArray, thing: string, depth: number) => Meaning | null;

const PATTERNS: readonly (readonly [RegExp, Handler])[] = [
  [
    /^(?:[\w ]{0,20}\b)?(?:suggestion|idea|feature request|feature idea|feature|proposal|request|wish|small request|wish ?list|improvement|enhancement)\s*(?::|-|–| for (?:you|the devs|improvement)[:,]?)\s*(.{3,})$/iu,
    (m, t, d) => deeper(m[1], t, d) ?? asThing(cut(m[1] ?? ""), t),
  ],
  [
    new RegExp(
      `\\b(?:it|that|this|which)(?: would|'d|’d| might| could) be ${ADJECTIVE} (?:if|when)(?: only)? (.{3,})$`,
      "iu",
    ),
    (m, t) => clause(m[1] ?? "", t),
  ],
  [
    new RegExp(`^(?:woud|would|wud) be ${ADJECTIVE} (?:if|when) (.{3,})$`, "iu"),
    (m, t) => clause(m[1] ?? "", t),
  ],
  [
    new RegExp(
      `\\b(?:it|that|this)?(?: would|'d|’d|^would|^woud) be ${ADJECTIVE} (?:to be able to|being able to) (.{3,})$`,
      "iu",
    ),
    (m) => doing(m[1] ?? ""),
  ],
  [
    new RegExp(
      `(?:\\b(?:it|that|this)(?: would|'d|’d)|^woul?d) be ${ADJECTIVE} to (?:have|get|see) (.{3,})$`,
      "iu",
    ),
    (m, t) => having(m[1] ?? "", t),
  ],
  [
    new RegExp(`(?:\\b(?:it|that|this)(?: would|'d|’d)|^woul?d) be ${ADJECTIVE} to (.{3,})$`, "iu"),
    (m) => doing(m[1] ?? ""),
  ],
  [
    /\b(?:it would|it'd|it’d|would) (?:help|save \w+|be \w+)(?: \w+){0,5} if (.{3,})$/iu,
    (m, t) => clause(m[1] ?? "", t),
  ],
  [
    /\bwould it be possible (?:for (?:you|us|me) )?to (.{3,})$/iu,
    (m, t) => possible(m[1] ?? "", t),
  ],
  [
    /\b(?:is|isn't|would) (?:there|it) (?:be )?(?:any |a |no )?(?:way|option|possibility|chance|possible) (?:to|for me to|for us to) (.{3,})$/iu,
    (m, t) => possible(m[1] ?? "", t),
  ],
  [
    /\b(?:i|we)(?: would|['’]?d)?(?: really| also| just| so| still| absolutely| dearly)? (?:wish|hope)(?: that)? (.{3,})$/iu,
    (m, t) => clause(m[1] ?? "", t),
  ],
  [
    /\bwhat (?:i|we)(?: would|['’]d)?(?: really)? (?:love|like|want|need|am|['’]m)(?: to (?:see|have)| after| looking for)? (?:is|would be) (?:when )?(.{3,})$/iu,
    (m, t) => thingOrClause(m[1] ?? "", t),
  ],
  [
    /\bwhat (?:i|we)(?:['’]m| am|['’]re| are) (?:after|looking for|missing) is (.{3,})$/iu,
    (m, t) => thingOrClause(m[1] ?? "", t),
  ],
  [
    /\b(?:what['’]?s|what is|the (?:only|one) thing(?: that['’]?s| that is| i)?) (?:missing|miss|lacking|i miss)(?: for (?:me|us))?(?: is|:|,)? (.{3,})$/iu,
    (m, t) => thingOrClause(m[1] ?? "", t),
  ],
  [
    /\b(?:i|we)(?: would|['’]?d)(?: really| also| just| very much| so| greatly)? (?:like|love|prefer|appreciate|welcome|need|want)(?: it)? (?:if|when) (.{3,})$/iu,
    (m, t) => clause(m[1] ?? "", t),
  ],
  [
    /\b(?:i|we)(?: would|['’]?d)(?: really| also| just| very much| so| rather)? (?:like|love|prefer|want|need)(?: for)? (you|it|the (?:app|portal|system|site|website|program|tool|api|cli|watch|camera|launcher|[\w-]+)) to (.{3,})$/iu,
    (m, t) => ({
      wanted: `${/^(?:you|it)$/iu.test(m[1] ?? "") ? t : m[1]} to ${cut(m[2] ?? "")}`,
      topic: cut(m[2] ?? ""),
    }),
  ],
  [
    /\b(?:i|we)(?: would|['’]?d)(?: really| also| just| very much| so| rather)? (?:like|love|prefer|want|need) (?:to be able to|to) (?:have|get|see) (.{3,})$/iu,
    (m, t) => having(m[1] ?? "", t, /\bto see\b/iu.test(m[0].slice(0, 40)) ? "see" : "have"),
  ],
  [
    /\b(?:i|we)(?: would|['’]?d)(?: really| also| just| very much| so| rather)? (?:like|love|prefer|want|need) (?:to be able to|the (?:ability|option|possibility|chance) to|to) (.{3,})$/iu,
    (m) => doing(m[1] ?? ""),
  ],
  [
    /\b(?:i|we)(?: would|['’]?d)(?: really| also| just| very much| so| rather)? (?:like|love|prefer|need|want|appreciate)(?: to see| to have)? ((?!to\b|it\b|that\b).{3,})$/iu,
    (m, t) => having(m[1] ?? "", t),
  ],
  [
    /^(?:please|pls|plz|kindly|can (?:you|u)|could (?:you|u)|would you|will you|why don['’]?t you|can (?:you|u) guys|could (?:you|u) guys|can someone|may i ask you to|i (?:suggest|propose|recommend)(?: that)?(?: you)?|you (?:should|could|guys should)|maybe you could)(?: all)?(?: please| pls| maybe| also| perhaps| possibly| finally)*,? (.{3,})$/iu,
    (m, t, d) => maker(m[1] ?? "", t, d),
  ],
  [
    /\b(?:can|could|may|might) (?:i|we)(?: please| also| maybe)? (?:get|have) (.{3,})$/iu,
    (m, t) => having(m[1] ?? "", t),
  ],
  [
    /^(?:can|could|may|might) (?:i|we)(?: please| also| maybe| suggest)* (.{3,})$/iu,
    (m, t) => /suggest\s/iu.test(m[0].slice(0, 24)) ? having(m[1] ?? "", t) : doing(m[1] ?? ""),
  ],
  [
    /\b(?:can|could|can you|could you)(?: please)? (?:make it|make so)(?: possible)?(?: so)?(?: that)? (.{3,})$/iu,
    (m, t) => clause(m[1] ?? "", t),
  ],
  [
    /\bif (?:i|we)(?: as [^,]{3,30})? (?:could|can|were able to)(?: just| also)? (.{3,})$/iu,
    (m) => doing(m[1] ?? ""),
  ],
  [
    /\bif (?:only )?(?:you|u)(?: guys)? (?:could|would|can|had|added|made|gave)(?: just| also)? (.{3,})$/iu,
    (m, t, d) => maker(m[1] ?? "", t, d),
  ],
  [/\bif there (?:was|were|is|would be|could be) (.{3,})$/iu, (m, t) => having(m[1] ?? "", t)],
  [
    /\bif (the [\w-]+(?: [\w-]+)?|it) (?:could|would|can|did) (.{3,})$/iu,
    (m, t) => ({
      wanted: `${/^it$/iu.test(m[1] ?? "") ? t : m[1]} to ${cut(m[2] ?? "")}`,
      topic: cut(m[2] ?? ""),
    }),
  ],
  [
    /\b(?:any|are there|do you have)(?: \w+)? (?:plans?|chance|thoughts|news|ideas?|intention|hope|eta)(?: at all)? (?:for|of|on|about)(?: (?:an?|the) (?:chance|option))? (.{3,})$/iu,
    (m, t) => having(m[1] ?? "", t),
  ],
  [
    /\bany (?:plans?|chance|intention)(?: that)? (?:to|you (?:could|will|might)|of you) (.{3,})$/iu,
    (m, t, d) => maker(m[1] ?? "", t, d),
  ],
  [
    /\b(?:have you (?:ever )?(?:thought|considered)(?: about| of)?|would you consider|please consider|how about|what about|what do you think (?:of|about)|think about) (?:adding |having |offering |introducing |a chance of )?(.{3,})$/iu,
    (m, t, d) =>
      /^letting\b/iu.test(m[1] ?? "")
        ? maker((m[1] ?? "").replace(/^letting/iu, "let"), t, d)
        : thingOrClause(m[1] ?? "", t),
  ],
  [
    /\b(?:are you (?:going|planning) to|will you (?:ever )?) ?(.{3,})$/iu,
    (m, t, d) => maker(m[1] ?? "", t, d),
  ],
  [
    /\bwhen (?:will|do|can) (?:we|i) (?:be able to|get to|finally|ever)?\s*(.{3,})$/iu,
    (m) => doing(m[1] ?? ""),
  ],
  [
    /\bwhy (?:can['’]?t|cannot|can not|couldn['’]?t) (?:i|we) (?:just )?(.{3,})$/iu,
    (m) => doing(m[1] ?? ""),
  ],
  [
    /\bwhy (?:is there|do you have|have you got) no (?:way|option|possibility) to (.{3,})$/iu,
    (m) => doing(m[1] ?? ""),
  ],
  [
    /\b(?:there(?:['’]s| is)|is there|i (?:can )?(?:find|see)) no (?:way|option|possibility|button) to (.{3,})$/iu,
    (m) => doing(m[1] ?? ""),
  ],
  [
    /\b(?:there (?:should|ought to|could|must|needs to|has to) be) (.{3,})$/iu,
    (m, t) => having(m[1] ?? "", t),
  ],
  [
    /^((?!if\b|when\b).{3,80}?) (?:should|must|ought to|needs? to) be able to (.{3,})$/iu,
    (m) =>
      /^(?:i|we)$/iu.test(m[1] ?? "") ? doing(m[2] ?? "") : ({
        wanted: `${lowerThe(m[1] ?? "")} to be able to ${cut(m[2] ?? "")}`,
        topic: `${m[1]} able to ${cut(m[2] ?? "")}`,
      }),
  ],
  [
    /^((?!if\b|when\b|it\b|this\b|that\b|you\b).{3,80}?) (?:should|ought to) (.{3,})$/iu,
    (m) => ({
      wanted: `${lowerThe(m[1] ?? "")} to ${cut(m[2] ?? "")}`,
      topic: `${m[1]} ${
        /^be\b/iu.test(m[2] ?? "")
          ? cut((m[2] ?? "").replace(/^be\s+/iu, ""))
          : `to ${cut(m[2] ?? "")}`
      }`,
    }),
  ],
  [
    /^(?:being able to|the (?:ability|option|possibility|chance) to) (.{3,}?) (?:would|might|could|is what|is the)\b.*$/iu,
    (m) => doing(m[1] ?? ""),
  ],
  [
    /^(?:having )?((?!it\b|that\b|this\b|i\b|we\b|you\b|they\b|which\b|what\b|if\b|when\b).{3,100}?) (?:would|might|could)(?: really| also| just)? (?:be|make|help|let|save|allow|give|mean|do|round|suit|fit|stop|keep|solve|enable|spare|complete)\b.*$/iu,
    (m, t) => having(m[1] ?? "", t),
  ],
  [
    /^(?:having )?(.{3,100}?) (?:is|are) (?:what (?:i|we) (?:miss|need|want|lack)|the (?:only|one|last) thing (?:i|we|that['’]?s) (?:miss\w*|need|want|lack))\b.*$/iu,
    (m, t) => having(m[1] ?? "", t),
  ],
  [
    /\b(?:need|needs|want|wants|miss|missing|lacks?|lacking)(?: an?)? (?:option|way|setting|possibility|ability) to (.{3,})$/iu,
    (m) => doing(m[1] ?? ""),
  ],
  [
    /^(?:i|we)?\s*(?:really |still |also |just )?(?:need|want|miss|am missing|are missing|'m missing|lack) ((?!to\b).{3,})$/iu,
    (m, t) => having(m[1] ?? "", t),
  ],
  [
    /^(?:i|we)?\s*(?:really |still |also |just )?(?:need|want) to (.{3,})$/iu,
    (m) => doing(m[1] ?? ""),
  ],
  [
    /^(.{3,80}?),? (?:please|pls|plz|pleee+ase|when\?+)(?:[\s,.!?].*)?$/iu,
    (m, t) => thingOrClause(m[1] ?? "", t),
  ],
  [
    /^((?:add|allow|support|implement|include|introduce|let|give|make|bring|show|print|send|provide|enable|offer|create|put|keep|tell|remind|notify|warn|hide|remove|change|increase|extend|translate|read|split|save|store|use|mark|group|sort|start|ask|stop|highlight|display|integrate|connect|sync|export|import|turn|improve|expose|return|accept)\b.{3,})$/iu,
    (m, t, d) => maker(m[1] ?? "", t, d),
  ],
  [/^no ((?:[\w-]+ ){0,4}[\w-]+)(?:[,.?!].*)?$/iu, (m, t) => having(m[1] ?? "", t)],
];

function read(text: string, thing: string, depth: number): Meaning | null {
  if (depth > 2) return null;
  for (const [pattern, handler] of PATTERNS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const found = handler(match, thing, depth);
    if (found !== null && found.topic.length > 2) return found;
  }
  return null;
}

function deeper(text: string | undefined, thing: string, depth: number): Meaning | null {
  return text === undefined ? null : read(text, thing, depth + 1);
}

/** The customer does it: "select several sessions". */
function doing(text: string): Meaning | null {
  const done = cut(text.replace(/^(?:to|also|just|please|be able to)\s+/iu, ""));
  if (done === "") return null;
  return { wanted: `to ${lowerThe(done)}`, topic: done };
}

/** The customer has it: "quiet hours for notifications". */
function having(text: string, _thing: string, verb = "have"): Meaning | null {
  const had = cut(text.replace(/^(?:to have|having|please|also|for)\s+/iu, ""));
  if (had === "") return null;
  return { wanted: `to ${verb} ${lowerThe(had)}`, topic: had };
}

function asThing(text: string, thing: string): Meaning {
  const words = text.split(" ");
  if (words.length <= 10 && !/^(?:i|we|you|it|there|my|they|he|she)\b/iu.test(text)) {
    return having(text, thing) ?? { wanted: `to have ${lowerThe(text)}`, topic: text };
  }
  return { wanted: `${thing} to do what I describe ("${cut(text)}")`, topic: cut(text) };
}

function thingOrClause(text: string, thing: string): Meaning | null {
  if (
    /^(?:i|we|you|there|it|the (?:app|portal|system|site)) (?:could|can|would|was|were|had|did)\b/iu
      .test(text)
  ) return clause(text, thing);
  if (/^to (?!the\b)/iu.test(text)) return doing(text);
  if (/^being able to\b/iu.test(text)) return doing(text.replace(/^being able to\s+/iu, ""));
  if (
    /^(?:add|allow|support|let|give|make|bring|show|send|enable|offer|provide|include|implement|print)\b/iu
      .test(text)
  ) return maker(text, thing, 1);
  return having(text, thing);
}

function possible(text: string, thing: string): Meaning | null {
  return /^(?:have|get|see)\s/iu.test(text)
    ? having(text.replace(/^\S+\s+/u, ""), thing)
    : doing(text);
}

/** What follows "if" or "I wish". */
function clause(text: string, thing: string): Meaning | null {
  let match =
    /^(?:i|we|one)(?: as [^,]{3,30})? (?:could|can|was able to|were able to|would be able to|had the (?:option|ability|possibility) to|had a way to)(?: just| also| simply)? (.{3,})$/iu
      .exec(text);
  if (match !== null) return doing(match[1] ?? "");
  match = /^(?:i|we) (?:had|got|have) (.{3,})$/iu.exec(text);
  if (match !== null) return having(match[1] ?? "", thing);
  match = /^there (?:was|were|is|would be|could be|are) (.{3,})$/iu.exec(text);
  if (match !== null) return having(match[1] ?? "", thing);
  match = /^(?:you|u)(?: guys)? (?:could|would|can|might)?\s*(?:also |please |just )?(.{3,})$/iu
    .exec(text);
  if (match !== null) {
    return maker(
      (match[1] ?? "").replace(/^\w+/u, (verb) => baseForm(verb.toLowerCase())),
      thing,
      1,
    );
  }
  match =
    /^(it|(?:the|my|our|all|every|one|each|this|these|people|users|members|athletes|coaches|customers)\b.{0,60}?|[\p{L}-]+(?: [\p{L}-]+){0,2}) (?:could|would|can|did|might) (?:also |automatically |just )?(.{3,})$/iu
      .exec(text);
  if (match !== null) {
    const subject = /^it$/iu.test(match[1] ?? "") ? thing : lowerThe(match[1] ?? "");
    const rest = cut((match[2] ?? "").replace(/^be able to\s+/iu, "be able to "));
    const given = GIVEN.exec(rest);
    return {
      wanted: `${subject} to ${rest}`,
      topic: given?.[1] ??
        `${
          /^(?:it|the app|the portal|the system)$/iu.test(match[1] ?? "") ? "" : `${match[1]} to `
        }${rest}`,
    };
  }
  match =
    /^((?:the|my|our|a|an)\b(?: [\p{L}'’-]+){1,4}?) (\p{L}+(?:ed|wed)|was|were|had|went|came|got|told|gave|showed|kept|ran|did) (.{2,})$/iu
      .exec(text);
  if (match !== null) {
    const subject = lowerThe(match[1] ?? "");
    const rest = cut(match[3] ?? "");
    return {
      wanted: `${subject} to ${baseForm((match[2] ?? "").toLowerCase())} ${rest}`,
      topic: `${match[1]} to ${baseForm((match[2] ?? "").toLowerCase())} ${rest}`,
    };
  }
  return thingOrNothing(text, thing);
}

function thingOrNothing(text: string, thing: string): Meaning | null {
  return /^(?:i|we|it|you|that|this|not)\b/iu.test(text) ? null : having(text, thing);
}

const GIVEN =
  /^(?:send|show|give|offer|have|add|get|provide|display|support|include|tell|bring) (?:me |us |you |people |users )?((?!when\b|if\b|that\b|about\b|how\b|to\b).{6,})$/iu;

/** What the maker is asked to do: "add rest days", "let me invite them". */
function maker(text: string, thing: string, depth: number): Meaning | null {
  const asked = text.replace(/^(?:please|also|just|maybe|perhaps|finally|to)\s+/iu, "");
  let match = /^(?:let|allow|enable|permit) (me|us|one) (?:to )?(.{3,})$/iu.exec(asked);
  if (match !== null) return doing(match[2] ?? "");
  match =
    /^(?:let|allow|enable|permit) ((?:[\p{L}'’-]+ ){0,3}?[\p{L}'’-]+) (?:to )?((?:be|see|use|edit|add|join|check|set|choose|pick|swap|share|view|book|pay|send|upload|download|log|have|get|change|create|export|import|select|move|approve|enter|say|invite|manage|define|read|write|open|print|save|play|start|track|rate|order|switch|sync|\w+ in|\w+ out)\b.{0,300})$/iu
      .exec(asked);
  if (match !== null) {
    return {
      wanted: `${lowerThe(match[1] ?? "")} to be able to ${cut(match[2] ?? "")}`,
      topic: `${match[1]} to ${cut(match[2] ?? "")}`,
    };
  }
  match = /^(?:give|grant|get) (?:me|us|users|people|members) (.{3,})$/iu.exec(asked);
  if (match !== null) return having((match[1] ?? "").replace(/^back\s+/iu, ""), thing);
  match = /^bring back (.{3,})$/iu.exec(asked);
  if (match !== null) {
    return {
      wanted: `to have ${lowerThe(cut(match[1] ?? ""))} back`,
      topic: `${cut(match[1] ?? "")} back`,
    };
  }
  match = /^(?:make it|make this) (?:so )?(?:possible )?(?:that |to )?(.{3,})$/iu.exec(asked);
  if (match !== null) {
    return /\bto\b/iu.test(match[0].slice(0, 20))
      ? doing(match[1] ?? "")
      : clause(match[1] ?? "", thing);
  }
  match =
    /^(?:add|introduce|include|offer|provide|implement|create|build|develop|consider|enable|allow|have|get|support|integrate|see|do|make available|put in|bring)(?: in| us| me| for| an? (?:option|possibility|setting|way) (?=to))? (?:support for )?(.{3,})$/iu
      .exec(asked);
  if (match !== null && !/^to\b/iu.test(match[1] ?? "")) {
    const verb =
      /^(?:add|introduce|include|offer|provide|implement|create|build|develop|consider|enable|support|bring)\b/iu
        .test(asked);
    return verb || /^(?:allow|have|get|see|integrate)\b/iu.test(asked)
      ? having(match[1] ?? "", thing)
      : null;
  }
  match =
    /^(?:add|offer|provide|include|allow) an? (?:option|possibility|setting|way) to (.{3,})$/iu
      .exec(asked);
  if (match !== null) return doing(match[1] ?? "");
  if (/^(?:fix|help|look|explain|tell me (?:how|why|what|where)|check)\b/iu.test(asked)) {
    return null;
  }
  const done = cut(asked);
  const given = GIVEN.exec(done);
  return depth > 3 ? null : { wanted: `${thing} to ${lowerThe(done)}`, topic: given?.[1] ?? done };
}

const CUTS =
  /\s*(?:[.?!;](?=\s|$)|\s[–—-]\s|,\s+(?:so|because|since|as (?:i|we|it|the)|which|that would|and (?:i|we|every|then i)|but|like (?:in|on|the|every|all)|for (?:i|we)|would|please|thanks|thank you|maybe|if possible|rather than|without (?:it|that)|otherwise|my|our|the|then|it(?:'s| is)|i(?:'d|'m|'ve| )|we(?:'d|'re|'ve| )|that(?:'s| is)|instead of me)\b|\s+so\s+(?:that\b|i\b|we\b|my\b|our\b|it\b|they\b|people\b|the\b|you\b)|\s+because\b|\s+(?:please|pls|plz)\b|\s+(?:as well|too|some ?day|one day|at some point|in (?:a|the) (?:future|next) (?:version|update|release)?|thats? (?:all|it))\W*$|:\s|\s\()/iu;
const ALSO =
  /\s+(?:as well|too|also|again|some ?day|thanks|thank you|thats all thanks|thats all)\W*$/iu;

function cut(text: string): string {
  const at = text.search(CUTS);
  const kept = at > 2 ? text.slice(0, at) : text;
  return unended(unended(kept).replace(ALSO, ""));
}

function restOf(text: string, topic: string): string {
  const at = topic === "" ? -1 : text.toLowerCase().indexOf(topic.toLowerCase().slice(-24));
  return at < 0 ? "" : text.slice(at + Math.min(24, topic.length)).replace(/^[\s.,;:!?–—-]+/u, "");
}

function lowerThe(text: string): string {
  return /^(?:\p{Lu}{2}|\p{Lu}\p{Ll}*\p{Lu}|I\b|\p{Lu}\d)/u.test(text)
    ? text
    : /^(?:Bluetooth|Apple|Google|Microsoft|Excel|Outlook|Strava|Garmin|Android|Windows|Linux|English|German|French|Spanish|Welsh|Slack|Spotify|Chrome|Firefox|Siri|Alexa|PayPal|Jira|GitHub|Face)\b/u
        .test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}

function tidy(text: string): string {
  return text.replace(
    /^(?:not a bug[^:,.]{0,60}[:,.]\s*|ps:?\s+|and (?=what|please|could|can)|what i actually want:\s*|but\s+|also,?\s+)/iu,
    "",
  ).trim();
}
