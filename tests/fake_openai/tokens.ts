/**
 * Cuts an answer into tokens and says how probable they were.
 *
 * @module
 */

interface Token {
  readonly token: string;
  readonly logprob: number;
  readonly bytes: null;
  readonly top_logprobs: readonly { token: string; logprob: number; bytes: null }[];
}

const LABELS = ["bug_report", "feature_request", "general_inquiry"];

/**
 * @param probability What the token that names the type gets; the rest goes to the other two.
 */
export function withLogprobs(content: string, probability: number): Token[] {
  const value = /"message_type"\s*:\s*"([a-z]+)_/.exec(content);
  const at = value === null ? -1 : value.index + value[0].length - (value[1] ?? "").length - 1;
  const tokens: Token[] = [];
  for (const match of content.matchAll(/[a-z]+|[^a-z]/gi)) {
    const named = LABELS.map((label) => label.split("_")[0] ?? "");
    const top = match.index === at
      ? [
        entry(match[0], probability),
        ...named.filter((other) => other !== match[0]).map((other) =>
          entry(other, (1 - probability) / 2)
        ),
      ]
      : [entry(match[0], 0.999)];
    tokens.push({ token: match[0], logprob: top[0]?.logprob ?? 0, bytes: null, top_logprobs: top });
  }
  return tokens;
}

function entry(token: string, probability: number) {
  return { token, logprob: Math.log(Math.max(probability, 1e-9)), bytes: null };
}
