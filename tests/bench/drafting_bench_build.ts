/**
 * One build of {@linkcode file://./drafting_bench.ts}: loads the scorer and the
 * drafter of the folder given, and measures a round for each line that comes in.
 *
 * @module
 */
import type * as catalogFile from "../../src/drafting/catalog/catalog_file.ts";
import type * as localDrafter from "../../src/drafting/local_drafter.ts";
import type * as reading from "../../src/reading/read_message.ts";
import type * as localScorer from "../../src/scorer/local_scorer.ts";
import type * as catalogs from "../../src/triage/domain/catalog.ts";
import type { Intent } from "../../src/triage/domain/intent.ts";
import type { DraftRequest } from "../../src/triage/domain/ports.ts";

const MESSAGES = 600;
const FIXTURES = ["messages.jsonl", "blind.jsonl"];

/** A message of the fixtures. */
interface BenchText {
  readonly text: string;
  readonly product: string;
  readonly label: Intent;
}

/** The messages that are measured. */
export function benchTexts(): readonly BenchText[] {
  return FIXTURES.flatMap((name) =>
    Deno.readTextFileSync(new URL(`../../fixtures/${name}`, import.meta.url)).trim().split("\n")
      .map((line) => JSON.parse(line))
  ).filter(({ label }) => label !== undefined).slice(0, MESSAGES);
}

if (import.meta.main) {
  const measure = await load(new URL(`file://${Deno.args[0]}/`));
  for await (const _line of Deno.stdin.readable) console.log(JSON.stringify(measure()));
}

/** Loads a build and gives a function that measures one round, in microseconds a message. */
async function load(folder: URL): Promise<() => { readonly read: number; readonly draft: number }> {
  const module = (path: string) => import(new URL(`src/${path}`, folder).href);
  const { createLocalScorer }: typeof localScorer = await module("scorer/local_scorer.ts");
  const { createLocalDrafter }: typeof localDrafter = await module("drafting/local_drafter.ts");
  const { findProduct }: typeof catalogs = await module("triage/catalog.ts")
    .catch(() => module("triage/domain/catalog.ts"));
  const { defaultCatalog }: typeof catalogFile = await module("drafting/catalog_file.ts")
    .catch(() => module("drafting/catalog/catalog_file.ts"));
  // The build before there was reading took a message as it was sent.
  const { readMessage }: Partial<typeof reading> = await module("reading/read_message.ts")
    .catch(() => ({}));
  const scorer = createLocalScorer(), drafter = createLocalDrafter(), catalog = defaultCatalog();
  const rows = benchTexts();
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
