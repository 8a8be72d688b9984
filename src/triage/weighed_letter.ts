/**
 * A second reader looks at a model's letter before it is judged: what each of
 * its sentences weighs, as they stand when they are judged.
 *
 * @module
 */
import type { LetterWeigher, WeighedSentences, WrittenLetter } from "./domain/ports.ts";
import { type Reply, REPLY_LIMITS } from "./domain/reply.ts";
import { plainLetter, sentencesOf } from "./guard/letter_grounding.ts";

/**
 * Asks what the sentences of a reply's letter weigh; `null` where nobody can tell.
 *
 * @throws {unknown} `signal`'s reason when the client goes away.
 */
export async function weighLetter(
  weigher: LetterWeigher,
  { intent, letter }: Reply,
  written: Omit<WrittenLetter, "sentences">,
  signal: AbortSignal,
): Promise<WeighedSentences | null> {
  // A longer one is not even looked at.
  if (letter.length > REPLY_LIMITS.letter_characters) return null;
  const sentences = [
    ...new Set(sentencesOf(plainLetter(letter, intent, written.message)).flat()),
  ];
  if (sentences.length === 0) return null;
  const weights = await weigher.weigh({ ...written, sentences }, signal);
  return weights?.map((weight, at) => [sentences[at] ?? "", weight]) ?? null;
}
