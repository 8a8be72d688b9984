/**
 * `train --matters`: fits what tells the matters of a message apart, with the
 * scorer as it is, and writes its numbers with their figures.
 *
 * @module
 */
import { z } from "zod";
import { readRows } from "../evaluation/dataset.ts";
import { shippedWeights } from "../scorer/local_scorer.ts";
import { encodeMatterModel } from "../scorer/matter/matter_model.ts";
import { fitMatters } from "../training/fit_matters.ts";
import { spanRow } from "../training/span_rows.ts";
import { joinMessages, ofPair, pairRow, type ToldMatters } from "../training/told_matters.ts";
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import { EXIT } from "./command.ts";

const OUTPUT = new URL("../scorer/matter/matter_weights.json", import.meta.url).pathname;

/** What a stretch of a span's kind tells; the other kinds tell no matter. */
const OF_KIND: Readonly<Record<string, Intent>> = {
  fault: "bug_report",
  wish: "feature_request",
  question: "general_inquiry",
};
/** Of messages on one matter there are many: one in so many is read. */
const TRAINING_STEP = 4, SITUATIONS_STEP = 3;
const TRAINING_WEIGHT = 0.5;
/** What is told of two matters in one of the rows of messages.jsonl. */
const TWO_MATTERS = ["mixed", "two_matters"];

const situationRow = z.object({
  message: z.string(),
  type: z.enum(INTENTS),
  mined: z.boolean().optional(),
});

/** Fits the heads on the fixtures. */
export async function trainMatters(): Promise<number> {
  const { rows, plain } = await readToldMatters();
  const { model, figures } = fitMatters(rows, plain, shippedWeights());
  await Deno.writeTextFile(
    OUTPUT,
    JSON.stringify(encodeMatterModel(model, figures), null, 2) + "\n",
  );
  console.error(JSON.stringify(figures, null, 2));
  console.error(`wrote ${OUTPUT}`);
  return EXIT.done;
}

/** What the fit learns from, and messages on one matter that it only sets its threshold by. */
export async function readToldMatters(): Promise<{ rows: ToldMatters[]; plain: ToldMatters[] }> {
  const pairs = (await linesOf("pairs")).map((row) => ofPair(pairRow.parse(row)));
  const spans = (await linesOf("spans")).map((row): ToldMatters => {
    const { text, type, spans } = spanRow.parse(row);
    const stretches = spans.flatMap(({ kind, start, end }) => {
      const intent = OF_KIND[kind];
      return intent === undefined ? [] : [{ text: text.slice(start, end), intent }];
    });
    return { ...ofOne(text, type), stretches };
  });
  // Of those that were mined nobody told how many matters they hold.
  const situations = (await linesOf("situations")).map((row) => situationRow.parse(row))
    .filter(({ mined }) => mined !== true).filter((_, at) => at % SITUATIONS_STEP === 0)
    .map(({ message, type }) => ofOne(message, type));
  const training = (await readRows([fixture("training")])).filter((_, at) =>
    at % TRAINING_STEP === 0
  )
    .flatMap(({ text, label }) => label === undefined ? [] : ofOne(text, label, TRAINING_WEIGHT));
  const plain = [...await linesOf("messages"), ...await linesOf("blind")].flatMap((row) => {
    const { text, label, tags } = plainRow.parse(row);
    return tags.some((tag) => TWO_MATTERS.includes(tag)) ? [] : ofOne(text, label);
  });
  return { rows: [...pairs, ...spans, ...situations, ...training, ...joinMessages(spans)], plain };
}

const plainRow = z.object({
  text: z.string(),
  label: z.enum(INTENTS),
  tags: z.array(z.string()).default([]),
});

function ofOne(message: string, first: Intent, weight = 1): ToldMatters {
  return { message, first, second: null, stretches: null, ordered: false, weight };
}

function fixture(name: string): string {
  return new URL(`../../fixtures/${name}.jsonl`, import.meta.url).pathname;
}

async function linesOf(name: string): Promise<unknown[]> {
  const text = await Deno.readTextFile(fixture(name));
  return text.trim().split("\n").map((line) => JSON.parse(line));
}
