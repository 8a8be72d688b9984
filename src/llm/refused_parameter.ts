/**
 * Which parameter a server refused. Its own `param` tells, or its words: then
 * only where a sentence names the parameter and refuses it, and never where the
 * customer used the name, for then it may be an echo.
 *
 * @module
 */
import type { ServerFault } from "./server_fault.ts";

/** A parameter that can be left out or lowered. `value`: another value may do. */
export interface Parameter {
  readonly name: ParameterName;
  /** Whether the server knows the parameter and refuses the value only. */
  readonly value: boolean;
  /** Values that the server says it takes. */
  readonly takes: readonly string[];
}

/** Names of what can be left out. */
export type ParameterName =
  | "logprobs"
  | "temperature"
  | "effort"
  | "max_completion_tokens"
  | "max_tokens"
  | "caching"
  | "format";

/** As servers write them; the first that matches counts. */
const NAMES: readonly (readonly [ParameterName, RegExp])[] = [
  ["logprobs", /\b(?:top_)?logprobs\b/i],
  ["effort", /\breasoning[_.](?:effort|summary)\b|\breasoning effort\b|^reasoning$/i],
  ["temperature", /\btemperature\b/i],
  ["max_completion_tokens", /\bmax_completion_tokens\b/i],
  ["max_tokens", /\bmax_tokens\b/i],
  ["caching", /\bprompt_cache\w*|\bcache_control\b/i],
  [
    "format",
    /\bresponse_format\b|\bjson_schema\b|\bjson_object\b|\bjson schema\b|\bguided[_ ](?:json|decoding)\b|\bgrammars?\b|\bstructured[_ ]outputs?\b/i,
  ],
];
/** Parts of a message's content are sent for the breakpoints of the prompt cache alone. */
const CONTENT_PARTS =
  /\bcontent\b.{0,60}\b(?:string|str)\b|\bstring\b.{0,60}\bcontent\b|\bcontent\b.{0,40}\b(?:array|list|parts?)\b/i;

/** Statuses with which servers refuse a request; a 5xx that may pass teaches nothing. */
const REFUSING = new Set([400, 403, 404, 405, 415, 422, 501]);
const REFUSES =
  /unsupported|\bnot\b.{0,30}(?:support|allow|permit|available|implement|recogni[sz]e|compatib|enabled|accept|valid)|unknown|unrecogni[sz]ed|unexpected|invalid|\bextra\b|must be|should be|\bonly\b|cannot|can't|does(?:n't| not)|failed to|forbid|deprecated|no longer|disabled|requires?\b|incompatible|at the same time/i;
const REFUSES_VALUE =
  /unsupported_value|unsupported value|does not support|supported values|should be|must be|valid (?:values|options)|invalid (?:value|option)|expected one of|['"`](?:none|minimal|low)['"`]/i;
/** The server does not know the parameter at all, so that no other value would do. */
const UNKNOWN_PARAMETER =
  /unknown|unrecogni[sz]ed|unexpected|unsupported.?parameter|extra|not permitted|additional|cannot find field/i;
/** A refusal that names no parameter, and nothing else either. */
const SAYS_NOTHING =
  /^[\W\d]*(?:(?:null|undefined|error|detail|message|bad request|invalid request(?: body)?|invalid_request_error|badrequesterror|unsupported(?: (?:parameter|field|option|value))?|not supported|unprocessable entity|unknown (?:parameter|field|argument)|status code \(no body\))[\W\d]*){0,8}$/i;

/** The parameter that a fault refuses; `null` where it refuses none. */
export function refusedParameter(fault: ServerFault, said: string): Parameter | null {
  if (!REFUSING.has(fault.status)) return null;
  const { param, words } = fault;
  const report = `${fault.codes} ${words}`;
  const value = REFUSES_VALUE.test(report) || !UNKNOWN_PARAMETER.test(report);
  const takes = takenValues(words);
  if (param !== null) {
    const found = NAMES.find(([, pattern]) => pattern.test(param));
    if (found !== undefined) return { name: found[0], value, takes };
    if (/\bcontent\b/.test(param)) return { name: "caching", value: false, takes: [] };
  }
  for (const sentence of words.split(/(?<=[.;!?])\s+|\n/)) {
    if (!REFUSES.test(sentence)) continue;
    const named = NAMES.flatMap(([name, pattern]) => {
      const at = pattern.exec(sentence)?.index;
      return at === undefined || pattern.test(said) ? [] : [{ name, at }];
    }).sort((a, b) => a.at - b.at);
    const [first] = named;
    if (first !== undefined) return { name: first.name, value, takes };
    if (CONTENT_PARTS.test(sentence) && !CONTENT_PARTS.test(said)) {
      return { name: "caching", value: false, takes: [] };
    }
  }
  return null;
}

/** Whether a fault refuses the request without a word about why. */
export function isUnexplained({ status, codes, words, param }: ServerFault): boolean {
  return (status === 400 || status === 422) && param === null &&
    SAYS_NOTHING.test(codes) && SAYS_NOTHING.test(words);
}

/** "Supported values are: 'low', 'medium', and 'high'." */
function takenValues(words: string): string[] {
  const list =
    /(?:supported values are|one of|should be|valid (?:values|options) are)[:\s]*([^.]*)/i
      .exec(words)?.[1] ?? "";
  return [...list.matchAll(/['"`]([\w-]+)['"`]/g)].map((match) => match[1] ?? "");
}
