/**
 * `GET /healthz` (alive) and `GET /readyz` (able to take work).
 *
 * @module
 */
import { z } from "zod";
import { Failure } from "../../triage/domain/failure.ts";
import type { Route } from "../door/route.ts";

/** Seconds after which readiness is worth asking again. */
const READY_RETRY_AFTER_S = 1;
/** Seconds after which another instance may have taken over. */
const STOPPING_RETRY_AFTER_S = 5;

/** What `/readyz` says of a service that can take work. */
export const readiness = z.strictObject({
  status: z.literal("ready"),
  pending_erasures: z.int().min(0).meta({
    description: "Erasures whose texts may still be in the database's log.",
  }),
});

type Readiness = z.infer<typeof readiness>;

/** What the health routes ask. */
export interface HealthParts {
  /** Whether the store could take a write now. */
  readonly ready: () => Promise<boolean>;
  /** Whether the service is about to stop. @default it is not */
  readonly stopping?: () => boolean;
  /** Erasures that are not complete yet. @default none */
  readonly pendingErasures?: () => number;
}

/** The two health routes. */
export function healthRoutes({ ready, stopping, pendingErasures }: HealthParts): readonly Route[] {
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
          if (stopping?.()) {
            throw new Failure("shutting_down", "Cannot take work: the service is stopping", {
              retryAfterS: STOPPING_RETRY_AFTER_S,
            });
          }
          if (await ready()) {
            const pending_erasures = pendingErasures?.() ?? 0;
            return Response.json({ status: "ready", pending_erasures } satisfies Readiness);
          }
          throw new Failure("store_unavailable", "Cannot take work: the store does not answer", {
            retryAfterS: READY_RETRY_AFTER_S,
          });
        },
      },
    },
  ];
}
