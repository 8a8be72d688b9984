/**
 * Texts made to be slow: none costs much more than prose of its length, and
 * while they come one upon the other the service answers everybody else.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import process from "node:process";
import { openCatalog } from "../../src/drafting/catalog/catalog_file.ts";
import { createLocalDrafter } from "../../src/drafting/local_drafter.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { answer } from "../../src/triage/domain/answer.ts";
import { maskAll } from "../../src/masking/redact.ts";
import { readMessage } from "../../src/reading/read_message.ts";
import { createTriage } from "../../src/triage/triage.ts";
import { residentMb } from "../bench/http_bench_process.ts";
import { fakeParts } from "../fakes.ts";
import { startService } from "../service_process.ts";
import { HOSTILE_TEXTS, PLAIN_TEXT } from "./hostile_texts.ts";

/**
 * What is quadratic at this length costs hundreds of times as much. The dearest text that is not
 * takes 28 times: single digits with nothing seen between, each looked at as the start of a number.
 */
const TIMES_PROSE = 40;
const NEVER = new AbortController().signal;

Deno.test("no text takes many times the processor time of prose of its length", async () => {
  const catalog = await openCatalog({ path: null });
  const triage = createTriage(fakeParts({
    read: readMessage,
    scorer: createLocalScorer(),
    drafter: createLocalDrafter(),
    catalog: catalog.current,
    model: null,
  }));
  catalog.close();
  const run = async (message: string) => {
    maskAll({ message });
    await triage({ customer_id: "c1", message, product: "1440 Web Portal" }, NEVER);
  };
  const prose = await leastOf(10, () => run(PLAIN_TEXT));
  for (const text of HOSTILE_TEXTS) {
    const times = await leastOf(3, () => run(text)) / prose;
    assert(times < TIMES_PROSE, `${times.toFixed(0)} times prose: ${text.slice(0, 40)}`);
  }
});

Deno.test("hostile texts are answered, and so is everybody else meanwhile", async () => {
  const service = await startService({ INTAKE_DATABASE: ":memory:", INTAKE_LOG: "errors" });
  const statuses: number[] = [];
  let done = false;
  const send = async (message: string) => {
    const response = await fetch(`${service.origin}/process-customer-message`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ customer_id: "c1", message, product: "1440 Web Portal" }),
    });
    answer.parse(await response.json());
  };
  try {
    const others = (async () => {
      while (!done) {
        const response = await fetch(`${service.origin}/healthz`);
        await response.body?.cancel();
        statuses.push(response.status);
      }
    })();
    try {
      for (const text of HOSTILE_TEXTS) await send(text);
    } finally {
      done = true;
      await others;
    }
    assert(statuses.length > HOSTILE_TEXTS.length, `${statuses.length} answers to others`);
    assertEquals(statuses.filter((status) => status !== 200), []);
    const memory = residentMb(service.pid);
    assert(Number.isNaN(memory) || memory < 350, `${memory} MB`);
  } finally {
    service.kill("SIGTERM");
    await service.status;
  }
});

/** The least processor time, in microseconds, that one of several runs takes. */
async function leastOf(runs: number, work: () => Promise<void>): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const began = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(began);
    least = Math.min(least, user + system);
  }
  return least;
}
