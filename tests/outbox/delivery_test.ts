// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { deliverDue, type DeliveryParts, startDelivery } from "../../src/outbox/delivery.ts";
import { createWebhook, type Send } from "../../src/outbox/webhook.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { sampleCase } from "../store/case_samples.ts";
import { SECRET, startReceiver } from "./receiver.ts";

const MINUTE_MS = 60_000;
const NEVER = new AbortController().signal;

async function setup(send: Send) {
  let now = Date.UTC(2026, 2, 2);
  const clock = () => new Date(now);
  const store = await openSqliteStore({ path: ":memory:", events: true, now: clock });
  const errors: unknown[] = [];
  const parts: DeliveryParts = {
    outbox: store.outbox,
    send,
    now: clock,
    random: () => 0.5,
    onError: (error) => errors.push(error),
  };
  return { store, parts, errors, pass: (milliseconds: number) => void (now += milliseconds) };
}

Deno.test("a receiver that is down for an hour loses nothing, and ids stay the same", async () => {
  const receiver = startReceiver();
  receiver.answer(() => new Response(null, { status: 503 }));
  // The receiver checks the signature's age by the real time: so no held clock for the sender.
  const send = createWebhook({ url: receiver.url, secret: SECRET });
  const { store, parts, pass } = await setup(send);
  const ids: (string | null)[] = [];
  for (let minute = 0; minute < 60; minute++) {
    if (minute % 10 === 0) ids.push((await store.record(sampleCase())).case_id);
    await deliverDue(parts, NEVER);
    pass(MINUTE_MS);
  }
  assertEquals(receiver.accepted, []);
  assert(receiver.requests > 20, `only ${receiver.requests} attempts`);
  receiver.answer(() => new Response(null, { status: 200 }));
  for (let minute = 0; minute < 60; minute++) {
    await deliverDue(parts, NEVER);
    pass(MINUTE_MS);
  }
  assertEquals(receiver.accepted.toSorted(), ids.map((id) => `case_created_${id}_1`).toSorted());
  assertEquals(await store.outbox.backlog(), { waiting: 0, dead: 0, oldest: null });
  await store.close();
  await receiver.close();
});

Deno.test("the operator hears why a receiver does not take an event", async () => {
  const { store, parts, errors } = await setup(() => Promise.resolve("answered 500"));
  await store.record(sampleCase());
  await deliverDue(parts, NEVER);
  assertEquals(new Set(errors.map(String)), new Set(["Error: the receiver: answered 500"]));
  await store.close();
});

Deno.test("an event that no one takes for a day is a dead letter, and is tried no more", async () => {
  let attempts = 0;
  const { store, parts, pass } = await setup(() => {
    attempts++;
    return Promise.resolve("answered 500");
  });
  await store.record(sampleCase());
  for (let quarter = 0; quarter < 4 * 24; quarter++) {
    await deliverDue(parts, NEVER);
    pass(15 * MINUTE_MS);
  }
  const { waiting, dead } = await store.outbox.backlog();
  assertEquals({ waiting, dead }, { waiting: 0, dead: 1 });
  const before = attempts;
  assert(before > 20, `only ${before} attempts`);
  pass(24 * 60 * MINUTE_MS);
  assertEquals(await deliverDue(parts, NEVER), 0);
  assertEquals(attempts, before);
  await store.close();
});

Deno.test("an event whose delivery was not written down is delivered again under its id", async () => {
  const delivered: string[] = [];
  const { store, parts, pass } = await setup(({ event_id, payload }) => {
    delivered.push(`${event_id} ${payload}`);
    return Promise.resolve(null);
  });
  await store.record(sampleCase());
  const crashing = {
    ...parts,
    outbox: { ...parts.outbox, delivered: () => Promise.reject("gone") },
  };
  crashing.outbox.take = (...given) => parts.outbox.take(...given);
  await deliverDue(crashing, NEVER).catch(() => {});
  assertEquals(await deliverDue(parts, NEVER), 0);
  pass(MINUTE_MS);
  assertEquals(await deliverDue(parts, NEVER), 1);
  assertEquals(delivered.length, 2);
  assertEquals(delivered[0], delivered[1]);
  await store.close();
});

Deno.test("draining delivers what is due, and hands back what cannot be delivered in time", async () => {
  const sent: string[] = [];
  const { store, parts } = await setup(({ event_id }) => {
    sent.push(event_id);
    return Promise.resolve(null);
  });
  const delivery = startDelivery(parts);
  for (let count = 0; count < 40; count++) await store.record(sampleCase());
  await delivery.drain(60_000);
  assertEquals(new Set(sent).size, 40);

  const hanging: Send = (_, signal) =>
    new Promise((resolve) => {
      signal.addEventListener("abort", () => resolve("broken off"), { once: true });
    });
  await store.record(sampleCase());
  await startDelivery({ ...parts, send: hanging }).drain(1);
  assertEquals(await deliverDue(parts, NEVER), 1);
  assertEquals(new Set(sent).size, 41);
  await store.close();
});

Deno.test("a store that is away delays delivery and does not end it", async () => {
  const { store, parts, errors } = await setup(() => Promise.resolve(null));
  let takes = 0;
  const delivered = Promise.withResolvers<void>();
  const outbox = {
    take: (limit: number, lease_ms: number) =>
      ++takes === 1 ? Promise.reject(new Error("away")) : parts.outbox.take(limit, lease_ms),
    failed: (...given: Parameters<typeof parts.outbox.failed>) => parts.outbox.failed(...given),
    backlog: () => parts.outbox.backlog(),
    delivered: async (id: string) => {
      await parts.outbox.delivered(id);
      delivered.resolve();
    },
  };
  await store.record(sampleCase());
  const delivery = startDelivery({ ...parts, outbox });
  await delivery.drain(60_000);
  await delivered.promise;
  assertEquals(errors.map(String), ["Error: away"]);
  await store.close();
});
