/**
 * The real service on a PostgreSQL server that crashes and comes back.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { type ServiceProcess, startService } from "../service_process.ts";
import { NO_POSTGRES, POSTGRES_URL } from "./postgres_server.ts";

const WRITERS = 8;

async function server(verb: "start" | "crash" | "stop", folder: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(".ci/postgres", {
    args: [verb, folder],
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).trim();
}

function post({ origin }: ServiceProcess, customer_id: string): Promise<Response> {
  return fetch(`${origin}/process-customer-message`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      customer_id,
      message: "The export button does nothing when I press it.",
      product: "Planner",
    }),
  });
}

Deno.test({
  name:
    "a PostgreSQL that crashes under load: 503 until it is back, and nothing acknowledged lost" +
    (POSTGRES_URL === undefined ? ` ${NO_POSTGRES}` : ""),
  ignore: POSTGRES_URL === undefined,
  async fn() {
    const folder = await Deno.makeTempDir();
    const service = await startService({ INTAKE_DATABASE: await server("start", folder) });
    const tickets = new Map<string, string>();
    const refused: Response[] = [];
    let sent = 0;
    let down = false;
    const writer = async () => {
      while (!down || refused.length < WRITERS) {
        const response = await post(service, `c${++sent}`);
        const body = await response.json();
        if (response.status === 200) {
          tickets.set(response.headers.get("location") ?? "", body.response_data.ticket.id);
        } else {
          assertEquals([response.status, body.code], [503, "store_unavailable"]);
          refused.push(response);
        }
      }
    };
    const writers = Array.from({ length: WRITERS }, writer);
    while (tickets.size < 50) {
      await post(service, "warm").then((response) => response.body?.cancel());
    }
    await server("crash", folder);
    down = true;
    await Promise.all(writers);
    for (const response of refused) {
      assert(Number(response.headers.get("retry-after")) > 0);
      assertEquals(response.headers.get("location"), null);
    }
    const ready = () =>
      fetch(`${service.origin}/readyz`).then(async (response) => {
        await response.body?.cancel();
        return response.status;
      });
    assertEquals(await ready(), 503);

    await server("start", folder);
    while (await ready() !== 200);
    const response = await post(service, "after");
    assertEquals(response.status, 200);
    tickets.set(
      response.headers.get("location") ?? "",
      (await response.json()).response_data.ticket.id,
    );
    for (const [location, ticket] of tickets) {
      const found = await (await fetch(service.origin + location)).json();
      assertEquals(found.ticket_id, ticket);
    }
    assertEquals(new Set(tickets.values()).size, tickets.size);
    service.kill("SIGTERM");
    assertEquals((await service.status).code, 0);
    await server("stop", folder);
  },
});
