/**
 * What rules find in a message that say how bad a fault is: harms from the
 * gravest to the slightest, and what stands around them.
 *
 * @module
 */
import type { Document } from "../../triage/text/document.ts";

/** What is lost, from the gravest to the slightest. */
const HARMS = [
  "safety",
  "security",
  "total_loss",
  "outage",
  "data_loss",
  "blocked",
  "money",
  "crash",
  "freeze",
  "consequence",
  "cosmetic",
  "sluggish",
  "slow",
  "wrong_result",
] as const;

/** What is lost; a malfunction where no rule says more. */
export type Harm = typeof HARMS[number] | "malfunction";

/** The gravest harm that a rule finds. */
export function gravestHarm(fired: ReadonlySet<string>): Harm {
  return HARMS.find((harm) =>
    fired.has(`harm/${harm}`) || harm === "consequence" && fired.has("cost")
  ) ?? "malfunction";
}

/** Which rules fired anywhere in a message: their ids, their groups ("harm/money") and their tables ("cost"). */
export function firedIn({ sentences }: Document): ReadonlySet<string> {
  const fired = new Set<string>();
  for (const sentence of sentences) {
    for (const { rule } of sentence.fired) {
      fired.add(rule);
      const [table = "", name = ""] = rule.split("/", 2);
      fired.add(table).add(`${table}/${name}`);
    }
  }
  return fired;
}
