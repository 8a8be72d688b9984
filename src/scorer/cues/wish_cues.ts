/**
 * Cues of a wish: something should be there that is not.
 *
 * @module
 */
import type { Cue } from "./cue.ts";

const wish = (
  name: string,
  weight: number,
  phrases: readonly string[],
  negatable = false,
): Cue => ({
  name,
  intent: "feature_request",
  weight,
  phrases,
  negatable,
});

const PRAISED =
  "nice|great|helpful|handy|useful|welcome|good|better|cool|awesome|amazing|fantastic|" +
  "perfect|lovely|excellent|wonderful|ideal|fab|neat|appreciated|appreciate|convenient|super|brilliant";
const CHANGE =
  "add|implement|include|support|allow|enable|provide|let|make|create|consider|improve|" +
  "introduce|integrate|offer|expose|extend|expand|bring|give|put|have|increase|hide|reorder|customize";
const START_CHANGE =
  "add|implement|include|support|allow|enable|provide|make|create|consider|improve|" +
  "introduce|expose|extend|bring|give|increase|hide|reorder|customize|let";
const THING =
  "option|feature|setting|ability|possibility|way|button|mode|filter|support|function|" +
  "functionality|toggle|tab|widget|shortcut|view|version|theme|search|choice|tool|sort|selection|" +
  "integration|app|control|folder|category|notification|sound|language|editor|parameter|flag|api";

/** Cues of a wish. */
export const WISH_CUES: readonly Cue[] = [
  wish(
    "i_wish",
    1.4,
    ["i|we |really|just|do|only wish|hope", "wish there|it|you|this|i|the|they|that"]
      .concat([
        "wish list",
        "wishlist",
        "my |only|one wish",
        "^ hope|wish",
        "hope |that you|they|to",
      ]),
  ),
  wish(
    "would_be_nice",
    1.6,
    [`would|could|might be |really|so|very|a|extremely|more|even ${PRAISED}`]
      .concat([`would be |a |very|really ${PRAISED} |thing|addition|if|to|feature|idea`])
      .concat([`would make |it|this|the * |a|much|even ${PRAISED}|easier|xnum`, "would make it"])
      .concat([
        `be |really|so|very|even ${PRAISED} if|to have|when|with`,
        "would|will be xnum star",
      ])
      .concat([`be even ${PRAISED}`, "icing on the cake", "would be a plus", "would also be"]),
  ),
  wish(
    "would_like",
    1.2,
    ["would |really|also|just love|like|appreciate|prefer|enjoy"]
      .concat(["love to see|have|be|get", "like to see|have|be able|request|suggest|propose"])
      .concat(["would help |me|us|a|if", "be interested in have", "i|we would |rather|prefer"]),
  ),
  wish(
    "if_you_could",
    1.2,
    ["if you|they|it|there|we|i |only|just could|would|had|were|add|make|have"]
      .concat(["if only", "xnum star if|when|once", "until you|they add|make|allow|give"])
      .concat(["if you|they |can|could|just |please add|make|allow|give|put|include|let"])
      .concat([
        "if it |only|just have|could|would|let|allow|support",
        "if there be |a|an|some|more",
      ]),
  ),
  wish(
    "missing",
    1.2,
    ["miss", "missing", "lack", "only|one thing |that |be miss|missing|lack|need"]
      .concat([
        "only thing i|it|that|is",
        "absence of",
        "be not |a|an|any * |option|way",
        "all|thing it need",
      ])
      .concat(["without |a|an|any way|option|ability", "there be no", "there be not |a|an|any"])
      .concat([
        "no way to|of",
        "no option|ability|button|setting|support|search|filter|sort|widget",
      ])
      .concat([
        "have no|not way|option|support",
        "not support",
        "no * for",
        "no * option|mode|support",
      ]),
  ),
  wish(
    "need_more",
    0.9,
    ["need|want|deserve |a|an|more|better|some|to|another|new|the"]
      .concat(["could use |a|some|more", "need to |be able|have|add|allow|support|let|include|get"])
      .concat([
        "more option|feature|setting|theme|level|choice|control|color|colour|filter|content|variety",
      ])
      .concat(["need work|improvement|improve", "want to be able", "i|we need|want"]),
  ),
  wish(
    "feature_noun",
    1,
    ["feature", "ability", "possibility", "improvement", "suggestion", "proposal"]
      .concat([
        "request",
        "idea",
        "enhancement",
        "customization",
        "functionality",
        "dark mode",
        "night mode",
      ]),
  ),
  wish(
    "option_to",
    1,
    [`${THING} to|for|of|where|that|which`, "support for|of|multiple|other"]
      .concat([
        "option",
        "setting",
        "toggle",
        "able to",
        "ability",
        "possibility",
        "choose",
        "customize",
      ]),
  ),
  wish(
    "feature_request",
    1.6,
    ["feature request", "request a|for|to", "request |a|an feature|support"]
      .concat(["feature proposal|suggestion|idea", "proposal", "rfc", "enhancement request"]),
  ),
  wish(
    "suggest",
    1.4,
    ["suggest", "suggestion", "propose", "recommend add|make|that", "my idea"]
      .concat([
        "just a |quick|small thought|suggestion|idea",
        "think you|it|there|they|this should|could",
      ])
      .concat(["an|one idea", "food for thought", "how about", "what about |a|add", "consider"]),
  ),
  wish(
    "please_change",
    1.5,
    [`please |can|also|just|you|to|do|at|least|try|and ${CHANGE}`]
      .concat([`can|could you|we|u |guys|please|also|maybe|just ${CHANGE}`, `pls ${CHANGE}`])
      .concat([`should |also|really|just ${START_CHANGE}`, "please make it|the|this|a|an"])
      .concat([`why not |just ${CHANGE}`, `time to ${CHANGE}`, `any chance |of|you|for|to`])
      .concat(["add a|an|more|the|support|some|option|new|in|back", "plus|also |please add"]),
  ),
  wish("change_first", 1.2, [`^ ${START_CHANGE}`, `^ |also|and|maybe|then|just ${START_CHANGE}`]),
  wish(
    "should_have",
    0.8,
    ["should |really|also|just be|have|allow|include|let|show|offer|support"]
      .concat(["must |also be|have|allow", "need|needs to be|have|allow"])
      .concat(["could be |much|a|more|even better|improve|easy|fast|good"])
      .concat(["there should|could|must be", "you|they should", "it|this|app|developers should"]),
  ),
  wish(
    "more_adjective",
    0.5,
    ["easy|fast|good|simple|quick to|if|when|way", "more|extra|additional *"]
      .concat([
        "different|custom|separate|multiple *",
        "easier",
        "faster to",
        "instead of |just|only|have",
      ])
      .concat(["rather than", "not just|only", "as well as", "like the|in|on other", "similar to"])
      .concat([
        "unlike",
        "like * do|have",
        "the way * do|have",
        "other app|tool|product have|let|do",
      ]),
  ),
  wish(
    "use_case",
    0.7,
    ["would allow|enable|help|save|let", "so that i|we|you|it", "so i|we can|could|do"]
      .concat([
        "in order to",
        "use case",
        "usecase",
        "motivation",
        "alternative",
        "that way",
        "this way",
      ])
      .concat(["currently", "for now", "at the moment", "next|future version|update|release"])
      .concat([
        "describe the solution",
        "solution you",
        "have to manually",
        "by hand",
        "workaround",
      ]),
  ),
  wish(
    "look_forward",
    0.8,
    ["look forward to", "can not wait for", "hope|hopefully |it|to |be|get|see"]
      .concat([
        "in the |near future",
        "one day",
        "some day",
        "eventually",
        "plan to|on add|support",
      ]),
  ),
  wish(
    "for_other",
    0.7,
    ["for android|ios|ipad|windows|mac|linux|web|desktop", "ipad|apple watch version"]
      .concat([
        "landscape mode",
        "make it |compatible|available|work|possible|easy",
        "available in|on|for",
      ])
      .concat([
        "compatible with",
        "work with *",
        "in spanish|french|german|hindi|arabic|portuguese",
      ]),
  ),
  wish(
    "let_me",
    0.8,
    ["let me|us|you|people|user", "allow |me|us|you|user|people|for to|the", "allow me"]
      .concat(["give me|us|user |the|an|a|more", "make it so", "have it |so|be|to", "ability to"]),
  ),
];
