/**
 * One part of the quality page: a chart and its numbers in a table beside it.
 *
 * @module
 */
import type { VNode } from "preact";

/** What a panel shows. */
export interface PanelProps {
  readonly id: string;
  readonly title: string;
  /** What it says, and what to beware of. */
  readonly note?: string;
  readonly chart: VNode;
  /** Class of each colour and what it stands for. */
  readonly legend: readonly (readonly [name: string, text: string])[];
  readonly table: VNode;
  /** What there is to see and what it takes to see something. */
  readonly seen: { readonly have: number; readonly need: number; readonly nouns: string };
}

/** Writes a panel; while there is too little to see, how much is missing instead of a drawing. */
export function Panel({ id, title, note, chart, legend, table, seen }: PanelProps) {
  const { have, need, nouns } = seen;
  if (have < need) {
    return (
      <section class="card" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{title}</h2>
        <p class="hint">
          {`Too little to see yet: ${have} of ${need} ${nouns}, ${need - have} to come.`}
        </p>
      </section>
    );
  }
  return (
    <section class="card chart" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {note && <p class="hint">{note}</p>}
      <div>
        {chart}
        {legend.length > 0 && (
          <ul class="legend">
            {legend.map(([name, text]) => (
              <li>
                <svg viewBox="0 0 8 8" aria-hidden="true">
                  <rect class={name} width="8" height="8" rx="2" />
                </svg>
                {text}
              </li>
            ))}
          </ul>
        )}
      </div>
      {table}
    </section>
  );
}

/** What a table shows. The first cell of a row names it. */
export interface TableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table of numbers that scrolls by itself, by keyboard too. */
export function Table({ caption, columns, rows }: TableProps) {
  const [first, ...others] = columns;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((name) => <th scope="col" class="figure">{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell) => <td class="figure">{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
