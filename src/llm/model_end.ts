/**
 * Tells in time that a model will be shut down.
 *
 * @module
 */
import OpenAI from "openai";
import { boundedFetch, MAX_ANSWER_BYTES } from "./bounded_fetch.ts";
import { OPENAI_BASE_URL } from "./model_options.ts";
import { servedModel } from "./served_models.ts";

/** So long before its end a model is told of, in days. */
export const END_NOTICE_DAYS = 90;
/** The server has so long to say when a model ends, in milliseconds. */
const ASK_TIMEOUT_MS = 3_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Whom to ask. */
export interface ModelEndOptions {
  readonly api_key: string;
  readonly model: string;
  readonly base_url: string | null;
  readonly fetch?: typeof fetch | null;
}

/**
 * The day on which the model ends, as `YYYY-MM-DD`: as the server tells
 * (`shutdown_date` of `GET /models/NAME`), else as our table has it.
 *
 * @returns `null` where neither knows of an end. Never throws.
 */
export async function modelEnd(
  options: ModelEndOptions,
  signal: AbortSignal,
): Promise<string | null> {
  return await toldByServer(options, signal) ?? servedModel(options.model)?.ends ?? null;
}

async function toldByServer(options: ModelEndOptions, signal: AbortSignal): Promise<string | null> {
  try {
    const client = new OpenAI({
      apiKey: options.api_key,
      baseURL: options.base_url ?? OPENAI_BASE_URL,
      maxRetries: 0,
      timeout: ASK_TIMEOUT_MS,
      logLevel: "off",
      fetch: boundedFetch(options.fetch ?? fetch, MAX_ANSWER_BYTES),
    });
    const told: unknown = await client.models.retrieve(options.model, { signal });
    const { shutdown_date } = Object(told) as { shutdown_date?: unknown };
    const day = typeof shutdown_date === "string" ? shutdown_date.slice(0, 10) : "";
    return Number.isNaN(Date.parse(day)) ? null : day;
  } catch {
    return null;
  }
}

/** One line about a model that ends within {@linkcode END_NOTICE_DAYS} days or has ended; else `null`. */
export function endNotice(model: string, ends: string | null, now: Date): string | null {
  if (ends === null) return null;
  const days = Math.ceil((Date.parse(ends) - now.getTime()) / DAY_MS);
  if (days > END_NOTICE_DAYS) return null;
  const when = days > 0 ? `shuts down on ${ends}, in ${days} days` : `was shut down on ${ends}`;
  return `The model ${model} ${when}: set OPENAI_MODEL to another one; ` +
    "without a model every answer is local.";
}
