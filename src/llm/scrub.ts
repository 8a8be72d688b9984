/**
 * Makes a server's words fit to be shown to an operator: one short line without
 * keys, without private data and without what a customer wrote.
 *
 * @module
 */
import { mask } from "../masking/redact.ts";

/** No more of a server's words is shown, in characters. */
const SHOWN_CHARACTERS = 200;
/** So many words in a row that the customer also wrote are an echo. */
const ECHO_WORDS = 3;

/** What may be shown of `words`; `said` is what the customer wrote, `key` ours. */
export function scrubbed(words: string, said: string, key: string): string {
  const line = withoutEcho(key === "" ? words : words.replaceAll(key, "…"), said)
    .replace(/\bsk-[\w*-]{6,}/g, "…")
    // deno-lint-ignore no-control-regex
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ")
    .trim();
  const shown = mask(line).text;
  return shown.length > SHOWN_CHARACTERS ? `${shown.slice(0, SHOWN_CHARACTERS)}…` : shown;
}

function withoutEcho(words: string, said: string): string {
  const spoken = [...said.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
  const length = Math.min(ECHO_WORDS, spoken.length);
  if (length === 0) return words;
  const runs = new Set(
    spoken.slice(0, spoken.length - length + 1)
      .map((_, at) => spoken.slice(at, at + length).join(" ")),
  );
  const found = [...words.matchAll(/[\p{L}\p{N}]+/gu)];
  const isEcho = new Set<number>();
  for (let at = 0; at + length <= found.length; at++) {
    const run = found.slice(at, at + length).map(([word]) => word.toLowerCase()).join(" ");
    if (runs.has(run)) { for (let next = at; next < at + length; next++) isEcho.add(next); }
  }
  let shown = "";
  let end = 0;
  found.forEach((match, at) => {
    if (!isEcho.has(at)) return;
    // What stands between two words of an echo belongs to it.
    if (!isEcho.has(at - 1)) shown += `${words.slice(end, match.index)}…`;
    end = match.index + match[0].length;
  });
  return shown + words.slice(end);
}
