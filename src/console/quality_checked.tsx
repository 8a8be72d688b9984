/**
 * The part of the quality page that rests on what people said: reliability,
 * risk and coverage, confusion.
 *
 * @module
 */
import { INTENTS } from "../triage/domain/intent.ts";
import type { CheckedCase } from "../triage/domain/statistics.ts";
import { ConfusionChart } from "./charts/confusion_chart.tsx";
import { ReliabilityChart } from "./charts/reliability_chart.tsx";
import { RiskChart } from "./charts/risk_chart.tsx";
import {
  calibrationGap,
  confusionOf,
  ENOUGH,
  pointsAt,
  reliabilityBins,
  riskCurve,
} from "./quality_figures.ts";
import { Panel, Table } from "./quality_panel.tsx";
import { count, INTENT_WORDS, percent } from "./words.ts";

/** Coverages that the table of the risk-coverage curve names. */
const COVERAGES = [0.2, 0.4, 0.6, 0.8, 0.9, 1];

/** The three panels; one line instead while nobody has looked at a case. */
export function CheckedPanels({ checked }: { readonly checked: readonly CheckedCase[] }) {
  if (checked.length === 0) {
    return (
      <p class="empty">
        Nobody has confirmed or corrected a case in this time.{" "}
        <a href="/console/review">Review some</a> to see how right the service is.
      </p>
    );
  }
  return (
    <>
      <Reliability checked={checked} />
      <Risk checked={checked} />
      <Confusion checked={checked} />
    </>
  );
}

interface Checked {
  readonly checked: readonly CheckedCase[];
}

function seenOf(checked: readonly CheckedCase[]) {
  return { have: checked.length, need: ENOUGH.checked_cases, nouns: "cases that people looked at" };
}

function Reliability({ checked }: Checked) {
  const bins = reliabilityBins(checked);
  return (
    <Panel
      id="reliability"
      seen={seenOf(checked)}
      title="Is 80% sure right 8 times in 10?"
      note={`On the dashed line it is. Over ${count(checked.length, "case")} the mean gap is ${
        calibrationGap(bins).toFixed(3)
      }. People mostly look at the cases the service was least sure of, so this is the hard part of the mail.`}
      legend={[["dot", "cases of like confidence"], ["volume", "how many there are"]]}
      chart={<ReliabilityChart bins={bins} />}
      table={
        <Table
          caption="How often right, by how sure"
          columns={["How sure", "Cases", "Mean", "Right"]}
          rows={bins.filter((bin) => bin.cases > 0).map((bin) => [
            `${Math.round(100 * bin.from)}–${Math.round(100 * bin.to)}%`,
            String(bin.cases),
            percent(bin.confidence),
            percent(bin.right),
          ])}
        />
      }
    />
  );
}

function Risk({ checked }: Checked) {
  const curve = riskCurve(checked);
  return (
    <Panel
      id="risk"
      seen={seenOf(checked)}
      title="What a threshold would buy"
      note="How often the verdict is wrong if only the surest cases were let through."
      legend={[]}
      chart={<RiskChart points={curve} />}
      table={
        <Table
          caption="Share wrong among the surest"
          columns={["Share let through", "Threshold", "Wrong"]}
          rows={pointsAt(curve, COVERAGES).map(({ coverage, threshold, risk }) => [
            percent(coverage),
            threshold.toFixed(3),
            percent(risk),
          ])}
        />
      }
    />
  );
}

function Confusion({ checked }: Checked) {
  const confusion = confusionOf(checked);
  const share = (value: number | null) => value === null ? "–" : percent(value);
  return (
    <Panel
      id="confusion"
      seen={seenOf(checked)}
      title="What is taken for what"
      legend={[]}
      chart={<ConfusionChart cell={confusion.cell} />}
      table={
        <Table
          caption="The service's verdict in rows, people's in columns"
          columns={["The service said", ...INTENTS.map((each) => INTENT_WORDS[each])]
            .concat(["Precision", "Recall"])}
          rows={INTENTS.map((first) => [
            INTENT_WORDS[first],
            ...INTENTS.map((verdict) => String(confusion.cell(first, verdict))),
            share(confusion.precision(first)),
            share(confusion.recall(first)),
          ])}
        />
      }
    />
  );
}
