/**
 * What runs beside the requests: delivery of events, and upkeep of the store.
 *
 * @module
 */
import type { Outbox } from "../triage/domain/outbox_event.ts";
import { startDelivery } from "./delivery.ts";
import { startLoop } from "./loop.ts";
import type { Send } from "./webhook.ts";

/** What the background is made of. */
export interface BackgroundParts {
  readonly outbox: Outbox;
  /** `null` where no receiver is configured. */
  readonly send: Send | null;
  /** Drops what has lapsed and erases what is too old. */
  readonly sweep: () => Promise<{ readonly cases: number }>;
  /** Tries to complete erasures that are not complete yet. */
  readonly clear: () => Promise<void>;
  /**
   * Reads some of the cases that were stored before cases were compared; the pause before the
   * next, in milliseconds.
   */
  readonly readOlder: () => Promise<number>;
  /** Puts some of the stored cases together; the pause before the next, in milliseconds. */
  readonly buildMatters: () => Promise<number>;
  /** Looks for what rises; the pause before it looks again, in milliseconds. */
  readonly watchRising: () => Promise<number>;
  /** Told what the operator should know: one line each. */
  readonly onNotice: (line: string) => void;
}

/** The background, running. */
export interface Background {
  /** Delivers what is due within the time given, and ends. */
  stop(within_ms: number): Promise<void>;
}

const SWEEP_PAUSE_MS = 10 * 60 * 1000;
const SWEEP_AGAIN_MS = 30_000;
const CLEAR_PAUSE_MS = 1_000;

/** Starts the background. */
export function startBackground(parts: BackgroundParts): Background {
  const { outbox, send, sweep, clear, readOlder, onNotice } = parts;
  const notice = (what: string) => onlyOnce((error) => onNotice(`${what}: ${reasonOf(error)}`));
  const upkeep = startLoop({
    round: async () => {
      const { cases } = await sweep();
      if (cases > 0) {
        onNotice(
          `Erased what is older than INTAKE_RETENTION_DAYS: ${cases} case${
            cases === 1 ? "" : "s"
          }.`,
        );
      }
      return SWEEP_PAUSE_MS;
    },
    after_error_ms: SWEEP_AGAIN_MS,
    onError: notice("Upkeep of the store is delayed"),
  });
  const erasures = startLoop({
    round: async () => {
      await clear();
      return CLEAR_PAUSE_MS;
    },
    after_error_ms: SWEEP_AGAIN_MS,
    onError: notice("Erasures are not complete yet"),
  });
  const older = startLoop({
    round: readOlder,
    after_error_ms: SWEEP_AGAIN_MS,
    onError: notice("Older cases are not compared yet"),
  });
  const matters = startLoop({
    round: parts.buildMatters,
    after_error_ms: SWEEP_AGAIN_MS,
    onError: notice("Cases are not put together yet"),
  });
  const rising = startLoop({
    round: parts.watchRising,
    after_error_ms: SWEEP_AGAIN_MS,
    onError: notice("What rises is not looked for"),
  });
  const delivery = send === null ? null : startDelivery({
    outbox,
    send,
    now: () => new Date(),
    random: Math.random,
    onError: notice("Delivery of webhooks is delayed"),
  });
  return {
    async stop(within_ms) {
      await Promise.all([
        upkeep.stop(),
        erasures.stop(),
        older.stop(),
        matters.stop(),
        rising.stop(),
        delivery?.drain(within_ms),
      ]);
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Reports an error unless it is the one reported last: a store that is away is away for a while. */
function onlyOnce(report: (error: unknown) => void): (error: unknown) => void {
  let last: string | null = null;
  return (error) => {
    const reason = reasonOf(error);
    if (reason !== last) report(error);
    last = reason;
  };
}
