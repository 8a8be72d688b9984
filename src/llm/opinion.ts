/**
 * How sure the model is of the type: measured from the probabilities of the
 * token that names the type, or, where the server gives none, what the model
 * says of itself.
 *
 * @module
 */
import {
  type Intent,
  INTENTS,
  mapScores,
  normalize,
  type Scores,
} from "../triage/domain/intent.ts";
import { calibrateOpinion } from "./opinion_calibration.ts";

/** One token of the answer with its likeliest alternatives, as servers report them. */
export interface TokenProbability {
  readonly token: string;
  readonly logprob: number;
  readonly top_logprobs?: readonly { readonly token: string; readonly logprob: number }[];
}

/** Probability given to an intent that neither token nor report names. */
const UNSEEN = 1e-3;

/**
 * Calibrated probabilities of the three intents.
 *
 * @param stated The type the model wrote.
 */
export function readOpinion(
  stated: Intent,
  tokens: readonly TokenProbability[] | null,
  self_report: Readonly<Record<Intent, number>> | null,
): Scores {
  const measured = tokens === null ? null : typeProbabilities(tokens);
  if (measured !== null) return calibrateOpinion(measured, "logprobs");
  const reported = self_report === null ? null : floored((intent) => self_report[intent]);
  if (reported === null) return calibrateOpinion(oneHot(stated), "statement");
  // A report that contradicts the stated type is worth half.
  const consistent = INTENTS.every((intent) => reported[intent] <= reported[stated]);
  const certain = oneHot(stated);
  return calibrateOpinion(
    consistent
      ? reported
      : normalize(mapScores((intent) => (reported[intent] + certain[intent]) / 2)),
    "self_report",
  );
}

/** Sums the alternatives of the token at which the value of `message_type` begins; the rest is shared. */
function typeProbabilities(tokens: readonly TokenProbability[]): Scores | null {
  const found = typeToken(tokens);
  if (found === null) return null;
  const { token, logprob, top_logprobs = [] } = found.at;
  const alternatives = top_logprobs.some((other) => other.token === token)
    ? top_logprobs
    : [...top_logprobs, { token, logprob }];
  const sums = mapScores((intent) =>
    alternatives.reduce((sum, other) => {
      const rest = other.token.startsWith(found.lead) ? other.token.slice(found.lead.length) : "";
      const names = rest !== "" && (intent.startsWith(rest) || rest.startsWith(intent));
      return names ? sum + Math.exp(Math.min(0, other.logprob)) : sum;
    }, 0)
  );
  return withIgnorance(sums);
}

/** Calibrates measured probabilities of the three types; `null` where none was given any. */
export function calibratedShares(shares: Scores): Scores | null {
  const whole = withIgnorance(shares);
  return whole === null ? null : calibrateOpinion(whole, "logprobs");
}

/** What goes to anything but the three types, or is not told, is ignorance: it is shared evenly. */
function withIgnorance(shares: Scores): Scores | null {
  const named = INTENTS.reduce((sum, intent) => sum + shares[intent], 0);
  if (named <= 0) return null;
  const outside = Math.max(0, 1 - named);
  return floored((intent) => shares[intent] + outside / INTENTS.length);
}

/** The token that names the type; `lead` is what of it stands before the name. */
function typeToken(
  tokens: readonly TokenProbability[],
): { readonly at: TokenProbability; readonly lead: string } | null {
  const text = tokens.map(({ token }) => token).join("");
  const value = /"message_type"\s*:\s*"/.exec(text);
  if (value === null) return namingToken(tokens);
  const offset = value.index + value[0].length;
  let start = 0;
  for (const at of tokens) {
    // The token may begin with the quotation mark before the value.
    if (start + at.token.length > offset) return { at, lead: at.token.slice(0, offset - start) };
    start += at.token.length;
  }
  return null;
}

/** Some servers report the naming token alone, or leave out the marks around it. */
function namingToken(tokens: readonly TokenProbability[]) {
  for (const at of tokens) {
    const lead = /^[\s"']*/.exec(at.token)?.[0] ?? "";
    const name = at.token.slice(lead.length).replace(/["'\s]+$/, "");
    if (INTENTS.some((intent) => intent === name)) return { at, lead };
  }
  return null;
}

function floored(value: (intent: Intent) => number): Scores | null {
  const raw = mapScores(value);
  return INTENTS.some((intent) => raw[intent] > 0)
    ? normalize(mapScores((intent) => Math.max(raw[intent], UNSEEN)))
    : null;
}

function oneHot(stated: Intent): Scores {
  return normalize(mapScores((intent) => intent === stated ? 1 : UNSEEN));
}
