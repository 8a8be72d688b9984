/**
 * Counts cached tokens as OpenAI's guide to prompt caching describes them
 * (developers.openai.com/api/docs/guides/prompt-caching, read 2026-11-29):
 * exact prefixes of 1,024 tokens at least; the schema stands before the first
 * message. With `mode: "explicit"` only what ends at a marked place is written
 * and read; else the longest known prefix counts in steps of 128 tokens, and
 * nothing is charged for writing.
 *
 * @module
 */

// deno-lint-ignore no-explicit-any
type Body = any;

const PREFIX_MIN_TOKENS = 1_024;
const STEP_TOKENS = 128;
const CHARACTERS_PER_TOKEN = 4;

/** What one call's prompt came to, in tokens. */
export interface PromptTokens {
  readonly prompt_tokens: number;
  readonly cached_tokens: number;
  readonly cache_write_tokens: number;
}

/** The cache of one server. */
export interface PromptCache {
  count(body: Body): PromptTokens;
}

/** Starts empty. */
export function createPromptCache(): PromptCache {
  const marked = new Set<string>();
  const prompts: string[] = [];
  return {
    count(body) {
      const { text, ends } = laidOut(body);
      const prompt_tokens = tokens(text.length);
      if (body.prompt_cache_options?.mode === "explicit") {
        const key = (end: number) => `${body.prompt_cache_key}\n${text.slice(0, end)}`;
        const long = ends.filter((end) => tokens(end) >= PREFIX_MIN_TOKENS);
        const hit = long.filter((end) => marked.has(key(end))).at(-1) ?? 0;
        const last = long.at(-1) ?? 0;
        for (const end of long) marked.add(key(end));
        return {
          prompt_tokens,
          cached_tokens: tokens(hit),
          cache_write_tokens: tokens(last) - tokens(hit),
        };
      }
      const shared = Math.max(0, ...prompts.map((known) => sharedLength(known, text)));
      if (prompts.length < 64) prompts.push(text);
      const steps = Math.floor(tokens(shared) / STEP_TOKENS) * STEP_TOKENS;
      const cached_tokens = steps >= PREFIX_MIN_TOKENS ? steps : 0;
      return { prompt_tokens, cached_tokens, cache_write_tokens: 0 };
    },
  };
}

/** The prompt as one text, and where in it places are marked. */
function laidOut(body: Body): { readonly text: string; readonly ends: readonly number[] } {
  const schema = body.response_format?.json_schema?.schema;
  let text = schema === undefined ? "" : JSON.stringify(schema);
  const ends: number[] = [];
  for (const { content } of body.messages) {
    for (const part of typeof content === "string" ? [{ text: content }] : content) {
      text += part.text;
      if (part.prompt_cache_breakpoint !== undefined) ends.push(text.length);
    }
  }
  return { text, ends };
}

function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function tokens(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN);
}
