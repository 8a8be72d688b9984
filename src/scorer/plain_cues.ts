/**
 * Cues of faults and wishes told in plain words: no "bug", no "feature", only
 * what contradicts itself, or what the writer has to do without.
 *
 * @module
 */
import type { Intent } from "../triage/intent.ts";
import type { Cue } from "./cue.ts";

const cue =
  (intent: Intent) => (name: string, weight: number, phrases: readonly string[]): Cue => ({
    name,
    intent,
    weight,
    phrases,
  });
const bug = cue("bug_report");
const wish = cue("feature_request");
const ask = cue("general_inquiry");

/** What a customer does with a product, after "I would like to". */
const ACTION =
  "see|have|be|use|set|choose|pick|turn|switch|filter|sort|share|hide|print|export|import|save|" +
  "keep|move|group|search|copy|drag|tag|mark|mute|record|schedule|rename|link|lock|zoom|edit|add|" +
  "select|give|put|make|get|combine|split|color|colour|assign|track|listen|read|scan|swipe|pause";
const TELLS = "say|show|read|display|claim|report|insist|think|tell|list|state";

/** Cues told in plain words. */
export const PLAIN_CUES: readonly Cue[] = [
  bug("tells_impossible", 0.8, [
    `${TELLS} |that |i|we|it|there |be|have |only|minus|negative xnum`,
    `${TELLS} |that i|we|it|they|he|she be|have|do|did`,
    "minus|negative xnum",
    "negative *",
    "insist",
    "claim",
    "apparently",
    "xnum instead of",
    "come out|up|back as|with|at|wrong|empty",
    "out by xnum|a|an|one",
    "xnum hour|minute|day|second early|late|off|behind|ahead",
    "far too high|low|early|late|many|few",
  ]),
  bug("by_itself", 0.7, [
    "by itself|themselves",
    "on its|their own",
    "of its own accord",
    "without me|us|anyone *",
    "nobody touch|touched|change|changed",
    "not touch|touched|change|changed |a|any|it|anything",
  ]),
  bug("twice", 0.7, [
    "twice",
    "two|three time",
    "a second|third time",
    "double|doubled",
    "in duplicate",
    "once more",
    "xnum time",
  ]),
  bug("spoilt", 0.9, [
    "cut|cuts off",
    "wrong order|way|side|place|day|date|time|person|name|room|address|language",
    "in the wrong",
    "upside down",
    "out of order",
    "be ignored",
    "ignore",
    "skip",
    "mixed|mix up",
    "swapped",
    "jump|jumps",
    "half the|of",
    "somebody|someone else 's",
    "end up in|at|on|as",
    "greyed|grayed out",
    "straight line",
    "into each other",
  ]),
  bug("whatever_i_do", 0.9, [
    "whichever|whatever|however i|we",
    "no matter what|how|which|who|where",
    "press|tap|click|push it * time",
    "actually do something|anything",
    "to no effect",
    "can not get it|past|rid|the|any",
    "get past",
  ]),
  bug("against_facts", 0.7, [
    "although|though i|we|it|the|my",
    "even though",
    "despite",
    "but i|we be|have|do|did",
    "be not even",
    "when in fact",
    "while|when it be actually|really",
    "i|we never *",
    "when i|we do|did not",
    "seamlessly|fine on|in my|the other|old",
    "only on|in|with|for *",
  ]),
  bug("should_it", 0.8, [
    "should the|it|this|that|my * really|actually",
    "should it|this|that really|actually",
    "be it|that|this normal|right|meant|supposed",
    "how come",
    "why be|do|have my|the|it|there|this|all|half",
    "why * it|they keep",
    "meant|suppose|supposed to *",
  ]),
  wish("ought", 1, [
    "there ought|need to be",
    "ought to be|have|let|allow|show",
    "what be miss|missing",
    "what i|we miss",
    "miss|missing |for me|us be",
    "should * |by|on itself|automatically|its",
    "should automatically *",
  ]),
  wish("thought_about", 1.2, [
    "have you |ever|guys|thought|think|considered|consider |about|of *",
    "ever think|thought|considered of|about",
    "any thought on|about|of",
    "be you plan|planning to|on|a",
    "do you plan to|on",
    "thank you for consider|considering",
    "one for the wish|list|roadmap|backlog",
    "on your|the roadmap|list",
  ]),
  wish("prefer_if", 1.2, [
    "would |just|really|much|rather prefer |it |if|to",
    "prefer if",
    "would rather",
    "rather than me|i|have|us|we",
    "instead of me|have|us|we * *",
    "would be happy|happier|glad|grateful|delighted if|with|about",
    "would * if",
  ]),
  wish("could_the", 1, [
    "^ could the|it|there|this|these|my|our",
    "can|could the|it|there|this * be |made|able",
    "could the * |also|please|not *",
    "might|could it|there |not be |possible|made",
  ]),
  wish("like_to_do", 1, [
    `would |really|also|so|just like|love to |be|able|to ${ACTION}`,
    `would |really|so love|like |a|an|the|some *`,
    `want to be able to ${ACTION}`,
    "what i would |really|like|love",
    "all i|we want|need|ask|miss",
    "love it if",
  ]),
  ask("like_to_know", 1, [
    "would |also|just|really|like|love to know|ask|find|understand|learn|hear|check|confirm|clarify",
    "like|love to order|buy|book|cancel|return|speak|talk|close|delete|renew|upgrade|join|arrange",
    "give|send |me|us a quote|quotation|offer|brochure",
    "quotation",
    "please delete|close|cancel|remove my|our|the",
    "tell us|me whether|if|how|what|which|when|where",
  ]),
  wish("day_you_have", 1, [
    "day|moment|minute you|it|they have|add|get|support|offer|do",
    "when|once you|it add|have|support|offer|get",
    "as soon as you|it add|have|support|offer",
    "reason i |still|do|not keep|use|not",
    "all yours",
    "i|we will switch|subscribe|buy|upgrade|pay if|when|once",
    "i|we would |happily|gladly pay|switch|subscribe|upgrade",
  ]),
  wish("by_hand", 0.8, [
    "one at a time",
    "one by one",
    "by hand",
    "each|every one separately",
    "have to |then|always|now copy|type|open|scroll|click|tap|go|do|write|remember|switch|leave|retype",
    "without have|having|leave|leaving|open|opening|give|giving|switch|switching",
    "if i|we could",
    "would save me|us|a|so|hours",
    "would give me|us",
    "keep forget|forgetting to",
    "i|we currently *",
    "as it be|stands",
  ]),
  ask("settled", 1, [
    "be |now|all gone|fixed|solved|resolved|sorted |now|with|in|since|thanks",
    "work |fine|again|now again|now|fine thanks",
    "fixed now",
    "problem|issue|crash|bug be gone|solved",
    "that|this be quick",
    "well done",
    "thank you all",
    "thanks to you|the|your|all",
    "not one|single|a crash|error|bug|problem",
    "xnum out of xnum",
    "never |once have|had a|any problem|issue|trouble",
  ]),
];
