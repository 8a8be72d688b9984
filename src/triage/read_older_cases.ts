/**
 * Reads cases that were stored before cases were compared, so that they are
 * found as similar too. It keeps no account of how far it came: whatever still
 * lacks its gist after a restart is found again.
 *
 * @module
 */
import type { Assessor } from "./domain/ports.ts";
import type { GistShelf } from "./domain/similar.ts";

/** Pauses, so that new messages never wait long for a worker. */
const PAUSE_MS = {
  /** Between two cases. */
  case: 2,
  /** Between two stretches in which some case was read, and in which none was. */
  stretch: 100,
  quiet_stretch: 20,
  /** After the last: another program may have stored some without. */
  end: 60 * 60 * 1000,
} as const;

/**
 * Reads one stretch of cases at each call, the newest first.
 *
 * @param onEnd Hears that all cases have been gone through, each time that it is so.
 * @returns The pause before the next call, in milliseconds.
 */
export function readOlderCases(
  shelf: GistShelf,
  assessor: Pick<Assessor, "assess">,
  onEnd: () => void = () => {},
  wait: (milliseconds: number) => Promise<unknown> = pause,
): () => Promise<number> {
  const never = new AbortController().signal;
  let before: string | null = null;
  return async () => {
    const { cases, erased, reached } = await shelf.unread(before);
    for (const case_id of erased) await shelf.keep(case_id, null);
    for (const { case_id, request } of cases) {
      const asked = { text: request.message, product_name: request.product, verdict: null };
      await shelf.keep(case_id, (await assessor.assess(asked, never)).gist);
      await wait(PAUSE_MS.case);
    }
    before = reached;
    if (reached === null) {
      onEnd();
      return PAUSE_MS.end;
    }
    return cases.length + erased.length > 0 ? PAUSE_MS.stretch : PAUSE_MS.quiet_stretch;
  };
}

function pause(milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  Deno.unrefTimer(setTimeout(resolve, milliseconds));
  return promise;
}
