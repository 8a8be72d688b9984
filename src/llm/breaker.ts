/**
 * Stops asking while the model is down, and lets one probe through now and then.
 *
 * Cockatiel keeps the states. Four of its habits are changed here:
 * - a call that is made while the probe is out is turned away, not kept waiting;
 * - what ends every call opens the breaker at once: no quota, a wrong key, no such model;
 * - a probe outlives the client that caused it: a call that a client gives up
 *   says nothing about the server, yet would close the breaker;
 * - a failure does not count when another call succeeded after the failed one
 *   had begun: a few hanging calls that time out together are no outage.
 *
 * @module
 */
import {
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
} from "cockatiel";
import { ModelFailure } from "./model_failure.ts";

/** Options of {@linkcode createBreaker}. */
export interface BreakerOptions {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** Time between two probes while it is open, in milliseconds. */
  readonly probe_every_ms: number;
  /** Hears of every change, and of the failure that opened it. */
  readonly onState?: (state: "open" | "probing" | "closed", cause: ModelFailure | null) => void;
}

/** Shared by all calls to one model. */
export interface Breaker {
  /** Whether a call would be turned away now. */
  refuses(): boolean;
  /**
   * Runs a call, or throws a {@linkcode ModelFailure} `model_circuit_open` without running it.
   *
   * @param call Is given whether it is the probe: then it must not be cut short by its client.
   */
  run<T>(call: (probe: boolean) => Promise<T>): Promise<T>;
}

/** Creates a closed breaker. */
export function createBreaker(options: BreakerOptions): Breaker {
  const { failures, probe_every_ms, onState } = options;
  const inARow = new ConsecutiveBreaker(failures);
  let lastFailure: ModelFailure | null = null;
  let openedAt = 0;
  let successes = 0;

  const policy = circuitBreaker(
    handleWhen((error) => {
      lastFailure = error instanceof ModelFailure ? error : null;
      return lastFailure?.facts.outage ?? false;
    }),
    {
      halfOpenAfter: probe_every_ms,
      breaker: {
        get state() {
          return inARow.state;
        },
        set state(state: unknown) {
          inARow.state = Number(state);
        },
        success: () => inARow.success(),
        failure: () => inARow.failure() || isHopeless(lastFailure),
      },
    },
  );
  policy.onBreak(() => {
    openedAt = Date.now();
    onState?.("open", lastFailure);
  });
  policy.onHalfOpen(() => onState?.("probing", null));
  policy.onReset(() => onState?.("closed", null));

  return {
    refuses: () =>
      policy.state === CircuitState.HalfOpen ||
      policy.state === CircuitState.Open && Date.now() - openedAt < probe_every_ms,
    async run(call) {
      if (policy.state === CircuitState.HalfOpen) throw circuitOpen();
      try {
        return await policy.execute(() => counted(call, policy.state === CircuitState.HalfOpen));
      } catch (error) {
        if (error instanceof Outlived) throw error.cause;
        throw isBrokenCircuitError(error) ? circuitOpen() : error;
      }
    },
  };

  async function counted<T>(call: (probe: boolean) => Promise<T>, probe: boolean): Promise<T> {
    const before = successes;
    try {
      const result = await call(probe);
      successes++;
      return result;
    } catch (error) {
      throw successes > before && !isHopeless(error) ? new Outlived(error) : error;
    }
  }
}

/** A failure of a call that began before another one succeeded. */
class Outlived extends Error {
  constructor(cause: unknown) {
    super("Outlived", { cause });
  }
}

function isHopeless(error: unknown): boolean {
  return error instanceof ModelFailure && error.facts.hopeless === true;
}

/** The failure of a call that the breaker turned away. */
export function circuitOpen(): ModelFailure {
  return new ModelFailure({
    code: "model_circuit_open",
    detail: "The model failed repeatedly and is not asked for the moment",
    retryable: false,
    outage: false,
  });
}
