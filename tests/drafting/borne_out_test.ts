/**
 * A letter is written for a likely situation only where the words bear it out.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { isBereaved } from "../../src/drafting/letter/bereaved.ts";
import { BEARING_WORDS } from "../../src/drafting/message/borne_out.ts";
import type { Intent } from "../../src/triage/domain/intent.ts";
import { isGrave, type SituationName } from "../../src/triage/domain/situation.ts";
import { draft } from "./drafting.ts";

for (const { situation, words, yes, no } of BEARING_WORDS) {
  Deno.test(`words of ${situation}`, () => {
    assertEquals(yes.filter((text) => !words.test(text)), []);
    assertEquals(no.filter((text) => words.test(text)), []);
  });
}

function letterOf(type: Intent, message: string, name: SituationName, probability: number) {
  return draft(type, message, "X", {
    secondary: [],
    situation: { name, probability, grave: isGrave(name), evidence: [] },
    review: { required: true, reasons: [] },
  }).letter;
}

const PLAIN: readonly (readonly [Intent, string, SituationName, number, RegExp])[] = [
  ["bug_report", "Printer says OFFLINE. It is on.", "data_exposed", 0.75, /belong to/],
  ["general_inquiry", "I have 212 episodes. Do the reviews stay?", "press", 0.76, /press|publish/],
  ["bug_report", "Chapter 12 is a copy of chapter 11.", "legal", 0.7, /legal/],
  ["bug_report", "An alert at 80 % of data would help.", "outage", 0.7, /many/],
  ["bug_report", "My compliments to the author.", "fault", 0.6, /sorry|\bcause\b/],
  ["bug_report", "Two of the rows are in the wrong place.", "fault", 0.85, /\bcause\b/],
  ["feature_request", "Rows that one can pin.", "wish", 0.85, /decide|weigh|asks? for|wish/],
  ["feature_request", "Such beautiful wrapping!", "wish", 0.6, /you would like|wish/],
  ["general_inquiry", "My plants turn purple. Are they dying?", "order_status", 0.69, /number/],
  ["feature_request", "Could you show humidity? It matters for croup.", "injury", 0.78, /doctor/],
  ["general_inquiry", "The order came.", "money", 0.4, /payment/],
  ["bug_report", "Shows 4. It is 11. Two other scales say 11.", "money", 0.96, /payment/],
  ["bug_report", "Hatch 12 opened empty. The screen said “fetched”.", "money", 0.98, /payment/],
  ["feature_request", "We have a quote for 9 tiles. May two differ?", "press", 0.9, /press|publi/],
];
for (const [type, message, name, probability, words] of PLAIN) {
  Deno.test(`not written for ${name}: ${message}`, () => {
    const letter = letterOf(type, message, name, probability);
    assert(letter.includes(`“${message.slice(0, 12)}`), letter);
    assert(!words.test(letter.replace(/“[^”]*”/g, "")), letter);
  });
}

Deno.test("where it is likely but not sure, what is safe to do is said with an if", () => {
  const message = "A code came for my account that I never asked for.";
  const [unsure, sure] = [0.6, 0.95].map((probability) =>
    letterOf("bug_report", message, "account_security", probability)
  );
  assert(/(?:If|Should) [^.]*account/.test(unsure ?? ""), unsure);
  assert(/never send us|never ask/.test(sure ?? "") && !/If somebody else/.test(sure ?? ""), sure);
});

const ASKED: readonly (readonly [message: string, asks: boolean])[] = [
  ["Where is my parcel? You said Tuesday.", true],
  ["Where is my parcel BX41RT? You said Tuesday.", false],
  ["Where is my parcel? It says 7QK2M on the card.", false],
];
for (const [message, asks] of ASKED) {
  Deno.test(`a number is ${asks ? "" : "not "}asked for: ${message}`, () => {
    const letter = letterOf("general_inquiry", message, "order_status", 0.95);
    assertEquals(/(?<!card )\bnumbers?\b/.test(letter.replace(/“[^”]*”/g, "")), asks, letter);
  });
}

const BEREAVED: readonly (readonly [text: string, bereaved: boolean])[] = [
  ["My husband died in March.", true],
  ["I lost my baby at 19 weeks.", true],
  ["Our old dog had to be put down on Friday.", true],
  ["We had Biscuit put to sleep last week.", true],
  ["My screen is put to sleep after a minute.", false],
  ["My wife was taken ill. She didn't make it.", true],
  ["Our dear mother has passed away.", true],
  ["My phone died.", false],
  ["I lost my card.", false],
  ["My late father's kiln needs a hinge.", false],
];
for (const [text, bereaved] of BEREAVED) {
  Deno.test(`somebody has died: ${text}`, () => assertEquals(isBereaved(text), bereaved));
}

Deno.test("who has lost somebody gets condolences, whatever the message is taken for", () => {
  const message = "I lost my baby at 19 weeks. The app sent me week 20 this morning.";
  const letter = letterOf("bug_report", message, "danger", 0.55);
  assert(/condolences|your loss/.test(letter) && !/emergency/.test(letter), letter);
});

const HAZARDS: readonly (readonly [message: string, life: number, told: boolean])[] = [
  ["The charger smells of smoke. Which fuse is it?", 0.6, true],
  ["The charger smells of smoke. Which fuse is it?", 0.4, false],
  ["The carrier threw the bowl over the gate.", 0.6, false],
];
for (const [message, life, told] of HAZARDS) {
  Deno.test(`in danger with ${life}, whatever leads: ${message}`, () => {
    const { letter } = draft("bug_report", message, "X", {
      secondary: [],
      situation: { name: "fault", probability: 0.3, life, grave: false, evidence: [] },
      review: { required: false, reasons: [] },
    });
    assertEquals(/emergency number/.test(letter), told, letter);
  });
}

Deno.test("a ticket is as bad as a situation that is only likely where the words bear it out", () => {
  const severityOf = (message: string) =>
    draft("bug_report", message, "X", {
      secondary: [],
      situation: { name: "outage", probability: 0.8, grave: true, evidence: [] },
    }).ticket.severity;
  assertEquals(severityOf("The freezer was at -6. We lost 40 kg of fish."), "High");
  assertEquals(severityOf("The till is dark in every shop. Nobody can sell."), "Critical");
});
