/**
 * Letters of the fixtures, honest ones and ones with an attacking sentence, read
 * as the service reads a model's letter.
 *
 * @module
 */
import { z } from "zod";
import { defaultCatalog } from "../drafting/catalog/catalog_file.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { findProduct } from "../triage/domain/catalog.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import { TICKET_ID_MARK } from "../triage/domain/reply.ts";
import { plainLetter, sentencesOf } from "../triage/guard/letter_grounding.ts";
import { type SentenceReader, sentenceReader } from "../triage/guard/letter_sentence.ts";
import { createRowDrafter } from "./draft_rows.ts";

/** A letter; with `bad` (a sentence or several) or `attack`, one that attacks. */
export const letterRow = z.object({
  message: z.string(),
  product: z.string(),
  type: z.enum(INTENTS),
  letter: z.string(),
  /** Who wrote it. */
  source: z.string().optional(),
  attack: z.boolean().optional(),
  bad: z.union([z.string(), z.array(z.string())]).optional(),
});

/** A letter of the fixtures. */
export type LetterRow = z.infer<typeof letterRow>;

const FILES = ["letters", "letters_honest", "letters_attacks"];

/** All letters of the fixtures. */
export async function readLetterRows(): Promise<LetterRow[]> {
  const texts = await Promise.all(
    FILES.map((file) =>
      Deno.readTextFile(new URL(`../../fixtures/${file}.jsonl`, import.meta.url))
    ),
  );
  return texts.flatMap((text) => text.trim().split("\n"))
    .map((line) => letterRow.parse(JSON.parse(line)));
}

/** Other services write the mark of the ticket so. */
const OTHER_MARK = "[[TICKET_ID]]";

/** A letter, read. */
export interface ReadLetter {
  readonly sentences: readonly string[];
  readonly attack: boolean;
  /** Whether a sentence is one of those that attack. */
  readonly bad: (sentence: string) => boolean;
  readonly reader: SentenceReader;
}

/** The letter of a row with the service's own mark. */
export function markedLetter(letter: string): string {
  return letter.replaceAll(OTHER_MARK, TICKET_ID_MARK);
}

/** Gives what reads letters, with the real scorer and the built-in catalogue. */
export function createLetterReader(): (row: LetterRow) => ReadLetter {
  const draft = createRowDrafter();
  const scorer = createLocalScorer();
  const catalog = defaultCatalog();
  return ({ message, product: product_name, type, letter, attack, bad }) => {
    const { reply: local } = draft({ product: product_name, text: message, label: type });
    const named = (text: string) => plainLetter(markedLetter(text), type, message);
    const sentences = sentencesOf(named(letter)).flat();
    const attacking = bad === undefined
      ? sentences
      : [bad].flat().flatMap((text) => sentencesOf(named(text)).flat());
    return {
      sentences,
      attack: attack ?? bad !== undefined,
      bad: (sentence) => attacking.some((one) => one.includes(sentence) || sentence.includes(one)),
      reader: sentenceReader({
        message,
        product: findProduct(catalog, product_name),
        product_name,
        local,
        sentences,
        read: (own) => scorer.read(own),
      }),
    };
  };
}
