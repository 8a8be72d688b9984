/**
 * The matter that a case is in, on the case's page; and of a wish, how many
 * customers asked for it.
 *
 * @module
 */
import type { Matter, Requirement } from "../triage/domain/matter.ts";
import type { Viewer } from "./frame.tsx";
import { NameField, type WrongName } from "./name_field.tsx";
import { count } from "./words.ts";

/** What the panel shows. */
export interface CaseMatterProps {
  readonly viewer: Viewer;
  readonly case_id: string;
  /** `null` where it is in none. */
  readonly matter: Matter | null;
  /** `null` where the case asks for nothing. */
  readonly asked: Requirement | null;
  /** What it could not be put together with. */
  readonly wrong: WrongName | null;
}

/** Writes the panel. */
export function CaseMatter({ viewer, case_id, matter, asked, wrong }: CaseMatterProps) {
  if (matter === null && !viewer.may_review && asked === null) return null;
  return (
    <section class="card stack" aria-labelledby="matter">
      <h2 id="matter">Matter</h2>
      {matter === null ? <p>It stands by itself.</p> : (
        <p>
          <a href={`/console/matters/${matter.matter_id}`}>
            {[matter.ticket_id, matter.title].filter((part) => part !== null).join(" ")}
          </a>
          {`: ${count(matter.cases, "case")} of ${count(matter.customers, "customer")}`}
        </p>
      )}
      {asked !== null && (
        <>
          <p>{`${count(asked.customers, "customer")} asked for it.`}</p>
          <ul>
            {asked.words.filter((each) => each.case_id !== case_id).map(({ case_id: id, text }) => (
              <li>
                <a href={`/console/cases/${id}`}>
                  <q>{text}</q>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {viewer.may_review && matter === null && (
        <form method="post" action="/console/matters" class="row fields">
          <input type="hidden" name="case_id" value={case_id} />
          <NameField
            name="like"
            label="It tells of the same as this case or matter, by number or id"
            wrong={wrong}
          />
          <button type="submit">Put together</button>
        </form>
      )}
    </section>
  );
}
