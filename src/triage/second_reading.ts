/**
 * The middle step of the cascade: where the words do not decide, a second
 * reader on this machine is asked, and both are pooled.
 *
 * @module
 */
import type { Explanation } from "./domain/explanation.ts";
import { mapScores, normalize, type Scores, topIntent } from "./domain/intent.ts";
import type { Judgement } from "./domain/judgement.ts";
import type { ReaderPooling, SecondReader, SecondReading } from "./domain/ports.ts";
import type { ReviewReason } from "./domain/review.ts";

/** What no reader of English customers' words should judge: it is sure of nonsense. */
const NOT_READ: ReadonlySet<ReviewReason> = new Set([
  "language_not_supported",
  "nothing_understood",
  "automatic_message",
  "unsolicited",
]);

/** No part may rule an intent out: probabilities enter the pool at least this high. */
const FLOOR = 1e-4;

/** What came of asking. */
export interface ReadAgain {
  /** The scorer's scores and the reading together; the scorer's alone where there is no reading. */
  readonly pooled: Scores;
  /** As the explanation shows it. */
  readonly shown: NonNullable<Explanation["encoder"]>;
}

/** Whether the words leave open what the message is, and a reader may tell. */
export function asksReader(
  { scores, concerns }: Pick<Judgement, "scores" | "concerns">,
  { ask_below }: ReaderPooling,
): boolean {
  return scores[topIntent(scores)] < ask_below && !concerns.some((reason) => NOT_READ.has(reason));
}

/**
 * Asks the reader and pools what it says with the scorer's scores.
 *
 * @throws {unknown} `signal`'s reason when the client goes away.
 */
export async function readAgain(
  reader: SecondReader,
  text: string,
  scores: Scores,
  signal: AbortSignal,
): Promise<ReadAgain> {
  const { version, pooling } = reader;
  const said = await reader.read(text, signal);
  return said.kind === "reading"
    ? {
      pooled: pool(scores, said.logits, pooling),
      shown: { scores: softmax(said.logits), version, failure: null },
    }
    : { pooled: scores, shown: { scores: null, version, failure: said.code } };
}

/**
 * Logarithmic opinion pool, as `blend` makes of local scores and a model's: each part's exponent is fitted on sources that neither had seen.
 */
function pool(scores: Scores, logits: SecondReading["logits"], pooling: ReaderPooling): Scores {
  return softmax(
    mapScores((intent) =>
      pooling.local * Math.log(Math.max(scores[intent], FLOOR)) + pooling.reader * logits[intent]
    ),
  );
}

function softmax(logits: SecondReading["logits"]): Scores {
  const highest = logits[topIntent(logits)];
  return normalize(mapScores((intent) => Math.exp(logits[intent] - highest)));
}
