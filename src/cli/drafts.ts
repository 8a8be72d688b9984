/**
 * Shows what the drafts of the fixtures say now that they did not say before:
 * `deno task drafts [--field NAME] [--accept]`. The golden file is what they
 * said; `--accept` writes it anew, and its diff is read like code. With
 * `--why MESSAGE [--type feature_request]` it says instead what each clause of
 * a message is taken for, and by which features.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { changesBetween, draftBlock, renderBlocks } from "../evaluation/golden_drafts.ts";
import { createRowDrafter } from "./draft_rows.ts";
import { whyDrafted } from "./why_drafted.ts";

const FIXTURES = new URL("../../fixtures/", import.meta.url).pathname;
/** What the drafts of the fixtures said when somebody last read them. */
export const GOLDEN_FILE = `${FIXTURES}drafts.golden.txt`;
/** `blind_c`, the last third of blind.jsonl, is counted and never read. */
const SOURCES: readonly { file: string; rows?: number }[] = [
  { file: "messages.jsonl" },
  { file: "drafts.jsonl" },
  { file: "blind.jsonl", rows: 120 },
];

/** The golden file as the drafts would write it now. */
export function draftGolden(): string {
  const draft = createRowDrafter();
  const blocks = SOURCES.flatMap(({ file, rows }) =>
    Deno.readTextFileSync(FIXTURES + file).trim().split("\n").slice(0, rows)
      .map((line) => JSON.parse(line))
      .map((row) => {
        const message = `${row.product}: ${row.text}`;
        return draftBlock(`${file}/${row.id}`, message, draft(row).reply);
      })
  );
  return renderBlocks(blocks);
}

function main(args: readonly string[]): void {
  const { accept, field, why, type } = parseArgs([...args], {
    boolean: ["accept"],
    string: ["field", "why", "type"],
  });
  if (why !== undefined) {
    const intent = type === "feature_request" ? type : "bug_report";
    console.log(whyDrafted(why, intent).join("\n"));
    return;
  }
  const now = draftGolden();
  if (accept) {
    Deno.writeTextFileSync(GOLDEN_FILE, now);
    return;
  }
  const counts = new Map<string, number>();
  let shown = "";
  for (const change of changesBetween(Deno.readTextFileSync(GOLDEN_FILE), now)) {
    if (field !== undefined && change.field !== field) continue;
    counts.set(change.field, (counts.get(change.field) ?? 0) + 1);
    if (change.id !== shown) console.log(`\n${change.id}\n  ${change.message}`);
    shown = change.id;
    console.log(`  ${change.field}\n  - ${change.before}\n  + ${change.after}`);
  }
  const summary = [...counts].map(([name, count]) => `${count} of ${name}`).join(", ");
  console.log(summary === "" ? "nothing changed" : `\nchanged: ${summary}`);
}

if (import.meta.main) main(Deno.args);
