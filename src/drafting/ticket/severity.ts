/**
 * How bad a fault is and how soon it wants looking at, by two tables over what
 * is lost (harm), for whom (reach), whether there is a way around, and hurry.
 * What speaks for each is in rules/tables.
 *
 * @module
 */
import type { Document } from "../../triage/text/document.ts";
import type { BugTicket } from "../../triage/domain/reply.ts";
import { type Situation, SITUATION_TABLE } from "../../triage/domain/situation.ts";
import { firedIn, gravestHarm, type Harm } from "./harm.ts";

/** For whom. */
export type Reach = "everyone" | "many" | "one";

/** How bad, how soon, and why. */
export interface Severity {
  readonly severity: BugTicket["severity"];
  readonly priority: BugTicket["priority"];
  readonly harm: Harm;
  readonly reach: Reach;
  readonly workaround: boolean;
  readonly urgent: boolean;
}

type Level = BugTicket["severity"];

/** Severity by harm: for one person, for many, for everyone. */
const TABLE: Readonly<Record<Harm, readonly [one: Level, many: Level, everyone: Level]>> = {
  safety: ["Critical", "Critical", "Critical"],
  security: ["Critical", "Critical", "Critical"],
  total_loss: ["Critical", "Critical", "Critical"],
  outage: ["High", "Critical", "Critical"],
  data_loss: ["High", "High", "Critical"],
  blocked: ["High", "High", "Critical"],
  money: ["High", "High", "Critical"],
  crash: ["High", "High", "Critical"],
  freeze: ["Medium", "High", "High"],
  consequence: ["High", "High", "High"],
  wrong_result: ["Medium", "Medium", "High"],
  malfunction: ["Medium", "Medium", "High"],
  slow: ["Medium", "Medium", "High"],
  sluggish: ["Low", "Low", "Medium"],
  cosmetic: ["Low", "Low", "Low"],
};

/** Priority by severity, without and with hurry. */
const PRIORITY: Readonly<Record<Level, readonly [BugTicket["priority"], BugTicket["priority"]]>> = {
  Critical: ["Urgent", "Urgent"],
  High: ["High", "Urgent"],
  Medium: ["Medium", "High"],
  Low: ["Low", "Medium"],
};

const LEVELS: readonly Level[] = ["Low", "Medium", "High", "Critical"];
const COLUMN: Readonly<Record<Reach, 0 | 1 | 2>> = { one: 0, many: 1, everyone: 2 };
/** Harms that no way around and no modest word makes smaller. */
const GRAVE: ReadonlySet<Harm> = new Set<Harm>(["safety", "security", "total_loss"]);

const PRIORITIES: readonly BugTicket["priority"][] = ["Low", "Medium", "High", "Urgent"];

/** Weighs a fault by what its message's rules found, at least as its customer's situation wants. */
export function weighSeverity(document: Document, situation: Situation): Severity {
  const fired = firedIn(document);
  const harm = gravestHarm(fired);
  const reach: Reach = fired.has("reach/everyone")
    ? "everyone"
    : fired.has("reach/many")
    ? "many"
    : "one";
  const workaround = fired.has("fault/workaround");
  const urgent = fired.has("fault/urgent") && !fired.has("fault/not_urgent");

  let level = LEVELS.indexOf(TABLE[harm][COLUMN[reach]]);
  if (!GRAVE.has(harm)) {
    const lowered = workaround || (harm === "crash" && fired.has("fault/narrow"));
    // A way around makes it one less bad, but not slight.
    if (lowered && harm !== "data_loss" && level > 1) level--;
    if (fired.has("fault/not_urgent")) level = Math.min(level, LEVELS.indexOf("Medium"));
    if (fired.has("fault/played_down") && harm !== "data_loss") level = 0;
  }
  const least = SITUATION_TABLE[situation.name];
  const severity = graver(LEVELS, LEVELS[level] ?? "Medium", least.severity);
  return {
    severity,
    priority: graver(PRIORITIES, PRIORITY[severity][urgent ? 1 : 0], least.priority),
    harm,
    reach,
    workaround,
    urgent,
  };
}

/** Of two steps of a scale the one that stands later on it. */
function graver<Step>(scale: readonly Step[], one: Step, other: Step): Step {
  return scale.indexOf(other) > scale.indexOf(one) ? other : one;
}
