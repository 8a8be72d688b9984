/**
 * Keeps error reports whole. The SDK reads `error` of an error's body alone:
 * reports that are flat (vLLM), under `detail` (FastAPI) or in a list (Gemini)
 * would be lost, and with them which parameter was refused.
 *
 * @module
 */

/** A `fetch` that puts what an error's body says where the SDK looks for it. */
export function keepingReports(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    // Without a body, as with 304, there is nothing to read and nothing to write back.
    if (response.ok || response.body === null) return response;
    // A report beyond the limit, or broken off, is left out: the status says enough.
    const text = await response.text().catch(() => "");
    const { status, statusText } = response;
    const headers = new Headers(response.headers);
    headers.delete("content-length");
    headers.delete("content-encoding");
    return new Response(nested(text), { status, statusText, headers });
  };
}

function nested(text: string): string {
  try {
    const parsed: unknown = JSON.parse(text);
    const body: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
    if (typeof body !== "object" || body === null) return text;
    return JSON.stringify("error" in body ? body : { error: body });
  } catch {
    return text;
  }
}
