/**
 * A thread that runs the encoder, one message after the other.
 *
 * @module
 */
/// <reference lib="deno.worker" />
import { openEncoder } from "../scorer/encoder/encoder.ts";
import { ENCODER } from "../scorer/encoder/encoder_numbers.ts";
import type { FromWorker, ToWorker, WorkerAnswer } from "./worker_messages.ts";

const say = (message: FromWorker) => self.postMessage(message);

const encode = await openEncoder();
// Its first run sets much up: not while a customer waits.
await encode("It would be great if the export, which fails, worked. How do I start it?");
/** Answers keep the order of the jobs. */
let last: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (!("jobs" in data)) return say({ ready: { version: ENCODER.version } });
  for (const job of data.jobs) {
    last = last.then(async () => say({ answers: [await answer(job)] }));
  }
};

say({ listening: true });

async function answer(job: string): Promise<WorkerAnswer> {
  try {
    return { text: JSON.stringify(await encode(job)) };
  } catch (error) {
    // Its message may quote the customer: only its kind is told.
    return { failed: error instanceof Error ? error.name : "Error" };
  }
}
