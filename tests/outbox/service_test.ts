// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import type { EventPayload } from "../../src/triage/domain/outbox_event.ts";
import { startService } from "../service_process.ts";
import { SECRET, startReceiver } from "./receiver.ts";

Deno.test("the service tells the receiver of cases, and of the last ones before it ends", async () => {
  const folder = await Deno.makeTempDir();
  const receiver = startReceiver();
  const service = await startService({
    INTAKE_DATABASE: `${folder}/cases.sqlite`,
    INTAKE_WEBHOOK_URL: receiver.url,
    INTAKE_WEBHOOK_SECRET: SECRET,
  });
  const responses = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      fetch(`${service.origin}/process-customer-message`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          customer_id: `c${index}`,
          message: "The export button does nothing when I press it.",
          product: "Planner",
        }),
      })),
  );
  const locations = responses.map((response) => response.headers.get("location"));
  for (const response of responses) await response.body?.cancel();
  service.kill("SIGTERM");
  assertEquals((await service.status).code, 0);

  const created = ([...receiver.bodies.values()] as EventPayload[])
    .filter((payload) => payload.type !== "matter.rising")
    .filter(({ type }) => type === "case.created");
  assertEquals(
    created.map(({ data }) => `/cases/${data.case_id}`).toSorted(),
    locations.toSorted(),
  );
  await receiver.close();
  await Deno.remove(folder, { recursive: true });
});
