/**
 * Kinds of slips that readers of letters found, each held by messages of our
 * own: what the letter must take up, and what it must not say.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert } from "@std/assert";
import type { Intent } from "../../src/triage/domain/intent.ts";
import { draft } from "./drafting.ts";

interface Case {
  readonly kind: string;
  readonly type: Intent;
  readonly product: string;
  readonly message: string;
  readonly holds?: readonly (string | RegExp)[];
  /** Of our own words, not of what is repeated. */
  readonly lacks?: readonly RegExp[];
}

const STEPS = /\bsteps\b/i;
const LONG = "The boiler stands in the cellar under the stairs, where the last owner put it, and " +
  "the pipes were all renewed when the house was sold two winters ago by his nephew.";

const CASES: readonly Case[] = [
  {
    kind: "what was shouted is said back as it is said",
    type: "bug_report",
    product: "Harbour Heating",
    message: "WHY IS THE BOILER STUCK AT 40 DEGREES AGAIN. THIRD DAY. I HAVE A BABY AT HOME.",
    holds: ["“Why is the boiler stuck at 40 degrees again. Third day. I have a baby at home”"],
  },
  {
    kind: "what is wanted is taken up, however the message begins",
    type: "bug_report",
    product: "Harbour Heating",
    message: `${LONG} Since Monday the boiler switches off after ten minutes ` +
      "and shows F28. I'd like somebody to ring me before the weekend.",
    holds: ["the boiler switches off after ten minutes", "ring me before the weekend"],
  },
  {
    kind: "what was tried against it is not taken for the fault",
    type: "bug_report",
    product: "Aldermoor Dishwashers",
    message:
      `${LONG} I have cleaned the filter and checked the hose twice. The machine leaks from the ` +
      "door in every programme. The glasses are perfectly fine otherwise.",
    holds: ["leaks from the door"],
  },
  {
    kind: "a deadline is taken up",
    type: "bug_report",
    product: "Tallyfox",
    message:
      `The export leaves out the last quarter of the year. ${LONG} ${LONG} ${LONG} We file on the 7th. Thanks.`,
    holds: [/(?:soon|short|little time)[^.]*“on the 7th”/],
  },
  {
    kind: "all questions are repeated",
    type: "general_inquiry",
    product: "Lumen Academy",
    message: `${LONG} Is it obligatory to be there every Wednesday evening of the term? ` +
      "Can I hand in an assignment a week late without losing points for it? " +
      "Does the certificate say how many hours the course took?",
    holds: ["obligatory", "hand in an assignment", "how many hours"],
  },
  {
    kind: "an incoming call is what brings it about: no steps are asked for",
    type: "bug_report",
    product: "Audiobook app",
    message: "The story starts over whenever a phone call comes in.",
    lacks: [STEPS],
  },
  {
    kind: "any file will do: no steps are asked for",
    type: "bug_report",
    product: "Claims portal",
    message: "The form says 'file too large' whatever I upload.",
    lacks: [STEPS],
  },
  {
    kind: "a bare report of what is hardly anything but a fault is asked for its steps",
    type: "bug_report",
    product: "Claims portal",
    message: "The dashboard shows wrong numbers",
    holds: [STEPS],
  },
  {
    kind: "a parcel that never came has no steps",
    type: "bug_report",
    product: "Parcels",
    message: "It says delivered at 11:04, handed to me. I was in the kitchen. Nobody came.",
    lacks: [STEPS],
  },
  {
    kind: "what never comes has no steps",
    type: "bug_report",
    product: "Clinic app",
    message: "The login code never arrives by text.",
    lacks: [STEPS],
  },
  {
    kind: "what is missing from a box has no steps",
    type: "bug_report",
    product: "Meal boxes",
    message: "There was no cheese in the box, and the card asks for it.",
    lacks: [STEPS, /\bdevice\b/],
  },
  {
    kind: "what was done once is no step to follow",
    type: "bug_report",
    product: "Garden planner",
    message: "Watering reminders stopped coming after I changed my phone.",
    lacks: [/\bsteps you gave\b/, /\byour description\b/],
  },
  {
    kind: "harm told in a report is met with regret",
    type: "bug_report",
    product: "Thermostat",
    message: "Heating comes on at 3 in the night. The schedule says half past six.",
    holds: [/\bsorry\b/],
    lacks: [/^Thank you for writing/],
  },
  {
    kind: "who is angry is not thanked",
    type: "feature_request",
    product: "Nimbus Notes",
    message: "Can't believe you dropped tables and call it 'simplified'. Put them back.",
    holds: [/\bsorry\b/],
    lacks: [/\bthank/i, /\bglad\b/],
  },
  {
    kind: "a wish in a report is met as a wish",
    type: "bug_report",
    product: "Leisure centre",
    message: "Could you do a waiting list for the yoga classes? They fill up in a minute.",
    lacks: [/\bsorry\b/, /\bcause\b/],
  },
  {
    kind: "who says why is not asked why",
    type: "feature_request",
    product: "Notes app",
    message: "dark mode for the web version please, my eyes at 1 am",
    lacks: [/\?/],
    holds: ["my eyes at 1 am"],
  },
  {
    kind: "a pet's death and our own mistake after it",
    type: "bug_report",
    product: "Pet insurance",
    message: "Our old girl Nelly was put to sleep in March. Yesterday you took £31.15 again.",
    holds: [/loss|condolences/, /\bsorry\b/],
  },
  {
    kind: "what has been kept need not be kept again",
    type: "bug_report",
    product: "E-bikes",
    message:
      "The lever came off and my husband has a broken wrist. I am keeping the bike exactly as it is.",
    lacks: [/If you still have what caused it/],
  },
  {
    kind: "who closed it at once is not told to leave it unopened",
    type: "bug_report",
    product: "Clinic app",
    message: "I saw the discharge letter of another patient and closed it at once.",
    lacks: [/unopened/, /take it out/],
  },
  {
    kind: "who is followed by somebody gets help before anything else",
    type: "bug_report",
    product: "Family finder",
    message: "There is a restraining order and he can still see my location in the app.",
    holds: [/emergency number/],
    lacks: [STEPS, /\bexplained here\b/],
  },
  {
    kind: "an amount is one number",
    type: "bug_report",
    product: "Reader",
    message: "It says the trial is over but I paid for the year on 9 March, €59.99, by card.",
    holds: ["€59.99"],
  },
  {
    kind: "praise in a report is met as praise",
    type: "bug_report",
    product: "Food delivery",
    message: "Just a line to say that your rider carried it up five floors and made me smile.",
    holds: [/words|kind|the people it's about/],
    lacks: [/\bsorry\b/, STEPS],
  },
  {
    kind: "praise that leads up to a fault is none",
    type: "bug_report",
    product: "Running app",
    message: "Brilliant plans, really. But the track goes straight through houses.",
    lacks: [/these words/, /kind of you/],
  },
  {
    kind: "a parcel in pieces is no injury",
    type: "bug_report",
    product: "Couriers",
    message:
      "The driver threw it over the gate, FRAGILE in letters as big as my hand. The bowl is in pieces.",
    lacks: [/\bhurt\b/, /\bdoctor\b/],
  },
  {
    kind: "an allergy told in a profile is no stolen account",
    type: "bug_report",
    product: "Meal kits",
    message: "I'm allergic to sesame and said so in my profile. The bag has tahini in it.",
    lacks: [/\bpasswords?\b/],
  },
  {
    kind: "what exploded is not used meanwhile",
    type: "feature_request",
    product: "Juices",
    message: "A bottle exploded in the fridge. Glass in everything, lot 2211B.",
    holds: [/emergency number/],
  },
  {
    kind: "where somebody fell, others are kept away",
    type: "bug_report",
    product: "Council",
    message: "There's a hole in the pavement. A man fell in it and the ambulance took him.",
    holds: [/keep others away/],
    lacks: [/what caused it/],
  },
  {
    kind: "a repair has no number to be asked for",
    type: "bug_report",
    product: "Kitchens",
    message: "The fitter was due at eight and it is four now. Nobody picks up.",
    lacks: [/\bits number at hand\b/, /\bWith its number\b/],
  },
  {
    kind: "hours that are left are few",
    type: "bug_report",
    product: "Tickets",
    message: "Two tickets paid, one in the app. The concert's in 5 hours.",
    holds: [/(?:soon|short|little time)[^.]*“in 5 hours”/],
  },
  {
    kind: "who is about to do it has little time",
    type: "general_inquiry",
    product: "Slides",
    message: "How do I get the notes on the second screen? I'm presenting in an hour.",
    holds: [/(?:soon|short|little time)[^.]*“in an hour”/],
  },
  {
    kind: "of a complaint no earlier one is assumed",
    type: "general_inquiry",
    product: "Ferries",
    message: "The man at your desk laughed at my mother. I want to complain about him, formally.",
    lacks: [/too long/, /more than you should/, /earlier/, /\?/],
  },
  {
    kind: "health that may hang on an answer has somebody nearer",
    type: "general_inquiry",
    product: "Pharmacy",
    message: "The inhaler came without its spacer. Which one fits, so that I can buy one here?",
    holds: [/doctor/],
  },
  {
    kind: "what happens every month is no haste",
    type: "bug_report",
    product: "Invoicing",
    message: "Recurring invoices go out on the 31st and land in the wrong period.",
    lacks: [/\bsoon\b/, /time is short/i, /little time/],
  },
  {
    kind: "what a child may swallow is taken away",
    type: "bug_report",
    product: "Toys",
    message: "The hook is held by a pin that came out in my son's mouth. He is two.",
    holds: [/emergency number/],
  },
  {
    kind: "what a person must look at because it may hurt is not used meanwhile",
    type: "bug_report",
    product: "Pans",
    message: "The pot's lid flew off and there was soup on the ceiling and on my arm.",
    holds: [/emergency number/],
  },
  {
    kind: "an errand in a report is nobody's mishap",
    type: "bug_report",
    product: "Tea",
    message: "Subscription: please skip June and July. Start again in August.",
    lacks: [/\bsorry\b/],
  },
  {
    kind: "what is printed or driven has no steps",
    type: "bug_report",
    product: "School buses",
    message: "Route 7 didn't stop at Mill Cross this morning. The driver waved.",
    lacks: [STEPS],
  },
  {
    kind: "a question that leans on the matter is no second one",
    type: "bug_report",
    product: "E-bikes",
    message:
      `The motor cuts out on every hill and the display goes dark. ${LONG} What can be done?`,
    lacks: [/You also ask something/, /your question as well/],
  },
  {
    kind: "who asks whether it is normal is not asked for steps",
    type: "bug_report",
    product: "Chess",
    message: "Is it normal that the level bar stays put after a lost match?",
    lacks: [STEPS],
  },
  {
    kind: "a number that was given is noted, whatever the situation",
    type: "bug_report",
    product: "Depots",
    message:
      "All four of our depots are down and nobody can print a label. Call me on +44 20 7946 0958.",
    holds: ["the number that you gave"],
  },
];

for (const { kind, type, product, message, holds = [], lacks = [] } of CASES) {
  Deno.test(kind, () => {
    const { letter } = draft(type, message, product);
    const own = letter.replace(/“[^”]*”/gu, "“it”");
    for (const words of holds) {
      const found = typeof words === "string" ? letter.includes(words) : words.test(letter);
      assert(found, `${words} is not in: ${letter}`);
    }
    for (const words of lacks) assert(!words.test(own), `${words} is in: ${letter}`);
  });
}
