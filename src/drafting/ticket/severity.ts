/**
 * How bad a fault is and how soon it wants looking at: two tables over what is
 * lost (harm), for whom (reach), whether there is a way around, and hurry, with
 * weights over what they say. What speaks for each is in rules/tables.
 *
 * @module
 */
import type { Document, Sentence } from "../../triage/text/document.ts";
import type { BugTicket } from "../../triage/domain/reply.ts";
import { type Situation, SITUATION_TABLE } from "../../triage/domain/situation.ts";
import { isBorneOut } from "../message/borne_out.ts";
import { firedIn, gravestHarm, type Harm } from "./harm.ts";
import { type KnownFault, LEVELS, likeliestLevel, severityFeatures } from "./severity_head.ts";

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

const COLUMN: Readonly<Record<Reach, 0 | 1 | 2>> = { one: 0, many: 1, everyone: 2 };
/** Harms that no way around and no modest word makes smaller. */
const GRAVE: ReadonlySet<Harm> = new Set<Harm>(["safety", "security", "total_loss"]);

const PRIORITIES: readonly BugTicket["priority"][] = ["Low", "Medium", "High", "Urgent"];

/**
 * Weighs a fault, at least as its customer's situation and a grave harm want.
 *
 * @param told The sentence that names the fault, where one does.
 */
export function weighSeverity(
  document: Document,
  situation: Situation,
  told: Sentence | null,
): Severity {
  const fault = knownFault(document, situation);
  const { fired } = fault;
  const harm = gravestHarm(fired);
  const least = SITUATION_TABLE[fault.situation];
  const reach = reachOf(fired);
  // Grave whatever else is said, or nobody can work.
  const stays = GRAVE.has(harm) || reach === "everyone" && fault.ruled === LEVELS.length - 1;
  const floor = stays ? "Critical" : least.severity;
  const looks = told?.fired.some(({ rule }) => rule.startsWith("harm/cosmetic")) ?? false;
  // What the rules call slight is no more where the customer says so, or it is the looks that fail.
  const slight = fault.ruled === 0 && (looks || fired.has("fault/played_down"));
  const level = slight ? 0 : likeliestLevel(severityFeatures(fault));
  const severity = graver(LEVELS, LEVELS[level] ?? "Medium", floor);
  const urgent = fired.has("fault/urgent") && !fired.has("fault/not_urgent");
  return {
    severity,
    priority: graver(PRIORITIES, PRIORITY[severity][urgent ? 1 : 0], least.priority),
    harm,
    reach,
    workaround: fired.has("fault/workaround"),
    urgent,
  };
}

/**
 * What rules and situation say of a fault, and the level that they alone would give it. A situation
 * that is only likely, without its words, makes none worse.
 */
export function knownFault(document: Document, situation: Situation): KnownFault {
  const name = isBorneOut(situation, document.text) ? situation.name : "fault";
  const fired = firedIn(document);
  const harm = gravestHarm(fired);
  let level = LEVELS.indexOf(TABLE[harm][COLUMN[reachOf(fired)]]);
  if (!GRAVE.has(harm)) {
    const lowered = fired.has("fault/workaround") ||
      harm === "crash" && fired.has("fault/narrow");
    // A way around makes it one less bad, but not slight.
    if (lowered && harm !== "data_loss" && level > 1) level--;
    if (fired.has("fault/not_urgent")) level = Math.min(level, LEVELS.indexOf("Medium"));
    if (fired.has("fault/played_down") && harm !== "data_loss") level = 0;
  }
  const ruled = Math.max(level, LEVELS.indexOf(SITUATION_TABLE[name].severity));
  return { document, fired, situation: name, ruled };
}

function reachOf(fired: ReadonlySet<string>): Reach {
  return fired.has("reach/everyone") ? "everyone" : fired.has("reach/many") ? "many" : "one";
}

/** Of two steps of a scale the one that stands later on it. */
function graver<Step>(scale: readonly Step[], one: Step, other: Step): Step {
  return scale.indexOf(other) > scale.indexOf(one) ? other : one;
}
