/**
 * What calls cost, summed per day (UTC), and the budget that stops calls.
 *
 * A call reserves the most it can cost before it is sent, so that many calls
 * in flight cannot pass the budget together: it is passed by one call at most.
 *
 * @module
 */
import { costOf } from "./prices.ts";
import { addTokens, NO_TOKENS, type TokenCount } from "./token_count.ts";
import type { TokenPrice } from "./token_price.ts";

/** Options of {@linkcode createSpending}. */
export interface SpendingOptions {
  /** Most that may be spent in a day (UTC), in USD; `null`: no limit. */
  readonly budget_usd_per_day: number | null;
  /** `null` where the price is not known. */
  readonly price: TokenPrice | null;
  /** What this day had already cost before the process started, in USD. */
  readonly spent_today_usd: number;
  /**
   * Reads what this day has cost all instances together; asked now and then, while
   * calls are made. `null` where there is only this one.
   */
  readonly readSpentToday: (() => Promise<number>) | null;
  readonly now: () => Date;
}

/** What other instances spent is read again after this long, in milliseconds. */
const READ_AGAIN_MS = 30_000;

/** Money set aside for a call in flight. */
export interface Reservation {
  /**
   * The call is over.
   *
   * @param tokens What the server counted; `null` where it said nothing.
   * @param billed Whether the server may bill it all the same: then the whole reservation stays spent.
   */
  settle(tokens: TokenCount | null, billed: boolean): void;
}

/** What was spent, day by day. */
export interface Spending {
  /** Sets money aside for a call, or returns `null` when the day's budget does not reach. */
  reserve(most: TokenCount): Reservation | null;
  /** Whether money could be set aside for a call, and all of it be paid from the budget. */
  affords(most: TokenCount): boolean;
  /** Spent this day, in USD; calls in flight not included. */
  spentTodayUsd(): number;
  /** Tokens of this day. */
  tokensToday(): TokenCount;
}

/** Starts a ledger. Without a price nothing can be counted, and no budget be kept. */
export function createSpending(options: SpendingOptions): Spending {
  const { budget_usd_per_day: budget, price, now } = options;
  let day = dayOf(now());
  let spent_usd = options.spent_today_usd;
  let reserved_usd = 0;
  let tokens: TokenCount = NO_TOKENS;
  let readAt = now().getTime();

  /** Not waited for: a budget is passed by what the others spend meanwhile, and no call is delayed. */
  function readOthers(): void {
    const at = now().getTime();
    if (budget === null || options.readSpentToday === null || at - readAt < READ_AGAIN_MS) return;
    readAt = at;
    const asked = day;
    options.readSpentToday().then((together_usd) => {
      if (day === asked) spent_usd = Math.max(spent_usd, together_usd);
    }, () => {
      // The store is away: what is known here still holds.
    });
  }

  function turnDay(): void {
    const today = dayOf(now());
    if (today === day) return;
    day = today;
    spent_usd = 0;
    tokens = NO_TOKENS;
  }

  return {
    reserve(most) {
      turnDay();
      readOthers();
      const most_usd = costOf(most, price) ?? 0;
      if (budget !== null && spent_usd + reserved_usd >= budget) return null;
      reserved_usd += most_usd;
      let open = true;
      return {
        settle(count, billed) {
          if (!open) return;
          open = false;
          turnDay();
          reserved_usd = Math.max(0, reserved_usd - most_usd);
          if (count === null) {
            if (billed) spent_usd += most_usd;
            return;
          }
          spent_usd += costOf(count, price) ?? 0;
          tokens = addTokens(tokens, count);
        },
      };
    },
    affords(most) {
      turnDay();
      return budget === null || spent_usd + reserved_usd + (costOf(most, price) ?? 0) <= budget;
    },
    spentTodayUsd() {
      turnDay();
      return spent_usd;
    },
    tokensToday() {
      turnDay();
      return tokens;
    },
  };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
