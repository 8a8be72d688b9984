/**
 * The words of a text that say what it is about, in the form under which pages
 * are looked up, and how much each says.
 *
 * @module
 */
import { baseForm } from "../english/base_form.ts";
import { stem } from "./component.ts";

/** Said in any message, of no matter. */
const STOP_WORDS = new Set(
  ("a all also am an and any are as at be been being but by can cannot could did do does doing done each every for from get go got had has have having he her hers his how i if in is it its just know like may me might mine must my no not of on one ones only or our ours please s she should so some tell than thank thanks that the their theirs them then there these they thing things this those to too u us very want was way we were what when where which who whom whose why will with would you your yours ok okay hi hello dear say said see shall ll ve re im ive step steps follow mean means meaning possible question questions idea wonder wondering explain tell telling following")
    .split(" "),
);
/** The most frequent words of spoken English (SUBTLEX-US, rank 50 to 400) that mean this and that. */
const COMMON = new Set(
  ("right out up about oh now come well think good let back yes time look take make never over more mean off give people sure because two much sir maybe help anything night something nothing into first find wait put great thought day work life before better again still guy around other away new last ever stop keep told big after long always everything nice feel believe old place fine kind lot year made leave hear through bad remember three coming wrong stay another enough talk happen show course care mind left ask understand try next else someone real room morning hold today move same tonight best saw found pretty ready whole seen together minute matter knew many idea without run meet most while once live somebody everybody use used yet start call problem watch bring actually open already since sit alone hard turn few both later ago five second case probably check end easy under part four soon anyone true exactly whatever far times close number half either though full between against ahead quite able perhaps")
    .split(" "),
);
const COMMON_WEIGHT = 0.5;
const RARE_WEIGHT = 0.85;
const WORD = /[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu;
const NUMBER = /^\p{N}+(?:st|nd|rd|th)?$/u;
const CONTRACTED = /'(?:s|d|ll|ve|re|m)$/u;

// Words whose keys are remembered, so that most words cost one look; then all are forgotten.
const WORDS_REMEMBERED = 4_000;
const WORD_CHARACTERS = 24;
const remembered = new Map<string, string | null>();

/** The keys of the content words of a text, each once, in order. */
export function contentWords(text: string): readonly string[] {
  const keys = new Set<string>();
  const lower = text.toLowerCase().replaceAll("’", "'").replaceAll("wi-fi", "wifi");
  for (const word of lower.match(WORD) ?? []) {
    const key = contentKey(word);
    if (key !== null) keys.add(key);
  }
  return [...keys];
}

/** The key of a word as written in small letters, `null` where it is of no matter. */
function contentKey(word: string): string | null {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const bare = word.replace(CONTRACTED, "");
  const key = bare.endsWith("n't") || STOP_WORDS.has(bare) || NUMBER.test(bare)
    ? null
    : keyOf(bare);
  if (word.length <= WORD_CHARACTERS) {
    if (remembered.size >= WORDS_REMEMBERED) remembered.clear();
    remembered.set(word, key);
  }
  return key;
}

/** The one key of all forms of a word: "bought", "buys" and "buying" are looked up as "buy". */
export function keyOf(word: string): string {
  const base = baseForm(word);
  return stem(base.length < 2 ? word : base);
}

/** How much a word says by itself, in (0, 1]. */
export function weightOf(key: string): number {
  return COMMON_KEYS.has(key) ? COMMON_WEIGHT : RARE_WEIGHT;
}

const COMMON_KEYS = new Set([...COMMON].map(keyOf));
