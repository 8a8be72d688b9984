/**
 * Runs inside the permissions of a fixed installation: serves, answers a
 * message, and then tries what it must not be able to do. Prints what became of
 * each as JSON.
 *
 * @module
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { serve } from "../../src/cli/serve.ts";

const [origin = "", elsewhere = ""] = Deno.args;

const ATTEMPTS: Readonly<Record<string, () => unknown>> = {
  "read another file": () => Deno.readTextFile("/etc/hostname"),
  "read another file the way of node": () => readFileSync("/etc/hostname"),
  "read its own source": () => Deno.readTextFile("main.ts"),
  "list the folder above its data": () => [...Deno.readDirSync(".")],
  "leave its data by a path": () => Deno.readTextFile("./data/../deno.json"),
  "write elsewhere": () => Deno.writeTextFile("/tmp/intake-probe", ""),
  "run a program": () => new Deno.Command("sh", { args: ["-c", "true"] }).output(),
  "run a program the way of node": () => {
    const { error } = spawnSync("sh", ["-c", "true"]);
    if (error !== undefined) throw error;
  },
  "load a library": () => Deno.dlopen("libc.so.6", {}),
  "reach another host": () => fetch(elsewhere),
  "reach another host without HTTP": () =>
    Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(elsewhere).port) }),
  "listen elsewhere": () => Deno.listen({ hostname: "127.0.0.1", port: 0 }),
  "read another variable": () => Deno.env.get("HOME"),
  "ask for the machine's name": () => Deno.hostname(),
};

serve([]);
const answered = await answer();
const outcomes: Record<string, string> = {};
for (const [name, attempt] of Object.entries(ATTEMPTS)) {
  try {
    await attempt();
    outcomes[name] = "done";
  } catch (error) {
    outcomes[name] = error instanceof Deno.errors.NotCapable ? "refused" : String(error);
  }
}
console.log(JSON.stringify({ answered, outcomes }));
Deno.exit();

/** Asks the service until it listens. */
async function answer(): Promise<number> {
  for (;;) {
    try {
      const response = await fetch(`${origin}/process-customer-message`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ customer_id: "c1", message: "It crashes.", product: "Any" }),
      });
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      if (error instanceof Deno.errors.NotCapable) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
