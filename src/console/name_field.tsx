/**
 * A field for what a person knows a case or a matter by, with what was wrong
 * with it beside it.
 *
 * @module
 */

/** What a person typed, and why nothing could be done with it. */
export interface WrongName {
  readonly given: string;
  readonly fault: string;
}

/** The field. What was typed wrongly stays in it. */
export function NameField({ name, label, wrong }: {
  readonly name: string;
  readonly label: string;
  readonly wrong: WrongName | null;
}) {
  const fault = `${name}-fault`;
  return (
    <label class="field grow">
      {label}
      <input
        name={name}
        required
        autocomplete="off"
        placeholder="BUG-12"
        value={wrong?.given}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : fault}
        autofocus={wrong !== null}
      />
      {wrong !== null && <span id={fault} class="fault" role="alert">{wrong.fault}</span>}
    </label>
  );
}
