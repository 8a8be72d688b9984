// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { Failure } from "../../src/triage/domain/failure.ts";
import { openStoredApp, sending } from "./stored_app.ts";

const PATH = "/process-customer-message";
const MESSAGE = { customer_id: "c1", message: "The button spins.", product: "Planner" };
const WINDOW = {
  options: { mode: "auto", escalate_below: 0.7, review_below_margin: 0.1, duplicate_window_s: 600 },
} as const;

function keyed(key: string, body: unknown = MESSAGE, path = PATH): Request {
  return sending(path, body, { "idempotency-key": key });
}

Deno.test("the same key, body and query replay the first answer byte by byte", async () => {
  const { app, store } = await openStoredApp();
  for (const path of [PATH, `${PATH}?explain=true`]) {
    const first = await app(keyed(`k ${path}`.replace(" ", "-"), MESSAGE, path));
    const second = await app(keyed(`k ${path}`.replace(" ", "-"), MESSAGE, path));
    assertEquals(second.status, 200);
    assertEquals(await second.bytes(), await first.bytes());
    assertEquals(second.headers.get("location"), first.headers.get("location"));
    assertEquals(second.headers.get("content-type"), first.headers.get("content-type"));
    assertEquals(first.headers.get("idempotency-replayed"), null);
    assertEquals(second.headers.get("idempotency-replayed"), "true");
  }
  await store.close();
});

Deno.test("the same key with another body or query is refused", async () => {
  const { app, store } = await openStoredApp();
  await app(keyed("k"));
  const others = [
    keyed("k", { ...MESSAGE, message: "Another." }),
    keyed("k", JSON.stringify(MESSAGE, null, 1)),
    keyed("k", MESSAGE, `${PATH}?explain=true`),
  ];
  for (const other of others) {
    const response = await app(other);
    assertEquals([response.status, (await response.json()).code], [422, "idempotency_key_reused"]);
  }
  await store.close();
});

Deno.test("the same key belongs to each caller alone", async () => {
  const { as, store } = await openStoredApp();
  const anna = await as("anna")(keyed("k"));
  const ben = await as("ben")(keyed("k"));
  assertEquals(ben.headers.get("idempotency-replayed"), null);
  assertNotEquals(ben.headers.get("location"), anna.headers.get("location"));
  await store.close();
});

Deno.test("a key whose request is still running is a conflict", async () => {
  const { app, store } = await openStoredApp();
  const responses = await Promise.all(Array.from({ length: 5 }, () => app(keyed("k"))));
  const statuses = responses.map((response) => response.status).sort();
  assertEquals(statuses, [200, 409, 409, 409, 409]);
  const conflict = responses.find((response) => response.status === 409);
  assertEquals((await conflict?.json()).code, "idempotency_in_flight");
  assertEquals((await app(keyed("k"))).headers.get("idempotency-replayed"), "true");
  await store.close();
});

Deno.test("a key whose request failed is free again", async () => {
  let broken = true;
  const failing = await openStoredApp();
  const { app, store } = await openStoredApp({
    store: {
      ...failing.store,
      record: (newCase) =>
        broken
          ? Promise.reject(new Failure("store_unavailable", "Away", { retryAfterS: 1 }))
          : store.record(newCase),
    },
  });
  assertEquals((await app(keyed("k"))).status, 503);
  assertEquals((await app(keyed("k", { customer_id: 1 }))).status, 422);
  broken = false;
  const response = await app(keyed("k"));
  assertEquals([response.status, response.headers.get("idempotency-replayed")], [200, null]);
  await failing.store.close();
  await store.close();
});

Deno.test("an ill-formed key is an invalid header", async () => {
  const { app, store } = await openStoredApp();
  for (const key of ["", "two words", "k".repeat(256), "\u00e9"]) {
    const response = await app(keyed(key));
    assertEquals([response.status, (await response.json()).code], [400, "invalid_header"], key);
  }
  const twice = keyed("a");
  twice.headers.append("idempotency-key", "b");
  assertEquals((await app(twice)).status, 400);
  assertEquals((await app(keyed("~".repeat(255)))).status, 200);
  await store.close();
});

Deno.test("without a key the same message again gets the same case and a letter that says so", async () => {
  const { app, store } = await openStoredApp(WINDOW);
  const first = await app(sending(PATH, MESSAGE));
  const again = await app(sending(PATH, { ...MESSAGE, message: "  the BUTTON\n spins. " }));
  assertEquals(again.headers.get("location"), first.headers.get("location"));
  assertEquals(again.headers.get("idempotency-replayed"), null);
  const [a, b] = [await first.json(), await again.json()];
  assertEquals(b.response_data, a.response_data);
  assert(b.customer_response.startsWith("Your message is already with us as BUG-1"));
  assert(b.customer_response.endsWith(a.customer_response));

  const others = [
    sending(PATH, { ...MESSAGE, customer_id: "c2" }),
    sending(PATH, { ...MESSAGE, product: "Other" }),
    sending(PATH, { ...MESSAGE, message: "The button spins!" }),
    keyed("k"),
  ];
  for (const other of others) {
    assertNotEquals((await app(other)).headers.get("location"), first.headers.get("location"));
  }
  await store.close();
});
