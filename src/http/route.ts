/**
 * A route: what a group of paths answers.
 *
 * @module
 */

/** What every handler gets beside the request. */
export interface RouteContext {
  readonly requestId: string;
  readonly url: URL;
  /** Values of the path's named parts, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** Answers a request, or throws a `Failure`. */
export type Handler = (request: Request, context: RouteContext) => Response | Promise<Response>;

/** One path with its methods. */
export interface Route {
  /** As in `URLPattern`: "/cases/:case_id". */
  readonly path: string;
  readonly methods: Readonly<Record<string, Handler>>;
}
