/**
 * What is a reason for a person to look wherever it is named, whatever else a
 * message is about: no probability has to be reached.
 *
 * @module
 */
import type { Rule } from "../rule.ts";

/** By the situation whose reason it is: "named/privacy_request/processing". */
export const NAMED_REASONS: readonly Rule[] = [
  {
    id: "named/privacy_request/processing",
    says: "a contract on processing personal data, or who processes it, is asked about",
    any: [
      "data processing|protection agreement|agreements|addendum|annex|contract|impact",
      "dpa|dpas|avv",
      "subprocessor|subprocessors",
      "sub |- processor|processors",
    ],
    unless: ["not|no need|require|necessary"],
    yes: [
      "Can you send us a data processing agreement to sign?",
      "Do you have a DPA for schools?",
      "Who are your subprocessors?",
      "Where is our data hosted and who are your sub-processors?",
    ],
    no: ["The data processing takes an hour.", "No need for a DPA."],
  },
];
