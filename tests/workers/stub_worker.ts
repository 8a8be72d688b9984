/**
 * A worker that does as its jobs say: "echo …", "fail", "end", "hang", or
 * "catalogue", which names the one in force.
 *
 * @module
 */
/// <reference lib="deno.worker" />
import type { FromWorker, ToWorker } from "../../src/workers/worker_messages.ts";

const say = (message: FromWorker) => self.postMessage(message);
let team = "";

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ("catalog" in data) {
    team = data.catalog.default.default_team;
    return say({ ready: { version: "stub" } });
  }
  if ("encoder" in data) return say({ ready: { version: "stub" } });
  for (const job of data.jobs) {
    if (job === "hang") { while (true); }
    if (job === "end") throw new Error("over");
    if (job === "fail") say({ answers: [{ failed: "RangeError\n    at place" }] });
    else say({ answers: [{ text: job === "catalogue" ? team : job }] });
  }
};
say({ listening: true });
