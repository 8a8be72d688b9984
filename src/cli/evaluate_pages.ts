/**
 * Measures which page of a catalogue is offered to questions:
 * `deno task evaluate:pages [--catalog FILE --data FILE] [--wrong]`, a catalogue
 * `{pages: [{title, topics, answer}]}` and rows of `{message, page}`, where
 * `page` is a title, or `null` where no page answers.
 *
 * @module
 */
import { assess } from "../triage/assess.ts";
import { createLocalDrafter } from "../drafting/local_drafter.ts";
import { readMessage } from "../reading/read_message.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { type Catalog, checkCatalog } from "../triage/domain/catalog.ts";
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";

/** A question, and the title of the page that answers it; `null` where none does. */
export interface PageRow {
  readonly message: string;
  readonly page: string | null;
}

/** The title of the page that was offered first, `null` where none was; and the letter. */
export interface PageOutcome extends PageRow {
  readonly offered: string | null;
  readonly letter: string;
}

/** How often each thing happened. */
export interface PageFigures {
  /** Questions that a page answers. */
  readonly answerable: number;
  readonly right_first: number;
  readonly wrong_first: number;
  /** Questions that no page answers, and those of them to which none was offered. */
  readonly unanswerable: number;
  readonly none: number;
}

const REVIEW_BELOW_MARGIN = 0.1;
const FIXTURES = ["smart_home", "phone_network"].map((name) => ({
  catalog: `fixtures/pages/${name}.catalog.json`,
  data: `fixtures/pages/${name}.questions.jsonl`,
}));

/** A catalogue of these pages and no parts; addresses are made up. */
export function catalogOfPages(text: string): Catalog {
  const { pages } = JSON.parse(text) as { pages: readonly Record<string, unknown>[] };
  const resources = pages.map((page, at) => ({ url: `https://help.example/${at}`, ...page }));
  return checkCatalog({
    default: { default_component: "General", default_team: "Support", resources },
  });
}

/** Asks as the service does: a message that is no inquiry is offered no page. */
export function offerPages(catalog: Catalog, rows: readonly PageRow[]): PageOutcome[] {
  const parts = {
    read: readMessage,
    scorer: createLocalScorer(),
    drafter: createLocalDrafter(),
    catalog: () => catalog,
    clock: { monotonicMs: () => 0 },
    options: { review_below_margin: REVIEW_BELOW_MARGIN },
  };
  return rows.map((row) => {
    const { reply } = assess(parts, { text: row.message, product_name: "shop", verdict: null });
    const offered = reply.intent === "general_inquiry" ? reply.inquiry.suggested_resources : [];
    return { ...row, offered: offered[0]?.title ?? null, letter: reply.letter };
  });
}

/** Counts what was offered. */
export function countPages(outcomes: readonly PageOutcome[]): PageFigures {
  const answerable = outcomes.filter(({ page }) => page !== null);
  const unanswerable = outcomes.filter(({ page }) => page === null);
  const right_first = answerable.filter(({ page, offered }) => page === offered).length;
  const offered = answerable.filter(({ offered }) => offered !== null).length;
  return {
    answerable: answerable.length,
    right_first,
    wrong_first: offered - right_first,
    unanswerable: unanswerable.length,
    none: unanswerable.filter(({ offered }) => offered === null).length,
  };
}

function main(args: readonly string[]): void {
  const { catalog, data, wrong } = parseArgs([...args], {
    boolean: ["wrong"],
    string: ["catalog", "data"],
  });
  const asked = typeof catalog === "string" && typeof data === "string"
    ? [{ catalog, data }]
    : FIXTURES;
  for (const files of asked) {
    const lines = Deno.readTextFileSync(files.data).split("\n").filter((line) =>
      line.trim() !== ""
    );
    const rows: PageRow[] = lines.map((line) => JSON.parse(line));
    const outcomes = offerPages(catalogOfPages(Deno.readTextFileSync(files.catalog)), rows);
    const figures = countPages(outcomes);
    console.log(
      `${files.data}: right page first ${shareOf(figures.right_first, figures.answerable)}, ` +
        `another page first ${figures.wrong_first}; ` +
        `no page where none answers ${shareOf(figures.none, figures.unanswerable)}`,
    );
    if (wrong !== true) continue;
    for (const { message, page, offered } of outcomes) {
      if (page !== offered) console.log(`wanted ${page}, offered ${offered}: ${message}`);
    }
  }
}

function shareOf(count: number, of: number): string {
  return `${count} of ${of} (${of === 0 ? "-" : (100 * count / of).toFixed(1)} %)`;
}

if (import.meta.main) main(Deno.args);
