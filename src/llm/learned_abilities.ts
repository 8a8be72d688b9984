/**
 * Learns from refusals what a server can do, and tries again after a while:
 * servers are updated, and what was taken for a refusal may have been none.
 *
 * @module
 */
import type { ModelFailureFacts } from "./failure_facts.ts";
import { lessAbilities, type ServerAbilities } from "./server_abilities.ts";

/** Name of an ability. */
export type AbilityName = keyof ServerAbilities;

/** An ability that was given up or came back. */
export interface AbilityChange {
  readonly ability: AbilityName;
  readonly change: "given_up" | "regained";
  /** What is asked for now. */
  readonly now: string;
}

/** What one server can do, as far as is known. */
export interface LearnedAbilities {
  /** What to ask for in the next call. Now and then this holds something that was refused long ago. */
  next(): ServerAbilities;
  /**
   * A call was refused.
   *
   * @returns What to ask for instead, or `null` where asking for less would not help.
   */
  refused(asked: ServerAbilities, facts: ModelFailureFacts): ServerAbilities | null;
  /** A call was answered, but without something that was asked for. */
  ignored(ability: AbilityName): void;
  /** A call was answered. */
  accepted(asked: ServerAbilities): void;
}

/** What was given up is asked for again after this long, in milliseconds. */
export const ABILITY_RETRY_MS = 60 * 60 * 1_000;

/** Starts with everything. */
export function createLearnedAbilities(
  all: ServerAbilities,
  monotonicMs: () => number,
  onChange: (change: AbilityChange) => void,
): LearnedAbilities {
  let known = all;
  /** When each ability was last refused, or last tried again. */
  const refusedAt = new Map<AbilityName, number>();

  function learn(less: ServerAbilities): void {
    for (const ability of differing(known, less)) {
      refusedAt.set(ability, monotonicMs());
      onChange({ ability, change: "given_up", now: String(less[ability]) });
    }
    known = less;
  }

  return {
    next() {
      const now_ms = monotonicMs();
      const due = [...refusedAt].find(([, at_ms]) => now_ms - at_ms >= ABILITY_RETRY_MS);
      if (due === undefined) return known;
      const [ability] = due;
      // This call alone tries; the others go on with what is known.
      refusedAt.set(ability, now_ms);
      return { ...known, [ability]: all[ability] };
    },
    refused(asked, facts) {
      const less = lessAbilities(asked, facts);
      if (asked === known) {
        if (less === null) return null;
        learn(less);
        return known;
      }
      // Something was tried once more, or another call has found out meanwhile.
      const isRefusal = less !== null || (facts.status ?? 0) >= 400 && (facts.status ?? 0) < 500;
      return isRefusal && differing(asked, known).length > 0 ? known : null;
    },
    ignored(ability) {
      if (known[ability] === true) learn({ ...known, [ability]: false });
    },
    accepted(asked) {
      if (asked === known) return;
      for (const ability of differing(known, asked)) {
        if (!refusedAt.has(ability) || asked[ability] !== all[ability]) continue;
        refusedAt.delete(ability);
        known = { ...known, [ability]: all[ability] };
        onChange({ ability, change: "regained", now: String(all[ability]) });
      }
    },
  };
}

function differing(a: ServerAbilities, b: ServerAbilities): AbilityName[] {
  return (Object.keys(a) as AbilityName[]).filter((ability) => a[ability] !== b[ability]);
}
