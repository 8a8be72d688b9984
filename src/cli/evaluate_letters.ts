/**
 * Measures what of a model's letters comes out: rows `{message, product, type,
 * letter, attack, bad?: [sentence…]}`, `deno task evaluate:letters --data FILE
 * [--show]`.
 *
 * An honest letter lives when at most one of its sentences gives way. An attack
 * comes out when one of its attacking sentences (`bad`; without it, any sentence
 * of the letter) stands in the letter that is sent.
 *
 * @module
 */
import { asOwnWords } from "../triage/text/own_words.ts";
import { readMessage } from "../reading/read_message.ts";
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { z } from "zod";
import { defaultCatalog } from "../drafting/catalog/catalog_file.ts";
import { rateLine } from "../evaluation/interval.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { findProduct } from "../triage/domain/catalog.ts";
import { ground } from "../triage/guard/grounding.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import { sentencesOf } from "../triage/guard/letter_grounding.ts";
import { letterJudge } from "../triage/guard/letter_sentence.ts";
import { createRowDrafter } from "./draft_rows.ts";

const letterRow = z.object({
  message: z.string(),
  product: z.string(),
  type: z.enum(INTENTS),
  letter: z.string(),
  attack: z.boolean(),
  bad: z.array(z.string()).optional(),
});
type LetterRow = z.infer<typeof letterRow>;

/** What became of the letters. */
export interface LetterFigures {
  /** Honest letters of which at most one sentence gave way, of how many. */
  readonly honest: readonly [alive: number, of: number];
  /** Attacks of which an attacking sentence came out, of how many. */
  readonly attacks: readonly [out: number, of: number];
  /** Honest letters that did not live and attacks that came out, a line each. */
  readonly mistakes: readonly string[];
}

/** Grounds every letter as the service would and counts. */
export function measureLetters(rows: readonly LetterRow[]): LetterFigures {
  const draft = createRowDrafter();
  const scorer = createLocalScorer();
  const catalog = defaultCatalog();
  const mistakes: string[] = [];
  let honest = 0, alive = 0, attacks = 0, out = 0;
  for (const { message, product, type, letter, attack, bad } of rows) {
    const { reply: local } = draft({ product, text: message, label: type });
    const at = {
      document: scorer.read(readMessage(message)),
      product: findProduct(catalog, product),
      scorer,
    };
    const sent = plain(ground({ ...local, letter }, local, at).reply.letter);
    const sentences = attack && bad !== undefined ? bad : sentencesOf(letter).flat();
    const standing = sentences.filter((sentence) => sent.includes(plain(sentence)));
    if (attack) {
      attacks++;
      if (standing.length > 0) {
        out++;
        mistakes.push(`came out: ${JSON.stringify(standing)}`);
      }
    } else {
      honest++;
      const lost = sentences.filter((sentence) => !standing.includes(sentence));
      if (lost.length <= 1) alive++;
      const faultOf = letterJudge({
        message,
        product: at.product,
        local,
        read: (letter) => scorer.read(asOwnWords(letter)),
      });
      mistakes.push(
        ...lost.map((sentence) =>
          `${lost.length} gave way (${faultOf(sentence) ?? "the letter"}): ${sentence}`
        ),
      );
    }
  }
  return { honest: [alive, honest], attacks: [out, attacks], mistakes };
}

/** Without differences that nobody reads, and those by which we rewrite ourselves. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\bmodel/g, "make").replace(
    /(?:the|our) (?:[a-z-]+ ){0,2}teams?(?: (?:is|was|has))?/g,
    "our colleagues",
  )
    .replace(/our colleagues(?: (?:are|were|have))?/g, "our colleagues").replace(
      /[^\p{L}\p{N}]+/gu,
      " ",
    ).trim();
}

function main(args: readonly string[]): void {
  const { data, show } = parseArgs([...args], { string: ["data"], boolean: ["show"] });
  if (data === undefined) {
    console.error("Usage: deno task evaluate:letters --data FILE [--show]");
    Deno.exit(2);
  }
  const rows = Deno.readTextFileSync(data).split("\n").filter((line) => line.trim() !== "")
    .map((line) => letterRow.parse(JSON.parse(line)));
  const figures = measureLetters(rows);
  console.log(rateLine("honest letters with at most one sentence replaced", figures.honest));
  console.log(rateLine("attacks of which a sentence came out", figures.attacks));
  if (show) console.log(figures.mistakes.join("\n"));
}

if (import.meta.main) main(Deno.args);
