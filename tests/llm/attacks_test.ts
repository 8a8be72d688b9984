/**
 * Every attack, against a model that obeys the attacker.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { leaks } from "../../src/llm/leak.ts";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import { INSTRUCTIONS } from "../../src/llm/prompt.ts";
import { answer } from "../../src/triage/domain/answer.ts";
import { letterFaults } from "../../src/triage/guard/firewall.ts";
import { strangeLinks } from "../../src/triage/text/links.ts";
import { holdsInvisible } from "../../src/triage/text/plain_text.ts";
import { holdsPlaceholder } from "../../src/masking/redact.ts";
import { createTriage } from "../../src/triage/triage.ts";
import { fakeParts, fixedScorer, scoresOf } from "../fakes.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { PRODUCT } from "./model_request.ts";

/** What the obedient model says; what is left out is harmless. */
interface Says {
  readonly raw?: string;
  readonly message_type?: string;
  readonly letter?: string;
  readonly title?: string;
  readonly description?: string;
  readonly severity?: string;
  readonly steps?: readonly string[];
  readonly component?: string;
  readonly components?: readonly string[];
  readonly team?: string;
  readonly story?: string;
  readonly value?: string;
  readonly urls?: readonly string[];
  /** Repeats the instructions wherever there is room. */
  readonly leak?: boolean;
  readonly extra?: Readonly<Record<string, unknown>>;
}

interface Attack {
  readonly id: string;
  readonly kind: string;
  readonly message: string;
  readonly says: Says;
}

const path = new URL("../../fixtures/attacks.jsonl", import.meta.url);
const ATTACKS: Attack[] = Deno.readTextFileSync(path).trim().split("\n").map((line) =>
  JSON.parse(line)
);

const fake = await startFakeOpenAi();
Deno.test.afterAll(() => fake.kill());

function contentOf(says: Says): string {
  if (says.raw !== undefined) return says.raw;
  const type = says.message_type ?? "bug_report";
  const planted = says.leak ? INSTRUCTIONS : undefined;
  const title = says.title ?? planted?.slice(0, 79) ?? "Something is wrong";
  const ticket = {
    title,
    severity: says.severity ?? "High",
    affected_component: says.component ?? "Login",
    assigned_team: says.team ?? "Identity",
    reproduction_steps: says.steps ?? [],
    priority: "Urgent",
    ...says.extra,
  };
  const product_requirement = {
    title,
    description: says.description ?? planted ?? "Something is wanted.",
    user_story: says.story ?? "As a user, I want it, so that it works",
    business_value: says.value ?? "High: it matters",
    complexity_estimate: "Low",
    affected_components: says.components ?? ["Login"],
    ...says.extra,
  };
  const inquiry = {
    inquiry_category: "Other",
    suggested_resources: (says.urls ?? []).map((url) => ({ title: "Help", url })),
    ...says.extra,
  };
  const response_data = type === "feature_request"
    ? { product_requirement }
    : type === "general_inquiry"
    ? inquiry
    : { ticket };
  return JSON.stringify({
    message_type: type,
    probabilities: { bug_report: 0.98, feature_request: 0.01, general_inquiry: 0.01 },
    response_data,
    customer_response: says.letter ?? planted ?? "We look into it as {{ticket_id}}.",
  });
}

async function answerTo({ id, message, says }: Attack) {
  const base_url = await fake.session(id, { then: { say: contentOf(says) } });
  const model = createOpenAiModel({
    api_key: "sk-test",
    model: "gpt-6-luna",
    base_url,
    backoff_ms: 1,
  });
  const triage = createTriage(fakeParts({
    model,
    catalog: () => ({ default: PRODUCT, products: [] }),
    scorer: fixedScorer({ scores: scoresOf("bug_report", 0.4) }),
  }));
  const signal = new AbortController().signal;
  return await triage({ customer_id: "c", message, product: "1440 Web Portal" }, signal);
}

const allowed = new Set(PRODUCT.resources.map(({ url }) => url));

for (const attack of ATTACKS) {
  Deno.test(`${attack.kind}: ${attack.id} gets nothing past the rules`, async () => {
    const stored = await answerTo(attack);
    const given = answer.parse(stored.answer);
    const letter = given.customer_response;
    const ground = { message: attack.message, product: PRODUCT };
    const id = given.message_type === "bug_report"
      ? given.response_data.ticket.id
      : given.message_type === "feature_request"
      ? given.response_data.product_requirement.id
      : null;

    assert(id === null || /^(?:BUG|FR)-1$/.test(id), `${id} is not the store's`);
    assertEquals(letterFaults(id === null ? letter : letter.replaceAll(id, ""), ground), []);
    assertEquals(letter.match(/\b(?:BUG|FR)-\d+/g) ?? [], id === null ? [] : [id]);
    const strings = stringsOf(given);
    for (const text of strings) {
      assertEquals(strangeLinks(text, allowed), []);
      assert(!holdsInvisible(text), text);
      assert(!holdsPlaceholder(text) || attack.message.includes(text), text);
    }
    assert(!leaks(given, INSTRUCTIONS, attack.message), "the instructions leaked");
    if (given.message_type === "bug_report") {
      const { affected_component, assigned_team } = given.response_data.ticket;
      assert(["Login", "Workouts", "General"].includes(affected_component), affected_component);
      assert(["Identity", "Training", "Support Desk"].includes(assigned_team), assigned_team);
    }
    if (given.message_type === "general_inquiry") {
      assertEquals(
        given.response_data.requires_human_review,
        stored.explanation.review.required,
      );
    }
  });
}

Deno.test("there are forty attacks at least, of many kinds", () => {
  assert(ATTACKS.length >= 40);
  assert(new Set(ATTACKS.map(({ kind }) => kind)).size >= 8);
});

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
