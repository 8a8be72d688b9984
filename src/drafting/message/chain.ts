/**
 * Doings told in one line with arrows: "open the app -> tap Save -> the list is
 * empty". A way through menus ("Settings > Export > PDF") is none.
 *
 * @module
 */
import { actionStart } from "../english/action_list.ts";
import { isClause } from "../english/clause_shape.ts";
import { lowerFirst } from "../english/rewording.ts";
import { withoutEnd } from "../english/text_end.ts";
import { part, type Phrase, phraseOf } from "../english/words.ts";

/** The doings of a line, in order, and what came of them. */
export interface Chain {
  readonly steps: readonly string[];
  /** `null` where the line tells no outcome. */
  readonly outcome: string | null;
}

const ARROW = /\s*(?:[-=]{1,2}>|→|⇒|»)\s*|\s+>{1,2}\s+/u;
const EQUALS = /\s+=\s+/u;
/** Without one of these there is no arrow. */
const MAY_BE_ARROW = /[>→⇒»]/u;
const LEAST_PIECES = 3;
/** "crash", "blank page": an outcome that says too little without what led to it. */
const BARE_WORDS = 3;

/** Reads a line; `null` where it tells no doings with arrows. */
export function chainOf(line: string): Chain | null {
  if (!MAY_BE_ARROW.test(line)) return null;
  let pieces = line.split(ARROW).map((piece) => piece.trim()).filter((piece) => piece !== "");
  // "new page, type a word, press Undo -> the page is gone"
  if (pieces.length === 2) {
    pieces = [...withoutLabel(pieces[0] ?? "").split(/[,;]\s+/u), pieces[1] ?? ""];
  }
  const [told = "", result = ""] = (pieces.at(-1) ?? "").split(EQUALS);
  if (pieces.length + (result === "" ? 0 : 1) < LEAST_PIECES) return null;
  const steps = withMenus([...pieces.slice(0, -1), told].map(withoutLabel));
  const menus = steps.length < pieces.length;
  // "In Settings > Export I choose Excel": a sentence.
  if (menus && /^\p{Lu}/u.test(steps.at(-1) ?? "")) return null;
  const acting = steps.filter(isActing).length;
  if (acting < (menus ? 1 : 2) || acting * 2 < steps.length - 1) return null;
  if (result !== "") return { steps, outcome: outcomeOf(result, steps) };
  const last = steps.at(-1) ?? "";
  const behind = isActing(last) ? clauseBehind(phraseOf(last)) : null;
  if (behind !== null) {
    return { steps: [...steps.slice(0, -1), behind.step], outcome: behind.outcome };
  }
  return isActing(last)
    ? { steps, outcome: null }
    : { steps: steps.slice(0, -1), outcome: outcomeOf(last, steps.slice(0, -1)) };
}

/** "Settings > Family > Add member > enter a name": what stands in menus is one way. */
function withMenus(pieces: readonly string[]): string[] {
  const merged: string[] = [];
  let named = false;
  for (const [at, piece] of pieces.entries()) {
    const bare = withoutLabel(piece);
    const name = /^\p{Lu}/u.test(bare) && bare.split(" ").length <= MENU_WORDS_MAX &&
      at < pieces.length - 1;
    const before = merged.at(-1);
    if (name && named && before !== undefined) merged[merged.length - 1] = `${before} > ${piece}`;
    else merged.push(piece);
    named = name && (named || !isActing(bare));
  }
  return merged;
}

const MENU_WORDS_MAX = 3;

/** "Steps: open the app" */
function withoutLabel(piece: string): string {
  return piece.replace(/^[^:]{3,40}:\s+(?=\S)/u, "");
}

/** "open the list", not "Export": that is a name in a menu. */
function isActing(piece: string): boolean {
  const { words } = phraseOf(piece);
  return words.length > 1 && actionStart(words, 0) !== null && !isClause(phraseOf(piece), 0) ||
    words.length > 1 && words[0]?.lower === "i" && actionStart(words, 0) !== null;
}

/** "tap Save and the list is empty": the doing, and what came of it. */
function clauseBehind(phrase: Phrase): { step: string; outcome: string } | null {
  const joint = phrase.words.findIndex(({ lower }, at) =>
    lower === "and" && isClause(phrase, at + 1)
  );
  return joint < 1
    ? null
    : { step: part(phrase, 0, joint).text, outcome: part(phrase, joint + 1).text };
}

function outcomeOf(text: string, steps: readonly string[]): string {
  return phraseOf(text).words.length > BARE_WORDS
    ? text
    : `${withoutEnd(text)} when I ${lowerFirst(steps.at(-1) ?? "")}`;
}
