/**
 * The words by which a letter tells apart what lies within one situation, each
 * with examples that hold and lack them.
 *
 * @module
 */

/** What words tell, and what they are. */
export interface AspectWords {
  readonly says: string;
  readonly words: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Words by what they tell. */
export const ASPECT_WORDS = {
  other: {
    says: "a person near the writer, or among those whom they deal with",
    words:
      /\b(?:my|our|his|her|their|a|an|the|one of my|this|another) (?:[\p{L}-]+ ){0,2}(?:brother|sister|friend|son|daughter|eldest|youngest|lass|nan|granddaughter|grandson|nephew|niece|cousin|wife|husband|partner|girlfriend|boyfriend|ex|guildmate|flatmate|roommate|housemate|colleague|student|pupil|girl|boy|lad|user|member|man|woman|customer|patient|neighbour|neighbor|kid|child|teenager|classmate|player|streamer|poster|person|employee|tenant|passenger|subscriber)s?\b/iu,
    yes: ["My brother will not open the door.", "One of our users is quiet."],
    no: ["The list will not open."],
  },
  says_or_does: {
    says: "somebody else says or does something that frightens",
    words:
      /\b(?:brother|sister|friend|son|daughter|eldest|youngest|nephew|niece|cousin|wife|husband|partner|girlfriend|boyfriend|guildmate|flatmate|roommate|housemate|colleague|student|pupil|girls?|boy|lad|guy|user|member|man|woman|customer|patient|neighbou?r|kid|child|teenager|classmate|player|streamer|client|tenant|mr|mrs|he|she)(?:['’]?s)?\b[^.!?]{0,40}\b(?:said|says|wrote|writes|posted|posts|posting|sent|sends|goes by|gave away|cutting|hurting|harming|talks?|talking|threaten\w*|submitted|going to|not answering|missing|cut|telephoned|farewell|goodbye|note|pick up|phone is off)\b/i,
    yes: ["She wrote that she wants to end it.", "My friend is not answering."],
    no: ["I wrote to you."],
  },
  own_life: {
    says: "the writer speaks of their own life",
    words:
      /\b(?:i|i['’]?m|i['’]?ve|i['’]?ll|me)\b[^.!?]{0,30}\b(?:die|dead|alive|kill|suicid\w*|end(?:ing)? (?:it|my life|things)|be here|be about|be around|hurting|hurt my|harm\w*|cut(?:ting)? my|go on|carry on|carry it|disappear|strength|way out|bridge|give up|not stay|my mind|pills|no later|trust myself|sure)\b|\b(?:my (?:own )?life|myself|without me)\b/i,
    yes: ["I will not be here: I want to die.", "They are better off without me."],
    no: ["My friend wants to end it."],
  },
  low: {
    says: "the writer has lost heart, and says no word of death",
    words:
      /\b(?:kept|keeps|keeping) me (?:going|alive|here)|\b(?:keeping|kept|carry|carrying|going) (?:on|going) for\b|\b(?:can['’]?t|cannot|don['’]?t think i can|couldn['’]?t|not) (?:start (?:again|over|at)|go on|do this any ?more|cope|face|take (?:it|this|any) (?:any ?)?more)|\bno (?:point|reason|sense) (?:in |to )?(?:any|going|getting|trying|it|me|left)|\b(?:what['’]?s|what is) the point\b|\b(?:nothing|nobody) (?:matters|cares|left|would (?:notice|miss))|\bhopeless|\bworthless|\b(?:only|last) thing (?:i|that|left|keeping|holding)\b|\bgiv(?:e|en|ing) up on\b|\bwhat am i (?:even )?doing\b|\bday (?:0|zero|one) again\b|\b(?:don['’]?t|do not|can['’]?t) see (?:the|a|any) point\b|\band cry\b|\bcry(?:ing)? (?:every|all|myself)|\bso tired of (?:it all|everything|being|trying)|\bburden\b|\b(?:all|so) alone\b/i,
    yes: ["It was the only thing I was keeping going for.", "What's the point of any of it."],
    no: ["This app is killing me.", "I'd die for a dark mode.", "There is no point on the map."],
  },
  medicine: {
    says: "a medicine that was prescribed does not come",
    words:
      /\b(?:prescriptions?|refills?|repeat order)\b[^.!?]{0,40}\b(?:stuck|late|delayed|lost|not (?:been |yet )?(?:sent|ready|filled|approved)|in review|pending|refused|declined)\b/i,
    yes: ["The prescription is stuck.", "My refill has not been sent."],
    no: ["How much of my prescription would be too much?", "I have all the pills here."],
  },
  hazard: {
    says: "a thing or a place is dangerous, not a person",
    words:
      /\b(?:smok\w+|gas|smell\w*|burn\w*|fire|flames?|spark\w*|shocks?|electrocut\w*|brak\w+|batter(?:y|ies)|explo\w+|overheat\w*|melt\w*|hot|steer\w*|autosteer|pedal|accelerat\w+|locked in|trapped|carbon monoxide|leak\w*|fumes|wheel|blade|swell\w*|swollen|lift|elevator|stuck inside|alarm|brakes?|charger|socket|fell|collaps\w*|dos(?:e|age)|insulin|oxygen|pump)\b/i,
    yes: ["The plug smells of smoke.", "The brakes do nothing."],
    no: ["I know where he parks."],
  },
  watched: {
    says: "somebody of whom the writer is afraid may see where they are",
    words:
      /\b(?:restraining order|non-molestation|stalk\w*|abusive|abuser|violent|domestic (?:abuse|violence))\b[^]*\b(?:location|where (?:i am|i live|we are|we live|she is|he is)|track\w*|see(?:s)? me|find(?:s)? me|follow\w*)\b|\b(?:my|her|his) ex\b[^.!?]*\b(?:can|could) (?:still )?(?:see|track|follow|find) (?:me|us|my location|where)\b|\bask(?:ed|ing|s)? (?:me )?(?:where i live|(?:whether|if) i live alone)\b|\bfollow(?:ed|ing|s) me home\b/i,
    yes: [
      "There is a restraining order and he still sees my location.",
      "My ex can still see where I am.",
      "Your driver kept asking where I live.",
    ],
    no: ["My ex has the old password.", "My ex-husband moved, please change the address."],
  },
  health: {
    says: "a question on which somebody's health may hang soon",
    words:
      /\b(?:inhaler|asthma|insulin|(?:my|her|his|their|the) (?:medicine|medication|tablets)|(?:which|what|wrong|double|right) dos(?:e|age)|overdose|anaphyla\w*|fever|epipen|blood (?:sugar|pressure))\b/i,
    yes: ["She needs the inhaler tonight.", "Which dose is right?"],
    no: ["My tablet is slow.", "Is it only for human medicine?"],
  },
  bereaved: {
    says: "somebody has died",
    words:
      /\b(?:died|dies|passed (?:away|on)|passed in|death|dead|deceased|late (?:wife|husband|father|mother|mum|dad|son|daughter|brother|sister|partner)|funeral|probate|widow\w*|bereave\w*|executor|lost (?:my|our) (?:wife|husband|father|mother|mum|dad|son|daughter|brother|sister|partner|baby)|coroner|did(?:n['’]t| not) make it|(?:is|has) gone now|buried|was killed|were killed)\b/i,
    yes: ["My husband passed away.", "I write as the executor."],
    no: ["My phone is off."],
  },
  hardship: {
    says: "money is short",
    words:
      /\b(?:(?:can['’]?t|cannot|can not|unable to|struggling to|no longer) (?:pay|afford|keep up)|lost my job|made redundant|redundancy|laid off|in debt|debts?|arrears|behind (?:with|on)|payment (?:plan|holiday)|instal+ments?|universal credit|benefits|heat or eat|skint|(?:am|i['’]?m|we['’]?re|are) broke|bailiffs?|bankrupt\w*|no money|hours (?:cut|down)|frozen them all)\b/i,
    yes: ["I lost my job.", "We cannot pay this month."],
    no: ["It broke.", "We are a food bank."],
  },
} as const satisfies Readonly<Record<string, AspectWords>>;

/** Whether a text holds words of a kind. */
export function tells(kind: keyof typeof ASPECT_WORDS, text: string): boolean {
  return ASPECT_WORDS[kind].words.test(text);
}
