/**
 * *Quality*: whether the verdicts hold, how much comes in, what it costs. Every
 * chart has its numbers in a table beside it.
 *
 * @module
 */
import type { Route } from "../triage/domain/explanation.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import type { ModelStanding } from "../triage/domain/ports.ts";
import type { CheckedCase, DayCount } from "../triage/domain/statistics.ts";
import { StackedChart } from "./charts/stacked_chart.tsx";
import { renderPage, type Viewer } from "./frame.tsx";
import { type DayFigures, dayFigures, ENOUGH, weekFigures } from "./quality_figures.ts";
import { Panel, Table } from "./quality_panel.tsx";
import { CheckedPanels } from "./quality_checked.tsx";
import { Standing } from "./quality_standing.tsx";
import { count, INTENT_WORDS, percent, ROUTE_WORDS } from "./words.ts";

/** Lengths of time that the page can look back, in days. */
export const PERIODS_DAYS = [7, 30, 90] as const;

/** What the page shows. */
export interface QualityPageProps {
  readonly viewer: Viewer;
  readonly days: number;
  readonly from: Date;
  readonly to: Date;
  readonly checked: readonly CheckedCase[];
  readonly daily: readonly DayCount[];
  readonly standing: ModelStanding | null;
}

const ROUTES: readonly Route[] = ["local", "blended", "local_fallback"];

/** Writes the page. */
export function qualityPage(props: QualityPageProps): string {
  const { viewer, days, from, to, checked, daily, standing } = props;
  const figures = dayFigures(daily, from, to);
  return renderPage({
    title: "Quality",
    section: "/console/quality",
    viewer,
    children: (
      <>
        <h1>Quality</h1>
        <nav class="row periods" aria-label="Period">
          {PERIODS_DAYS.map((period) => (
            <a
              href={`/console/quality?days=${period}`}
              aria-current={period === days ? "true" : undefined}
            >
              {period} days
            </a>
          ))}
        </nav>
        <div class="quality">
          <Summary figures={figures} checked={checked} />
          <CheckedPanels checked={checked} />
          <Volume figures={figures} />
          <Routes figures={figures} />
          <Cost figures={figures} />
          {standing === null ? null : <Standing standing={standing} />}
          <Drift figures={figures} />
        </div>
      </>
    ),
  });
}

interface Figures {
  readonly figures: readonly DayFigures[];
}

function Summary({ figures, checked }: Figures & Pick<QualityPageProps, "checked">) {
  const cases = figures.reduce((sum, day) => sum + day.cases, 0);
  const cost = figures.reduce((sum, day) => sum + day.cost_usd, 0);
  const right = checked.filter(({ first, verdict }) => first === verdict).length;
  return (
    <dl class="card numbers">
      <div>
        <dt>cases</dt>
        <dd>{cases.toLocaleString("en")}</dd>
      </div>
      <div>
        <dt>looked at by people</dt>
        <dd>{checked.length.toLocaleString("en")}</dd>
      </div>
      <div>
        <dt>of those right</dt>
        <dd>{checked.length === 0 ? "–" : percent(right / checked.length)}</dd>
      </div>
      <div>
        <dt>spent on the model</dt>
        <dd>{dollars(cost)}</dd>
      </div>
    </dl>
  );
}

function daysSeen(figures: readonly DayFigures[]) {
  return {
    have: figures.filter(({ cases }) => cases > 0).length,
    need: ENOUGH.days,
    nouns: "days with cases",
  };
}

function Volume({ figures }: Figures) {
  return (
    <Panel
      id="volume"
      seen={daysSeen(figures)}
      title="How much comes in"
      legend={INTENTS.map((intent) => [intent, INTENT_WORDS[intent]])}
      chart={
        <StackedChart
          title="Cases by day and type; the numbers are in the table"
          name="cases"
          days={figures.map(({ day, by_intent }) => ({ day, amounts: by_intent }))}
          parts={INTENTS}
          write={String}
        />
      }
      table={
        <Table
          caption="Cases by day and type"
          columns={["Day", ...INTENTS.map((intent) => INTENT_WORDS[intent]), "All"]}
          rows={figures.toReversed().map(({ day, by_intent, cases }) => [
            day,
            ...INTENTS.map((intent) => String(by_intent[intent])),
            String(cases),
          ])}
        />
      }
    />
  );
}

function Routes({ figures }: Figures) {
  const shares = figures.map(({ day, by_route, cases }) => ({
    day,
    amounts: {
      local: by_route.local / Math.max(1, cases),
      blended: by_route.blended / Math.max(1, cases),
      local_fallback: by_route.local_fallback / Math.max(1, cases),
    },
  }));
  return (
    <Panel
      id="routes"
      seen={daysSeen(figures)}
      title="Who answers"
      legend={ROUTES.map((route) => [route, ROUTE_WORDS[route]])}
      chart={
        <StackedChart
          title="Share of cases by day and route; the numbers are in the table"
          name="share of cases"
          days={shares}
          parts={ROUTES}
          highest={1}
          write={percent}
        />
      }
      table={
        <Table
          caption="Share of cases by day and route"
          columns={["Day", ...ROUTES.map((route) => ROUTE_WORDS[route])]}
          rows={shares.toReversed().map(({ day, amounts }) => [
            day,
            ...ROUTES.map((route) => percent(amounts[route])),
          ])}
        />
      }
    />
  );
}

function Cost({ figures }: Figures) {
  return (
    <Panel
      id="cost"
      seen={{
        have: figures.filter(({ cost_usd }) => cost_usd > 0).length,
        need: ENOUGH.paid_days,
        nouns: "days with a cost",
      }}
      title="What the model costs"
      legend={[]}
      chart={
        <StackedChart
          title="Model cost by day; the numbers are in the table"
          name="US dollars"
          days={figures.map(({ day, cost_usd }) => ({ day, amounts: { blended: cost_usd } }))}
          parts={["blended"]}
          write={(amount) => amount.toPrecision(2)}
        />
      }
      table={
        <Table
          caption="Model cost by day"
          columns={["Day", "Cost", "Cases with the model"]}
          rows={figures.toReversed().map(({ day, cost_usd, by_route }) => [
            day,
            dollars(cost_usd),
            String(by_route.blended),
          ])}
        />
      }
    />
  );
}

/** Weeks in a table alone: what is looked for are small shifts, which a drawing hides. */
function Drift({ figures }: Figures) {
  const weeks = weekFigures(figures);
  return (
    <section class="card" aria-labelledby="drift-title">
      <h2 id="drift-title">How the mail shifts</h2>
      <Table
        caption={`Share of each type and mean confidence, ${count(weeks.length, "week")}`}
        columns={["Week of", ...INTENTS.map((intent) => INTENT_WORDS[intent]), "Sure", "Cases"]}
        rows={weeks.toReversed().map(({ week, share, confidence, cases }) => [
          week,
          ...INTENTS.map((intent) => percent(share[intent])),
          percent(confidence),
          String(cases),
        ])}
      />
    </section>
  );
}

function dollars(usd: number): string {
  return `$${usd < 1 ? usd.toFixed(4) : usd.toFixed(2)}`;
}
