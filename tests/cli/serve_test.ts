// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { answer } from "../../src/triage/domain/answer.ts";
import { type ServiceProcess, startService } from "../service_process.ts";

const LOGIN = {
  customer_id: "cust_12345",
  message: "I can't log in to the web portal. When I enter my password and click login, " +
    "the button just spins and nothing happens.",
  product: "1440 Web Portal",
};
const REMINDER = {
  customer_id: "cust_67890",
  message: "It would be really useful if the app could send me a notification 15 minutes before " +
    "a scheduled workout instead of just 5 minutes before.",
  product: "1440 Mobile App",
};

function post(origin: string, value: unknown, signal?: AbortSignal): Promise<Response> {
  return fetch(`${origin}/process-customer-message?explain=true`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(value),
    ...(signal && { signal }),
  });
}

async function withService(
  environment: Record<string, string>,
  use: (service: ServiceProcess) => Promise<void>,
): Promise<void> {
  const service = await startService(environment);
  try {
    await use(service);
  } finally {
    try {
      service.kill("SIGKILL");
    } catch {
      // It has left by itself.
    }
    await service.status;
  }
}

Deno.test("a port that is taken stops the service before it makes a store", async () => {
  const folder = await Deno.makeTempDir();
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = taken.addr as Deno.NetAddr;
  const environment = { PORT: String(port), INTAKE_DATABASE: `${folder}/new/cases.sqlite` };
  const { message } = await assertRejects(() => startService(environment), Error);
  assertMatch(message, new RegExp(`Cannot listen on 127.0.0.1:${port}: `));
  assertEquals([...Deno.readDirSync(folder)], []);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a store that was not there before is told of, one that was is not", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/cases.db`;
  try {
    for (const told of [true, false]) {
      await withService({ INTAKE_DATABASE: path }, ({ stderr }) => {
        assertEquals(stderr.includes(`intake: ${path} is a new store, without a case`), told);
        return Promise.resolve();
      });
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("the two required messages come out right over a socket, without a key", async () => {
  await withService({ INTAKE_DATABASE: ":memory:" }, async ({ origin, stderr }) => {
    const bug = answer.parse(await (await post(origin, LOGIN)).json());
    assertEquals(bug.message_type, "bug_report");
    assert("ticket" in bug.response_data);
    assertEquals(bug.response_data.ticket.id, "BUG-1");
    assertEquals(bug.response_data.ticket.affected_component, "Login");
    const steps = bug.response_data.ticket.reproduction_steps.join("\n").toLowerCase();
    assertMatch(steps, /password[\s\S]*click login/);
    assertEquals(bug.explanation?.route, "local");

    const wish = answer.parse(await (await post(origin, REMINDER)).json());
    assertEquals(wish.message_type, "feature_request");
    assert("product_requirement" in wish.response_data);
    assertEquals(wish.response_data.product_requirement.id, "FR-1");
    assert(wish.response_data.product_requirement.affected_components.includes("Notifications"));

    assertEquals(stderr.filter((line) => line.includes("OPENAI_API_KEY")).length, 1);
  });
});

Deno.test("kill -9 under load loses no acknowledged case and repeats no id", async () => {
  const folder = await Deno.makeTempDir();
  const environment = { INTAKE_DATABASE: `${folder}/cases.sqlite` };
  const acknowledged = new Map<string, string>();
  const ids: string[] = [];

  for (const round of [1, 2, 3]) {
    await withService(environment, async (service) => {
      const enough = 40 * round;
      let sent = 0;
      const worker = async () => {
        while (true) {
          const message = { ...LOGIN, customer_id: `c${round}-${++sent}` };
          try {
            const response = await post(service.origin, message);
            const body = answer.parse(await response.json());
            assert("ticket" in body.response_data);
            const id = body.response_data.ticket.id;
            ids.push(id);
            acknowledged.set(body.explanation?.case_id ?? "", id);
          } catch {
            return; // The process is gone.
          }
          if (acknowledged.size >= enough) service.kill("SIGKILL");
        }
      };
      await Promise.all(Array.from({ length: 16 }, worker));
    });
  }

  assert(acknowledged.size >= 120);
  assertEquals(new Set(ids).size, ids.length);
  const numbers = ids.map((id) => Number(id.slice("BUG-".length)));
  assert(numbers.every((number) => Number.isInteger(number) && number > 0));
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(environment.INTAKE_DATABASE, { readOnly: true });
  const kept = database.prepare("SELECT case_id FROM cases").all()
    .map((row) => String(row.case_id));
  database.close();
  assertEquals([...acknowledged.keys()].filter((caseId) => !kept.includes(caseId)), []);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("SIGTERM lets the process end by itself with code 0", async () => {
  await withService({ INTAKE_DATABASE: ":memory:" }, async (service) => {
    assertEquals((await post(service.origin, LOGIN)).status, 200);
    service.kill("SIGTERM");
    assertEquals((await service.status).code, 0);
    await assertRejects(() => post(service.origin, LOGIN));
  });
});

const refused: ReadonlyArray<{ environment: Record<string, string>; says: RegExp }> = [
  { environment: { PORT: "http" }, says: /PORT: expected a whole number.*got "http"/ },
  { environment: { HOST: "0.0.0.0" }, says: /HOST: expected a loopback address/ },
  { environment: { INTAKE_CATALOG: "/nowhere/catalog.json" }, says: /\/nowhere\/catalog\.json/ },
  { environment: { INTAKE_DATABASE: "/proc/nowhere/cases.sqlite" }, says: /\/proc\/nowhere/ },
];
for (const { environment, says } of refused) {
  Deno.test(`${JSON.stringify(environment)} stops the start with code 2 and one line`, async () => {
    const error = await assertRejects(
      () => startService({ INTAKE_DATABASE: ":memory:", ...environment }),
      Error,
    );
    assertMatch(error.message, says);
    assertEquals(
      error.message.split("\n").filter((line) => line.startsWith("intake serve:")).length,
      1,
    );
  });
}
