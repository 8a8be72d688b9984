/**
 * Three real services on one PostgreSQL, loaded together, one of them killed in
 * the middle.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { deliverDue } from "../../src/outbox/delivery.ts";
import { createWebhook } from "../../src/outbox/webhook.ts";
import { openPostgresStore } from "../../src/store/postgres_store.ts";
import type { CaseRecord } from "../../src/triage/domain/desk.ts";
import { SECRET, startReceiver } from "../outbox/receiver.ts";
import { type ServiceProcess, startService } from "../service_process.ts";
import { createDatabase, NO_POSTGRES, POSTGRES_URL } from "./postgres_server.ts";

const INSTANCES = 3;
const CLIENTS = 12;
const MESSAGES_PER_CLIENT = 25;
/** The first instance is killed after this many answers. */
const ANSWERS_BEFORE_KILL = 60;

interface Answered {
  readonly key: string;
  readonly location: string;
  readonly ticket: string;
  readonly body: string;
}

/** Sends until it is answered, with the same key every time and the next instance after a failure. */
async function answered(
  services: readonly ServiceProcess[],
  key: string,
  first: number,
): Promise<Answered> {
  const body = JSON.stringify({
    customer_id: key,
    message: "The export button does nothing when I press it.",
    product: "Planner",
  });
  for (let attempt = first;; attempt++) {
    const service = services[attempt % services.length];
    try {
      const response = await fetch(`${service?.origin}/process-customer-message`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key },
        body,
      });
      const text = await response.text();
      if (response.status === 200) {
        const ticket = JSON.parse(text).response_data.ticket.id;
        return { key, ticket, body: text, location: response.headers.get("location") ?? "" };
      }
      // Another instance may have died with this key in its hand.
      assert([409, 503].includes(response.status), `${response.status} ${text}`);
    } catch (error) {
      assert(error instanceof TypeError, String(error));
    }
  }
}

Deno.test({
  name:
    "three services on one PostgreSQL, one killed: nothing acknowledged is lost, no id and no " +
    `key answered twice, each webhook delivered ${POSTGRES_URL === undefined ? NO_POSTGRES : ""}`,
  ignore: POSTGRES_URL === undefined,
  async fn() {
    const database = await createDatabase(POSTGRES_URL ?? "");
    const receiver = startReceiver();
    const environment = {
      INTAKE_DATABASE: database.url,
      INTAKE_MODEL_DEADLINE_MS: "100",
      INTAKE_WEBHOOK_URL: receiver.url,
      INTAKE_WEBHOOK_SECRET: SECRET,
    };
    // Together, so that they also race for the migrations.
    const services = await Promise.all(
      Array.from({ length: INSTANCES }, () => startService(environment)),
    );
    const answers: Answered[] = [];
    const client = async (name: number) => {
      for (let count = 0; count < MESSAGES_PER_CLIENT; count++) {
        answers.push(await answered(services, `key-${name}-${count}`, name));
        if (answers.length === ANSWERS_BEFORE_KILL) services[0]?.kill("SIGKILL");
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, name) => client(name)));

    const survivors = services.slice(1);
    for (const { key, ticket, location, body } of answers.slice(0, 100)) {
      assertEquals(await answered(survivors, key, 1), { key, ticket, location, body });
    }
    for (const service of survivors) service.kill("SIGTERM");
    for (const service of services) await service.status;

    const later = () => new Date(Date.now() + 120_000);
    const store = await openPostgresStore({ url: database.url, now: later });
    const cases = await allCases(store.desk);
    assertEquals(answers.length, CLIENTS * MESSAGES_PER_CLIENT);
    const stored = new Map(cases.map((record) => [`/cases/${record.case_id}`, record]));
    for (const { key, ticket, location } of answers) {
      assertEquals(stored.get(location)?.request?.customer_id, key);
      assertEquals(stored.get(location)?.ticket_id, ticket);
    }
    assertEquals(new Set(cases.map(({ ticket_id }) => ticket_id)).size, cases.length);
    // A case for each key: none that a killed instance left unanswered either.
    assertEquals(new Set(cases.map(({ request }) => request?.customer_id)).size, cases.length);
    assertEquals(cases.length, answers.length);

    // Whoever comes later sends what the killed instance had taken and not delivered.
    const send = createWebhook({ url: receiver.url, secret: SECRET });
    const parts = { outbox: store.outbox, send, now: later, random: Math.random, onError: fail };
    while (await deliverDue(parts, new AbortController().signal) > 0);
    assertEquals(
      new Set(receiver.accepted.filter((id) => id.startsWith("case_created"))),
      new Set(cases.map(({ case_id }) => `case_created_${case_id}_1`)),
    );
    await store.close();
    await receiver.close();
    await database.close();
  },
});

function fail(error: unknown): never {
  throw error;
}

async function allCases(
  desk: Awaited<ReturnType<typeof openPostgresStore>>["desk"],
): Promise<CaseRecord[]> {
  const filter = { type: null, review: null, customer_id: null, since: null };
  const cases: CaseRecord[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof desk.list>> = await desk.list(filter, {
      order: "newest",
      limit: 200,
      cursor,
    });
    cases.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return cases;
}
