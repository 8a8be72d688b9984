/**
 * What the model has shown of itself, and how much its opinions count therefore.
 *
 * @module
 */
import type { ModelStanding } from "../triage/domain/ports.ts";
import { Table } from "./quality_panel.tsx";
import { percent } from "./words.ts";

const STATE_WORDS: Readonly<Record<ModelStanding["state"], string>> = {
  unproven: "The model has not been examined yet: its opinions do not count.",
  trusted: "The model's opinions count beside the words of the message.",
  dropped: "The model judges too badly: its opinions are dropped, its drafts stay where they hold.",
};

/** Since the service was started; figures of stored cases are in the other panels. */
export function Standing({ standing }: { readonly standing: ModelStanding }) {
  const { state, weight, exam, samples } = standing;
  return (
    <section class="card" aria-labelledby="standing-title">
      <h2 id="standing-title">How far the model is trusted</h2>
      <p>{STATE_WORDS[state]}</p>
      <Table
        caption="What the model has shown since the start"
        columns={["", "Messages", "Right"]}
        rows={[
          ["Entrance exam", String(exam.answered), share(exam)],
          ["Samples of which the words are sure", String(samples.answered), share(samples)],
          ["Its opinions count by", "", percent(weight)],
        ]}
      />
    </section>
  );
}

function share({ answered, right }: ModelStanding["exam"]): string {
  return answered === 0 ? "–" : percent(right / answered);
}
