/**
 * What the main thread and its workers say to each other. Jobs and answers
 * travel as JSON, which costs a third of copying objects.
 *
 * @module
 */
import type { Catalog } from "../triage/domain/catalog.ts";
import type { WrittenLetter } from "../triage/domain/ports.ts";

/** What it works with; said first, and again when the catalogue was read anew. */
export interface WorkerSetting {
  readonly catalog: Catalog;
  readonly review_below_margin: number;
}

/** What the encoder's thread is asked: what type a text is of, or what a letter's sentences weigh. */
export type EncoderJob = { readonly text: string } | { readonly letter: WrittenLetter };

/** What a worker is told. */
export type ToWorker =
  | WorkerSetting
  /** To the encoder's thread, which needs no setting: that it may say it is ready. */
  | { readonly encoder: true }
  /** Requests, to be answered in order. */
  | { readonly jobs: readonly string[] };

/** One job's answer, or why there is none. */
export type WorkerAnswer = { readonly text: string } | { readonly failed: string };

/** What a worker says. */
export type FromWorker =
  /** It listens: what is said before, while it loads, is lost. */
  | { readonly listening: true }
  /** It takes jobs. */
  | { readonly ready: { readonly version: string } }
  /** Answers to the oldest jobs that have none. */
  | { readonly answers: readonly WorkerAnswer[] };
