/**
 * The verdict in one line: type, probability, ticket.
 *
 * @module
 */
import type { Explanation } from "../triage/domain/explanation.ts";
import type { Intent } from "../triage/domain/intent.ts";
import type { InquiryCategory } from "../triage/domain/reply.ts";
import { SITUATION_TABLE } from "../triage/domain/situation.ts";
import { IntentBadge } from "./marks.tsx";
import { INTENT_WORDS, percent } from "./words.ts";

/** What the line says. */
export interface VerdictLineProps {
  readonly intent: Intent;
  /** Of the service's own verdict, in [0, 1]. */
  readonly confidence: number;
  /** What the service said, where a person has said something since; `null` where nobody has. */
  readonly first: Intent | null;
  readonly category: InquiryCategory | null;
  readonly ticket_id: string | null;
  readonly secondary: readonly Intent[];
  /** What the customer is in; `null` where that was not told. */
  readonly situation: Explanation["situation"] | null;
}

/** The verdict, large enough to be the first thing seen. */
export function VerdictLine(props: VerdictLineProps) {
  const { intent, confidence, first, category, ticket_id, secondary, situation } = props;
  return (
    <p class="verdict">
      {situation?.grave && <span class="badge grave">Grave</span>}
      <IntentBadge intent={intent} />
      {first === null
        ? (
          <span>
            <strong>{percent(confidence)}</strong> sure
          </span>
        )
        : (
          <span>
            by a person{" "}
            <span class="hint">
              (the service: {INTENT_WORDS[first]}, {percent(confidence)} sure)
            </span>
          </span>
        )}
      {category !== null && <span>{category}</span>}
      {situation && (
        <span class="hint">
          {SITUATION_TABLE[situation.name].says}, {percent(situation.probability)}
        </span>
      )}
      {ticket_id !== null && <code>{ticket_id}</code>}
      {secondary.length > 0 && (
        <span class="hint">
          also {secondary.map((other) => <IntentBadge intent={other} />)}
        </span>
      )}
    </p>
  );
}
