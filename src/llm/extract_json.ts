/**
 * Finds the JSON object in what a model wrote. Servers without structured
 * output wrap it in fences, prose or thoughts.
 *
 * @module
 */

/** Longest answer that is searched, in characters. */
const ANSWER_CHARACTERS = 64_000;

/** The first JSON object in a text, or `undefined` where there is none. */
export function extractJson(text: string): unknown {
  const answer = text.slice(0, ANSWER_CHARACTERS);
  const whole = parse(answer);
  if (whole !== undefined) return whole;
  // Thinking models put drafts first: what counts comes after the thoughts.
  const thought = answer.lastIndexOf("</think>");
  const said = thought === -1 ? answer : answer.slice(thought + "</think>".length);
  for (let start = said.indexOf("{"), tries = 0; start !== -1 && tries < 8; tries++) {
    const end = objectEnd(said, start);
    const found = end === -1 ? undefined : parse(said.slice(start, end));
    if (found !== undefined) return found;
    start = said.indexOf("{", start + 1);
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Offset after the brace that closes the one at `start`, or -1. */
function objectEnd(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return -1;
}
