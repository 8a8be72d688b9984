/**
 * Reads a request body within limits: size, time, encoding, media type.
 *
 * @module
 */
import { Failure } from "../../triage/domain/failure.ts";
import { parseJson } from "../../triage/domain/json.ts";

/** Limits of a request body. */
export interface BodyLimits {
  readonly max_body_bytes: number;
  readonly body_timeout_ms: number;
}

/**
 * Reads and parses a JSON body.
 *
 * @throws {Failure} `malformed_json`, and what {@linkcode readJsonBytes} throws.
 */
export async function readJson(request: Request, limits: BodyLimits): Promise<unknown> {
  return parseJson(await readJsonBytes(request, limits));
}

/**
 * Reads a JSON body as it was sent.
 *
 * @throws {Failure} `unsupported_media_type`, `body_too_large` (the rest is not
 * read), `request_timeout`, or `malformed_json` when it breaks off.
 */
export function readJsonBytes(request: Request, limits: BodyLimits): Promise<Uint8Array> {
  checkMediaType(request.headers, "application/json");
  return readBytes(request, limits);
}

/**
 * Reads the fields of a form that a browser sent.
 *
 * @throws {Failure} What {@linkcode readJsonBytes} throws.
 */
export async function readForm(request: Request, limits: BodyLimits): Promise<URLSearchParams> {
  checkMediaType(request.headers, "application/x-www-form-urlencoded");
  return new URLSearchParams(new TextDecoder().decode(await readBytes(request, limits)));
}

/**
 * Checks what a body says it is: media type, charset, no encoding.
 *
 * @throws {Failure} `unsupported_media_type`
 */
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
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) > limits.max_body_bytes) throw tooLarge(limits);
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(bodyTimeout(limits)), limits.body_timeout_ms);
  // What is read in one go costs half of what is read chunk by chunk.
  const body = declared === null
    ? readChunks(request, limits, late.promise)
    : request.arrayBuffer();
  try {
    const bytes = new Uint8Array(await Promise.race([body, late.promise]));
    if (bytes.byteLength > limits.max_body_bytes) throw tooLarge(limits);
    return bytes;
  } catch (error) {
    // Fails as soon as the server closes the connection, when nobody waits for it any more.
    body.catch(() => {});
    if (error instanceof Failure) throw error;
    // The client broke off: nobody is left to read the answer.
    throw new Failure("malformed_json", "Cannot read the body: it broke off", { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Reads a body of unknown length, no further than the limit. */
async function readChunks(
  request: Request,
  limits: BodyLimits,
  late: Promise<never>,
): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  late.catch(() => reader.cancel().catch(() => {}));
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (true) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limits.max_body_bytes) {
      reader.cancel().catch(() => {});
      throw tooLarge(limits);
    }
    chunks.push(value);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : concatenate(chunks, size);
}

function tooLarge(limits: BodyLimits): Failure {
  return new Failure(
    "body_too_large",
    `Cannot take the body: the limit is ${limits.max_body_bytes} bytes`,
  );
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
