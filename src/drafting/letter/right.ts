/**
 * Which right over their own data a customer claims, in words that stand after
 * "you want us": the law names them, customers seldom do.
 *
 * @module
 */

import { listed } from "../english/rewording.ts";

/** By articles 15 to 22 of Regulation (EU) 2016/679 and how people ask for it. */
const RIGHTS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:eras\w+|delet\w+|destroy\w*|wip(?:e|ed|ing)|forget me|forgotten|remov(?:e|ed|al) (?:of )?(?:my|all|everything|me)|art(?:icle|\.)? ?17)\b/i,
    "to erase what we keep",
  ],
  [
    /\b(?:(?:a )?cop(?:y|ies) of|access request|subject access|(?:what|which)(?: \w+){0,3} (?:do )?you (?:hold|have|keep|know|store)|everything you (?:hold|have|keep|know)|recordings of|send me (?:all|everything)|report of what|art(?:icle|\.)? ?15)\b/i,
    "to tell you what we keep",
  ],
  [
    /\b(?:correct (?:my|the|this|it)|rectif\w+|put (?:it|this|that) right|amend\w*|record says|art(?:icle|\.)? ?16)\b/i,
    "to correct what we keep",
  ],
  [
    /\b(?:object(?:ion)? to|i object|stop (?:using|sharing|selling|tracking|profiling|sending)|opt(?:ing)? out|withdraw\w*|no longer (?:consent|agree)|take back|no more|do not (?:sell|share)|don['’]t (?:sell|share)|revok\w+|art(?:icle|\.)? ?21)\b/i,
    "to stop using personal data in this way",
  ],
  [
    /\b(?:restrict\w*|untouched|art(?:icle|\.)? ?18)\b/i,
    "to leave personal data untouched for now",
  ],
  [
    /\b(?:portab\w+|machine[- ]readable|art(?:icle|\.)? ?20)\b/i,
    "to hand over data in a form that one can take along",
  ],
  [
    /\b(?:automated|computer (?:told|decided|said)|a human look|a person to look|algorithm\w*|scor(?:e|ed|ing)|art(?:icle|\.)? ?22)\b/i,
    "to have a person look again at what was decided automatically",
  ],
];
const NAMED_MAX = 2;

/** The rights claimed; `null` where none can be told for sure. */
export function rightOf(text: string): string | null {
  const found = RIGHTS.filter(([pattern]) => pattern.test(text)).map(([, right]) => right);
  return found.length === 0 ? null : listed(found.slice(0, NAMED_MAX));
}
