/**
 * The button that takes back a correction, for as long as that is possible.
 *
 * @module
 */

/** Takes back the last correction of a case. */
export function UndoForm({ case_id }: { readonly case_id: string }) {
  return (
    <form method="post" action={`/console/cases/${case_id}/undo`} class="inline">
      <button type="submit" class="quiet" data-shortcut="z" aria-keyshortcuts="z">
        Undo <kbd aria-hidden="true">z</kbd>
      </button>
    </form>
  );
}
