/**
 * The situation a customer is in: one table says for each how grave it is,
 * whether a person must look and why, and what a ticket about it is at least.
 *
 * @module
 */
import { z } from "zod";
import type { BugTicket } from "./reply.ts";
import type { ReviewReason } from "./review.ts";

/** The situations, the gravest first. Stable names: clients may switch on them. */
export const SITUATIONS = [
  "self_harm",
  "danger",
  "injury",
  "account_security",
  "data_exposed",
  "security_report",
  "outage",
  "legal",
  "privacy_request",
  "money",
  "vulnerable_customer",
  "press",
  "escalation",
  "person_requested",
  "refund",
  "nothing",
  "cancel",
  "change_details",
  "order_status",
  "how_to",
  "policy",
  "accessibility",
  "fault",
  "wish",
  "praise",
  "solved",
  "unsolicited",
  "automatic",
] as const;

/** Schema of a situation's name. */
export const situationName = z.enum(SITUATIONS);

/** Name of a situation. */
export type SituationName = z.infer<typeof situationName>;

/** What is known of a situation, whoever is in it. */
export interface SituationRow {
  /** What it is, for people. */
  readonly says: string;
  /** From 0 to 9: people in danger before accounts and data, these before law and money. */
  readonly gravity: number;
  /** Why a person must look: its own code, then those that older clients know it by. */
  readonly reasons: readonly ReviewReason[];
  /** The least that a ticket about it is. */
  readonly severity: BugTicket["severity"];
  readonly priority: BugTicket["priority"];
  /** By which a part of the product is looked up whose team should have it; `null`: by the fault. */
  readonly part: string | null;
}

/** From this gravity on a situation is grave: no letter may close the case. */
export const GRAVE_FROM = 3;

type Row = readonly [
  says: string,
  gravity: number,
  reasons: readonly ReviewReason[],
  severity: SituationRow["severity"],
  priority: SituationRow["priority"],
  part: string | null,
];

const ROWS: Readonly<Record<SituationName, Row>> = {
  self_harm: ["somebody may harm or kill themselves", 9, ["self_harm"], "Critical", "Urgent", null],
  danger: ["people are threatened or in danger now", 9, ["danger"], "Critical", "Urgent", null],
  injury: ["somebody was hurt or fell ill through it", 8, ["injury"], "Critical", "Urgent", null],
  account_security: [
    "an account is taken over, or somebody tries to",
    7,
    ["account_security"],
    "Critical",
    "Urgent",
    "login",
  ],
  data_exposed: [
    "somebody sees what belongs to somebody else",
    7,
    ["data_exposed", "legal_or_privacy"],
    "Critical",
    "Urgent",
    null,
  ],
  security_report: ["a weakness was found", 6, ["security_report"], "High", "Urgent", null],
  outage: ["many people cannot work", 6, ["outage"], "Critical", "Urgent", null],
  legal: ["law is called upon", 5, ["legal", "legal_or_privacy"], "Medium", "High", null],
  privacy_request: [
    "a right over one's own data is claimed",
    5,
    ["privacy_request", "legal_or_privacy"],
    "Medium",
    "High",
    null,
  ],
  money: [
    "money is missing or was charged wrongly",
    4,
    ["money", "refund_requested"],
    "High",
    "High",
    "billing",
  ],
  vulnerable_customer: [
    "somebody died, is a minor, is ill or in need",
    4,
    ["vulnerable_customer"],
    "Medium",
    "High",
    null,
  ],
  press: ["somebody asks for publication", 4, ["press"], "Low", "High", null],
  escalation: ["a complaint about the service", 3, ["escalation"], "Medium", "High", null],
  person_requested: ["a person is asked for", 3, ["person_requested"], "Low", "Medium", null],
  refund: [
    "money is wanted back for an ordinary reason",
    2,
    ["refund_requested"],
    "Low",
    "Medium",
    "billing",
  ],
  nothing: ["nothing in it can be understood", 1, ["nothing_understood"], "Low", "Low", null],
  cancel: ["a contract, an order or an account is to end", 0, [], "Low", "Low", null],
  change_details: ["details are to be changed", 0, [], "Low", "Low", null],
  order_status: ["where something ordered or applied for is", 0, [], "Low", "Low", null],
  how_to: ["how something is done", 0, [], "Low", "Low", null],
  policy: ["prices, rules or terms are asked about", 0, [], "Low", "Low", null],
  accessibility: ["a disabled person cannot use it", 0, [], "Medium", "Medium", null],
  fault: ["something does not work", 0, [], "Low", "Low", null],
  wish: ["something is wanted that there is not", 0, [], "Low", "Low", null],
  praise: ["praise and nothing else", 0, [], "Low", "Low", null],
  solved: ["the matter is settled", 0, [], "Low", "Low", null],
  unsolicited: ["an offer that nobody asked for", 0, ["unsolicited"], "Low", "Low", null],
  automatic: ["a machine wrote it", 0, ["automatic_message"], "Low", "Low", null],
};

/** What is known of each situation. */
export const SITUATION_TABLE: Readonly<Record<SituationName, SituationRow>> = Object.fromEntries(
  Object.entries(ROWS).map(([name, [says, gravity, reasons, severity, priority, part]]) => [
    name,
    { says, gravity, reasons, severity, priority, part },
  ]),
) as Record<SituationName, SituationRow>;

/** Whether a situation is grave: a person must look, and no letter may close the case. */
export function isGrave(name: SituationName): boolean {
  return SITUATION_TABLE[name].gravity >= GRAVE_FROM;
}

/** From this gravity on people are in danger. */
const PEOPLE_FROM = 8;

/** Whether people are in danger: such a situation is held sooner than any other. */
export function isAboutLife(name: SituationName): boolean {
  return SITUATION_TABLE[name].gravity >= PEOPLE_FROM;
}

/** Words of a message that told its situation. `text.slice(start, end)` is `text`. */
export interface SituationEvidence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The rule or word that spoke; `meaning` where a whole sentence did. */
  readonly cue: string;
}

/** The situation that a message is held to be in. Plain data. */
export interface Situation {
  readonly name: SituationName;
  /** Calibrated probability that it is this one, in [0, 1]. */
  readonly probability: number;
  readonly grave: boolean;
  /** That people are in danger, of whichever kind: left out where nobody weighed it. */
  readonly life?: number;
  /** Strongest first. */
  readonly evidence: readonly SituationEvidence[];
}

/** How probable a situation is held to be that a model or a person named and the words did not. */
const NAMED_PROBABILITY = 0.8;

/**
 * The graver of what the words say and what the reasons for a review name: a
 * model may add a situation, and never takes one away.
 */
export function graver(said: Situation, reasons: readonly ReviewReason[]): Situation {
  const name = SITUATIONS.find((name) => {
    const [own] = SITUATION_TABLE[name].reasons;
    return own !== undefined && reasons.includes(own);
  });
  return name === undefined || SITUATIONS.indexOf(said.name) <= SITUATIONS.indexOf(name)
    ? said
    : { name, probability: NAMED_PROBABILITY, grave: isGrave(name), evidence: [] };
}
