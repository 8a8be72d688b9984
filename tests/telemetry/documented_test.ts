// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";

Deno.test("every metric that the service makes is explained in docs/operations.md, and no other", () => {
  const made = Deno.readTextFileSync("src/telemetry/meters.ts")
    .matchAll(/"((?:intake|gen_ai)\.[\w.]+)"/g);
  const names = new Set(
    [...made].map((match) => match[1] ?? "").filter((name) => name !== "gen_ai.token.type"),
  );
  const explained = Deno.readTextFileSync("docs/operations.md")
    .matchAll(/^\| `((?:intake|gen_ai)\.[\w.]+)`/gm);
  assertEquals([...explained].map((match) => match[1] ?? "").sort(), [...names].sort());
});
