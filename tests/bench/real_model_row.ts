/**
 * A row of the table "model quality against outcome" for a real server:
 *
 *     OPENAI_BASE_URL=http://127.0.0.1:8080/v1 OPENAI_MODEL=name deno task bench:real
 *
 * Asks about our own fixtures, holds the entrance exam, and compares local
 * judgement, opinion and blend. Answers are cut off after the type: only the
 * opinion counts here.
 *
 * @module
 */
import { readMessage } from "../../src/reading/read_message.ts";
import { openCatalog } from "../../src/drafting/catalog/catalog_file.ts";
import type { Scored } from "../../src/evaluation/outcome.ts";
import { brierScore } from "../../src/evaluation/proper_scores.ts";
import { EXAM } from "../../src/llm/exam.ts";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import { type Judged, weightOf } from "../../src/llm/standing.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { blend } from "../../src/triage/blend.ts";
import { type Intent, INTENTS, type Scores, topIntent } from "../../src/triage/domain/intent.ts";

const ESCALATE_BELOW = 0.71;
/** Enough for the type, which comes first. */
const OUTPUT_TOKENS = 24;
const DEADLINE_MS = 120_000;

const base_url = Deno.env.get("OPENAI_BASE_URL") ?? null;
const name = Deno.env.get("OPENAI_MODEL") ?? "local";
const model = createOpenAiModel({
  api_key: Deno.env.get("OPENAI_API_KEY") ?? "none",
  model: name,
  base_url,
  deadline_ms: DEADLINE_MS,
  max_output_tokens: OUTPUT_TOKENS,
  attempts: 1,
});
const catalog = await openCatalog({ path: null, onNotice: () => {} });
const product = catalog.current().default;
catalog.close();

async function opinionOn(message: string): Promise<Scores | null> {
  const request = { message, product_name: "1440 Mobile App", product, intents: INTENTS };
  const said = await model.consult(request, new AbortController().signal);
  return said.kind === "opinion" ? said.scores : null;
}

function figures(rows: readonly Scored[]): string {
  const right = rows.filter(({ label, scores }) => topIntent(scores) === label).length;
  return `${(right / rows.length).toFixed(3)} / ${brierScore(rows).toFixed(3)}`;
}

if (import.meta.main) {
  const rows = Deno.readTextFileSync("fixtures/messages.jsonl").trim().split("\n")
    .map((line): { text: string; label: Intent } => JSON.parse(line))
    .filter((_, at) => at % Number(Deno.args[0] ?? 1) === 0);
  const exam: Judged[] = [];
  for (const { message, truth } of EXAM) {
    const scores = await opinionOn(message);
    if (scores !== null) exam.push({ scores, truth });
  }
  const weight = weightOf(exam);
  const scorer = createLocalScorer();
  const asked: { label: Intent; local: Scores; opinion: Scores }[] = [];
  for (const { text, label } of rows) {
    const opinion = await opinionOn(text);
    const local = scorer.score(scorer.read(readMessage(text))).scores;
    if (opinion !== null) asked.push({ label, local, opinion });
  }
  const outcome = (counts: number) =>
    figures(asked.map(({ label, local, opinion }) => ({
      label,
      scores: local[topIntent(local)] >= ESCALATE_BELOW ? local : blend(local, opinion, counts),
    })));
  const right = exam.filter(({ scores, truth }) => topIntent(scores) === truth).length;
  console.log(
    `${asked.length} of ${rows.length} messages answered, exam ${right} of ${exam.length}`,
  );
  console.log("| model | local | opinion | blend if it always counted | weight | blend |");
  console.log(`|${"---|".repeat(6)}`);
  const cells = [
    name,
    outcome(0),
    figures(asked.map(({ label, opinion }) => ({ label, scores: opinion }))),
    outcome(1),
    weight.toFixed(2),
    outcome(weight),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
