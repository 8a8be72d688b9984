/**
 * Why the answer is what it is: returned on `?explain=true` and stored with the case.
 *
 * @module
 */
import { z } from "zod";
import { INTENTS } from "./intent.ts";
import { asideKind } from "../text/own_words.ts";
import { reviewReason } from "./review.ts";
import { similarCase } from "./similar.ts";
import { situationName } from "./situation.ts";

const probability = z.number().min(0).max(1);
const scores = z.strictObject({
  bug_report: probability,
  feature_request: probability,
  general_inquiry: probability,
}).meta({ id: "Scores" });
const intent = z.enum(INTENTS);

/** How the answer came about. */
export const route = z.enum(["local", "blended", "local_fallback"]);

/** `local`: no model was called; `blended`: some model output was used; `local_fallback`: a due call failed. */
export type Route = z.infer<typeof route>;

/** Why a due model call brought nothing. */
export const degradedCode = z.enum([
  "model_timeout",
  "model_unreachable",
  "model_rate_limited",
  "model_quota_exhausted",
  "model_rejected",
  "model_error",
  "model_invalid_output",
  "model_refused",
  "model_circuit_open",
  "model_queue_full",
  "model_budget_spent",
]);

/** One reason why a due model call brought nothing. */
export type DegradedCode = z.infer<typeof degradedCode>;

/** Why a due second reading on this machine brought nothing: the words stood alone. */
export const encoderFailure = z.enum(["encoder_unavailable", "encoder_busy", "encoder_failed"]);

/** One reason why a due second reading brought nothing. */
export type EncoderFailure = z.infer<typeof encoderFailure>;

/** Schema of the explanation. */
export const explanation = z.strictObject({
  case_id: z.string().nullable(),
  route,
  scores,
  local: z.strictObject({ scores, version: z.string() }),
  encoder: z.strictObject({
    scores: scores.nullable(),
    version: z.string(),
    failure: encoderFailure.nullable(),
  }).nullable().optional().meta({
    description: "What the encoder, a second reader on this machine, says where the words do not " +
      "decide; `null` where it was not asked. `failure` says why it brought nothing: then the " +
      "words stood alone. Absent from cases stored by versions that had none.",
  }),
  model: z.strictObject({
    scores: scores.nullable(),
    name: z.string(),
    prompt_version: z.string(),
  }).nullable(),
  secondary_types: z.array(intent),
  evidence: z.array(z.strictObject({
    text: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
    intent,
    weight: z.number(),
    cue: z.string(),
  })),
  set_aside: z.array(z.strictObject({
    start: z.int().min(0),
    end: z.int().min(0),
    kind: asideKind,
  })).optional().meta({
    description: "Stretches of the message that were not judged: quoted mail, signatures, forms. " +
      "Absent from cases stored by versions that judged everything.",
  }),
  situation: z.strictObject({
    name: situationName,
    probability,
    grave: z.boolean(),
    evidence: z.array(z.strictObject({
      text: z.string(),
      start: z.int().min(0),
      end: z.int().min(0),
      cue: z.string(),
    })).meta({
      description: "The words of the message that told it, strongest first; empty where no word " +
        "did, as with what a machine wrote or a person or a model named.",
    }),
  }).optional().meta({
    description: "What the customer is in: the gravest situation that the message gives reason " +
      "for. Absent from cases stored by versions that did not tell.",
  }),
  review: z.strictObject({ required: z.boolean(), reasons: z.array(reviewReason) }),
  similar: z.array(similarCase).optional().meta({
    description: "Cases of the same product that probably tell of the same thing, as known when " +
      "the message came: at most five, the most probable first. Absent where nobody looked, and " +
      "from what a key without the scope read is answered.",
  }),
  language: z.string(),
  degraded: z.strictObject({ code: degradedCode, detail: z.string() }).nullable(),
  usage: z.strictObject({
    attempts: z.int().min(0),
    input_tokens: z.int().min(0),
    cached_tokens: z.int().min(0).optional(),
    cache_write_tokens: z.int().min(0).optional(),
    output_tokens: z.int().min(0),
    cost_usd: z.number().min(0).nullable(),
  }),
  timings_ms: z.strictObject({
    local: z.number().min(0),
    model: z.number().min(0),
    store: z.number().min(0),
    total: z.number().min(0),
  }),
}).meta({ id: "Explanation" });

/** Why the answer is what it is. */
export type Explanation = z.infer<typeof explanation>;
