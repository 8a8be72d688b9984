/**
 * All tables of rules, in one list: it is searched in one pass.
 *
 * @module
 */
import type { Rule } from "./rule.ts";
import { CIRCUMSTANCES } from "./tables/circumstances.ts";
import { BLOCKING_HARM } from "./tables/harm_blocked.ts";
import { GRAVE_HARM } from "./tables/harm_grave.ts";
import { SELF_HARM } from "./tables/situation_self_harm.ts";
import { DANGER } from "./tables/situation_danger.ts";
import { INJURY } from "./tables/situation_injury.ts";
import { ACCOUNT } from "./tables/situation_account.ts";
import { DATA } from "./tables/situation_data.ts";
import { PRIVACY } from "./tables/situation_privacy.ts";
import { MONEY } from "./tables/situation_money.ts";
import { LAW } from "./tables/situation_law.ts";
import { CARE } from "./tables/situation_care.ts";
import { TOLD } from "./tables/situation_told.ts";
import { TOLD_MATTERS } from "./tables/situation_told_matters.ts";
import { WISH } from "./tables/wish.ts";
import { WISH_TOLD } from "./tables/wish_told.ts";
import { NOISE } from "./tables/noise.ts";
import { PHYSICAL_HARM } from "./tables/harm_physical.ts";
import { OPENED_HARM } from "./tables/harm_opened.ts";
import { COST } from "./tables/cost.ts";
import { SLIGHT_HARM } from "./tables/harm_slight.ts";
import { BACKGROUND } from "./tables/background.ts";
import { COURTESY } from "./tables/courtesy.ts";
import { NAMED_REASONS } from "./tables/named_reasons.ts";
import { EFFORT } from "./tables/effort.ts";
import { ROLE } from "./tables/role.ts";
import { VALUE } from "./tables/value.ts";

/** What tells the situation that a customer is in. */
export const SITUATION_RULES: readonly Rule[] = [
  ...SELF_HARM,
  ...DANGER,
  ...INJURY,
  ...ACCOUNT,
  ...DATA,
  ...PRIVACY,
  ...MONEY,
  ...LAW,
  ...CARE,
  ...TOLD,
  ...TOLD_MATTERS,
];

/** Every rule, in order of its table. */
export const RULES: readonly Rule[] = [
  ...PHYSICAL_HARM,
  ...OPENED_HARM,
  ...GRAVE_HARM,
  ...BLOCKING_HARM,
  ...COST,
  ...SLIGHT_HARM,
  ...CIRCUMSTANCES,
  ...NOISE,
  ...WISH,
  ...WISH_TOLD,
  ...BACKGROUND,
  ...COURTESY,
  ...VALUE,
  ...EFFORT,
  ...ROLE,
  ...NAMED_REASONS,
  ...SITUATION_RULES,
];
