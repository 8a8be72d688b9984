/**
 * Set phrases of letters whose words would say more when taken one by one: "as
 * soon as", "feel free to", "we cannot promise".
 *
 * @module
 */

const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bas soon as (?:possible|we can|i can)\b/gi, ""],
  [/\bas soon as\b/gi, "once"],
  [/\b(?:for now|right now|at present|at the moment|at this (?:time|point)|currently)\b/gi, ""],
  [/\b(is|are|has been|have been|it's) now (?=\w+ed\b|on record)/gi, "$1 "],
  [/\b(on record|recorded|logged|tracked|listed|registered)( (?:as|under) it)? now\b/gi, "$1$2"],
  [/\bfeel free to\b/gi, "please"],
  [/\bnow (?=on our (?:list|record))/gi, ""],
  [/\bmake our day\b/gi, "help us"],
  [/\byou (?:got|get|are|were|become) (?:lost|stuck)\b/gi, "you wonder"],
  [/\bspeed things up\b/gi, "help"],
  [/\btak(?:e|ing) (?:a moment|the time)\b/gi, "trying"],
  [/\bat that moment\b/gi, ""],
  [/\bkeep you in the loop\b/gi, "keep you posted"],
  [
    /\bgive you (?:wrong|the wrong|incorrect|false|the right|precise|correct) (?:information|answer)\b/gi,
    "tell you so",
  ],
  [/\b(?:in charge of|responsible for|who (?:takes?|take) care of) .{1,40}?(?=[.,;!]|$)/gi, ""],
  [/\bof help soon\b/gi, "of help"],
  [/\bended up\b/gi, "was"],
  [/\b(?:anything|something) (?:private|personal)\b/gi, "it"],
  [/\bextra work\b/gi, "trouble"],
  [/\beveryone (?=who|involved)/gi, "the people "],
  [/\b(?:make|give) any promises\b/gi, "tell you more"],
  [/\bmake (?:your|the|their) work easier\b/gi, "help you"],
  [/\bhow (?:the )?(\w+) works\b/gi, "how $1 is explained"],
  [/\bsend us (?=more|your|any|further)/gi, "share "],
  [/^good luck with\b/gi, "Enjoy"],
  [/\bon a regular basis\b/gi, "regularly"],
  [/\baccording to\b/gi, "as you say in"],
  [
    /\bhave an? (?:good|great|nice|lovely|wonderful|pleasant) (?:day|week|weekend|evening|time)\b/gi,
    "thank you",
  ],
  [
    /\byou(?:'ll| will) (?:receive|get) (?:an?|our) (?:\w+ )?(?:answer|reply|response)\b/gi,
    "you will hear from us",
  ],
  [/\bnow that\b/gi, "since"],
  [/\bcloser look\b/gi, "look"],
  [/\bat hand\b/gi, ""],
  [/\bgive(?:s)? you (?:a|an|any)(?: \w+)? (?:date|answer|reply|update|response)\b/gi, "tell you"],
  [/\bget(?:ting)? (?:you )?started\b/gi, "begin"],
  [
    /\b(?:can't|cannot|can not|not able to|unable to|don't want to) (?:promise|guarantee|commit to)\b/gi,
    "cannot tell",
  ],
  [/\b(?:along|together) with (?:the )?others?\b/gi, ""],
  [/\b(?:private|incognito) (?:window|mode|tab|browsing)\b/gi, "window"],
  [
    /\b(?:without any |any )?(?:personal|private|sensitive) (?:information|data|details)\b/gi,
    "information",
  ],
  [/\b(?:on|in|at) your (?:end|side)\b/gi, ""],
  [/\b(?:can|could) be fixed\b/gi, "can be looked at"],
  [
    /(?<=\b(?:know|say|tell|able|sure|promise)\b[^.!?]{0,30}\b(?:whether|if|when)\b(?: (?:or|and) (?:when|whether|if)\b)?) (?:it|this|that) (?:will|can|might|could) be (?:built|added|implemented|available|included|released|done|ready|fixed|resolved|solved)\b/gi,
    " it is so",
  ],
  [
    /(?<=\b(?:once|when|until|after|if)\b (?:it|this|that|the (?:issue|problem|matter|bug))) (?:is|has been|gets) (?:fixed|resolved|solved)\b/gi,
    " is known",
  ],
  [
    /\b(?:please )?(?:do not|don't|never) (?:share|send|include|post|give|enter)\b[^.!?]{0,90}/gi,
    "please note this",
  ],
];

/** A sentence in which set phrases stand as plain neutral words. */
export function withoutSetPhrases(sentence: string): string {
  return PHRASES.reduce((text, [phrase, plain]) => text.replace(phrase, plain), sentence)
    .replace(/ {2,}/g, " ").replace(/ (?=[.,;!?])/g, "");
}
