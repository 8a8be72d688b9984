// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import { openStoredApp, sending } from "../http/stored_app.ts";
import { LOGIN_SPINS } from "./model_request.ts";
import { heldBytes } from "../held_bytes.ts";
import { ODD_TRANSPORTS } from "../odd_transports.ts";
import { startRawServer } from "../raw_server.ts";

/** For those that hang: what they wait for is this. */
const SHORT_DEADLINE_MS = 200;
/** For all others: so long that a slow machine does not meet it. */
const LONG_DEADLINE_MS = 60_000;
/** What sockets and streams on the way may hold, beside what one answer may. */
const MEMORY_BYTES = 72_000_000;

Deno.test("there are 72 odd transports at least", () => {
  assert(ODD_TRANSPORTS.length >= 72);
  assertEquals(new Set(ODD_TRANSPORTS.map(({ name }) => name)).size, ODD_TRANSPORTS.length);
});

for (const { name, script, hangs = false, codes = ["model_error"] } of ODD_TRANSPORTS) {
  Deno.test(`a model server's odd answer leaves the local one: ${name}`, async () => {
    await using server = startRawServer(script);
    const model = createOpenAiModel({
      api_key: "sk-test",
      model: "gpt-6-luna",
      base_url: `${server.origin}/v1`,
      attempts: 1,
      deadline_ms: hangs ? SHORT_DEADLINE_MS : LONG_DEADLINE_MS,
    });
    const { app, store } = await openStoredApp({ model });
    try {
      const before = heldBytes();
      const answer = await app(sending("/process-customer-message?explain=true", {
        customer_id: "odd",
        message: LOGIN_SPINS,
        product: "1440 Web Portal",
      }));
      const grown = heldBytes() - before;
      const { explanation } = await answer.json();
      assertEquals([answer.status, explanation.route], [200, "local_fallback"]);
      const { code } = explanation.degraded;
      assert((hangs ? ["model_timeout"] : codes).includes(code), `it was called ${code}`);
      assert(grown < MEMORY_BYTES, `memory grew by ${grown} bytes`);
    } finally {
      await store.close();
    }
  });
}
