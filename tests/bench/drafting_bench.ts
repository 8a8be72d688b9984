/**
 * Measures what reading and scoring, and drafting, take a message; with
 * `--base FOLDER` (a checkout of another build) both builds in turn in one run,
 * on the same texts: the least of all rounds, in which others on the machine
 * took least. Prints; asserts nothing, because a machine under load would fail it.
 *
 * `deno run --allow-read tests/bench/drafting_bench.ts [--base FOLDER] [--rounds N]`
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import type * as catalogFile from "../../src/drafting/catalog/catalog_file.ts";
import type * as reading from "../../src/reading/read_message.ts";
import type * as localDrafter from "../../src/drafting/local_drafter.ts";
import type * as localScorer from "../../src/scorer/local_scorer.ts";
import type * as catalogs from "../../src/triage/domain/catalog.ts";
import type { DraftRequest } from "../../src/triage/domain/ports.ts";

const MESSAGES = 600;
const FIXTURES = ["messages.jsonl", "blind.jsonl"];

const { base, rounds = "12" } = parseArgs(Deno.args, { string: ["base", "rounds"] });
const rows = FIXTURES.flatMap((name) =>
  Deno.readTextFileSync(new URL(`../../fixtures/${name}`, import.meta.url)).trim().split("\n")
    .map((line) => JSON.parse(line))
).filter(({ label }) => label !== undefined).slice(0, MESSAGES);
const characters = rows.reduce((sum, { text }) => sum + text.length, 0) / rows.length;
console.log(`${rows.length} messages of ${characters.toFixed(0)} characters on average`);

const here = await load(new URL("../../", import.meta.url));
const there = base === undefined ? null : await load(new URL(`file://${Deno.realPathSync(base)}/`));
const own: Times[] = [], others: Times[] = [];
for (let round = 0; round < Number(rounds); round++) {
  if (there !== null) others.push(there());
  own.push(here());
}
const now = least(own);
console.log(
  `this build: reading and scoring ${now.read.toFixed(0)} µs, drafting ${now.draft.toFixed(0)} µs`,
);
if (there !== null) {
  const was = least(others);
  console.log(
    `${base}: reading and scoring ${was.read.toFixed(0)} µs, drafting ${
      was.draft.toFixed(0)
    } µs; ` +
      `ratios ${(now.read / was.read).toFixed(2)} and ${(now.draft / was.draft).toFixed(2)}`,
  );
}

/** Microseconds a message. */
interface Times {
  readonly read: number;
  readonly draft: number;
}

/** Loads a build and gives a function that measures one round. */
async function load(folder: URL): Promise<() => Times> {
  const module = (path: string) => import(new URL(`src/${path}`, folder).href);
  const { createLocalScorer }: typeof localScorer = await module("scorer/local_scorer.ts");
  const { createLocalDrafter }: typeof localDrafter = await module("drafting/local_drafter.ts");
  const { findProduct }: typeof catalogs = await module("triage/catalog.ts")
    .catch(() => module("triage/domain/catalog.ts"));
  const { defaultCatalog }: typeof catalogFile = await module("drafting/catalog_file.ts")
    .catch(() => module("drafting/catalog/catalog_file.ts"));
  // The build before read the message as it was sent.
  const { readMessage }: Partial<typeof reading> = await module("reading/read_message.ts")
    .catch(() => ({}));
  const scorer = createLocalScorer(), drafter = createLocalDrafter(), catalog = defaultCatalog();
  return () => {
    const started = performance.now();
    const requests = rows.map(({ text, product, label }): DraftRequest => {
      const document = scorer.read(readMessage?.(text) ?? text as never);
      const judgement = scorer.score(document);
      return {
        document,
        product_name: product,
        product: findProduct(catalog, product),
        intent: label,
        secondary: [],
        category: judgement.category,
        evidence: judgement.evidence,
        language: judgement.language,
        situation: judgement.situation,
        review: { required: judgement.concerns.length > 0, reasons: judgement.concerns },
      };
    });
    const scored = performance.now();
    for (const request of requests) drafter.draft(request);
    const micros = (ms: number) => ms * 1000 / rows.length;
    return { read: micros(scored - started), draft: micros(performance.now() - scored) };
  };
}

function least(times: readonly Times[]): Times {
  const fastest = (pick: (one: Times) => number) => Math.min(...times.map(pick));
  return { read: fastest(({ read }) => read), draft: fastest(({ draft }) => draft) };
}
