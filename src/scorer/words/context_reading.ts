/**
 * Has wink-nlp read words in their context, where context can change how they
 * read: around negations, wishes and requests. Elsewhere a word reads the same
 * alone, and its reading is remembered.
 *
 * @module
 */
import { CONTEXT_WORDS } from "./phrase_patterns.ts";
import type { Phrase, Wink } from "./wink.ts";
import type { Word } from "./word.ts";

/** What context tells of words, by their index. */
export interface ContextReading {
  /** Universal parts of speech; absent where a word was not read in context. */
  readonly pos: readonly (string | undefined)[];
  readonly negated: Uint8Array;
  readonly phrases: readonly Phrase[];
}

/** Words around a context word that are read with it, inside its sentence. */
const WINDOW_WORDS = { before: 4, after: 9 } as const;
/** Where context words are looked for in a long text: from its start, and before its end. */
const SEARCHED_WORDS = { opening: 110, closing: 40 } as const;

/**
 * Reads words in context.
 *
 * @param starts 1 for the first word of each sentence, and after the last word.
 */
export function readInContext(
  reader: Wink,
  words: readonly (Word | null)[],
  starts: Uint8Array,
): ContextReading {
  const pos: (string | undefined)[] = new Array(words.length);
  const negated = new Uint8Array(words.length);
  const phrases: Phrase[] = [];
  const { fed, origins } = collectWindows(reader.dictionary.word("."), words, starts);
  if (fed.length === 0) return { pos, negated, phrases };
  const read = reader.annotate(fed);
  for (let at = 0; at < fed.length; at++) {
    const index = origins[at] ?? -1;
    if (index < 0) continue;
    pos[index] = read.pos[at];
    if (read.negated[at]) negated[index] = 1;
  }
  for (const { name, first, last } of read.phrases) {
    const from = origins[first] ?? -1;
    const to = origins[last] ?? -1;
    if (from >= 0 && to >= from) phrases.push({ name, first: from, last: to });
  }
  return { pos, negated, phrases };
}

/** The windows one after the other, a full stop between two; and where each word comes from. */
function collectWindows(
  stop: Word,
  words: readonly (Word | null)[],
  starts: Uint8Array,
): { fed: Word[]; origins: number[] } {
  const fed: Word[] = [];
  const origins: number[] = [];
  const closing = words.length - SEARCHED_WORDS.closing;
  let end = 0;
  for (let at = 0; at < words.length; at++) {
    if (at === SEARCHED_WORDS.opening && closing > at) at = closing;
    if (!needsContext(words, at)) continue;
    let from = at;
    while (from > end && from > at - WINDOW_WORDS.before && starts[from] !== 1) from--;
    if (from > end || starts[from] === 1) {
      if (fed.length > 0) {
        fed.push(stop);
        origins.push(-1);
      }
    }
    from = Math.max(from, end);
    let to = Math.max(at + 1, end);
    while (to < at + WINDOW_WORDS.after && to < words.length && starts[to] !== 1) to++;
    for (let index = from; index < to; index++) {
      fed.push(words[index] ?? stop);
      origins.push(index);
    }
    end = to;
  }
  return { fed, origins };
}

function needsContext(words: readonly (Word | null)[], at: number): boolean {
  const followers = CONTEXT_WORDS.get(words[at]?.normal ?? "");
  if (followers === undefined) return false;
  return followers === null || followers.has(words[at + 1]?.normal ?? "");
}
