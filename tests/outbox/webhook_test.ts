// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { createWebhook } from "../../src/outbox/webhook.ts";
import type { OutboxEvent } from "../../src/triage/domain/outbox_event.ts";
import { heldBytes } from "../held_bytes.ts";
import { ODD_TRANSPORTS } from "../odd_transports.ts";
import { startRawServer } from "../raw_server.ts";
import { SECRET, startReceiver } from "./receiver.ts";

const EVENT: OutboxEvent = {
  event_id: "case_created_1_1",
  created_at: new Date("2026-03-02T10:00:00Z"),
  payload: '{"type":"case.created","data":{"case_id":"1"}}',
  attempts: 1,
};
/** What sockets and streams on the way may hold. */
const MEMORY_BYTES = 72_000_000;
const NEVER = new AbortController().signal;

Deno.test("a delivery is signed as the specification says, under the event's id", async () => {
  const receiver = startReceiver();
  const send = createWebhook({ url: receiver.url, secret: SECRET });
  assertEquals(await send(EVENT, NEVER), null);
  assertEquals(receiver.accepted, ["case_created_1_1"]);
  assertEquals(receiver.bodies.get("case_created_1_1"), JSON.parse(EVENT.payload));
  await receiver.close();
});

Deno.test("whatever is no 2xx is a failure with its reason", async () => {
  const receiver = startReceiver();
  const send = createWebhook({ url: receiver.url, secret: SECRET });
  const table: [() => Response, string][] = [
    [() => new Response("no", { status: 500 }), "answered 500"],
    [() => new Response(null, { status: 410 }), "answered 410"],
    [() => Response.redirect(receiver.url, 307), "answered 307"],
  ];
  for (const [respond, reason] of table) {
    receiver.answer(respond);
    assertEquals(await send(EVENT, NEVER), reason);
  }
  assertEquals(receiver.requests, table.length);
  const other = createWebhook({ url: receiver.url, secret: "whsec_" + btoa("x".repeat(32)) });
  assertEquals(await other(EVENT, NEVER), "answered 401");
  await receiver.close();
  assertEquals(await send(EVENT, NEVER), "could not be reached");
});

Deno.test("a receiver that hangs is given up, and a shutdown breaks a delivery off", async () => {
  const { promise: hanging, resolve: release } = Promise.withResolvers<Response>();
  const receiver = startReceiver();
  receiver.answer(() => hanging);
  const send = createWebhook({ url: receiver.url, secret: SECRET, timeout_ms: 20 });
  assertEquals(await send(EVENT, NEVER), "no answer within 20 ms");
  const patient = createWebhook({ url: receiver.url, secret: SECRET });
  const shutdown = new AbortController();
  const sending = patient(EVENT, shutdown.signal);
  shutdown.abort();
  assertEquals(await sending, "broken off by a shutdown");
  release(new Response());
  await receiver.close();
});

for (const { name, script, hangs = false } of ODD_TRANSPORTS) {
  Deno.test(`a receiver's odd answer is taken or not, and never read: ${name}`, async () => {
    await using server = startRawServer(script);
    const timeout_ms = hangs ? 100 : 60_000;
    const send = createWebhook({ url: server.origin, secret: SECRET, timeout_ms });
    const before = heldBytes();
    const told = await send(EVENT, NEVER);
    assertMatch(
      told ?? "taken",
      /^(?:taken|answered \d{3}|could not be reached|no answer within.*)$/,
    );
    assert(heldBytes() - before < MEMORY_BYTES);
  });
}
