/**
 * Cases that tell of one thing: the same fault, the same question, the same wish.
 *
 * @module
 */
import { z } from "zod";
import type { Gist } from "./gist.ts";
import type { KnownMatter } from "./matter.ts";
import type { CustomerMessage } from "./message.ts";

/** How many similar cases are given, and how long an answer waits for them. */
export const SIMILAR_LIMITS = {
  /** In an explanation. */
  explained_cases: 5,
  default_cases: 10,
  /** Most that are given. */
  cases: 24,
  /** Less probable ones are not in an explanation. */
  explained_probability: 0.2,
  /** An answer waits no longer: it is then given without. */
  wait_ms: 50,
  /** Answers that wait at once; further ones are given without. */
  waiting_answers: 16,
} as const;

/** Schema of a similar case. */
export const similarCase = z.strictObject({
  case_id: z.string(),
  probability: z.number().min(0).max(1)
    .describe("Calibrated probability that both tell of one thing."),
  why: z.array(z.string()).describe("What both share, in short, the most telling first."),
  differs: z.array(z.string()).describe(
    "What each of them says and nothing in the other is near to: they may well be two things, " +
      "and are put together by people alone. An explanation, which is kept with its case, does " +
      'not quote the other: "words map / …".',
  ),
}).meta({ id: "SimilarCase" });

/** A case that may tell of the same thing as another. */
export type SimilarCase = z.infer<typeof similarCase>;

/** Cases like a new message, and what is known of them. */
export interface FoundSimilar {
  /** The most probable first. */
  readonly cases: readonly SimilarCase[];
  /** Of those of them that are still stored, in the same order. */
  readonly known: readonly KnownMatter[];
}

/** How what differs begins where it is the error codes. */
export const CODES_DIFFER = "codes ";

/** Finds similar cases. Every method throws {@linkcode Failure} `store_unavailable` while the store is away. */
export interface SimilarCases {
  /**
   * Cases like one that is stored, the most probable first; none where it is not yet compared.
   *
   * @throws {Failure} `not_found` when there is no such case, or it is erased.
   */
  similarTo(caseId: string, limit: number): Promise<readonly SimilarCase[]>;
  /** Cases like one that is about to be stored, none of them less probable than `from`. */
  similarToGist(gist: Gist, limit: number, from: number): Promise<FoundSimilar>;
}

/** A stretch of stored cases, looked through. */
export interface UnreadCases {
  /** Those without a gist of today's version, newest first. */
  readonly cases: readonly { readonly case_id: string; readonly request: CustomerMessage }[];
  /** Those that are erased and still have one. */
  readonly erased: readonly string[];
  /** Where the next stretch begins; `null` after the last. */
  readonly reached: string | null;
}

/** Keeps gists for cases that were stored before there were any. */
export interface GistShelf {
  /** Looks through the cases before one, `null` from the newest on. */
  unread(before: string | null): Promise<UnreadCases>;
  /** Keeps the gist of a case, or drops what it has. Does nothing for one that is erased by now. */
  keep(caseId: string, gist: Gist | null): Promise<void>;
}
