/**
 * Secrets are planted in a message and looked for everywhere they must not be:
 * in what the model server sees, on standard error, in problems and in every
 * file of the repository.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { startFakeOpenAi } from "./fake_openai/start_fake_openai.ts";
import { startService } from "./service_process.ts";

const PLANTED = {
  email: "zoltan.planted@secret-mail.example",
  phone: "+49 170 5550199",
  card: "4539 1488 0343 6467",
  iban: "DE89 3704 0044 0532 0130 00",
  address: "203.0.113.208",
  key: "sk-planted-7Hq2ZxT9vLm4Rk8WnB3c",
};
const MESSAGE = "I can't log in. When I enter my password and click login, it fails. I am " +
  `${PLANTED.email}, phone ${PLANTED.phone}, card ${PLANTED.card}, IBAN ${PLANTED.iban}, from ` +
  `${PLANTED.address}, with the key ${PLANTED.key}.`;
const OPERATOR_KEY = "sk-operator-1x2y3z4w5v6u7t8s9r0q";

/** The planted secrets, as written and without their blanks, that stand in a text. */
function found(text: string): string[] {
  return Object.entries(PLANTED)
    .filter(([, secret]) => text.includes(secret) || text.includes(secret.replaceAll(" ", "")))
    .map(([kind]) => kind);
}

async function post(origin: string, body: unknown): Promise<{ status: number; text: string }> {
  const response = await fetch(`${origin}/process-customer-message?explain=true`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

Deno.test("planted secrets reach neither the model server, nor the log, nor a problem", async () => {
  await using fake = await startFakeOpenAi();
  const base_url = await fake.session("privacy", {
    script: ["ok", "invalid_json", "refusal", "server_error", "cut_body", "quota"],
  });
  const service = await startService({
    OPENAI_API_KEY: OPERATOR_KEY,
    OPENAI_BASE_URL: base_url,
    INTAKE_DATABASE: ":memory:",
    INTAKE_DUPLICATE_WINDOW_S: "0",
  });
  try {
    const request = { customer_id: "planted", message: MESSAGE, product: "1440 Web Portal" };
    const seen: string[] = [];
    for (let call = 0; call < 5; call++) {
      const { status, text } = await post(service.origin, request);
      assertEquals(status, 200);
      const { explanation } = JSON.parse(text);
      // What was found in the message is quoted as evidence: that is the customer's own text.
      const situation = { ...explanation.situation, evidence: [] };
      seen.push(JSON.stringify({ ...explanation, situation, evidence: [] }));
    }
    for (
      const bad of [
        { ...request, extra: MESSAGE },
        { ...request, customer_id: "" },
        { message: MESSAGE },
        JSON.stringify(request).slice(0, -5),
      ]
    ) {
      const { status, text } = await post(service.origin, bad);
      assert(status >= 400 && status < 500);
      seen.push(text);
    }
    const asked = await fake.requests("privacy");
    assert(asked.length >= 5, "the model was asked");
    assert(JSON.stringify(asked).includes("[EMAIL_1]"), "the message was sent, masked");
    assertEquals(found(JSON.stringify(asked)), []);
    assertEquals(found(seen.join()), []);
    assertEquals(found(service.stderr.join()), []);
    assert(
      ![seen.join(), service.stderr.join(), JSON.stringify(asked)].join().includes(OPERATOR_KEY),
    );
  } finally {
    service.kill("SIGTERM");
    await service.status;
  }
});

Deno.test("planted secrets stand in no file but this one: no prompt, recording or snapshot keeps them", () => {
  const kept: string[] = [];
  for (const folder of ["fixtures", "docs", "tests"]) {
    for (const path of walk(folder)) {
      if (path === "tests/privacy_test.ts" || !/\.(?:jsonl?|md|snap|txt)$/.test(path)) continue;
      if (found(Deno.readTextFileSync(path)).length > 0) kept.push(path);
    }
  }
  assertEquals(kept, []);
});

function* walk(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* walk(path);
    else yield path;
  }
}
