/**
 * What stands around a fault: what is the case elsewhere.
 *
 * @module
 */
import type { Rule } from "../rule.ts";

/** Rows that speak of a whole sentence, from its start. */
export const BACKGROUND: readonly Rule[] = [
  {
    id: "background/elsewhere",
    says: "tells where or with what it is as it should be",
    any: [
      "^ everything|all|anything else",
      "^ |the other|others|old|older|earlier|previous|bigger|smaller|first|rest ..5 =is|=are|=was|=were|=works|=work|=went|=goes|=shows|=show|=stays|=have|=has|=do|=does",
      "^ by|on|in|with|under ..5 it be there|normal|fine|right",
      "^ by|on|with my|the other|old|hand|finger|phone|telephone|computer|laptop|pc ..6 right|fine|upright|complete",
      "^ in reality",
      "^ it|they|this|we|i =used to",
      "be |all|so|always lovely|fine|great|good|perfect|right|ok|okay|reliable until|till",
      "^ |the app|program|appliance|machine|device|it be xnum|two|three|four|five|six|several|brand month|week|year|day|new",
    ],
    unless: ["not|no|never|nothing|cannot|only|gone|empty|disappear|too", "but"],
    yes: [
      "Everything else on the wifi stays connected.",
      "The first two went in within seconds.",
      "In running it is there.",
      "On my phone the picture is upright.",
      "In reality somebody is always there.",
      "It used to warn us.",
      "The robot has been lovely until Tuesday.",
      "The appliance is four months old.",
    ],
    no: ["The other list is gone.", "The list is empty.", "In the list nothing is there."],
  },
];
