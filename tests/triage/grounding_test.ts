// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { ground } from "../../src/triage/guard/grounding.ts";
import type {
  BugTicket,
  InquiryAnswer,
  ProductRequirement,
  Reply,
} from "../../src/triage/domain/reply.ts";
import { LOGIN_SPINS, PRODUCT } from "../llm/model_request.ts";

const scorer = createLocalScorer();

const LOCAL_TICKET: BugTicket = {
  title: "Local title",
  severity: "Medium",
  affected_component: "General",
  reproduction_steps: ["enter my password"],
  priority: "Medium",
  assigned_team: "Support Desk",
};
const TICKET: BugTicket = {
  title: "Login button spins",
  severity: "High",
  affected_component: "Login",
  reproduction_steps: ["Enter the password", "Click login"],
  priority: "High",
  assigned_team: "",
};
const LETTER =
  "Thank you for telling us. It is recorded as {{ticket_id}}, and a colleague will read it.";

function groundBug(
  ticket: Partial<BugTicket>,
  letter = LETTER,
  text = LOGIN_SPINS,
  local_letter = "Local {{ticket_id}}.",
) {
  const drafted: Reply = { intent: "bug_report", ticket: { ...TICKET, ...ticket }, letter };
  const local: Reply = {
    intent: "bug_report",
    ticket: LOCAL_TICKET,
    letter: local_letter,
  };
  const { reply, replaced } = ground(drafted, local, {
    document: { text },
    product: PRODUCT,
    product_name: "1440 Web Portal",
    scorer,
  });
  if (reply.intent !== "bug_report") throw new Error(`got ${reply.intent}`);
  return { ...reply, replaced };
}

Deno.test("what stands is the model's; the team follows from the component", () => {
  const { ticket, letter, replaced } = groundBug({});
  assertEquals(replaced, []);
  assertEquals(ticket, { ...TICKET, assigned_team: "Identity" });
  assertEquals(letter, LETTER);
});

const STEPS: readonly (readonly [string, readonly string[], boolean])[] = [
  ["the customer's words", ["When I enter my password", "click login"], true],
  ["another case and inflection", ["ENTERING the PASSWORD", "Clicked on Login"], true],
  ["none", [], true],
  ["a step that was never said", ["Enter my password", "Clear the browser cache"], false],
  ["words of the text that do not stand together", ["web nothing happens log"], false],
  ["an empty step", [" "], false],
  ["small words only", ["then I do it"], false],
];
for (const [name, reproduction_steps, stands] of STEPS) {
  Deno.test(`steps: ${name}, ${stands ? "kept" : "replaced"}`, () => {
    const asks = `${LETTER} Which steps lead to it?`;
    const { ticket, replaced } = groundBug({ reproduction_steps: [...reproduction_steps] }, asks);
    assertEquals(replaced, stands ? [] : ["ticket.reproduction_steps"]);
    const expected = stands ? reproduction_steps.map((step) => step.trim()) : ["enter my password"];
    assertEquals(ticket.reproduction_steps, expected);
  });
}

const COMPONENTS: readonly (readonly [string, string, string])[] = [
  ["Login", "Login", "Identity"],
  ["SIGN IN", "Login", "Identity"],
  ["general", "General", "Support Desk"],
  ["Payments", "General", "Support Desk"],
  ["", "General", "Support Desk"],
];
for (const [named, component, team] of COMPONENTS) {
  Deno.test(`component ${JSON.stringify(named)} is ${component} of ${team}`, () => {
    const { ticket } = groundBug({ affected_component: named });
    assertEquals([ticket.affected_component, ticket.assigned_team], [component, team]);
  });
}

const TITLES: readonly (readonly [string, string])[] = [
  ["Button spins", "Button spins"],
  ["Login\nspins\u0007", "Login spins"],
  ["\u001b[31mRed", "Local title"],
  [`Spins ${"long ".repeat(40)}`, `Spins ${"long ".repeat(15).trim()}`],
  ["Win at https://evil.example/x", "Local title"],
  ["Fixed as BUG-99", "Local title"],
  ["Mail from [EMAIL_3]", "Local title"],
  ["", "Local title"],
  // Which product or page it is about says nothing.
  ["1440 Web Portal", "Local title"],
  ["Sign-in help", "Local title"],
  ["Everything on fire", "Local title"],
];
for (const [given, expected] of TITLES) {
  Deno.test(`title ${JSON.stringify(given.slice(0, 30))} becomes ${expected.slice(0, 30)}`, () => {
    assertEquals(groundBug({ title: given }).ticket.title, expected);
  });
}

const LETTERS: readonly (readonly [string, string])[] = [
  ["an id of its own", "We recorded it as BUG-17 and {{ticket_id}}."],
  ["an internal word", "{{ticket_id}} went to our backlog."],
  ["a foreign address", "{{ticket_id}}: see https://evil.example."],
  ["a promise", "{{ticket_id}} will be fixed by Friday."],
  ["a refund", "{{ticket_id}}: we will refund you."],
  ["an unknown placeholder", "{{ticket_id}} for [CARD_9]."],
  ["another mark", "{{ticket_id}} {{prompt}}"],
  ["too much", `{{ticket_id}} ${"word ".repeat(500)}`],
];
for (const [name, letter] of LETTERS) {
  Deno.test(`a letter with ${name} is replaced`, () => {
    const { letter: got, replaced } = groundBug({}, letter);
    assertEquals([got, replaced], ["Local {{ticket_id}}.", ["letter"]]);
  });
}

Deno.test("a letter may repeat the customer's own address, but no card", () => {
  const text = `${LOGIN_SPINS} I write from jane@mail.example, my card is 4111 1111 1111 1111.`;
  const own = `${LETTER} Did you write from jane@mail.example?`;
  assertEquals(groundBug({}, own, text).letter, own);
  const card = `${LETTER} Your card is 4111 1111 1111 1111.`;
  assertEquals(groundBug({}, card, text).letter, LETTER);
});

Deno.test("a sentence that does not stand gives way, the letter stays", () => {
  const { letter, replaced } = groundBug({}, `${LETTER} We refund you tomorrow.`);
  assertEquals([letter, replaced], [LETTER, ["letter.sentence"]]);
});

Deno.test("a letter that names no ticket gets the local sentence that does", () => {
  const { letter, replaced } = groundBug({}, "Thank you, a colleague will read it.");
  assertEquals(letter, "Thank you, a colleague will read it. Local {{ticket_id}}.");
  assertEquals(replaced, ["letter.sentence"]);
});

const ECHOES: readonly (readonly [string, string])[] = [
  ["the message itself", `${LOGIN_SPINS} {{ticket_id}}`],
  ["the customer's voice", "I can't log in to the web portal. Please help me. {{ticket_id}}"],
  ["another language", "Vielen Dank. Wir kümmern uns darum und melden uns. {{ticket_id}}"],
];
for (const [name, letter] of ECHOES) {
  Deno.test(`a letter in ${name} is replaced`, () => {
    assertEquals(groundBug({}, letter).replaced, ["letter"]);
  });
}

const OWN_VOICE: readonly (readonly [string, string])[] = [
  ["what we cannot do", "I am not able to say when it will work, and I can't open it from here."],
  ["what to add", "Please add which browser you use."],
];
for (const [name, said] of OWN_VOICE) {
  Deno.test(`a letter may say ${name}`, () => {
    const letter = `${LETTER} ${said}`;
    assertEquals(groundBug({}, letter).letter, letter);
  });
}

Deno.test("a sentence with a harsh word gives way, be it the customer's; the letter stays", () => {
  const letter = `${LETTER} Please don't feel stupid.`;
  assertEquals(groundBug({}, letter, `I feel stupid. ${LOGIN_SPINS}`).letter, LETTER);
});

Deno.test("severity and priority stand at most one step from the local ones", () => {
  const { ticket, replaced } = groundBug({ severity: "Critical", priority: "Low" });
  assertEquals([ticket.severity, ticket.priority], ["Medium", "Low"]);
  assertEquals(replaced, ["ticket.severity"]);
});

Deno.test("a category stands where the message speaks of it", () => {
  const inquiryOf = (category: InquiryAnswer["inquiry_category"]): Reply => ({
    intent: "general_inquiry",
    inquiry: { inquiry_category: category, requires_human_review: false, suggested_resources: [] },
    letter: "Thank you for your message.",
  });
  const text = "I forgot my password, how do I get a new one?";
  const at = {
    document: { text, sentences: [] },
    product: PRODUCT,
    product_name: "1440 Web Portal",
    scorer,
  };
  const drafted = ["Other", "Billing", "Usage Question"] as const;
  const got = drafted.map((category) => {
    const { reply } = ground(inquiryOf(category), inquiryOf("Account Management"), at);
    return reply.intent === "general_inquiry" ? reply.inquiry.inquiry_category : null;
  });
  assertEquals(got, ["Account Management", "Account Management", "Usage Question"]);
});

Deno.test("where no steps were given and ours asks for them, the letter asks for them", () => {
  const local = "Local {{ticket_id}}. Which steps lead to it?";
  const { letter } = groundBug({ reproduction_steps: [] }, LETTER, LOGIN_SPINS, local);
  assert(/Which steps lead to it\?/.test(letter), letter);
});

Deno.test("where no steps were given and there can be none, the letter owes no question", () => {
  const local = "Local {{ticket_id}}. You write: “Which steps lead to it?”";
  const { replaced } = groundBug({ reproduction_steps: [] }, LETTER, LOGIN_SPINS, local);
  assertEquals(replaced, []);
});

Deno.test("a reply of another type is dropped as a whole", () => {
  const inquiry: InquiryAnswer = {
    inquiry_category: "Other",
    requires_human_review: false,
    suggested_resources: [],
  };
  const local: Reply = { intent: "general_inquiry", inquiry, letter: "Hello." };
  const drafted: Reply = { intent: "bug_report", ticket: TICKET, letter: LETTER };
  const grounded = ground(drafted, local, {
    document: { text: "" },
    product: PRODUCT,
    product_name: "1440 Web Portal",
    scorer,
  });
  assertEquals(grounded, { reply: local, replaced: ["type"] });
});

Deno.test("an inquiry keeps the rule's review and the catalogue's titles", () => {
  const inquiryOf = (urls: readonly string[], requires_human_review: boolean): Reply => ({
    intent: "general_inquiry",
    inquiry: {
      inquiry_category: "Billing",
      requires_human_review,
      suggested_resources: urls.map((url) => ({ title: "Anything", url })),
    },
    letter: "This page may help: https://help.example.com/billing",
  });
  const at = {
    document: { text: "an invoice", sentences: [] },
    product: PRODUCT,
    product_name: "1440 Web Portal",
    scorer,
  };
  const kept = ground(
    inquiryOf(["https://help.example.com/billing"], false),
    inquiryOf([], true),
    at,
  );
  assert(kept.reply.intent === "general_inquiry");
  assertEquals(kept.replaced, []);
  assertEquals(kept.reply, {
    ...inquiryOf([], true),
    inquiry: {
      inquiry_category: "Billing",
      requires_human_review: true,
      suggested_resources: [{ title: "Billing", url: "https://help.example.com/billing" }],
    },
  });
  const foreign = ground(inquiryOf(["https://evil.example/"], false), inquiryOf([], true), at);
  assertEquals(foreign.replaced, ["inquiry.suggested_resources"]);
});

const REQUIREMENT: ProductRequirement = {
  title: "Dark theme",
  description: "A dark theme for the evening.",
  user_story: "As a runner, I want a dark theme, so that I can read at night",
  business_value: "Medium: asked for by a customer",
  complexity_estimate: "Medium",
  affected_components: ["Workouts"],
  status: "Under Review",
};
const REQUIREMENT_FAULTS: readonly (readonly [keyof ProductRequirement, unknown])[] = [
  ["description", "See //evil.example/x or www.evil.example/x"],
  ["description", "x".repeat(2_001)],
  ["user_story", "I want a dark theme"],
  ["business_value", "Huge: because"],
  ["business_value", "High"],
  ["affected_components", ["The Moon"]],
  ["affected_components", []],
];
for (const [field, value] of REQUIREMENT_FAULTS) {
  Deno.test(`requirement.${field} ${JSON.stringify(value).slice(0, 40)} is replaced`, () => {
    const local: Reply = {
      intent: "feature_request",
      requirement: { ...REQUIREMENT, title: "Local" },
      letter: LETTER,
    };
    const drafted: Reply = {
      intent: "feature_request",
      requirement: { ...REQUIREMENT, [field]: value },
      letter: LETTER,
    };
    const at = {
      document: { text: "a dark theme please", sentences: [] },
      product: PRODUCT,
      product_name: "1440 Web Portal",
      scorer,
    };
    const { reply, replaced } = ground(drafted, local, at);
    assertEquals(replaced, [`requirement.${field}`]);
    assertEquals(reply, { ...local, requirement: REQUIREMENT });
  });
}
