/**
 * Measures which language the scorer says that messages are in:
 * `deno task evaluate:languages [--wrong] [--data FILE]`, rows of `{text, language}`.
 *
 * @module
 */
import { wilsonInterval } from "../evaluation/interval.ts";
import { readMessage } from "../reading/read_message.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";

/** A message whose language is known. */
export interface LanguageRow {
  readonly text: string;
  /** ISO 639-1, or "und". */
  readonly language: string;
}

/** What was said of a message. */
export interface LanguageOutcome extends LanguageRow {
  readonly said: string;
}

/** Asks the shipped scorer, as the service does. */
export function judgeLanguages(rows: readonly LanguageRow[]): LanguageOutcome[] {
  const scorer = createLocalScorer();
  return rows.map((row) => ({
    ...row,
    said: scorer.score(scorer.read(readMessage(row.text))).language,
  }));
}

/** One line: how many of the outcomes are right, with the 95% interval of Wilson. */
export function summarize(name: string, outcomes: readonly LanguageOutcome[]): string {
  if (outcomes.length === 0) return `${name}: no rows`;
  const right = outcomes.filter(({ said, language }) => said === language).length;
  const share = right / outcomes.length;
  const [low, high] = wilsonInterval(share, outcomes.length).map((end) => (100 * end).toFixed(1));
  return `${name}: ${right} of ${outcomes.length}, ${
    (100 * share).toFixed(1)
  }% (${low} to ${high})`;
}

function main(args: readonly string[]): void {
  const options = parseArgs([...args], {
    boolean: ["wrong"],
    string: ["data"],
    default: { data: "fixtures/languages.jsonl" },
  });
  const lines = Deno.readTextFileSync(options.data as string).split("\n").filter((line) =>
    line.trim() !== ""
  );
  const outcomes = judgeLanguages(lines.map((line) => JSON.parse(line)));
  const english = outcomes.filter(({ language }) => language === "en");
  const rest = outcomes.filter(({ language }) => language !== "en");
  console.log(summarize("all", outcomes));
  console.log(summarize("English", english));
  console.log(summarize("the rest", rest));
  if (!options.wrong) return;
  for (const { text, language, said } of outcomes) {
    if (said !== language) console.log(`${language}, said ${said}: ${text}`);
  }
}

if (import.meta.main) main(Deno.args);
