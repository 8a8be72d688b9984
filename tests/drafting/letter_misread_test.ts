/**
 * Letters where a message is easily misread: meant for somebody else, broken
 * off, disheartened, shut out of an account, full of praise in a report.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { isBrokenOff, isFragment } from "../../src/drafting/letter/broken_off.ts";
import type { Intent } from "../../src/triage/domain/intent.ts";
import { isGrave, type SituationName } from "../../src/triage/domain/situation.ts";
import { draft } from "./drafting.ts";

interface Case {
  readonly type: Intent;
  readonly product: string;
  readonly message: string;
  readonly held: SituationName;
  readonly probability: number;
  readonly must: RegExp;
  readonly not: RegExp;
}

const CASES: readonly Case[] = [
  {
    type: "bug_report",
    product: "Northway parcels",
    message:
      "Dear landlord, the tap in the bathroom drips again. Could you send the man? Ana, flat 4",
    held: "fault",
    probability: 0.4,
    must: /meant for somebody else/,
    not: /sorry|look into|hear from us/,
  },
  {
    type: "bug_report",
    product: "Northway parcels",
    message: "Sent this to the wrong place, I think. It was for our plumber: the boiler drips.",
    held: "fault",
    probability: 0.6,
    must: /meant for somebody else[^]*“[^”]*the boiler drips/,
    not: /sorry|look into|hear from us|steps/,
  },
  {
    type: "bug_report",
    product: "Northway parcels",
    message: "Sent to wrong address I think? This was for my landlord: the heating is off again",
    held: "self_harm",
    probability: 0.5,
    must: /meant for somebody else/,
    not: /danger|emergency|hear from us/,
  },
  {
    type: "general_inquiry",
    product: "Fern yoga",
    message: "Great class on Friday, thanks! The door code didn't work, so we stood in the rain.",
    held: "fault",
    probability: 0.8,
    must: /sorry/,
    not: /your words|kind/i,
  },
  {
    type: "feature_request",
    product: "Tern bird guide",
    message: "Recording in stereo would do it. My loveliest robin is spoilt by a lorry.",
    held: "praise",
    probability: 0.7,
    must: /“Recording in stereo[^]*the people it's about/,
    not: /delighted|made our day|kind of you/,
  },
  {
    type: "bug_report",
    product: "Tern bird guide",
    message: "Mr Ode tuned the old upright, and it sings. The buzz in the bass was a hairpin.",
    held: "praise",
    probability: 0.5,
    must: /to the people it.s about/,
    not: /sorry|cause|steps|doesn't work/,
  },
  {
    type: "general_inquiry",
    product: "Wick council",
    message: "We moved from number 3 to number 30. Do I need a new account?",
    held: "change_details",
    probability: 0.75,
    must: /Do I need a new account/,
    not: /confirm|until then/,
  },
  {
    type: "general_inquiry",
    product: "Gull airports",
    message: "I would be relieved to know that the fine was withdrawn, as your lady promised.",
    held: "solved",
    probability: 0.85,
    must: /“I would be relieved/,
    not: /settled|solved|nothing is open/,
  },
  {
    type: "feature_request",
    product: "Clay & Co studios",
    message:
      "We need waiting lists for the classes, all of them sell out in an hour, 40 people ask.",
    held: "outage",
    probability: 0.7,
    must: /“We need waiting lists/,
    not: /sorry|held up|ahead of other/,
  },
  {
    type: "general_inquiry",
    product: "Wren bank",
    message: "human please",
    held: "person_requested",
    probability: 1,
    must: /reach/,
    not: /“human please”/,
  },
  {
    type: "bug_report",
    product: "Kestle housing portal",
    message: "Dear landlord, the tap in the bathroom drips again.",
    held: "fault",
    probability: 0.9,
    must: /sorry/,
    not: /somebody else/,
  },
  {
    type: "feature_request",
    product: "Stride running diary",
    message:
      "The badge is gone and it was the last thing that kept me going. I can't start over again.",
    held: "self_harm",
    probability: 0.7,
    must: /We are sorry that (?:things|it)[^]*emergency number/,
    not: /“|\{\{ticket_id\}\}|Only in case|Where you yourself/,
  },
  {
    type: "general_inquiry",
    product: "Chirp social",
    message:
      "Somebody has my account and asks my friends for money. I can't get in, the code goes to them.",
    held: "account_security",
    probability: 0.99,
    must: /money/,
    not: /change (?:your|the) password|first noticed/,
  },
  {
    type: "bug_report",
    product: "Loftline broadband",
    message:
      "Just to say that Priya from your team went out of her way on Friday and showed my mum how to mute the box. Please make sure her boss hears of it.",
    held: "fault",
    probability: 0.06,
    must: /“Just to say that Priya/,
    not: /sorry|cause/,
  },
  {
    type: "bug_report",
    product: "Notewell",
    message: "pls add a night theme in the reader. white page at 1am hurts my eyes",
    held: "wish",
    probability: 0.88,
    must: /pls add a night theme/,
    not: /sorry|\bcause\b/,
  },
];

for (const { type, product, message, held: name, probability, must, not } of CASES) {
  Deno.test(`misread: ${message.slice(0, 50)} (${product})`, () => {
    const { letter } = draft(type, message, product, {
      secondary: [],
      situation: { name, probability, grave: isGrave(name), evidence: [] },
      review: { required: true, reasons: [] },
    });
    assert(must.test(letter), letter);
    assert(!not.test(letter), letter);
  });
}

Deno.test("where people may be in danger, though it is not sure, help is named with an if", () => {
  const message = "There's a grey haze behind the box on our landing. Is that meant to be so?";
  const { letter } = draft("general_inquiry", message, "Lowick lifts", {
    secondary: [],
    situation: { name: "danger", probability: 0.55, grave: true, evidence: [] },
    review: { required: true, reasons: ["danger"] },
  });
  assert(/(?:If|Should) anybody[^.]*emergency number/.test(letter), letter);
});

Deno.test("who is read by a person for fear of self-harm gets sympathy, whatever else leads", () => {
  const message =
    "I can't cope any more. Each month I open this and it is red. I sit there and cry.";
  const { letter } = draft("bug_report", message, "Brook budgeting", {
    situation: { name: "vulnerable_customer", probability: 0.5, grave: true, evidence: [] },
    review: { required: true, reasons: ["self_harm", "vulnerable_customer"] },
  });
  assert(/We are sorry that (?:things|it)[^]*emergency number/.test(letter), letter);
});

Deno.test("beside words of not living on no other sentence is said by itself", () => {
  const message =
    "I took the year by mistake. I'm not sure I want to be around much longer. Can you just give it back?";
  const { letter } = draft("feature_request", message, "Calm journal", {
    situation: { name: "self_harm", probability: 0.7, grave: true, evidence: [] },
    review: { required: true, reasons: ["self_harm"] },
  });
  assert(!/give it back|by mistake/.test(letter), letter);
  assert(/emergency number/.test(letter), letter);
});

Deno.test("a medicine that does not come is not met with “if you might act on these thoughts”", () => {
  const message =
    "The prescription is stuck and my dad takes his last tablet tonight. Please ring me.";
  const { letter } = draft("bug_report", message, "Rosewell pharmacy", {
    situation: { name: "self_harm", probability: 0.9, grave: true, evidence: [] },
    review: { required: true, reasons: ["self_harm"] },
  });
  assert(!/these thoughts|carrying|alone with/.test(letter), letter);
  assert(/emergency number/.test(letter), letter);
});

const ENDS: readonly (readonly [text: string, broken_off: boolean, fragment: boolean])[] = [
  ["Hello, about th", true, true],
  ["hi my", true, true],
  ["I ordered the blue one on Monday and it came today but the", true, false],
  ["Who should I write to", false, false],
  ["What is this about", false, false],
  ["The app is slow.", false, false],
  ["not working", false, false],
];
for (const [text, broken_off, fragment] of ENDS) {
  Deno.test(`${broken_off ? "broken off" : "whole"}: ${text}`, () => {
    assertEquals([isBrokenOff(text), isFragment(text)], [broken_off, fragment]);
  });
}

Deno.test("of a message that broke off the rest is asked for", () => {
  const letter = draft("bug_report", "I press save and the page goes white, then the").letter;
  assert(/breaks? off|end of your message/.test(letter), letter);
});

/** What a letter on a fault says back, and what is not the trouble. */
const TOLD: readonly (readonly [product: string, message: string, told: RegExp, not: RegExp])[] = [
  [
    "Hollis robot mower",
    "It ate a slipper, which we have all forgiven by now. It goes past the wire at the west corner, right into the roses. The wire is intact, the light on the base is green, it did this never in three summers, and I have walked the whole length of it twice with the tester that came in the box.",
    /“[^”]*goes past the wire/,
    /“[^”]*wire is intact/,
  ],
  [
    "Penfold notes",
    "Since updating to 6.1 the cursor jumps to the end of the page whenever I correct a word in the middle. So I fix one letter and go on writing at the bottom of a long text without seeing it, and my co-author, who is patient, has begun to send me back my own sentences. 6.0.4 didn't do this.",
    /“[^”]*the cursor jumps/,
    /version 6\.0\.4/,
  ],
  [
    "Relay CRM",
    "Hooks for deal.closed have been firing twice since 09:10 today. Same id, a second apart.",
    /“Hooks for deal\.closed have/,
    /which device|could you tell us the steps/i,
  ],
  [
    "Lumen lamps",
    "Every night at 2:40 the lamp turns itself on at full brightness. There is no schedule. There is no automation. I deleted the room, I even changed the wifi password, I moved it to another socket. My husband now believes in ghosts and I am running out of arguments.",
    /“Every night at 2:40/,
    /ghosts/,
  ],
];
/** With it a message is too long to be repeated whole. */
const ASIDE = "We keep it in the shed beside the garden wall, where it is dry in the winter and " +
  "cool in the summer, and my uncle looks after it on Sundays while we are at the lake.";
for (const [product, message, told, not] of TOLD) {
  Deno.test(`told back: ${message.slice(0, 50)}`, () => {
    const { letter } = draft("bug_report", `${message} ${ASIDE} ${ASIDE}`, product);
    assert(told.test(letter), letter);
    assert(!not.test(letter), letter);
  });
}

Deno.test("a question that follows on what failed is no demand", () => {
  const message =
    "Two things. (1) The middle pedal came off in my hand, where do I send it? (2) My school wants to rent two uprights for June.";
  const { letter } = draft("bug_report", message, "Aria pianos");
  assert(/“[^”]*pedal came off/.test(letter), letter);
});

Deno.test("who was asked where they live is told how to be safe, in their own words", () => {
  const { letter } = draft(
    "general_inquiry",
    "Your driver locked the doors and kept asking where I live. I got out at a red light.",
    "Wayside rides",
  );
  assert(/sorry|very seriously|as such/.test(letter) && /“Your driver locked/.test(letter), letter);
  assert(/emergency number/.test(letter), letter);
});

const SHORT_OF_TIME: readonly (readonly [type: Intent, message: string, told: RegExp])[] = [
  [
    "bug_report",
    "This is my fourth and last letter. You have 9,000 of mine and the roof still leaks. Unless I have a date in writing by Monday noon my solicitor files.",
    /Monday noon/,
  ],
  [
    "bug_report",
    "All our lines have been down since 05:12. 60 surgeries cannot take calls. Ticket 7812 was opened as urgent. Somebody ring me: Okoro, the number is on the account.",
    /Somebody ring me/,
  ],
];
for (const [type, message, told] of SHORT_OF_TIME) {
  Deno.test(`haste is taken up: ${message.slice(0, 50)}`, () => {
    const { letter } = draft(type, message);
    assert(told.test(letter), letter);
    assert(!/letter before this one|earlier number/.test(letter), letter);
  });
}

Deno.test("of two measures with a point no list is made", () => {
  const message = "Can I bring a cello if my seat is 1.45 m deep? It is 2.30 m with the case.";
  const { letter } = draft("general_inquiry", message);
  assert(letter.includes("Can I bring a cello if my seat is 1.45 m deep?"), letter);
});

const GREETED: readonly (readonly [greeting: string, product: string, meant_for_us: boolean])[] = [
  ["Hi Mum,", "Zephandra Cloud Backup", false],
  ["Dear Doctor,", "Zephandra Cloud Backup", false],
  ["Dear Doctor,", "Elm Street Clinic", true],
  ["Hi team,", "Zephandra Cloud Backup", true],
  ["", "Zephandra Cloud Backup", true],
];
for (const [greeting, product, meant_for_us] of GREETED) {
  Deno.test(`"${greeting}" to ${product} is ${meant_for_us ? "for us" : "for somebody else"}`, () => {
    const message = `${greeting} we landed well and the hotel is lovely. Back on the 19th.`.trim();
    const { letter } = draft("general_inquiry", message, product);
    assertEquals(/meant for somebody else/.test(letter), !meant_for_us, letter);
  });
}
