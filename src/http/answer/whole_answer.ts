/**
 * An answer whose whole text is known, as data.
 *
 * A `Response` whose headers are touched after it was made is taken apart again
 * by the server: a quarter of what a request costs. This one becomes a
 * `Response` once, with all its headers.
 *
 * @module
 */

/** Headers by their names in lower case. */
export type HeaderRecord = Readonly<Record<string, string>>;

/** What a handler may give instead of a `Response`. */
export class WholeAnswer {
  /** @param headers Its own; {@linkcode toResponse} adds those that every answer has. */
  constructor(readonly text: string, readonly headers: HeaderRecord) {}

  /** @param standing Headers of every answer; its own come first. */
  toResponse(standing: HeaderRecord): Response {
    return new Response(this.text, { headers: { ...standing, ...this.headers } });
  }
}
