// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { SETTINGS } from "../src/config.ts";
import { unknownSettings } from "../src/unknown_settings.ts";
import { startService } from "./service_process.ts";

const KNOWN = Object.values(SETTINGS).map(({ env }) => env);

const SLIPS: readonly (readonly [string, string])[] = [
  ["INTAKE_DATABSE", "INTAKE_DATABASE"],
  ["INTAKE_RETENTION", "INTAKE_RETENTION_DAYS"],
  ["INTAKE_APIKEYS", "INTAKE_API_KEYS"],
  ["intake_llm", "INTAKE_LLM"],
  ["INTAKE_WEBHOOK_URI", "INTAKE_WEBHOOK_URL"],
];
Deno.test("a name that is no setting is told with the nearest that is one", () => {
  for (const [name, nearest] of SLIPS) {
    const [line = "", ...more] = unknownSettings([name, "PATH", "HOME"], KNOWN);
    assert(line.startsWith(`${name} `) && line.endsWith(nearest), line);
    assertEquals(more, []);
  }
  assertEquals(unknownSettings([...KNOWN, "PATH", "INTAKE_TEST_POSTGRES"], KNOWN), []);
});

Deno.test("the service says so at its start, without the value, and starts all the same", async () => {
  const service = await startService({
    INTAKE_DATABASE: ":memory:",
    INTAKE_RETENTION_DAY: "sesame-30",
  });
  try {
    const told = service.stderr.filter((line) => line.includes("INTAKE_RETENTION_DAY "));
    assertEquals(told.length, 1);
    assert(told[0]?.includes("the nearest is INTAKE_RETENTION_DAYS"));
    assert(!service.stderr.some((line) => line.includes("sesame")));
  } finally {
    service.kill("SIGKILL");
    await service.status;
  }
});
