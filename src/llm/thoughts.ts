/**
 * Tells what a model says from what it thinks. Servers that do not know a
 * model's marks leave its thoughts in the text, with drafts in them.
 *
 * @module
 */

const CLOSING =
  /<\/(?:think|thinking|thought|thoughts|reasoning|seed:think)>|\[\/THINK\]|<\|\/think\|>|<channel\|>/gi;
const OPENING =
  /<(?:think|thinking|thought|thoughts|reasoning|seed:think)>|\[THINK\]|<\|think\|>|<\|channel>thought/i;
/** Harmony, the format of gpt-oss: what is for the customer stands in the channel `final`. */
const FINAL = /<\|channel\|>\s*final[^<]*(?:<\|constrain\|>[^<]*)?<\|message\|>/g;
const HARMONY = /<\|channel\|>/;
const HARMONY_END = /<\|(?:return|end|start|call)\|>/;
/** The same with its marks taken out. */
const BARE_FINAL = /^\s*analysis[\s\S]*?assistant\s*final/;

/** What stands after, or before, the thoughts; empty where there are only thoughts. */
export function withoutThoughts(text: string): string {
  if (HARMONY.test(text)) {
    const final = [...text.matchAll(FINAL)].at(-1);
    if (final === undefined) return "";
    const said = text.slice(final.index + final[0].length);
    const end = HARMONY_END.exec(said)?.index;
    return end === undefined ? said : said.slice(0, end);
  }
  const bare = BARE_FINAL.exec(text);
  if (bare !== null) return text.slice(bare[0].length);
  const closing = [...text.matchAll(CLOSING)].at(-1);
  if (closing !== undefined) return text.slice(closing.index + closing[0].length);
  const opening = OPENING.exec(text);
  return opening === null ? text : text.slice(0, opening.index);
}
