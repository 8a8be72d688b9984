/**
 * Whether somebody said something: by the words of one span of the text,
 * tolerant of case, inflection and small words between.
 *
 * @module
 */

/** Words that carry no meaning of their own. */
const SMALL_WORDS = new Set(
  ("a an the and or then to of in on at by for from with into onto i me my we our you your it its " +
    "is are was were be been am do does did have has had that this these those there just so as up " +
    "first next after when while if").split(" "),
);

/** Past forms that no ending shows, of verbs that steps are told with. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  ("went:go gone:go going:go goes:go chose:choose chosen:choose wrote:write written:write sent:send left:leave " +
    "took:take taken:take ran:run saw:see seen:see got:get gotten:get made:make began:begin " +
    "begun:begin broke:break broken:break held:hold kept:keep bought:buy brought:bring found:find " +
    "gave:give given:give paid:pay said:say told:tell thought:think drew:draw drawn:draw drove:drive " +
    "driven:drive fell:fall flew:fly froze:freeze frozen:freeze hid:hide hidden:hide lost:lose " +
    "met:meet rode:ride ridden:ride rang:ring sold:sell shook:shake slid:slide " +
    "spoke:speak spoken:speak spent:spend stood:stand swam:swim threw:throw thrown:throw " +
    "woke:wake woken:wake withdrew:withdraw forgot:forget forgotten:forget built:build")
    .split(" ").map((pair) => pair.split(":") as [string, string]),
);

/** A span may be this many times as long as what is looked for, in words. */
const SPAN_STRETCH = 3;
const SPAN_WORDS_MIN = 8;

/**
 * Whether all words of `phrase` that matter stand together in `text`, in their order.
 *
 * Linear in the length of the text, times that of the phrase.
 */
export function isSaidIn(phrase: string, text: string): boolean {
  const phraseWords = wordsOf(phrase);
  const order = wordsThatMatter(phrase);
  if (order.length === 0) return false;
  // Not every script has blanks between words.
  const edge = /^[\p{Script=Latin}\p{Script=Common}]*$/u.test(phrase) ? " " : "";
  if (`${edge}${fold(text)}${edge}`.includes(`${edge}${fold(phrase)}${edge}`)) return true;
  const span = Math.max(SPAN_WORDS_MIN, phraseWords.length * SPAN_STRETCH);

  const stems = wordsOf(text).map(stem);
  return stems.some((word, start) => word === order[0] && inOrder(order, stems, start, span));
}

/** The stems of the words of a text that carry a meaning. */
export function wordsThatMatter(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !isSmallWord(word)).map(stem);
}

/** Whether a word, in lower case, carries no meaning of its own. */
export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word);
}

/** Whether words follow one another within a span: scattered ones tell another story. */
function inOrder(
  order: readonly string[],
  stems: readonly string[],
  start: number,
  span: number,
): boolean {
  let found = 0;
  for (let at = start; at < Math.min(stems.length, start + span); at++) {
    if (stems[at] === order[found]) found++;
    if (found === order.length) return true;
  }
  return false;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s.,;:!?"'“”‘’]+/g, " ").trim();
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().replace(/[’']/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Cuts the endings of English verbs and nouns: "entering", "entered", "enters" are "enter". */
export function stem(given: string): string {
  const word = IRREGULAR.get(given) ?? given;
  const bare = word.replace(/(?:ing|ed|es|s|e)$/, "");
  // "tapped" is "tap", but "pass" stays.
  const short = bare.length < 3 ? word : bare;
  // "tries" and "try" are one word.
  return (short === word ? word : short.replace(/([bdgmnprt])\1$/, "$1")).replace(/(?<=..)y$/, "i");
}
