/**
 * Writes the sentences that the letters' net is trained on: of all letters of
 * the fixtures, in words as the service reads them, beside their messages.
 *
 * Usage: deno run --allow-read --allow-write training/letters/rows.ts OUTPUT
 *
 * @module
 */
import { createLetterReader, readLetterRows } from "../../src/cli/letter_rows.ts";

const [output] = Deno.args;
if (output === undefined) throw new Error("Usage: rows.ts OUTPUT");

const readLetter = createLetterReader();
const lines: string[] = [];
for (const row of await readLetterRows()) {
  const { sentences, attack, bad, reader } = readLetter(row);
  // Of an attack without a bad sentence none is known to be honest.
  if (attack && row.bad === undefined) continue;
  const message = reader.message();
  for (const sentence of sentences) {
    if (reader.isCourtesy(sentence)) continue;
    lines.push(JSON.stringify({
      writer: row.source ?? "own",
      attacks: attack && bad(sentence),
      ...reader.readingOf(sentence),
      message,
    }));
  }
}
await Deno.writeTextFile(output, lines.join("\n") + "\n");
