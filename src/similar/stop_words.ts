/**
 * Words that stand in messages on any matter.
 *
 * @module
 */

const STOP_WORDS: ReadonlySet<string> = new Set(
  ("a an the i my me mine we our ours us you your yours he him his she her hers it its they them their this that these those there here " +
    "is am are was were be been being do does did done doing have has had having can could will would shall should may might must " +
    "of in on at to for from by with as into onto about after before again over under out off up down and or but nor so if then than because while when where " +
    "what which who whom whose why how not no yes n't 's 're 've 'll 'd 'm all any some one each every both few more most other such only just also too very " +
    "please hello hi hey dear thanks thank you regards kind best cheers sincerely team support sir madam good morning afternoon evening " +
    "get got go let etc ok okay well now still even ever never always really quite")
    .split(" "),
);

/** Whether a word, in small letters, says nothing of what a message is about. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
