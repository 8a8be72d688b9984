// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import type { LanguageModel, ModelRequest } from "../../src/triage/domain/ports.ts";
import type { Reply } from "../../src/triage/domain/reply.ts";
import { createTriage } from "../../src/triage/triage.ts";
import { fakeParts, memoryStore } from "../fakes.ts";
import { PRODUCT } from "../llm/model_request.ts";

const USAGE = { attempts: 1, input_tokens: 1, output_tokens: 1, cost_usd: 0 };

/** A model that drafts a ticket out of the message that it was shown. */
function modelDrafting(draft: (request: ModelRequest) => Reply) {
  const asked: ModelRequest[] = [];
  const model: LanguageModel = {
    name: "fake-model",
    prompt_version: "p1",
    consult(request) {
      asked.push(request);
      return Promise.resolve({
        kind: "opinion",
        scores: null,
        reply: draft(request),
        usage: USAGE,
      });
    },
  };
  return { model, asked };
}

function ticketAbout(title: string, letter: string): Reply {
  return {
    intent: "bug_report",
    ticket: {
      title,
      severity: "High",
      affected_component: "Login",
      reproduction_steps: ["click login"],
      priority: "High",
      assigned_team: "",
    },
    letter,
  };
}

Deno.test("a model sees placeholders; what it writes with them comes back with the originals", async () => {
  const { model, asked } = modelDrafting(({ message }) =>
    ticketAbout(message.slice(0, 32), "Thank you, [EMAIL_1]. We look into it as {{ticket_id}}.")
  );
  const replaced: string[] = [];
  const triage = createTriage(fakeParts({
    model,
    catalog: () => ({ default: PRODUCT, products: [] }),
    onReplaced: (fields) => replaced.push(...fields),
  }));
  const message = "a@b.org cannot log in: I click login and my card 4111 1111 1111 1111 is gone.";
  const request = { customer_id: "c", message, product: "Portal of c@d.org" };
  const { answer } = await triage(request, new AbortController().signal);

  assertEquals(
    asked[0]?.message,
    message.replace("a@b.org", "[EMAIL_1]").replace("4111 1111 1111 1111", "[CARD_2]"),
  );
  assertEquals(asked[0]?.product_name, "Portal of [EMAIL_3]");
  assert(answer.message_type === "bug_report");
  assertEquals(answer.response_data.ticket.title, "a@b.org cannot log in: I click");
  assertEquals(answer.customer_response, "Thank you, a@b.org. We look into it as BUG-1.");
  assertEquals(replaced, []);
});

Deno.test("fields that do not stand are the local drafter's, and are reported", async () => {
  const { model } = modelDrafting(() =>
    ticketAbout("https://evil.example/", "We promise a refund today.")
  );
  const replaced: string[] = [];
  const triage = createTriage(fakeParts({
    model,
    catalog: () => ({ default: PRODUCT, products: [] }),
    onReplaced: (fields) => replaced.push(...fields),
  }));
  const request = { customer_id: "c", message: "I click login and it spins.", product: "Portal" };
  const { answer } = await triage(request, new AbortController().signal);
  assertEquals(replaced, ["ticket.title", "letter"]);
  assert(answer.message_type === "bug_report");
  assertEquals(answer.response_data.ticket.title, "Button spins");
});

Deno.test("for a client that goes away while the model thinks nothing is stored", async () => {
  const store = memoryStore();
  const model: LanguageModel = {
    name: "slow",
    prompt_version: "p1",
    consult: (_, signal) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  };
  const gone = new AbortController();
  const triage = createTriage(fakeParts({ model, store }));
  const request = { customer_id: "c", message: "It spins.", product: "Portal" };
  const answered = triage(request, gone.signal);
  gone.abort(new Error("client gone"));
  await assertRejects(() => answered, Error, "client gone");
  assertEquals(store.cases.size, 0);
});
