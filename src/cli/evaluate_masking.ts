/**
 * Measures masking on rows `{text, secrets: [substring…]}`, also of a file that
 * the patterns never saw: `deno task evaluate:masking --data FILE [--show]`.
 *
 * A secret is caught when it no longer stands in the masked text; a row without
 * secrets only looks private and must not be altered.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { z } from "zod";
import { rateLine } from "../evaluation/interval.ts";
import { mask } from "../masking/redact.ts";

const maskingRow = z.object({ text: z.string(), secrets: z.array(z.string().min(1)) });
type MaskingRow = z.infer<typeof maskingRow>;

/** What became of the rows. */
export interface MaskingFigures {
  /** Secrets that were masked, of how many. */
  readonly secrets: readonly [caught: number, of: number];
  /** Rows of which every secret was masked, of how many. */
  readonly rows: readonly [caught: number, of: number];
  /** Rows without a secret that were altered, of how many. */
  readonly look_alikes: readonly [altered: number, of: number];
  /** What was missed or altered, a line each. */
  readonly mistakes: readonly string[];
}

/** Masks every row and counts. */
export function measureMasking(rows: readonly MaskingRow[]): MaskingFigures {
  let caughtSecrets = 0, secretCount = 0, caughtRows = 0, positive = 0, altered = 0;
  const mistakes: string[] = [];
  for (const { text, secrets } of rows) {
    const masked = mask(text).text;
    const missed = secrets.filter((secret) => masked.includes(secret));
    secretCount += secrets.length;
    caughtSecrets += secrets.length - missed.length;
    if (secrets.length > 0) {
      positive++;
      if (missed.length === 0) caughtRows++;
      else mistakes.push(`missed ${JSON.stringify(missed)} in ${JSON.stringify(masked)}`);
    } else if (masked !== text) {
      altered++;
      mistakes.push(`altered ${JSON.stringify(text)} to ${JSON.stringify(masked)}`);
    }
  }
  return {
    secrets: [caughtSecrets, secretCount],
    rows: [caughtRows, positive],
    look_alikes: [altered, rows.length - positive],
    mistakes,
  };
}

function main(args: readonly string[]): void {
  const { data, show } = parseArgs([...args], { string: ["data"], boolean: ["show"] });
  if (data === undefined) {
    console.error("Usage: deno task evaluate:masking --data FILE [--show]");
    Deno.exit(2);
  }
  const rows = Deno.readTextFileSync(data).split("\n").filter((line) => line.trim() !== "")
    .map((line) => maskingRow.parse(JSON.parse(line)));
  const figures = measureMasking(rows);
  console.log(rateLine("secrets caught", figures.secrets));
  console.log(rateLine("rows with every secret caught", figures.rows));
  console.log(rateLine("look-alikes altered", figures.look_alikes));
  if (show) console.log(figures.mistakes.join("\n"));
}

if (import.meta.main) main(Deno.args);
