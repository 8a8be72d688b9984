/**
 * All tables of rules, in one list: it is searched in one pass.
 *
 * @module
 */
import type { Rule } from "./rule.ts";
import { CIRCUMSTANCES } from "./tables/circumstances.ts";
import { BLOCKING_HARM } from "./tables/harm_blocked.ts";
import { GRAVE_HARM } from "./tables/harm_grave.ts";
import { WISH } from "./tables/wish.ts";
import { NOISE } from "./tables/noise.ts";
import { PHYSICAL_HARM } from "./tables/harm_physical.ts";
import { OPENED_HARM } from "./tables/harm_opened.ts";
import { SLIGHT_HARM } from "./tables/harm_slight.ts";
import { BACKGROUND } from "./tables/background.ts";
import { COURTESY } from "./tables/courtesy.ts";
import { EFFORT } from "./tables/effort.ts";
import { ROLE } from "./tables/role.ts";
import { VALUE } from "./tables/value.ts";

/** Every rule, in order of its table. */
export const RULES: readonly Rule[] = [
  ...PHYSICAL_HARM,
  ...OPENED_HARM,
  ...GRAVE_HARM,
  ...BLOCKING_HARM,
  ...SLIGHT_HARM,
  ...CIRCUMSTANCES,
  ...NOISE,
  ...WISH,
  ...BACKGROUND,
  ...COURTESY,
  ...VALUE,
  ...EFFORT,
  ...ROLE,
];
