/**
 * What the path of a message needs from outside. Interfaces only.
 *
 * @module
 */
import type { Catalog, Product } from "./catalog.ts";
import type { NewCase, StoredCase } from "./case.ts";
import type { Document } from "../text/document.ts";
import type { DegradedCode, EncoderFailure } from "./explanation.ts";
import type { Gist } from "./gist.ts";
import type { Intent, Scores } from "./intent.ts";
import type { Evidence, Judgement } from "./judgement.ts";
import type { OwnWords, SetAside } from "../text/own_words.ts";
import type { InquiryCategory, Reply } from "./reply.ts";
import type { Review, ReviewReason } from "./review.ts";
import type { Situation } from "./situation.ts";

/** Tells what the customer says now from what stands around it. Never throws, whatever the message. */
export type Reader = (message: string) => OwnWords;

/** Reads and judges messages on this machine. */
export interface Scorer {
  /** Version of the weights; every verdict records it. */
  readonly version: string;
  /** Reads a customer's words once. Never throws, whatever the text. */
  read(own: OwnWords): Document;
  /** Tells in which language a document is, "und" where that cannot be told. */
  language(document: Document): string;
  /** Judges what was read. */
  score(document: Document): Judgement;
}

/** What a local reply is drafted from. */
export interface DraftRequest {
  readonly document: Document;
  /** The product as the client named it. */
  readonly product_name: string;
  /** What the catalogue knows of it. */
  readonly product: Product;
  /** What the message was judged to be: the reply is of this type. */
  readonly intent: Intent;
  /** What else it also is; the letter mentions it. */
  readonly secondary: readonly Intent[];
  readonly category: InquiryCategory;
  readonly situation: Situation;
  readonly evidence: readonly Evidence[];
  readonly language: string;
  readonly review: Review;
}

/** Writes replies on this machine, from the customer's words and the catalogue. */
export interface Drafter {
  draft(request: DraftRequest): Reply;
}

/** What a message is held to be: its reply is drafted for that. */
export interface Verdict {
  readonly intent: Intent;
  /** `null`: what the scorer says. */
  readonly category: InquiryCategory | null;
  readonly review: Review;
}

/** A message that was read and judged, as far as a gist is made from it. */
export interface ReadMessage {
  readonly document: Document;
  readonly judgement: Judgement;
  /** The product as the client named it. */
  readonly product_name: string;
}

/** Makes what a case is compared by. Never throws, whatever the message. */
export type GistMaker = (read: ReadMessage) => Gist;

/** A message to be assessed. */
export interface AssessRequest {
  readonly text: string;
  /** The product as the client named it. */
  readonly product_name: string;
  /** `null`: what the words say. */
  readonly verdict: Verdict | null;
  /** A model's reply, to be held against message and catalogue. */
  readonly drafted?: Reply | null;
  /** What a second reader says of its letter's sentences; left out where nobody read them. */
  readonly weighed?: WeighedSentences | null;
}

/** The customer's own words, as far as the path needs them. */
export interface AssessedWords extends Pick<OwnWords, "text" | "author"> {
  readonly set_aside: readonly SetAside[];
}

/** What was read from a message, and the reply drafted for it. */
export interface Assessment {
  readonly own: AssessedWords;
  /** Its evidence is what an explanation shows. */
  readonly judgement: Judgement;
  /** What the reply was drafted for. */
  readonly verdict: Verdict;
  /** The model's where it stands, else the local draft. */
  readonly reply: Reply;
  /** Fields of the model's reply that did not stand. */
  readonly replaced: readonly string[];
  /** What the case is compared by; `null` where nobody makes gists. */
  readonly gist: Gist | null;
  /** Time that each step took, in milliseconds. */
  readonly timings_ms: Readonly<Record<"read" | "score" | "draft", number>>;
}

/** A scorer and a drafter joined, on this thread or on others. */
export interface Assessor {
  /** The scorer's. */
  readonly version: string;
  /**
   * Assesses one message.
   *
   * @throws {unknown} `signal`'s reason when it is aborted before the work begins.
   */
  assess(request: AssessRequest, signal: AbortSignal): Promise<Assessment>;
}

/** What a second reader says of a message: calibrated logits, one for each type. */
export interface SecondReading {
  readonly kind: "reading";
  readonly logits: Readonly<Record<Intent, number>>;
}

/** Why a second reader said nothing. An outage is a value, not an exception. */
export interface NoReading {
  readonly kind: "unavailable";
  readonly code: EncoderFailure;
}

/** When a second reader is asked, and how it and the words go together; fitted with its weights. */
export interface ReaderPooling {
  /** Local confidence below which it is asked, in [0, 1]. */
  readonly ask_below: number;
  /** Exponent of the scorer's probabilities. */
  readonly local: number;
  /** Factor of the reader's logits. */
  readonly reader: number;
}

/** Reads a message once more on this machine, where its words do not decide. */
export interface SecondReader {
  /** Version of its weights. */
  readonly version: string;
  readonly pooling: ReaderPooling;
  /**
   * Reads the customer's own words.
   *
   * @throws {unknown} `signal`'s reason when the client goes away; nothing else, whatever the text.
   */
  read(text: string, signal: AbortSignal): Promise<SecondReading | NoReading>;
}

/** A model's letter, to be read on this machine. */
export interface WrittenLetter {
  readonly sentences: readonly string[];
  /** The customer's own words. */
  readonly message: string;
  /** The product as the client named it. */
  readonly product_name: string;
}

/** Sentences and what they weigh: from 0 on a sentence is more like one that attacks. */
export type WeighedSentences = readonly (readonly [sentence: string, weight: number])[];

/** Weighs what a model wrote, sentence by sentence, on this machine. */
export interface LetterWeigher {
  /**
   * Gives a weight for each sentence; `null` where it cannot tell now.
   *
   * @throws {unknown} `signal`'s reason when the client goes away; nothing else, whatever the text.
   */
  weigh(letter: WrittenLetter, signal: AbortSignal): Promise<readonly number[] | null>;
}

/** What a model is asked. Text is masked before it gets here. */
export interface ModelRequest {
  readonly message: string;
  readonly product_name: string;
  readonly product: Product;
  /** One intent: only its reply is asked. All three: an opinion on the type too. */
  readonly intents: readonly Intent[];
}

/** What model calls took, failed attempts included. */
export interface ModelUsage {
  readonly attempts: number;
  readonly input_tokens: number;
  /** Of the input tokens, those read from the server's cache; left out where none were. */
  readonly cached_tokens?: number;
  /** Of the input tokens, those written to the server's cache; left out where none were. */
  readonly cache_write_tokens?: number;
  readonly output_tokens: number;
  /** `null` where the model's price is not known. */
  readonly cost_usd: number | null;
}

/** What a model said. The reply is not yet checked against the message. */
export interface ModelOpinion {
  readonly kind: "opinion";
  /** Calibrated probabilities; `null` when only a reply was asked. */
  readonly scores: Scores | null;
  /** How much its scores count beside the local ones, in [0, 1]. @default {1} */
  readonly weight?: number;
  /** `null` where the model wrote none that could be read. */
  readonly reply: Reply | null;
  /** What kind of inquiry it is, should it be one; left out where that was not asked. */
  readonly category?: InquiryCategory;
  /** Why a person should look; left out where there is no reason, or none was asked for. */
  readonly situation?: ReviewReason;
  readonly usage: ModelUsage;
}

/** Why a model said nothing. An outage is a value, not an exception. */
export interface Unavailable {
  readonly kind: "unavailable";
  readonly code: DegradedCode;
  /** Shown in the explanation: no secrets, no message text. */
  readonly detail: string;
  readonly usage: ModelUsage;
}

/** What a model has shown of itself. */
export interface ModelStanding {
  /** `unproven`: not examined yet. `dropped`: it does worse than the floor, and its opinions do not count. */
  readonly state: "unproven" | "trusted" | "dropped";
  /** How much its opinions count, in [0, 1]. */
  readonly weight: number;
  /** The entrance exam: messages answered, and how many rightly. */
  readonly exam: { readonly answered: number; readonly right: number };
  /** Messages of which the scorer is sure: how many were sampled, and how many it judged likewise. */
  readonly samples: { readonly answered: number; readonly right: number };
}

/** A language model that gives a second opinion and drafts a reply, in one call. */
export interface LanguageModel {
  readonly name: string;
  readonly prompt_version: string;
  /** Never throws, except when `signal` is aborted by the client's going away. */
  consult(request: ModelRequest, signal: AbortSignal): Promise<ModelOpinion | Unavailable>;
  /** What it has shown of itself, where that is watched. */
  standing?(): ModelStanding;
  /** Whether a message of which the scorer is sure is due, to see how the model judges it. */
  sampleDue?(): boolean;
}

/** Keeps cases. What `record` has resolved is on disk. */
export interface CaseStore {
  /**
   * Stores a case; gives back an earlier one instead when it is a repeat, which
   * the case's id tells.
   *
   * @throws {Failure} `store_unavailable`, `overloaded`, or `idempotency_in_flight`
   * when its claim was lost; then nothing was stored.
   */
  record(newCase: NewCase): Promise<StoredCase>;
  /** A case that has the identity and was created after `since`: a repeat of it costs no model call. */
  findRepeat(identity: string, since: Date): Promise<StoredCase | null>;
  /** `null` when there is no such case. */
  get(caseId: string): Promise<StoredCase | null>;
  /** Whether a write could be taken now. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Gives the catalogue in force; it may be replaced between calls. */
export type CatalogSource = () => Catalog;

/** Time, as a port so that tests can hold it. */
export interface Clock {
  now(): Date;
  /** Milliseconds from an arbitrary start; never goes back. */
  monotonicMs(): number;
}
