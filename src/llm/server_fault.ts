/**
 * What a server says when a call fails, wherever it puts it: an error body of
 * any shape, an `error` inside a 200, or one inside a choice.
 *
 * @module
 */

/** A server's report of a failure. */
export interface ServerFault {
  /** Of the answer; what the words stand for where an answer of 200 held an error. */
  readonly status: number;
  /** Code and type, the server's own names: no echo of anybody's text. */
  readonly codes: string;
  /** The parameter that is named as the culprit, where one is. */
  readonly param: string | null;
  /** What it says, in its own words; may repeat what the customer wrote. */
  readonly words: string;
  readonly headers: Headers | null;
}

/** No longer report is read, in characters. */
const WORDS_CHARACTERS = 2_000;

// deno-lint-ignore no-explicit-any
type Body = any;

/** The report in an SDK error. */
export function faultOfError(error: {
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  readonly error?: unknown;
  readonly message: string;
}): ServerFault {
  const { status = 0, headers = null } = error;
  return { ...reportIn(error.error, error.message), status, headers };
}

/**
 * The report in the body of an answer of status 200; `null` where the body is an answer.
 */
export function faultInBody(body: unknown): ServerFault | null {
  const outer: Body = Array.isArray(body) ? body[0] : body;
  if (typeof outer !== "object" || outer === null) return null;
  const choice = outer.choices?.[0];
  const held = outer.error ?? choice?.error ?? (choice === undefined ? reportBeside(outer) : null);
  if (held === null || held === undefined || held === "" || held === false) return null;
  const report = reportIn(held, "");
  return { ...report, status: statusIn(held, report), headers: null };
}

/** Flat reports stand where the answer should. */
function reportBeside(outer: Body): unknown {
  const says = typeof outer.message === "string" || outer.detail !== undefined ||
    outer.object === "error";
  return says && outer.choices === undefined ? outer : null;
}

function reportIn(held: Body, fallback: string): Omit<ServerFault, "status" | "headers"> {
  if (typeof held === "string") return { codes: "", param: null, words: cut(held) };
  const codes = [held?.code, held?.type, held?.status, held?.metadata?.error_type]
    .filter((name) => typeof name === "string" || typeof name === "number").join(" ");
  const param = typeof held?.param === "string" && held.param !== "" ? held.param : placeIn(held);
  const told = held?.message ?? held?.detail;
  const words = told === undefined
    ? fallback
    : typeof told === "string"
    ? told
    : JSON.stringify(told);
  // Gateways wrap what the server behind them said.
  const raw = held?.metadata?.raw;
  return { codes, param, words: cut(typeof raw === "string" ? `${words} ${raw}` : words) };
}

/** Validation reports of FastAPI: `{"detail": [{"loc": ["body", "logprobs"], …}]}`. */
function placeIn(held: Body): string | null {
  const [first] = Array.isArray(held?.detail) ? held.detail : Array.isArray(held) ? held : [];
  const place: unknown[] = Array.isArray(first?.loc) ? first.loc : [];
  const names = place.filter((name) => typeof name === "string" && name !== "body");
  return names.length === 0 ? null : names.join(".");
}

function statusIn(held: Body, { codes, words }: Pick<ServerFault, "codes" | "words">): number {
  for (const number of [held?.code, held?.status, held?.status_code].map(Number)) {
    if (number >= 400 && number < 600) return number;
  }
  const says = `${codes} ${words}`;
  if (/rate.?limit|too many requests|resource_exhausted/i.test(says)) return 429;
  if (/endpoint|method not allowed|invalid url|not found|does not exist/i.test(words)) return 404;
  if (/not_?found|invalid_request|invalid_argument|bad.?request/i.test(codes)) return 400;
  return 500;
}

function cut(text: string): string {
  return text.slice(0, WORDS_CHARACTERS);
}
