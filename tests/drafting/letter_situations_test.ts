/**
 * What a letter must and must not hold in each situation.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { readMessage } from "../../src/reading/read_message.ts";
import { findProduct } from "../../src/triage/domain/catalog.ts";
import { letterFaults } from "../../src/triage/guard/firewall.ts";
import type { Intent } from "../../src/triage/domain/intent.ts";
import { TICKET_ID_MARK } from "../../src/triage/domain/reply.ts";
import {
  isGrave,
  SITUATION_TABLE,
  type SituationName,
  SITUATIONS,
} from "../../src/triage/domain/situation.ts";
import { catalog, draft } from "./drafting.ts";

interface Case {
  readonly name: SituationName;
  readonly type?: Intent;
  readonly product: string;
  readonly message: string;
  readonly must: readonly RegExp[];
  readonly not?: readonly RegExp[];
}

const STEPS = /\bsteps\b/i;
const DEVICE = /\b(?:browser|device|phone or tablet|version)\b/i;
const IDEA = /\b(?:idea|suggestion)\b/i;
const CLOSED = /\bnothing (?:more|further|else) (?:is|will)|matter solved|leave it at that\.$/i;
const PERSON =
  /\b(?:a|one) person (?:will|here|reads?|who|takes|follows|decides|looks?)\b|\bone of us\b|\bsomebody here\b|\bby a person,/i;
const EMERGENCY = /local emergency number/;

const CASES: readonly Case[] = [
  {
    name: "self_harm",
    product: "budgeting app",
    message: "Close it all. I won't be here after tonight and nobody will mind.",
    must: [EMERGENCY, PERSON, /sorry/],
    not: [/ticket|report has|“|\?/i, IDEA, STEPS],
  },
  {
    name: "self_harm",
    type: "bug_report",
    product: "sleep app",
    message: "The breathing exercise will not start. I want to die.",
    must: [EMERGENCY, PERSON, /\{\{ticket_id\}\}/],
    not: [STEPS, DEVICE, /want to die/],
  },
  {
    name: "self_harm",
    product: "chat app",
    message: "My friend wrote that she wants to end it and now her phone is off. She lives alone.",
    must: [/worried/, /where they are/, PERSON],
    not: [/your thoughts|carrying so much/],
  },
  {
    name: "danger",
    type: "bug_report",
    product: "electric heater",
    message: "The heater smells of burning and there is smoke from the plug.",
    must: [EMERGENCY, /stop using it|do not use it/, /\{\{ticket_id\}\}/],
    not: [STEPS, DEVICE, CLOSED],
  },
  {
    name: "danger",
    product: "parcel service",
    message: "I know where your driver parks. He will not walk away from it.",
    must: [EMERGENCY, PERSON],
    not: [/driver parks/, IDEA],
  },
  {
    name: "injury",
    product: "kettle",
    message: "The lid sprang open and my mother burned her hand. She is 81.",
    must: [/sorry/i, /doctor/, PERSON],
    not: [IDEA, STEPS, DEVICE],
  },
  {
    name: "account_security",
    product: "bank app",
    message: "Someone just changed my PIN and the email on my account.",
    must: [/change your password|card|bank/, /never (?:send|ask)/i, PERSON],
    not: [STEPS, IDEA, /steps that lead/],
  },
  {
    name: "data_exposed",
    type: "bug_report",
    product: "photo album app",
    message: "I can see the private pictures of another family in my album.",
    must: [/not yours/, /sorry/, PERSON],
    not: [IDEA, STEPS],
  },
  {
    name: "security_report",
    type: "bug_report",
    product: "web shop",
    message: "Your login form is open to SQL injection.",
    must: [/weakness|gap/, /\bsteps\b/, PERSON],
    not: [IDEA, DEVICE, /nuisance/],
  },
  {
    name: "privacy_request",
    product: "newsletter",
    message: "Under Article 17 I request erasure.",
    must: [/erase/, PERSON, /identity papers/],
    not: [STEPS, DEVICE],
  },
  {
    name: "money",
    product: "gym",
    message: "39.90 was taken twice from me on 3 March, contract 55821.",
    must: [/39\.90/, /55821/, PERSON],
    not: [/could you tell us the day/i, STEPS, DEVICE],
  },
  {
    name: "refund",
    product: "camera shop",
    message: "The lens is scratched. I would like my money back please.",
    must: [/money back/, /number of the order/, PERSON],
    not: [/will (?:get|receive) (?:it|your money)/, STEPS],
  },
  {
    name: "legal",
    product: "furniture shop",
    message: "I have instructed my solicitor. You will hear from the court, case no. 22-118.",
    must: [PERSON, /22-118/],
    not: [/sorry/, IDEA, STEPS],
  },
  {
    name: "escalation",
    product: "broadband",
    message: "This is my fourth message about the same line and nobody has answered one of them.",
    must: [/sorry/, PERSON],
    not: [IDEA, DEVICE, STEPS],
  },
  {
    name: "person_requested",
    product: "mortgage broker",
    message: "Can somebody please call me? I do not want to talk to a bot.",
    must: [/reached|reach you/, PERSON],
    not: [STEPS, DEVICE, IDEA],
  },
  {
    name: "vulnerable_customer",
    product: "energy provider",
    message: "My husband died in May and the contract is in his name. What do you need from me?",
    must: [/condolences|your loss/i, PERSON],
    not: [IDEA, STEPS, /good to hear|glad/],
  },
  {
    name: "vulnerable_customer",
    product: "buy now pay later",
    message: "I lost my job and cannot pay the instalment this month.",
    must: [PERSON, /pay/],
    not: [/condolences/i, IDEA],
  },
  {
    name: "press",
    product: "food delivery",
    message: "I am a reporter with the Courier and I'd like a comment on rider pay.",
    must: [PERSON, /publish|publication|press/],
    not: [STEPS, DEVICE, IDEA],
  },
  {
    name: "outage",
    type: "bug_report",
    product: "school platform",
    message: "Nobody in our school can log in, 900 pupils are waiting.",
    must: [/ahead of|before other/, /\{\{ticket_id\}\}/, /sorry/],
    not: [IDEA, CLOSED],
  },
  {
    name: "cancel",
    product: "gym",
    message: "Please end my membership at the end of June.",
    must: [/cancel/, /confirm/, /number/],
    not: [STEPS, DEVICE, IDEA],
  },
  {
    name: "change_details",
    product: "library",
    message: "I have moved to 6 Orchard Rise, please note the new address.",
    must: [/details|changed/, /confirm/],
    not: [STEPS, DEVICE],
  },
  {
    name: "order_status",
    product: "bookshop",
    message: "Where is my order 55-2087? It was promised for Tuesday.",
    must: [/where it (?:stands|is)|how far it/, /55-2087/],
    not: [/we need its number|Which number/, DEVICE],
  },
  {
    name: "how_to",
    product: "airline",
    message: "How many pieces of hand luggage may I take on board?",
    must: [/hand luggage/],
    not: [DEVICE, STEPS, CLOSED],
  },
  {
    name: "policy",
    product: "museum tickets",
    message: "Are you open on Easter Monday?",
    must: [/Easter Monday/],
    not: [DEVICE, STEPS],
  },
  {
    name: "accessibility",
    type: "bug_report",
    product: "recipe app",
    message: "VoiceOver reads every button as 'button', I am blind and cannot use it any more.",
    must: [/sorry/, /\{\{ticket_id\}\}/],
    not: [IDEA, /which aid/i],
  },
  {
    name: "fault",
    type: "bug_report",
    product: "food delivery",
    message: "The food was left outside in the rain and everything was soaked.",
    must: [/\{\{ticket_id\}\}/],
    not: [DEVICE, /screen/],
  },
  {
    name: "fault",
    type: "bug_report",
    product: "photo editor",
    message: "The export button does nothing.",
    must: [/\{\{ticket_id\}\}/, STEPS],
    not: [IDEA],
  },
  {
    name: "wish",
    type: "feature_request",
    product: "notes app",
    message: "Please add a dark mode.",
    must: [/dark mode/, /\{\{ticket_id\}\}/, /can't|cannot|no promise|too early/],
    not: [/sorry/, CLOSED],
  },
  {
    name: "praise",
    product: "language app",
    message: "I love this app, it taught me to read in a month. Thank you!",
    must: [/words|kind/],
    not: [STEPS, /we will find|look it up/],
  },
  {
    name: "solved",
    product: "router",
    message: "It works again, thank you, you can close the ticket.",
    must: [/thank you/i],
    not: [STEPS, /\?/],
  },
  {
    name: "unsolicited",
    product: "hotel",
    message: "We are a leading SEO agency and offer a free audit of your website.",
    must: [/offers/],
    not: [/\?/, STEPS],
  },
  {
    name: "automatic",
    product: "CRM",
    message: "Automatic reply: I am out of the office until Monday and will answer then.",
    must: [/automatic/],
    not: [/\?/, PERSON],
  },
  {
    name: "nothing",
    product: "CRM",
    message: "asdf jkl asd",
    must: [/few words|could tell us|make out/],
    not: [/“asdf/],
  },
];

function letterOf({ name, type = "general_inquiry", product, message }: Case, review = true) {
  const reasons = review ? SITUATION_TABLE[name].reasons : [];
  return draft(type, message, product, {
    secondary: [],
    situation: { name, probability: 0.9, grave: isGrave(name), evidence: [] },
    review: { required: reasons.length > 0, reasons },
  }).letter;
}

for (const example of CASES) {
  const { name, type = "general_inquiry", product, message, must, not = [] } = example;
  Deno.test(`${name}, ${type}: ${message.slice(0, 60)}`, () => {
    const letter = letterOf(example);
    const own = letter.replace(/“[^”]*”/g, "“it”");
    for (const words of must) assert(words.test(letter), `${words} is not in: ${letter}`);
    for (const words of not) assert(!words.test(own), `${words} is in: ${letter}`);
    assertEquals(letter.includes(TICKET_ID_MARK), type !== "general_inquiry");
    assertEquals(
      letterFaults(letter, { message, product: findProduct(catalog, product) }),
      [],
    );
  });
}

Deno.test("every situation has its case", () => {
  const named = new Set(CASES.map(({ name }) => name));
  assertEquals(SITUATIONS.filter((name) => !named.has(name)), []);
});

Deno.test("where no person looks, none is promised, in any situation and type", () => {
  for (const example of CASES) {
    for (const type of ["bug_report", "feature_request", "general_inquiry"] as const) {
      const letter = letterOf({ ...example, type }, false);
      assert(!PERSON.test(letter.replace(/“[^”]*”/g, "")), `${example.name}, ${type}: ${letter}`);
    }
  }
});

Deno.test("no letter asks two questions", () => {
  for (const example of CASES) {
    for (const type of ["bug_report", "feature_request", "general_inquiry"] as const) {
      const letter = letterOf({ ...example, type }).replace(/“[^”]*”/g, "“it”");
      assert((letter.match(/\?/g)?.length ?? 0) <= 1, `${example.name}, ${type}: ${letter}`);
    }
  }
});

Deno.test("a grave message is not closed, whatever its state", () => {
  const solved = "It works again, thanks. But my account was used by somebody else meanwhile.";
  const letter = letterOf({
    name: "account_security",
    product: "bank app",
    message: solved,
    must: [],
  });
  assert(readMessage(solved).text !== "" && !CLOSED.test(letter), letter);
});
