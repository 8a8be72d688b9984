/**
 * Stopping while clients are busy: each request is answered, the connection is
 * closed by saying so, and nobody sees a reset.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { type ServiceProcess, startService } from "../service_process.ts";

const BUSY_CLIENTS = 8;
const ROUNDS = Deno.env.get("INTAKE_TEST_CHAOS") === "long" ? 20 : 3;

/** What a client got for its last request. */
type End = "closed by the answer" | "refused" | "no answer";

const decoder = new TextDecoder();

/** One request and its whole answer over an open connection; `null` when the other side closed. */
async function ask(connection: Deno.Conn, request: string): Promise<string | null> {
  const buffer = new Uint8Array(16_384);
  await connection.write(new TextEncoder().encode(request));
  let received = "";
  while (true) {
    const size = await connection.read(buffer);
    if (size === null) return received === "" ? null : received;
    received += decoder.decode(buffer.subarray(0, size), { stream: true });
    const [head = "", body = ""] = received.split("\r\n\r\n");
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    if (new TextEncoder().encode(body).byteLength >= length) return received;
  }
}

function message(customer: string): string {
  const body = JSON.stringify({
    customer_id: customer,
    message: "When I click login the button just spins.",
    product: "Planner",
  });
  return "POST /process-customer-message HTTP/1.1\r\nhost: 127.0.0.1\r\n" +
    `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`;

function connect({ origin }: ServiceProcess): Promise<Deno.Conn> {
  return Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(origin).port) });
}

/** Asks without a pause over one connection, until an answer closes it. */
async function busy(
  service: ServiceProcess,
  name: string,
  onAnswer: () => void,
): Promise<End> {
  const connection = await connect(service);
  try {
    for (let number = 0;; number++) {
      const answer = await ask(connection, message(`${name}-${number}`));
      if (answer === null) return "no answer";
      assertMatch(answer, /^HTTP\/1.1 (200|503) /);
      onAnswer();
      if (!/^connection: close/mi.test(answer)) continue;
      return answer.startsWith("HTTP/1.1 503") ? "refused" : "closed by the answer";
    }
  } finally {
    connection.close();
  }
}

async function ended(service: ServiceProcess): Promise<void> {
  try {
    service.kill("SIGKILL");
  } catch {
    // It has left by itself.
  }
  await service.status;
}

for (const delay of ["0", "200"]) {
  Deno.test(`SIGTERM with a delay of ${delay} ms: ${BUSY_CLIENTS} busy clients see no reset`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const service = await startService({
        INTAKE_DATABASE: ":memory:",
        INTAKE_LLM: "off",
        INTAKE_LOG: "off",
        INTAKE_DRAIN_DELAY_MS: delay,
      });
      try {
        let answered = 0;
        const warm = Promise.withResolvers<void>();
        const clients = Array.from(
          { length: BUSY_CLIENTS },
          (_, client) =>
            busy(service, `c${client}`, () => {
              if (++answered === 10 * BUSY_CLIENTS) warm.resolve();
            }),
        );
        await Promise.race([warm.promise, Promise.all(clients)]);
        service.kill("SIGTERM");
        const ends = await Promise.all(clients);
        assertEquals(ends.filter((end) => end === "no answer"), []);
        assertEquals((await service.status).code, 0);
      } finally {
        await ended(service);
      }
    }
  });
}

Deno.test("SIGTERM: readiness first, then requests are refused, and what is under way is answered", async () => {
  await using fake = await startFakeOpenAi();
  const base_url = await fake.session("stop", { latency_ms: 3_000 });
  const service = await startService({
    INTAKE_DATABASE: ":memory:",
    INTAKE_LOG: "off",
    INTAKE_LLM: "auto",
    OPENAI_API_KEY: "sk-stop",
    OPENAI_BASE_URL: base_url,
    INTAKE_DRAIN_DELAY_MS: "1000",
  });
  try {
    const slow = await connect(service);
    const open = await connect(service);
    const ready = await ask(open, get("/readyz"));
    assertMatch(ready ?? "", /^HTTP\/1.1 200 /);
    const underWay = ask(slow, message("slow"));
    while ((await fake.requests("stop")).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    service.kill("SIGTERM");
    while (!service.stderr.some((line) => line.includes("stopping"))) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const notReady = await ask(open, get("/readyz")) ?? "";
    assertMatch(notReady, /^HTTP\/1.1 503 [\s\S]*connection: close[\s\S]*"shutting_down"/i);
    assertMatch(notReady, /retry-after: \d+/i);
    open.close();
    const late = await connect(service);
    const alive = await ask(late, get("/healthz")) ?? "";
    assertMatch(alive, /^HTTP\/1.1 200 [\s\S]*connection: close/i);
    late.close();
    while (true) {
      const next = await connect(service);
      const answer = await ask(next, get("/healthz")) ?? "";
      next.close();
      assertMatch(answer, /connection: close/i);
      if (!answer.startsWith("HTTP/1.1 503")) continue;
      assertMatch(answer, /"shutting_down"/);
      break;
    }
    const answer = await underWay ?? "";
    assertMatch(answer, /^HTTP\/1.1 200 [\s\S]*connection: close/i);
    slow.close();
    assertEquals((await service.status).code, 0);
  } finally {
    await ended(service);
  }
});

Deno.test("INTAKE_KEEP_ALIVE_MS=0: each answer is its connection's last", async () => {
  const service = await startService({
    INTAKE_DATABASE: ":memory:",
    INTAKE_LLM: "off",
    INTAKE_LOG: "off",
    INTAKE_KEEP_ALIVE_MS: "0",
  });
  try {
    const connection = await connect(service);
    assertMatch(await ask(connection, get("/healthz")) ?? "", /connection: close/i);
    assert(await connection.read(new Uint8Array(1)) === null);
    connection.close();
  } finally {
    await ended(service);
  }
});
