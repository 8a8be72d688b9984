/**
 * One client that sends as much as it may, and the others beside it. What is
 * counted is how much of its work goes by between two answers to a probe, not
 * how long that takes: the machine may be slow, the service must not be unfair.
 *
 * With no worker beside it the main thread does all the work, the hardest case:
 * without turns every one of these fails. Lines that are no message never reach a
 * worker.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert } from "@std/assert";
import { type ServiceProcess, startService } from "../service_process.ts";

const MESSAGES = [
  "When I click login the button just spins and nothing happens.",
  "It would be great if you could add a dark mode to the app.",
  "How do I change my billing address?",
];

function goodLine(number: number): string {
  const message = MESSAGES[number % MESSAGES.length];
  return JSON.stringify({ customer_id: `customer-${number}`, message, product: "Planner" });
}

interface Flood {
  readonly name: string;
  readonly lines: number;
  readonly line: (number: number) => string;
  /** Clients that send single messages, one after the other, meanwhile. */
  readonly clients: number;
  /** Most lines that may go by between two answers to a probe. Without rests it was all of them. */
  readonly most_between: number;
  /** Most pieces that the answers may come in: each is a write. One by one it was one a line. */
  readonly most_pieces: number;
}

const FLOODS: readonly Flood[] = [
  {
    name: "good lines",
    lines: 1_500,
    line: goodLine,
    clients: 0,
    most_between: 400,
    most_pieces: 1_500,
  },
  {
    name: "good lines, and 30 clients beside it",
    lines: 100,
    line: goodLine,
    clients: 30,
    most_between: 50,
    most_pieces: 100,
  },
  // A turn holds some 250 of them, and the sockets on the way 1,000 answers.
  {
    name: "lines that are no message",
    lines: 20_000,
    line: () => "{}",
    clients: 0,
    most_between: 3_000,
    most_pieces: 2_000,
  },
  {
    name: "lines that are no JSON",
    lines: 20_000,
    line: () => "",
    clients: 0,
    most_between: 3_000,
    most_pieces: 2_000,
  },
];

async function probe({ origin }: ServiceProcess): Promise<void> {
  const response = await fetch(`${origin}/healthz`);
  await response.body?.cancel();
  assert(response.status === 200, `the probe got ${response.status}`);
}

async function sendSingle({ origin }: ServiceProcess, number: number): Promise<number> {
  const response = await fetch(`${origin}/process-customer-message`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: goodLine(1_000_000 + number),
  });
  await response.body?.cancel();
  return response.status;
}

for (const { name, lines, line, clients, most_between, most_pieces } of FLOODS) {
  Deno.test(`a batch of ${name}: a probe waits for few of them`, async () => {
    const service = await startService({
      INTAKE_DATABASE: ":memory:",
      INTAKE_LLM: "off",
      INTAKE_LOG: "off",
      INTAKE_WORKERS: "0",
    });
    try {
      const body = Array.from({ length: lines }, (_, number) => line(number) + "\n").join("");
      let answered = 0, pieces = 0;
      let over = false;
      const batch = (async () => {
        const response = await fetch(`${service.origin}/process-customer-messages`, {
          method: "POST",
          headers: { "content-type": "application/x-ndjson" },
          body,
        });
        for await (const chunk of response.body ?? []) {
          pieces++;
          for (const byte of chunk) if (byte === 10) answered++;
        }
        over = true;
      })();
      const singles = Array.from({ length: clients }, async (_, client) => {
        for (let number = client; !over; number += clients) await sendSingle(service, number);
      });
      let most = 0;
      let probes = 0;
      while (answered === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      while (!over) {
        const before = answered;
        await probe(service);
        probes++;
        most = Math.max(most, answered - before);
      }
      await Promise.all([batch, ...singles]);
      assert(answered === lines, `${answered} lines were answered`);
      assert(most <= most_between, `${most} lines went by before a probe was answered`);
      assert(pieces <= most_pieces, `the answers came in ${pieces} pieces`);
      assert(probes >= lines / most_between, `only ${probes} probes were answered`);
    } finally {
      service.kill("SIGKILL");
      await service.status;
    }
  });
}

Deno.test("beside a batch, single messages are answered one for one", async () => {
  const service = await startService({
    INTAKE_DATABASE: ":memory:",
    INTAKE_LLM: "off",
    INTAKE_LOG: "off",
    INTAKE_WORKERS: "0",
  });
  const CLIENTS = 20;
  const EACH = 5;
  const LINES = 3_000;
  try {
    let answered = 0;
    const leaving = new AbortController();
    const batch = (async () => {
      const response = await fetch(`${service.origin}/process-customer-messages`, {
        method: "POST",
        headers: { "content-type": "application/x-ndjson" },
        body: Array.from({ length: LINES }, (_, number) => goodLine(number) + "\n").join(""),
        signal: leaving.signal,
      });
      for await (const chunk of response.body ?? []) {
        for (const byte of chunk) if (byte === 10) answered++;
      }
    })().catch(() => {});
    while (answered < 100) await new Promise((resolve) => setTimeout(resolve, 1));
    const before = answered;
    await Promise.all(Array.from({ length: CLIENTS }, async (_, client) => {
      for (let number = 0; number < EACH; number++) {
        assert(await sendSingle(service, client * EACH + number) === 200);
      }
    }));
    const meanwhile = answered - before;
    leaving.abort();
    await batch;
    // Its share beside 20 others is a 21st. What others leave of a turn it may have: a client
    // that waits for its answer before it asks again leaves much.
    assert(meanwhile <= CLIENTS * EACH * 3, `${meanwhile} lines beside ${CLIENTS * EACH} messages`);
  } finally {
    service.kill("SIGKILL");
    await service.status;
  }
});
