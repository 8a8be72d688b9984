/**
 * Cues of what an inquiry is about: money, accounts, setting things up, the
 * company. They tell its category more than its intent.
 *
 * @module
 */
import type { Cue } from "./cue.ts";

const ask = (name: string, weight: number, phrases: readonly string[]): Cue => ({
  name,
  intent: "general_inquiry",
  weight,
  phrases,
});

/** Cues of a topic. */
export const TOPIC_CUES: readonly Cue[] = [
  ask(
    "fee",
    0.8,
    ["fee", "charge", "surcharge", "extra charge", "commission", "interest", "deduct"]
      .concat([
        "cost",
        "price",
        "how much be|do|does|will|would",
        "expensive",
        "per month|year|user",
      ]),
  ),
  ask(
    "statement",
    0.8,
    ["statement", "receipt", "invoice", "itemised|itemized bill", "my bill"]
      .concat(["billing address|date|cycle|period", "payment method|history|date|due", "due date"]),
  ),
  ask(
    "unrecognised",
    0.8,
    ["not recognize|recognise|make|authorize|authorise", "did not make|buy|order"]
      .concat([
        "not familiar",
        "strange|unknown|unauthorized charge|payment|transaction|fee",
        "dispute",
      ]),
  ),
  ask(
    "payout",
    0.7,
    ["withdrawal", "payout", "winning", "deposit status", "wallet", "balance", "my money"]
      .concat(["add|transfer|deposit|withdraw |my|the|some money|cash|amount"]),
  ),
  ask(
    "identity",
    0.9,
    ["verify|verification|prove|confirm my|your|identity|id|identification"]
      .concat([
        "identity",
        "verify",
        "verification",
        "id check",
        "source of fund|my|money",
        "passport",
      ]),
  ),
  ask(
    "credential",
    0.9,
    ["password", "passcode", "pin", "pin code", "puk", "username", "user name"]
      .concat([
        "two factor",
        "authenticator",
        "security question",
        "unlock",
        "unblock",
        "lock|block",
      ]),
  ),
  ask(
    "personal_details",
    0.9,
    ["my|your |new|old|phone|mobile|email|home|personal|last name|address|number"]
      .concat([
        "change|update|edit|correct my|the|our |new|phone|mobile|email|personal * |name|address",
      ])
      .concat([
        "change of address",
        "personal detail|information|data",
        "new address|number|surname",
      ])
      .concat(["move|moved house|home|to", "marry|married", "profile"]),
  ),
  ask(
    "close_account",
    1,
    ["close|delete|deactivate|terminate|remove|cancel|disable my|the|an|our |old account"]
      .concat(["delete|deleting|closing|removing |an|my account|profile", "account closure"]),
  ),
  ask(
    "lost_device",
    0.8,
    ["lose|lost|steal|stolen my |phone|card|device", "phone be|got steal|stolen|lose"]
      .concat(["new phone|device", "old phone|device"]),
  ),
  ask(
    "can_i_use",
    0.7,
    ["can i|we|it use|pay|add|get|have|do|set|link", "where can|do i|we use|find|get|see"]
      .concat([
        "do|does you|it|this|the * support|accept|work",
        "which * do|be|can|support",
        "support in",
      ]),
  ),
  ask(
    "set_up",
    0.8,
    ["set up", "setup", "activate", "activation", "link|connect my|the|a", "enable"]
      .concat(["configure", "install", "turn on|off", "add a|my|the|another", "create a|an|my"]),
  ),
  ask(
    "limit",
    0.7,
    ["limit", "maximum", "minimum", "max", "min", "how many", "how long", "how often"]
      .concat(["allow|allowed", "deadline", "how old", "how far"]),
  ),
  ask(
    "recommend",
    0.9,
    ["alternative to|for", "alternative", "recommend a|an|me|some|any", "replacement for"]
      .concat([
        "similar to",
        "instead of",
        "what * do you recommend",
        "suggest a|an|me|some",
        "good|best * for",
      ]),
  ),
  ask("offer", 0.8, [
    "offer",
    "deal",
    "promotion",
    "referral",
    "refer",
    "bonus",
    "giveaway",
    "newsletter",
  ]),
  ask(
    "small_talk",
    0.7,
    ["^ hi|hello|hey|thanks|ok|okay|bye", "who are|be you", "good morning|evening|day"]
      .concat(["what can you do", "well do", "you be|are welcome|funny|great", "keep it up"]),
  ),
  ask(
    "company",
    0.8,
    ["job", "career", "hire|hiring", "partner", "partnership", "press", "office", "store"]
      .concat([
        "opening hour|hours",
        "headquarter",
        "your company|address|team",
        "student project",
        "thesis",
      ]),
  ),
];
