/**
 * What stands around a fault: stars, what was tried against it, what is
 * attached, what is said to us.
 *
 * @module
 */
import type { Rule } from "../rule.ts";

/** Rows that speak of a whole sentence, from its start. */
export const BACKGROUND: readonly Rule[] = [
  {
    id: "background/stars",
    says: "gives stars",
    any: ["^ one|two|three|four|five|zero|xnum |out |of |five|/ |xnum star|stars"],
    yes: ["1 star."],
    no: ["The star is gone.", "It shows five lists."],
  },
  {
    id: "background/remedy",
    says: "tells what was tried against it, without success",
    any: [
      "^ |i|we |have |already|a|the |factory|hard|full @remedy ..12 done|twice|already|difference|help|helped|change|changed|nothing|same|luck",
      "^ |i|we |have |already|a|the |factory|hard|full @remedy ..8 , ..4 difference|help|helped|nothing|same|no|luck",
      "make|made|making no|any|a|the |slightest difference|change|effect $",
      "^ no difference|change|luck|effect|success $",
    ],
    yes: [
      "I already reinstalled it twice.",
      "Restarted the phone, same thing.",
      "Resetting it made no difference.",
      "No luck.",
    ],
    no: ["I updated the app and the list is gone.", "It makes a list."],
  },
  {
    id: "background/attached",
    says: "says what is attached, below or owned",
    any: [
      "^ my name be",
      "^ |please see below",
      "^ have a look below",
      "^ |the screenshot|screenshots|file|photo|receipt|log ..3 attach|attached|enclose|enclosed",
      "^ attach|attached be|you|two|three|the|a",
      "^ forward|forwarded message",
      "^ |my phone|tablet|device|laptop|computer be a|an",
      "^ on behalf of",
      "user here",
    ],
    yes: [
      "My name is Ana.",
      "Please see below.",
      "Have a look below.",
      "Screenshot is attached.",
      "Attached are two files.",
      "Forwarded message",
      "My phone is a Pixel.",
      "On behalf of the club.",
      "Android user here.",
    ],
    no: ["The file is empty.", "I see the list below.", "The phone rings."],
  },
  {
    id: "background/to_us",
    says: "is said to us, not of the fault",
    any: [
      "^ i|we get|have|see|understand it|that , thank",
      "^ not proposing",
      "^ worrying to",
      "^ |just |a small note",
      "^ |please unban|fix|refund|give|put|restore|help|call|tell me|us|my|our|it|this|that",
      "^ i|we do not want|propose",
      "^ i|we |be tell|telling you",
      "^ i|we want to start|begin|report",
      "^ i|we do not know what",
      "^ i|we pay you",
      "^ i|we |have be on the phone",
      "^ i|we think nothing|so|it",
      "^ i|we figure|say|hate",
      "^ i|we need not",
    ],
    yes: [
      "I got it, thank you.",
      "Not proposing anything.",
      "Worrying to see.",
      "Just a small note.",
      "Please refund me.",
      "I don't want it.",
      "I am telling you.",
      "I want to report it.",
      "We do not know what to do.",
      "We pay you monthly.",
      "I have been on the phone.",
      "I thought nothing of it.",
      "I figured.",
      "We need not wait.",
    ],
    no: ["I have it on my phone.", "The page tells me nothing.", "Fix the list."],
  },
];
