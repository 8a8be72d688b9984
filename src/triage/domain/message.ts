/**
 * What a customer message is, and its limits.
 *
 * @module
 */
import { z } from "zod";
import { Failure, type FieldError } from "./failure.ts";

/** Limits of a customer message, in characters (UTF-16 code units). */
export const MESSAGE_LIMITS = {
  customer_id_characters: 128,
  product_characters: 200,
  message_characters: 10_000,
} as const;

/** Stands for the product where nobody says which one; no answer repeats it. */
export const UNNAMED_PRODUCT = "unknown";

function text(name: string, maxCharacters: number, example: string): z.ZodString {
  return z.string({
    error: (issue) => issue.input === undefined ? "is required" : "must be a string",
  })
    .refine((value) => value.trim() !== "", "must not be empty")
    .refine((value) => value.length <= maxCharacters, {
      error: (issue) =>
        `must be at most ${maxCharacters} characters, got ${String(issue.input).length}`,
    })
    .refine((value) => !value.includes("\0"), "must not contain NUL characters")
    .refine((value) => value.isWellFormed(), "must not contain lone surrogates")
    .meta({ minLength: 1, maxLength: maxCharacters, description: name, examples: [example] });
}

/** Schema of a customer message: strict, and every bad field is reported at once. */
export const customerMessage = z.strictObject({
  customer_id: text(
    "Who wrote the message, in the caller's own numbering.",
    MESSAGE_LIMITS.customer_id_characters,
    "cust_12345",
  ),
  message: text(
    "The message as the customer wrote it.",
    MESSAGE_LIMITS.message_characters,
    "I can't log in to the web portal.",
  ),
  product: text(
    "The product it is about.",
    MESSAGE_LIMITS.product_characters,
    "1440 Mobile App",
  ),
}).meta({ id: "CustomerMessage", description: "A message from a customer." });

/** A message from a customer, as sent: untrimmed. */
export type CustomerMessage = z.infer<typeof customerMessage>;

/**
 * Checks a parsed JSON value.
 *
 * @throws {Failure} `invalid_message`, naming every bad field at once.
 */
export function checkMessage(value: unknown): CustomerMessage {
  const result = customerMessage.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue): FieldError[] =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: key, message: "is not a known field" }))
      : issue.path.length === 0
      ? [{ path: "", message: "must be a JSON object" }]
      : [{ path: issue.path.join("."), message: issue.message }]
  );
  const fields = [...new Set(errors.map((error) => error.path || "the body"))];
  throw new Failure("invalid_message", `Cannot triage the message: check ${fields.join(", ")}`, {
    errors,
  });
}
