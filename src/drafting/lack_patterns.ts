/**
 * Wishes told by what is lacking: what others have, what is not there, what
 * cannot be done. Tried last.
 *
 * @module
 */
import type { WordedRow } from "./rows_by_word.ts";
import { isWishVerb } from "./subject.ts";
import { another, doing, type Meaning } from "./wish_meaning.ts";
import { READERS, row, type WishPattern } from "./wish_row.ts";

const { does, has, done } = READERS;

/** The patterns, from the most explicit to the least. */
export const LACKS: readonly WordedRow<WishPattern>[] = [
  row(
    "planned coming roadmap works",
    "^(?:is|are) (.{3,60}?) (?:planned|coming|on (?:the|your) roadmap|in the works)\\b.*$",
    has,
  ),
  row(
    "need needs",
    "^((?:the|our|your|each|every|this)\\b[^,]{2,40}?) needs? ((?:an?|more|some|to)\\b.{3,})$",
    (m, t) => {
      const needed = m[2] ?? "";
      return another(
        m[1] ?? "",
        /^to /i.test(needed) ? needed.slice(3) : `have ${needed}`,
        t,
      );
    },
  ),
  row(
    "other",
    "^(?:the |all |most |every )?other [\\w-]+ (shows?|offers?|supports?|sends?|warns?|gives?) (.{3,})$",
    (m, t) => another("it", `${(m[1] ?? "").toLowerCase().replace(/s$/, "")} ${m[2]}`, t),
  ),
  row(
    "competition competitor competitors other others",
    "^(?:the competition|(?:your |the )?competitors?|(?:all |every )?other \\w+|others) (?:has|have)(?: had| got)? (?!it\\b|that\\b|this\\b)(.{3,}?)(?: for (?:years|ages))?[.!]*$",
    has,
  ),
  row("but", "^(?:so )?(?:i|we|you) can (\\w+ .{2,60}?) but not (.{3,})$", contrasted),
  row(
    "there",
    "\\bthere(?:['’]s| is| are) (?:still |currently )?no (?!way\\b|need\\b|doubt\\b|reason\\b|sign\\b|one\\b)(.{3,})$",
    has,
  ),
  row(
    "possible supported",
    "^(.{6,100}?) (?:isn['’]?t|is not|aren['’]?t|are not) (?:yet |currently )?(?:possible|supported)\\b.*$",
    done,
  ),
  row(
    "can cannot cant",
    "\\b(?:i|we|one) (?:can['’]?t|cannot|can not) (?:even |currently )?(.{6,})$",
    does,
  ),
  row(
    "could",
    "\\b(?:so |then )(?:the|your) (?:app|portal|site|system|program) could (.{3,})$",
    (m, t) => another("it", m[1] ?? "", t),
  ),
];

/** "filter by price but not by size": what is there, and what is not. */
function contrasted(match: RegExpExecArray): Meaning | null {
  const [, there = "", missing = ""] = match;
  const [joint = ""] = missing.split(" ");
  const at = there.indexOf(` ${joint} `);
  if (at > 0) return doing(`${there.slice(0, at)} ${missing}`);
  return isWishVerb(joint) ? doing(missing) : null;
}
