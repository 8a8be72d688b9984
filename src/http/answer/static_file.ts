/**
 * Files that come with the service: sent once, then only asked after.
 *
 * @module
 */
// @ts-types="@std/types/http/etag.d.ts"
import { eTag, ifNoneMatch } from "@std/http/etag";

/** A file with its media type. */
export interface StaticFile {
  readonly media: string;
  readonly text: string;
}

const tags = new WeakMap<StaticFile, string>();

/** Answers with the file, or with 304 where the browser has it already. */
export async function staticFile(
  request: Request,
  file: StaticFile,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const tag = tags.get(file) ?? await eTag(file.text);
  tags.set(file, tag);
  const all = {
    ...headers,
    etag: tag,
    // Files are named without a version: the browser is to ask again.
    "cache-control": "no-cache",
    "referrer-policy": "no-referrer",
  };
  if (!ifNoneMatch(request.headers.get("if-none-match"), tag)) {
    return new Response(null, { status: 304, headers: all });
  }
  return new Response(file.text, { headers: { ...all, "content-type": file.media } });
}
