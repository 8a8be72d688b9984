// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { healthRoutes } from "../../src/http/api/health_route.ts";
import { createApp } from "../../src/http/app.ts";
import { anybody } from "../fakes.ts";

Deno.test("/readyz tells how many erasures are not complete yet", async () => {
  let pending = 3;
  const app = createApp({
    routes: healthRoutes({ ready: () => Promise.resolve(true), pendingErasures: () => pending }),
    admission: anybody,
    newRequestId: () => "id",
    shuttingDown: () => false,
    onUnexpectedError: () => {},
  });
  const told = async () => await (await app(new Request("http://127.0.0.1:8000/readyz"))).json();
  assertEquals(await told(), { status: "ready", pending_erasures: 3 });
  pending = 0;
  assertEquals(await told(), { status: "ready", pending_erasures: 0 });
});
