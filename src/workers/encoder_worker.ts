/**
 * A thread that runs the encoders, one message or letter after the other.
 *
 * @module
 */
/// <reference lib="deno.worker" />
import { openEncoder } from "../scorer/encoder/encoder.ts";
import { ENCODER } from "../scorer/encoder/encoder_numbers.ts";
import { openLetterEncoder } from "../scorer/encoder/letter_encoder.ts";
import type { EncoderJob, FromWorker, ToWorker, WorkerAnswer } from "./worker_messages.ts";

const say = (message: FromWorker) => self.postMessage(message);

const encode = await openEncoder();
const weigh = await openLetterEncoder();
// Their first run sets much up: not while a customer waits.
const message = "It would be great if the export, which fails, worked. How do I start it?";
await encode(message);
await weigh({ sentences: ["Your request was noted."], message, product_name: "rehearsal" });
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
    const asked = JSON.parse(job) as EncoderJob;
    const said = "letter" in asked ? await weigh(asked.letter) : await encode(asked.text);
    return { text: JSON.stringify(said) };
  } catch (error) {
    // Its message may quote the customer: only its kind is told.
    return { failed: error instanceof Error ? error.name : "Error" };
  }
}
