/**
 * Holds docs/webhooks.md to what the service does.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { EVENT_TYPES } from "../../src/triage/domain/outbox_event.ts";
import { sampleCase } from "../store/case_samples.ts";

const DOCUMENT = Deno.readTextFileSync(new URL("../../docs/webhooks.md", import.meta.url));

function block(language: string): string {
  const text = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(DOCUMENT)?.[1];
  assert(text !== undefined, `no ${language}`);
  return text;
}

Deno.test("every event is described, and the example is one", async () => {
  const described = [...DOCUMENT.matchAll(/^\| `((?:case|matter)\.\w+)`/gm)].map(([, type]) =>
    type
  );
  assertEquals(described.toSorted(), [...EVENT_TYPES].toSorted());
  const now = () => new Date("2026-03-02T10:00:00Z");
  const store = await openSqliteStore({ path: ":memory:", events: true, now });
  const example = JSON.parse(block("json"));
  await store.record(sampleCase({ case_id: example.data.case_id, review: true }));
  const events = await store.outbox.take(10, 1_000);
  const created = events.map(({ payload }) => JSON.parse(payload))
    .find(({ type }) => type === "case.created");
  assertEquals(example, created);
  await store.close();
});

Deno.test("the statement that has dead letters tried again does so", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/cases.sqlite`;
  const store = await openSqliteStore({ path, events: true });
  await store.record(sampleCase());
  await store.record(sampleCase());
  const [first, second] = await store.outbox.take(2, 60_000);
  await store.outbox.failed(first?.event_id ?? "", "answered 500", null);
  await store.outbox.delivered(second?.event_id ?? "");
  assertEquals(await store.outbox.take(2, 60_000), []);
  const database = new DatabaseSync(path);
  database.exec(block("sql"));
  database.close();
  const again = await store.outbox.take(2, 60_000);
  assertEquals(again.map(({ event_id }) => event_id), [first?.event_id]);
  await store.close();
  await Deno.remove(folder, { recursive: true });
});
