/**
 * A thread that reads, scores and drafts. It holds the scorer, the drafter and
 * the catalogue, answers in order, and knows nothing of customers or cases.
 *
 * @module
 */
/// <reference lib="deno.worker" />
import { createLocalDrafter } from "../drafting/local_drafter.ts";
import { readMessage } from "../reading/read_message.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { makeGist } from "../similar/make_gist.ts";
import { assess, type AssessParts } from "../triage/assess.ts";
import type { AssessRequest } from "../triage/domain/ports.ts";
import { FIRST_REHEARSED, rehearseLater } from "./rehearsal.ts";
import type { FromWorker, ToWorker, WorkerAnswer, WorkerSetting } from "./worker_messages.ts";

/** Answers wait this long for others that are done soon, so that they travel together. */
const ANSWERS_WAIT_MS = 1;

const say = (message: FromWorker) => self.postMessage(message);

const scorer = createLocalScorer();
const drafter = createLocalDrafter();
let parts: AssessParts | null = null;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ("catalog" in data) setUp(data);
  else if ("jobs" in data && parts !== null) answerAll(data.jobs, parts);
};

say({ listening: true });

function setUp({ catalog, review_below_margin }: WorkerSetting): void {
  const first = parts === null;
  const now = {
    read: readMessage,
    scorer,
    drafter,
    makeGist,
    catalog: () => catalog,
    clock: { monotonicMs: () => performance.now() },
    options: { review_below_margin },
  };
  parts = now;
  if (!first) return;
  const rehearse = (text: string) =>
    assess(parts ?? now, { text, product_name: "rehearsal", verdict: null });
  rehearse(FIRST_REHEARSED);
  say({ ready: { version: scorer.version } });
  rehearseLater(rehearse);
}

function answerAll(jobs: readonly string[], parts: AssessParts): void {
  let answers: WorkerAnswer[] = [];
  let sent_ms = performance.now();
  for (const job of jobs) {
    answers.push(answer(job, parts));
    if (performance.now() - sent_ms < ANSWERS_WAIT_MS) continue;
    say({ answers });
    answers = [];
    sent_ms = performance.now();
  }
  if (answers.length > 0) say({ answers });
}

function answer(job: string, parts: AssessParts): WorkerAnswer {
  try {
    return { text: JSON.stringify(assess(parts, JSON.parse(job) as AssessRequest)) };
  } catch (error) {
    // Its message may quote the customer: only its kind and its place are told.
    const { name, stack = "" } = error instanceof Error ? error : new Error();
    return {
      failed: [name, ...stack.split("\n").filter((line) => /^\s+at /.test(line))].join("\n"),
    };
  }
}
