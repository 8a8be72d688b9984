/**
 * How the matter stands, by what the customer says of it: open unless every
 * sentence is settled, thankful or tells of before.
 *
 * @module
 */
import type { MatterState } from "../triage/text/own_words.ts";
import { MATTER_RULES, type MatterRule } from "./matter_rules.ts";
import { PatternTable } from "./pattern_table.ts";

/** Longer messages have a matter. */
const SETTLED_CHARACTERS = 700;
const SENTENCES_MAX = 12;
/** Sentences that neither settle nor open anything, beside one that settles, at most. */
const UNCLEAR_SENTENCES = 2;
/** Words of a sentence that praises and does nothing else. */
const PRAISE_WORDS = 12;

const TABLE = new PatternTable(MATTER_RULES);
/** A text that none of these matches is open, whatever else it says. */
const SETTLING = new PatternTable(
  MATTER_RULES.filter(({ state }) => state !== "open" && state !== "history"),
);

/** Says how the matter stands. */
export function matterStateOf(prose: string): MatterState {
  if (prose.length > SETTLED_CHARACTERS || !SETTLING.mayMatch(prose)) return "open";
  const lines = aSentenceALine(prose);
  if (SETTLING.first(lines) === undefined) return "open";
  const sentences = sentencesOf(lines);
  if (sentences.length === 0 || sentences.length > SENTENCES_MAX) return "open";
  let state: MatterState | null = null;
  let unclear = 0;
  for (const sentence of sentences) {
    const said = ruleOf(sentence)?.state ?? null;
    if (said === "open") return "open";
    if (said === null || (said === "thanks" && sentence.split(/\s+/).length > PRAISE_WORDS)) {
      unclear++;
    } else if (said !== "history" && (state === null || RANK[said] > RANK[state])) state = said;
  }
  if (state === null || (unclear > 0 && RANK[state] < RANK.withdrawn)) return "open";
  return unclear > UNCLEAR_SENTENCES ? "open" : state;
}

/** The state of a conversation: what is said last counts. */
export function conversationStateOf(turns: readonly string[]): MatterState {
  const last = matterStateOf(turns.at(-1) ?? "");
  return last === "solved" || last === "withdrawn" ? last : matterStateOf(turns.join("\n"));
}

/** Of several the one that says most. */
const RANK: Readonly<Record<MatterState, number>> = {
  open: 0,
  thanks: 1,
  no_fault: 2,
  withdrawn: 3,
  solved: 4,
};

/** The first rule that a sentence in small letters matches. */
export function ruleOf(sentence: string): MatterRule | undefined {
  return TABLE.first(sentence);
}

/** The text in small letters, each of its sentences on a line of its own. */
function aSentenceALine(text: string): string {
  return text.toLowerCase().replaceAll("’", "'").replace(/([.!?…;])\s+|\s[-–—]\s/g, "$1\n");
}

function sentencesOf(lines: string): string[] {
  return lines.split("\n").map((line) => line.trim().replace(/^[-*•>\d.)\s]+/, ""))
    .filter((line) => /\p{L}/u.test(line));
}
