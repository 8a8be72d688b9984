/**
 * A worker that does as its jobs say: "echo …", "fail", "end", "hang", or
 * "catalogue", which names the one in force. As the encoder's thread it does as
 * the text or the letter's message says.
 *
 * @module
 */
/// <reference lib="deno.worker" />
import type { EncoderJob, FromWorker, ToWorker } from "../../src/workers/worker_messages.ts";

const say = (message: FromWorker) => self.postMessage(message);
let team = "";
let encodes = false;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ("catalog" in data) {
    team = data.catalog.default.default_team;
    return say({ ready: { version: "stub" } });
  }
  if ("encoder" in data) {
    encodes = true;
    return say({ ready: { version: "stub" } });
  }
  for (const told of data.jobs) {
    const job = encodes ? textOf(JSON.parse(told) as EncoderJob) : told;
    if (job === "hang") { while (true); }
    if (job === "end") throw new Error("over");
    if (job === "fail") say({ answers: [{ failed: "RangeError\n    at place" }] });
    else say({ answers: [{ text: job === "catalogue" ? team : job }] });
  }
};
say({ listening: true });

function textOf(job: EncoderJob): string {
  return "letter" in job ? job.letter.message : job.text;
}
