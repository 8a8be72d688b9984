/**
 * The button that takes back a correction, for as long as that is possible.
 *
 * @module
 */

/** Takes back one correction of a case, while it is the last. */
export function UndoForm({ case_id, corrected_at }: {
  readonly case_id: string;
  /** When it was made; "" is the last one, whichever that is. */
  readonly corrected_at: string;
}) {
  return (
    <form method="post" action={`/console/cases/${case_id}/undo`} class="inline">
      <input type="hidden" name="corrected_at" value={corrected_at} />
      <button type="submit" class="quiet" data-shortcut="z" aria-keyshortcuts="z">
        Undo <kbd aria-hidden="true">z</kbd>
      </button>
    </form>
  );
}
