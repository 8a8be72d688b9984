/**
 * What of a long message is drafted from.
 *
 * @module
 */
import { readMessage } from "../../src/reading/read_message.ts";
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { EXCERPT, excerptOf, joinedLines, showOf } from "../../src/drafting/message/excerpt.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { draft } from "./drafting.ts";

const CHAT = [
  "My sister and I look after the village hall in turns.",
  "There are about four hundred bookings a year, most of them from the choir and the chess club.",
  "In winter we heat it from Thursday on.",
  "My predecessor kept all of it in a paper folder with a ribbon.",
].join(" ");
const LONG = `${`${CHAT} `.repeat(9)}The export crashes with error 500. ${`${CHAT} `.repeat(9)}`;

const scorer = createLocalScorer();

function readFrom(text: string) {
  const document = scorer.read(readMessage(text));
  return excerptOf(document, "bug_report", showOf(document));
}

Deno.test("a short message is read whole, in its own words and gaps", () => {
  const text = "It broke. See release 2.1.3 of cv.LUT please! What now?";
  assertEquals(joinedLines(readFrom(text)), text);
});

Deno.test("of a long message the opening, the last lines and what is telling are read", () => {
  const lines = readFrom(`${LONG}Yours, Ann`);
  const read = joinedLines(lines);
  assert(read.startsWith(CHAT) && read.endsWith("Ann"));
  assert(read.includes("The export crashes with error 500."));
  const most = EXCERPT.opening_characters + EXCERPT.closing_characters +
    EXCERPT.telling_sentences * EXCERPT.sentence_characters;
  assert(read.length < most, `${read.length} characters`);
  assertEquals(
    lines.map(({ sentence }) => sentence.start),
    lines.map(({ sentence }) => sentence.start).toSorted((one, other) => one - other),
  );
});

Deno.test("a fault in the middle of a long message makes the title", () => {
  assert(draft("bug_report", LONG).ticket.title.startsWith("Export crashes"));
});
