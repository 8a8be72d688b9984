/**
 * Why a message was judged as it was: the deciding words in the message, and
 * the scores of words and model side by side.
 *
 * @module
 */
import type { Explanation } from "../triage/domain/explanation.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import { highlight } from "./highlight.ts";
import { IntentBadge, Probability } from "./marks.tsx";
import { ASIDE_WORDS, DEGRADED_WORDS, INTENT_WORDS, reasonWords, ROUTE_WORDS } from "./words.ts";

/** The message, its deciding words marked in the colour of the type they spoke for. */
export function HighlightedMessage(
  { message, evidence, setAside = [] }: {
    readonly message: string;
    readonly evidence: Explanation["evidence"];
    readonly setAside?: Explanation["set_aside"];
  },
) {
  const stretches = highlight(message, evidence, setAside);
  const intents = INTENTS.filter((intent) =>
    stretches.some(({ evidence }) => evidence?.intent === intent)
  );
  return (
    <section class="card" aria-labelledby="message-title">
      <h2 id="message-title">The message</h2>
      <blockquote class="message">
        {stretches.map(({ text, evidence, aside, soft }) =>
          aside !== null
            ? <span class="aside" title={`Not judged: ${ASIDE_WORDS[aside]}`}>{text}</span>
            : evidence === null
            ? text
            : (
              <mark
                class={soft ? `${evidence.intent} soft` : evidence.intent}
                title={`${INTENT_WORDS[evidence.intent]}, weight ${evidence.weight.toFixed(1)}`}
              >
                {text}
              </mark>
            )
        )}
      </blockquote>
      {setAside.length > 0 && <p class="hint">What is grey was not judged.</p>}
      {intents.length === 0 ? <p class="hint">No single word decided.</p> : (
        <p class="hint">
          The stronger the mark, the louder a word spoke for {intents.map((intent) => (
            <>
              <IntentBadge intent={intent} />
              {" "}
            </>
          ))}
        </p>
      )}
    </section>
  );
}

/** The words' scores, the encoder's where it was asked, the model's and all together, in a table. */
export function ScoresTable({ explanation }: { readonly explanation: Explanation }) {
  const { local, encoder, model, scores } = explanation;
  return (
    <section class="card" aria-labelledby="scores-title">
      <h2 id="scores-title">How probable each type is</h2>
      <table class="scores">
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col">By its words</th>
            {encoder && <th scope="col">By the encoder</th>}
            <th scope="col">By the model</th>
            <th scope="col">Together</th>
          </tr>
        </thead>
        <tbody>
          {INTENTS.map((intent) => (
            <tr>
              <th scope="row">{INTENT_WORDS[intent]}</th>
              <td>
                <Probability value={local.scores[intent]} intent={intent} />
              </td>
              {encoder && (
                <td>
                  {encoder.scores
                    ? <Probability value={encoder.scores[intent]} intent={intent} />
                    : <span class="hint">no answer</span>}
                </td>
              )}
              <td>
                {model?.scores
                  ? <Probability value={model.scores[intent]} intent={intent} />
                  : <span class="hint">{explanation.degraded ? "no answer" : "not asked"}</span>}
              </td>
              <td>
                <Probability value={scores[intent]} intent={intent} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Provenance explanation={explanation} />
    </section>
  );
}

function Provenance({ explanation }: { readonly explanation: Explanation }) {
  const { route, local, encoder, model, degraded, review, timings_ms, usage } = explanation;
  return (
    <dl class="facts">
      <dt>Route</dt>
      <dd>
        {ROUTE_WORDS[route]}
        {degraded && `: ${DEGRADED_WORDS[degraded.code]}`}
      </dd>
      <dt>Versions</dt>
      <dd>
        scorer {local.version}
        {encoder && `, encoder ${encoder.version}`}
        {model && `, ${model.name} with prompt ${model.prompt_version}`}
      </dd>
      <dt>Took</dt>
      <dd>
        {milliseconds(timings_ms.total)}
        {usage.attempts > 0 &&
          `, ${usage.input_tokens + usage.output_tokens} tokens${cost(usage.cost_usd)}`}
      </dd>
      {review.required && (
        <>
          <dt>A person should look</dt>
          <dd>{reasonWords(review.reasons)}</dd>
        </>
      )}
    </dl>
  );
}

function milliseconds(ms: number): string {
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms).toLocaleString("en")} ms`;
}

function cost(usd: number | null): string {
  return usd === null ? "" : `, $${usd.toFixed(4)}`;
}
