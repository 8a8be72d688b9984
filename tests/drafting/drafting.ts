/**
 * Drafts as the service does, for tests: the real reader and scorer, the
 * built-in catalogue.
 *
 * @module
 */
import { readMessage } from "../../src/reading/read_message.ts";
import { defaultCatalog } from "../../src/drafting/catalog/catalog_file.ts";
import { createLocalDrafter } from "../../src/drafting/local_drafter.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { findProduct } from "../../src/triage/domain/catalog.ts";
import type { Intent } from "../../src/triage/domain/intent.ts";
import type { DraftRequest } from "../../src/triage/domain/ports.ts";
import type { Reply } from "../../src/triage/domain/reply.ts";

/** The catalogue that the drafts are made with. */
export const catalog = defaultCatalog();
const scorer = createLocalScorer();
const drafter = createLocalDrafter();

/** Drafts a reply of a type to a message. */
export function draft<Wanted extends Intent>(
  intent: Wanted,
  message: string,
  product_name = "1440 Mobile App",
  overrides: Partial<DraftRequest> = {},
): Extract<Reply, { intent: Wanted }> {
  const document = scorer.read(readMessage(message));
  const judgement = scorer.score(document);
  const reply = drafter.draft({
    document,
    product_name,
    product: findProduct(catalog, product_name),
    intent,
    secondary: judgement.secondary.filter((other) => other !== intent),
    category: judgement.category,
    situation: judgement.situation,
    evidence: judgement.evidence,
    language: judgement.language,
    review: { required: judgement.concerns.length > 0, reasons: judgement.concerns },
    ...overrides,
  });
  return reply as Extract<Reply, { intent: Wanted }>;
}

/** A row of fixtures/messages.jsonl, as far as drafting needs it. */
export interface FixtureMessage {
  readonly id: string;
  readonly product: string;
  readonly text: string;
  readonly label: Intent;
}

/** The messages of a fixture file. */
export function fixtureMessages(path: string): readonly FixtureMessage[] {
  return Deno.readTextFileSync(path).split("\n").filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
