/**
 * A route: what a group of paths answers.
 *
 * @module
 */
import type { Caller } from "./auth.ts";
import type { Scope } from "../../keys/scope.ts";
import type { WholeAnswer } from "../answer/whole_answer.ts";

/** What every handler gets beside the request. */
export interface RouteContext {
  readonly requestId: string;
  readonly url: URL;
  /** Who sent the request; its name is "anonymous" and its scopes are empty when nobody signed. */
  readonly caller: Caller;
  /** Counts a further message in the same request; throws `rate_limited` when it is one too many. */
  readonly countMessage: () => Promise<void>;
  /** Values of the path's named parts, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** Answers a request, or throws a `Failure`. */
export type Handler = (
  request: Request,
  context: RouteContext,
) => Response | WholeAnswer | Promise<Response | WholeAnswer>;

/** One path with its methods. */
export interface Route {
  /** As in `URLPattern`: "/cases/:case_id". */
  readonly path: string;
  /**
   * Scope that a caller needs where keys are configured; with `any` a key of whatever scope will
   * do. Left out, only `admin` gets in.
   */
  readonly scope?: Scope | "open" | "any";
  /** Scope for what changes something, where that takes another: for all methods but GET and HEAD. */
  readonly write_scope?: Scope;
  /** Answered under overload too, and not counted against any rate: health probes. */
  readonly probe?: boolean;
  readonly methods: Readonly<Record<string, Handler>>;
}
