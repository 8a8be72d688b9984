/**
 * Writes the sentences that the letters' model is trained and measured on: of
 * all letters of the fixtures, as the service reads them.
 *
 * Usage: deno run --allow-read --allow-write training/encoder/letter_rows.ts OUTPUT
 *
 * @module
 */
import { createLetterReader, readLetterRows } from "../../src/cli/letter_rows.ts";

const [output] = Deno.args;
if (output === undefined) throw new Error("Usage: letter_rows.ts OUTPUT");

const readLetter = createLetterReader();
const lines: string[] = [];
for (const [letter, row] of (await readLetterRows()).entries()) {
  const { sentences, attack, bad, reader } = readLetter(row);
  // Of an attack without a bad sentence none is known to be honest.
  if (attack && row.bad === undefined) continue;
  const { message, product, source: writer = "own" } = row;
  for (const sentence of sentences) {
    if (reader.isCourtesy(sentence)) continue;
    const attacks = attack && bad(sentence);
    lines.push(JSON.stringify({ letter, writer, message, product, sentence, attacks }));
  }
}
await Deno.writeTextFile(output, lines.join("\n") + "\n");
