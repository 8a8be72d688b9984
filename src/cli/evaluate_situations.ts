/**
 * Measures how many messages of each situation are seen, and how many ordinary
 * ones alarm, by label and in all: `deno task evaluate:situations --data FILE… [--wrong]`.
 * Messages are printed only with `--wrong`.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { z } from "zod";
import {
  countSituations,
  isAlarm,
  isFound,
  type JudgedSituation,
  ORDINARY,
  totalSituations,
} from "../evaluation/situation_figures.ts";
import { readMessage } from "../reading/read_message.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { isGrave, situationName } from "../triage/domain/situation.ts";

const label = z.union([situationName, z.literal(ORDINARY)]);
/** A row: a message and its label, by either name. Rows without one are ordinary, as real messages are. */
const row = z.object({
  id: z.string().optional(),
  label: z.string().optional(),
  situation: label.optional(),
  message: z.string().optional(),
  text: z.string().optional(),
});

function main(args: readonly string[]): void {
  const flags = parseArgs([...args], { boolean: ["wrong"], string: ["data"], collect: ["data"] });
  const scorer = createLocalScorer();
  const judged: JudgedSituation[] = [];
  for (const path of [...flags.data, ...flags._.map(String)]) {
    for (const line of Deno.readTextFileSync(path).split("\n")) {
      if (line.trim() === "") continue;
      const read = row.parse(JSON.parse(line));
      const told = label.safeParse(read.situation ?? read.label);
      const message = read.message ?? read.text ?? "";
      const { situation, concerns } = scorer.score(scorer.read(readMessage(message)));
      const one = { label: told.success ? told.data : ORDINARY, situation, reasons: concerns };
      judged.push(one);
      if (flags.wrong && isWrong(one)) {
        console.log(`${read.id ?? ""} ${one.label}: ${situation.name} [${concerns}] ${message}`);
      }
    }
  }
  const counts = countSituations(judged);
  for (const [name, { rows, found, led, alarmed }] of counts) {
    const grave = name !== ORDINARY && isGrave(name);
    console.log(
      `${name.padEnd(20)} ${String(rows).padStart(6)} rows` +
        (name === ORDINARY ? "" : `, seen ${share(found, rows)}, first ${share(led, rows)}`) +
        (grave ? `, any alarm ${share(alarmed, rows)}` : `, false alarms ${share(alarmed, rows)}`),
    );
  }
  const { grave, others } = totalSituations(counts);
  console.log(
    `all grave ${grave.rows} rows, seen ${share(grave.found, grave.rows)}, ` +
      `first ${share(grave.led, grave.rows)}, any alarm ${share(grave.alarmed, grave.rows)}\n` +
      `all others ${others.rows} rows, false alarms ${share(others.alarmed, others.rows)}`,
  );
}

function isWrong(one: JudgedSituation): boolean {
  return one.label !== ORDINARY && isGrave(one.label) ? !isFound(one) : isAlarm(one);
}

function share(count: number, rows: number): string {
  return `${count} (${(count / Math.max(1, rows)).toFixed(3)})`;
}

if (import.meta.main) main(Deno.args);
