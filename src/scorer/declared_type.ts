/**
 * Reads the type that a sender declares: "[Feature request] …", "Question: …",
 * or a form's field "Issue type: Bug", its answer on the same line or the next.
 *
 * @module
 */
import type { Cue } from "./cue.ts";
import type { Phrase } from "./wink.ts";
import type { Word } from "./word.ts";

/** Columns of these cues are so many times louder: one word of a form outweighs its headings. */
export const DECLARED_LOUDNESS = 8;

const VALUES: Readonly<Record<string, "bug" | "wish" | "question">> = {
  bug: "bug",
  bugs: "bug",
  defect: "bug",
  fault: "bug",
  incident: "bug",
  error: "bug",
  feature: "wish",
  enhancement: "wish",
  suggestion: "wish",
  idea: "wish",
  improvement: "wish",
  wish: "wish",
  proposal: "wish",
  rfc: "wish",
  question: "question",
  questions: "question",
  support: "question",
  help: "question",
  inquiry: "question",
  enquiry: "question",
  query: "question",
};
/** They may stand before the value: "Documentation Bug", "Product question". */
const QUALIFIERS = new Set([
  "documentation",
  "docs",
  "a",
  "an",
  "new",
  "general",
  "product",
  "technical",
]);
const FIELDS = new Set(["type", "kind", "category"]);
/** "Issue type": the field of a form for both; a bare "Type" is filled in by programs. */
const OWNERS = new Set(["issue", "ticket", "request", "report", "message", "feedback", "contact"]);
const SEPARATORS = new Set([":", "?", "-", "."]);
/** A form is looked for among so many first lines. */
const SEARCHED_LINES = 40;
/** An answer is no longer than this: "feature request". */
const ANSWER_WORDS = 4;
const TITLE =
  /^[\s#*"'(]{0,6}(?:\[(?:[\w-]{1,20} ){0,2}(bug|feature|enhancement|suggestion|idea|rfc|proposal|question|support|help)(?: (?:report|request))?\]|(bug|feature request|feature|enhancement|suggestion|rfc|proposal|question)(?: (?:report|idea))?\s{0,2}:)/i;

/** Cues of a declared type. */
export const DECLARED_CUES: readonly Cue[] = [
  { name: "declared_bug", intent: "bug_report", weight: 2, phrases: [] },
  { name: "declared_wish", intent: "feature_request", weight: 2, phrases: [] },
  { name: "declared_question", intent: "general_inquiry", weight: 2, phrases: [] },
  { name: "typed_bug", intent: "bug_report", weight: 1, phrases: [] },
  { name: "typed_wish", intent: "feature_request", weight: 1, phrases: [] },
  { name: "typed_question", intent: "general_inquiry", weight: 1, phrases: [] },
];

/**
 * Finds what a text declares itself to be.
 *
 * @param lines Index of the first word of each line.
 */
export function declaredTypes(
  text: string,
  words: readonly (Word | null)[],
  lines: readonly number[],
): Phrase[] {
  const found: Phrase[] = [];
  const title = TITLE.exec(text.length > 80 ? text.slice(0, 80) : text);
  const titled = title === null
    ? undefined
    : VALUES[(title[1] ?? title[2] ?? "").split(" ", 1)[0]?.toLowerCase() ?? ""];
  if (titled !== undefined && words.length > 0) {
    found.push({ name: `declared_${titled}`, first: 0, last: 0 });
  }
  for (let line = 0; line < Math.min(lines.length, SEARCHED_LINES); line++) {
    const phrase = readField(words, lines, line);
    if (phrase !== null) found.push(phrase);
  }
  return found;
}

/** Reads the field that a line holds, if it holds one. */
function readField(
  words: readonly (Word | null)[],
  lines: readonly number[],
  line: number,
): Phrase | null {
  const first = lines[line] ?? 0;
  const owned = OWNERS.has(words[first]?.normal ?? "");
  let at = owned ? first + 1 : first;
  if (!FIELDS.has(words[at]?.normal ?? "")) return null;
  at++;
  while (SEPARATORS.has(words[at]?.normal ?? "")) at++;
  const answerLine = at === lines[line + 1] ? line + 1 : line;
  const end = lines[answerLine + 1] ?? words.length;
  if (end - at > ANSWER_WORDS) return null;
  while (QUALIFIERS.has(words[at]?.normal ?? "")) at++;
  if (at >= end) return null;
  const value = VALUES[words[at]?.normal ?? ""];
  if (value === undefined) return null;
  return { name: `${owned ? "declared" : "typed"}_${value}`, first: at, last: at };
}
