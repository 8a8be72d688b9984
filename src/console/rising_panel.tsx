/**
 * What rises, on the first page that people see.
 *
 * @module
 */
import type { ToldRise } from "../triage/domain/rising.ts";
import { Time } from "./marks.tsx";
import { count } from "./words.ts";

/** The panel; nothing where nothing rises. */
export function RisingPanel({ rising }: { readonly rising: readonly ToldRise[] }) {
  if (rising.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="rising">
      <h2 id="rising">Rising</h2>
      <ul class="stack">
        {rising.map((rise) => (
          <li>
            {rise.kind === "matter"
              ? <a href={`/console/matters/${rise.name}`}>{nameOf(rise)}</a>
              : <strong>{rise.name}</strong>} {`${count(rise.reports, "report")} from `}
            <Time at={new Date(rise.onset)} />
            {" to "}
            <Time at={new Date(rise.found_at)} />
            {`, where ${expectedText(rise.expected)} would be usual.`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ ticket_id, title }: ToldRise): string {
  return [ticket_id, title].filter((part) => part !== null).join(" ") || "A matter";
}

function expectedText(expected: number): string {
  return expected < 0.1 ? "next to none" : expected.toFixed(1);
}
