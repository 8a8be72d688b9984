/**
 * Reads what the comparison of cases is fitted and measured on.
 *
 * @module
 */
import type { MatterRow } from "../evaluation/matter_rows.ts";
import { readMessage } from "../reading/read_message.ts";
import { makeGist } from "../similar/make_gist.ts";
import { type ReadGist, readGist } from "../similar/prepared_gist.ts";
import type { Intent } from "../triage/domain/intent.ts";
import type { Scorer } from "../triage/domain/ports.ts";
import type { Telling } from "./similar_scenes.ts";

/** A message that tells of something by itself. */
export interface OtherRow {
  readonly text: string;
  readonly type?: Intent;
}

/** Reads tellings. */
export function tellingsOf(rows: readonly MatterRow[], scorer: Scorer): Telling[] {
  return rows.map(({ message, writer, product, matter, type }, place) => {
    const read = readText(message, product, scorer);
    return { place, writer, product: read.gist.product, matter, type, read };
  });
}

/** Reads other messages, each once, without those that are tellings word for word. */
export function othersOf(
  rows: readonly OtherRow[],
  tellings: readonly Telling[],
  scorer: Scorer,
): Telling[] {
  const seen = new Set(tellings.map(({ read }) => wordsOf(read)));
  return rows.flatMap(({ text, type }, at): Telling[] => {
    const read = readText(text, "", scorer);
    const words = wordsOf(read);
    if (read.gist.words.length === 0 || seen.has(words)) return [];
    seen.add(words);
    const place = tellings.length + at;
    return [{ place, writer: "", product: "", matter: null, type, read }];
  });
}

function readText(message: string, product_name: string, scorer: Scorer): ReadGist {
  const document = scorer.read(readMessage(message));
  return readGist(makeGist({ document, judgement: scorer.score(document), product_name }));
}

function wordsOf({ gist }: ReadGist): string {
  return gist.words.join(" ");
}
