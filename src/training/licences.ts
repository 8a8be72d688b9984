/**
 * Licences of the data sets that weights are fitted on. Their texts are not
 * part of this repository; numbers fitted on them are.
 *
 * @module
 */

/** Licence by file name, as the data's publisher states it. */
export const LICENCES: Readonly<Record<string, string>> = {
  "banking77.jsonl": "CC BY 4.0",
  "braun2017.jsonl": "CC BY-SA 3.0",
  "corrections": "the operator's own cases",
  "hint3_train.jsonl": "ODbL 1.0",
  "lanwuwei2018.jsonl": "none stated",
  "maalej2016.jsonl": "CC0 (the re-publisher's claim)",
  "marc_jha2017.jsonl": "none stated",
  "multidogo.jsonl": "CDLA-Permissive-1.0",
  "nlbse2024_train.jsonl": "none stated",
  "scalabrino2017.jsonl": "none stated",
  "shah2018.jsonl": "CC BY 4.0",
  "training.jsonl": "MIT (written for this project)",
  "training_borrowed.jsonl": "MIT (written for this project)",
  "urr2017.jsonl": "MIT",
  "vu_reviews.jsonl": "none stated",
};
