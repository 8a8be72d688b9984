/**
 * Finds the route of a path.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import type { Route } from "./door/route.ts";

/** A route with the values of its path's named parts. */
export interface FoundRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** All routes of a service. */
export class RouteTable {
  readonly #exact: ReadonlyMap<string, FoundRoute>;
  readonly #patterns: readonly { readonly route: Route; readonly pattern: URLPattern }[];

  constructor(routes: readonly Route[]) {
    const named = routes.filter(({ path }) => path.includes(":"));
    this.#patterns = named.map((route) => ({
      route,
      pattern: new URLPattern({ pathname: route.path }),
    }));
    this.#exact = new Map(
      routes.filter((route) => !named.includes(route))
        .map((route) => [route.path, { route, params: {} }]),
    );
  }

  /**
   * Finds the route; `null` when there is none.
   *
   * @throws {Failure} `not_found` when a named part is not what a URL may hold.
   */
  find(pathname: string): FoundRoute | null {
    const exact = this.#exact.get(pathname);
    if (exact !== undefined) return exact;
    for (const { route, pattern } of this.#patterns) {
      const groups = pattern.exec({ pathname })?.pathname.groups;
      if (groups) return { route, params: decode(groups) };
    }
    return null;
  }

  /** The route's own path, such as "/cases/:case_id", and "*" for what is not there. */
  templateOf(pathname: string): string {
    try {
      return this.find(pathname)?.route.path ?? "*";
    } catch {
      return "*";
    }
  }
}

function decode(groups: Record<string, string | undefined>): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value ?? "")]),
    );
  } catch {
    throw new Failure("not_found", "There is nothing at this address");
  }
}
