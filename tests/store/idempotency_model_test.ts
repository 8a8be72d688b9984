/**
 * Any sequence of requests, crashes and waiting: the keys behave as a plain
 * model of them says.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { DatabaseStore } from "../../src/store/database_store.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { type KeyClaim, renderBody } from "../../src/triage/domain/case.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import type { KeyedRequest } from "../../src/triage/domain/idempotency.ts";
import { sampleCase } from "./case_samples.ts";

const CLAIM_MS = 30_000;
const KEPT_MS = 24 * 3_600_000;

/** What the model knows of a key. */
interface Known {
  readonly fingerprint: string;
  readonly claim: KeyClaim;
  readonly until: number;
  readonly body: string | null;
}

type Step =
  | { readonly do: "begin"; readonly key: string; readonly fingerprint: string }
  /** Answers, or gives back, the claim that was the n-th to be given out: maybe long lost. */
  | { readonly do: "answer" | "abandon"; readonly claim: number }
  | { readonly do: "wait"; readonly ms: number }
  | { readonly do: "sweep" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("begin" as const),
      key: fc.constantFrom("a", "b"),
      fingerprint: fc.constantFrom("1", "1", "2"),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("answer" as const, "abandon" as const),
      claim: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      ms: fc.constantFrom(1, CLAIM_MS - 1, CLAIM_MS, KEPT_MS - 1, KEPT_MS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("sweep" as const) }) },
);

/** A store beside the model of its keys; each step is done to both and compared. */
class Compared {
  readonly #store: DatabaseStore;
  readonly #clock: { now: number };
  readonly #keys = new Map<string, Known>();
  readonly #claims: KeyClaim[] = [];

  constructor(store: DatabaseStore, clock: { now: number }) {
    this.#store = store;
    this.#clock = clock;
  }

  async step(step: Step): Promise<void> {
    switch (step.do) {
      case "wait":
        this.#clock.now += step.ms;
        break;
      case "sweep":
        await this.#store.sweep();
        for (const [key, { until }] of this.#keys) {
          if (until <= this.#clock.now) this.#keys.delete(key);
        }
        break;
      case "begin":
        await this.#begin({ scope: "s", key: step.key, fingerprint: step.fingerprint });
        break;
      case "answer":
      case "abandon": {
        const claim = this.#claims[step.claim];
        if (claim !== undefined) await this[step.do](claim);
        break;
      }
    }
  }

  async #begin(request: KeyedRequest): Promise<void> {
    const { key, fingerprint } = request;
    const known = this.#keys.get(key);
    const expected = known === undefined || known.until <= this.#clock.now
      ? "claimed"
      : known.fingerprint !== fingerprint
      ? "idempotency_key_reused"
      : known.body ?? "idempotency_in_flight";
    const actual = await outcome(
      this.#store.idempotency.begin(request).then((begun) => {
        if (begun.kind === "replay") return begun.replay.body;
        const claim = { ...request, holder: begun.holder, explain: false, reads_cases: true };
        this.#claims.push(claim);
        this.#keys.set(key, { fingerprint, claim, until: this.#clock.now + CLAIM_MS, body: null });
        return "claimed";
      }),
    );
    assertEquals(actual, expected);
  }

  async answer(claim: KeyClaim): Promise<void> {
    // A claim that lapsed and that nobody took over may still answer.
    const held = this.#held(claim);
    const newCase = sampleCase({ claim });
    let body: string | null = null;
    const actual = await outcome(
      this.#store.record(newCase).then((stored) => {
        body = renderBody(stored, claim);
        return "stored";
      }),
    );
    assertEquals(actual, held === null ? "idempotency_in_flight" : "stored");
    assertEquals(await this.#store.get(newCase.case_id) !== null, held !== null);
    if (held === null) return;
    const until = this.#clock.now + KEPT_MS;
    this.#keys.set(claim.key, { ...held, until, body });
  }

  async abandon(claim: KeyClaim): Promise<void> {
    await this.#store.idempotency.abandon(claim);
    if (this.#held(claim) !== null) this.#keys.delete(claim.key);
  }

  /** The key, where this claim is the one that may answer it. */
  #held(claim: KeyClaim): Known | null {
    const known = this.#keys.get(claim.key);
    return known?.claim.holder === claim.holder && known.body === null ? known : null;
  }
}

function outcome(work: Promise<string>): Promise<string> {
  return work.catch((error) => error instanceof Failure ? error.code : Promise.reject(error));
}

Deno.test("idempotency keys behave as their model, whatever happens in whatever order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40, size: "max" }), async (steps) => {
      const clock = { now: Date.UTC(2026, 2, 2) };
      const store = await openSqliteStore({
        path: ":memory:",
        now: () => new Date(clock.now),
        claim_ms: CLAIM_MS,
      });
      const compared = new Compared(store, clock);
      for (const each of steps) await compared.step(each);
      await store.close();
    }),
    { numRuns: 150 },
  );
});
