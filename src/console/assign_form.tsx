/**
 * The form that says whose case it is.
 *
 * @module
 */
import { type CaseRecord, DESK_LIMITS } from "../triage/domain/desk.ts";

/** Gives a case to a person, or to nobody. */
export function AssignForm({ record, people }: {
  readonly record: Pick<CaseRecord, "case_id" | "assigned_to">;
  /** Names to choose from; others can be typed. */
  readonly people: readonly string[];
}) {
  return (
    <form
      method="post"
      action={`/console/cases/${record.case_id}/assignment`}
      class="card stack"
    >
      <h2>Whose case it is</h2>
      <div class="row fields">
        <PersonField value={record.assigned_to ?? ""} people={people} />
        <button type="submit">Assign</button>
      </div>
      <p class="hint">The queue shows it to that person alone. Without a name it is nobody's.</p>
    </form>
  );
}

/** The field for a person's name. */
export function PersonField({ label = "Assigned to", value, people }: {
  readonly label?: string;
  readonly value: string;
  readonly people: readonly string[];
}) {
  return (
    <>
      <label class="field">
        {label}
        <input
          name="assigned_to"
          list="people"
          size={12}
          maxLength={DESK_LIMITS.person_characters}
          value={value}
          data-shortcut="a"
          aria-keyshortcuts="a"
        />
      </label>
      <datalist id="people">{people.map((name) => <option value={name} />)}</datalist>
    </>
  );
}
