/**
 * `GET /healthz` (alive) and `GET /readyz` (able to take work).
 *
 * @module
 */
import { Failure } from "../triage/failure.ts";
import type { Route } from "./route.ts";

/** Seconds after which readiness is worth asking again. */
const READY_RETRY_AFTER_S = 1;

/** The two health routes. `ready` says whether the store could take a write now. */
export function healthRoutes(ready: () => Promise<boolean>): readonly Route[] {
  return [
    {
      path: "/healthz",
      scope: "open",
      probe: true,
      methods: { GET: () => Response.json({ status: "ok" }) },
    },
    {
      path: "/readyz",
      scope: "open",
      probe: true,
      methods: {
        async GET() {
          if (await ready()) return Response.json({ status: "ready" });
          throw new Failure("store_unavailable", "Cannot take work: the store does not answer", {
            retryAfterS: READY_RETRY_AFTER_S,
          });
        },
      },
    },
  ];
}
