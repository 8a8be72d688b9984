/**
 * What happens while the service works: kills, locks, full disks, clocks set
 * back, models and receivers that come and go. After each: nothing acknowledged
 * is lost, no number comes twice, no answer is a 500, memory is back to normal.
 *
 * Short here and in CI; `deno task chaos` goes on longer.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { residentMb } from "../bench/http_bench_process.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { type ServiceProcess, startService } from "../service_process.ts";
import {
  assertNothingLost,
  DIFFERENT_MESSAGES,
  type Ledger,
  openLedger,
  startWriting,
  write,
} from "./customers.ts";

const LONG = Deno.env.get("INTAKE_TEST_CHAOS") === "long";
/** Answers that a fault is waited for, before and after. */
const ENOUGH = LONG ? 2_000 : 60;
const ROUNDS = LONG ? 20 : 4;
/** Customers who write at once. */
const FLOOD = LONG ? 2_000 : 400;
/** What a service that has seen a fault may hold. */
const NORMAL_MB = 400;

interface Scene {
  readonly folder: string;
  readonly database: string;
  readonly ledger: Ledger;
  /** Starts the service, as often as wanted, on the scene's database. */
  start(settings?: Record<string, string>, preload?: string): Promise<ServiceProcess>;
}

async function scene(play: (scene: Scene) => Promise<void>, folder?: string): Promise<void> {
  const made = folder ?? await Deno.makeTempDir();
  const database = `${made}/cases.sqlite`;
  const services: ServiceProcess[] = [];
  const ledger = openLedger();
  try {
    await play({
      folder: made,
      database,
      ledger,
      async start(settings, preload) {
        const service = await startService({
          INTAKE_DATABASE: database,
          INTAKE_LOG: "errors",
          INTAKE_LLM: "off",
          ...settings,
        }, preload);
        services.push(service);
        return service;
      },
    });
  } finally {
    for (const service of services) {
      try {
        service.kill("SIGKILL");
      } catch {
        // It has left by itself.
      }
      await service.status;
    }
    if (folder === undefined) await Deno.remove(made, { recursive: true });
  }
}

function assertSound(service: ServiceProcess): void {
  const memory = residentMb(service.pid);
  assert(Number.isNaN(memory) || memory < NORMAL_MB, `${memory} MB`);
  const errors = service.stderr.filter((line) => line.includes("internal_error"));
  assertEquals(errors, []);
}

async function ready(service: ServiceProcess): Promise<boolean> {
  const response = await fetch(`${service.origin}/readyz`);
  await response.body?.cancel();
  return response.status === 200;
}

Deno.test("kill -9 under load, over and over: what was acknowledged is there", async () => {
  await scene(async ({ start, ledger, database }) => {
    for (let round = 0; round < ROUNDS; round++) {
      const service = await start();
      const customers = startWriting(service.origin, ledger);
      await customers.acknowledged(ENOUGH);
      service.kill("SIGKILL");
      await customers.stop();
      await service.status;
    }
    const after = await start();
    assertEquals(await write(after.origin, ledger), 200);
    assertSound(after);
    assertNothingLost(ledger, database);
  });
});

Deno.test("a restart storm: a request repeated under its key is worked on once", async () => {
  await scene(async ({ start, ledger, database }) => {
    const keys = LONG ? 2_000 : 80;
    // A key whose holder was killed is free again this long after, and a little more.
    const settings = { INTAKE_MODEL_DEADLINE_MS: "500" };
    let service = await start(settings);
    let pending = keys;
    const customers = Array.from({ length: 16 }, async (_, customer) => {
      for (let number = customer; number < keys; number += 16) {
        const headers = { "idempotency-key": `storm-${number}` };
        while (await write(service.origin, ledger, headers, 1_000_000 + number) !== 200) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        pending--;
      }
    });
    for (let round = 0; pending > keys / 4 || round < 2; round++) {
      while (pending > keys * (1 - (round + 1) / 8) && pending > 0) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      service.kill(round % 2 === 0 ? "SIGKILL" : "SIGTERM");
      await service.status;
      service = await start(settings);
    }
    await Promise.all(customers);
    assertSound(service);
    assertNothingLost(ledger, database);
    const opened = new DatabaseSync(database, { readOnly: true });
    const [row] = opened.prepare("SELECT COUNT(*) AS cases FROM cases").all();
    opened.close();
    assertEquals([row?.cases, ledger.acknowledged.size], [keys, keys]);
  });
});

Deno.test("a database that somebody else holds locked: 503 with a reason, and then on as before", async () => {
  await scene(async ({ start, ledger, database }) => {
    const service = await start();
    const customers = startWriting(service.origin, ledger);
    await customers.acknowledged(ENOUGH);
    const other = new DatabaseSync(database, { timeout: 10_000 });
    other.exec("BEGIN EXCLUSIVE");
    while (!ledger.outcomes.has("503 store_unavailable")) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assertEquals(await ready(service), false);
    other.exec("ROLLBACK");
    other.close();
    await customers.acknowledged(ENOUGH);
    assertEquals(await ready(service), true);
    await customers.stop();
    assertSound(service);
    assertNothingLost(ledger, database);
  });
});

const mounts = await mayMount();
Deno.test({
  name: "a full disk: 503 with a reason, and on as before when there is room again" +
    (mounts ? "" : " (this machine lets us mount no disk)"),
  ignore: !mounts,
  fn: async () => {
    const disk = await Deno.makeTempDir();
    await run("mount", "-t", "tmpfs", "-o", `size=${LONG ? 64 : 16}m`, "tmpfs", disk);
    try {
      await scene(async ({ start, ledger, database }) => {
        const service = await start();
        const customers = startWriting(service.origin, ledger, 8);
        await customers.acknowledged(ENOUGH);
        await fill(`${disk}/other`);
        while (!ledger.outcomes.has("503 store_unavailable")) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        await Deno.remove(`${disk}/other`);
        await customers.acknowledged(ENOUGH);
        await customers.stop();
        assertEquals(await ready(service), true);
        assertSound(service);
        assertNothingLost(ledger, database);
      }, disk);
    } finally {
      await run("umount", disk);
      await Deno.remove(disk);
    }
  },
});

Deno.test("a clock set back by hours: numbers and cases go on", async () => {
  await scene(async ({ start, ledger, database }) => {
    const service = await start({}, new URL("./clock.ts", import.meta.url).pathname);
    const customers = startWriting(service.origin, ledger);
    for (let hour = 0; hour < 3; hour++) {
      await customers.acknowledged(ENOUGH);
      service.kill("SIGUSR2");
    }
    await customers.acknowledged(ENOUGH);
    await customers.stop();
    const first = { "idempotency-key": "over-the-change" };
    assertEquals(await write(service.origin, ledger, first, 5_000_000), 200);
    service.kill("SIGUSR2");
    while (service.stderr.filter((line) => line.startsWith("the clock says")).length < 4) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assertEquals(await write(service.origin, ledger, first, 5_000_000), 200);
    assertSound(service);
    assertNothingLost(ledger, database);
  });
});

Deno.test("a model that comes and goes: every message is answered", async () => {
  await using fake = await startFakeOpenAi();
  const script = [
    "ok",
    "server_error",
    "unavailable",
    "invalid_json",
    "cut_body",
    "ok",
    "quota",
  ] as const;
  const base_url = await fake.session("chaos", { script: [...script, ...script, ...script] });
  await scene(async ({ start, ledger, database }) => {
    const service = await start({
      INTAKE_LLM: "auto",
      OPENAI_API_KEY: "sk-chaos",
      OPENAI_BASE_URL: base_url,
      INTAKE_MODEL_DEADLINE_MS: "1000",
    });
    const customers = startWriting(service.origin, ledger);
    await customers.acknowledged(ENOUGH);
    await fake.kill();
    await customers.acknowledged(ENOUGH);
    await customers.stop();
    assertEquals([...ledger.outcomes.keys()], ["200"]);
    assertSound(service);
    assertNothingLost(ledger, database);
  });
});

Deno.test("a receiver of webhooks that is down: answers go on, and it gets all when it is back", async () => {
  await scene(async ({ start, ledger, database }) => {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = listener.addr;
    listener.close();
    const service = await start({
      INTAKE_WEBHOOK_URL: `http://127.0.0.1:${port}/hook`,
      INTAKE_WEBHOOK_SECRET: `whsec_${btoa("0123456789abcdef0123456789abcdef")}`,
    });
    for (let sent = 0; sent < 12; sent++) assertEquals(await write(service.origin, ledger), 200);
    const told = new Set<string>();
    const { promise, resolve } = Promise.withResolvers<void>();
    const receiver = Deno.serve(
      { hostname: "127.0.0.1", port, onListen: () => {} },
      async (req) => {
        const { type, data } = await req.json();
        if (type === "case.created") told.add(data.case_id);
        if (told.size === ledger.acknowledged.size) resolve();
        return new Response(null, { status: 204 });
      },
    );
    await promise;
    await receiver.shutdown();
    assertEquals([...told].sort(), [...ledger.acknowledged.keys()].sort());
    assertSound(service);
    assertNothingLost(ledger, database);
  });
});

Deno.test("more customers at once than can be answered: 503 with a reason, and memory stays", async () => {
  await scene(async ({ start, ledger, database }) => {
    const service = await start({ INTAKE_MAX_REQUESTS: String(FLOOD / 4) });
    const blanks = " ".repeat(48_000);
    for (let wave = 0; wave < 3; wave++) {
      await Promise.all(
        Array.from({ length: FLOOD }, () => write(service.origin, ledger, {}, undefined, blanks)),
      );
    }
    // On a machine too busy to send in time, some are late.
    const refusals = [...ledger.outcomes.keys()].filter((outcome) => outcome !== "200");
    assert(refusals.includes("503 overloaded"));
    assertEquals(refusals.filter((code) => !/overloaded|request_timeout/.test(code)), []);
    assertEquals([ledger.broken, await ready(service)], [0, true]);
    assertSound(service);
    assertNothingLost(ledger, database);
  });
});

Deno.test("SIGTERM: what is under way is answered, what is new refused, and the end comes in time", async () => {
  await using fake = await startFakeOpenAi();
  const base_url = await fake.session("drain", { latency_ms: 1_500 });
  await scene(async ({ start, ledger, database }) => {
    const service = await start({
      INTAKE_LLM: "auto",
      OPENAI_API_KEY: "sk-chaos",
      OPENAI_BASE_URL: base_url,
      INTAKE_SHUTDOWN_MS: "8000",
    });
    const underWay = Array.from({ length: 8 }, () => write(service.origin, ledger));
    // Of messages that read the same only one is put to the model.
    while ((await fake.requests("drain")).length < DIFFERENT_MESSAGES) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    service.kill("SIGTERM");
    while (!service.stderr.some((line) => line.includes("stopping"))) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const refused = await fetch(`${service.origin}/healthz`);
    assertEquals([refused.status, (await refused.json()).code], [503, "shutting_down"]);
    assertMatch(refused.headers.get("retry-after") ?? "", /^\d+$/);
    assertEquals(await Promise.all(underWay), Array(8).fill(200));
    assertEquals((await service.status).code, 0);
    assertNothingLost(ledger, database);
  });
});

/** Writes until there is no room left. */
async function fill(path: string): Promise<void> {
  const file = await Deno.open(path, { create: true, write: true });
  for (let size = 65_536; size >= 1;) {
    try {
      file.writeSync(new Uint8Array(size));
    } catch {
      size = Math.floor(size / 2);
    }
  }
  file.close();
}

async function run(program: string, ...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, { args }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/** Whether this user may mount a small disk to fill. */
async function mayMount(): Promise<boolean> {
  const folder = await Deno.makeTempDir();
  try {
    await run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder);
    await run("umount", folder);
    return true;
  } catch {
    return false;
  } finally {
    await Deno.remove(folder);
  }
}
