/**
 * Reads sizes that servers tell in words: how long an answer may be.
 *
 * @module
 */
import type { ServerFault } from "./server_fault.ts";

/** An answer that may not even be this long is not worth asking for, in tokens. */
const ANSWER_MIN_TOKENS = 200;

const NUMBER = /\d[\d,]*/.source;
/** It is about the length of the answer. */
const ABOUT_ANSWER = /max_(?:completion_|output_|new_)?tokens|(?:completion|output|new) tokens/i;
const MOST = new RegExp(
  `(?:at most|maximum(?: allowed)?(?: value| number)?(?: of| is|:)?|less than or equal to|<=|` +
    `cannot (?:be greater than|exceed)|limit(?:ed)? (?:of|to|is)|up to|> )\\s*(${NUMBER})`,
  "i",
);
const CONTEXT = new RegExp(`(?:context (?:length|size|window))\\D{0,30}(${NUMBER})`, "i");
const INPUT = new RegExp(
  `(${NUMBER})\\s*(?:tokens? )?(?:in (?:the|your) (?:messages?|prompt|input)|input tokens|prompt tokens)`,
  "i",
);

/**
 * Most tokens that an answer may have, where a refusal tells it: as such, or as
 * what the context leaves beside the prompt. `null` where nothing of use is told.
 */
export function toldOutputTokens({ status, words, param }: ServerFault): number | null {
  if (status < 400 || status >= 500) return null;
  const context = numberIn(CONTEXT, words);
  const input = numberIn(INPUT, words);
  const told = context !== null
    ? input === null ? null : context - input
    : ABOUT_ANSWER.test(`${param ?? ""} ${words}`)
    ? numberIn(MOST, words)
    : null;
  return told !== null && told >= ANSWER_MIN_TOKENS ? told : null;
}

function numberIn(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found.replaceAll(",", ""));
}
