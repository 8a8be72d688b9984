/**
 * Reads a request body within limits: size, time, encoding, media type.
 *
 * @module
 */
import { Failure } from "../triage/failure.ts";
import { parseJson } from "../triage/json.ts";

/** Limits of a request body. */
export interface BodyLimits {
  readonly max_body_bytes: number;
  readonly body_timeout_ms: number;
}

/**
 * Reads and parses a JSON body.
 *
 * @throws {Failure} `unsupported_media_type`, `body_too_large` (the rest is not
 * read), `request_timeout` or `malformed_json`.
 */
export async function readJson(request: Request, limits: BodyLimits): Promise<unknown> {
  checkMediaType(request.headers, "application/json");
  const bytes = await readBytes(request, limits);
  return parseJson(bytes);
}

/** @throws {Failure} `unsupported_media_type` */
export function checkMediaType(headers: Headers, wanted: string): void {
  const given = headers.get("content-type") ?? "";
  const [essence = "", ...parameters] = given.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))
    ?.slice("charset=".length).replaceAll('"', "");
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (essence !== wanted || !["utf-8", "utf8", undefined].includes(charset)) {
    throw new Failure(
      "unsupported_media_type",
      `Cannot read the body: expected Content-Type ${wanted} in UTF-8, got ${quote(given)}`,
    );
  }
  if (encoding !== "identity") {
    throw new Failure(
      "unsupported_media_type",
      `Cannot read the body: expected no Content-Encoding, got ${quote(encoding)}`,
    );
  }
}

function quote(header: string): string {
  return header === "" ? "none" : JSON.stringify(header.slice(0, 100));
}

async function readBytes(request: Request, limits: BodyLimits): Promise<Uint8Array> {
  const { max_body_bytes } = limits;
  const tooLarge = () =>
    new Failure("body_too_large", `Cannot take the body: the limit is ${max_body_bytes} bytes`);
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) > max_body_bytes) {
    request.body?.cancel().catch(() => {});
    throw tooLarge();
  }
  if (request.body === null) return new Uint8Array();

  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    // Ends the pending read below.
    reader.cancel().catch(() => {});
  }, limits.body_timeout_ms);
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (timedOut) throw bodyTimeout(limits);
      if (done) break;
      size += value.byteLength;
      if (size > max_body_bytes) {
        reader.cancel().catch(() => {});
        throw tooLarge();
      }
      chunks.push(value);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (timedOut) throw bodyTimeout(limits);
    // The client broke off: nobody is left to read the answer.
    throw new Failure("malformed_json", "Cannot read the body: it broke off", { cause: error });
  } finally {
    clearTimeout(timer);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : concatenate(chunks, size);
}

function bodyTimeout(limits: BodyLimits): Failure {
  return new Failure(
    "request_timeout",
    `Cannot read the body: it did not arrive within ${limits.body_timeout_ms} ms`,
  );
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
