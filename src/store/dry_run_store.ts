/**
 * Stores nothing: for trying messages out.
 *
 * @module
 */
import { completeCase } from "../triage/domain/case.ts";
import type { CaseStore } from "../triage/domain/ports.ts";
import { TICKET_PREFIX } from "../triage/domain/reply.ts";

/** A store whose cases are gone at once: no case id, and every ticket has the number 0. */
export function openDryRunStore(): CaseStore {
  return {
    record(newCase) {
      const prefix = TICKET_PREFIX[newCase.intent];
      const { answer, explanation } = completeCase(
        newCase,
        prefix === null ? null : `${prefix}-0`,
        0,
      );
      return Promise.resolve({
        case_id: null,
        created_at: newCase.created_at,
        request: newCase.request,
        answer,
        explanation: { ...explanation, case_id: null },
      });
    },
    findRepeat: () => Promise.resolve(null),
    get: () => Promise.resolve(null),
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
}
