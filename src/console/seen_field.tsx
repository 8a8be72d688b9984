/**
 * What a form says of the case as its page showed it.
 *
 * @module
 */

/** The last correction that the page knows of, `null` where there was none. */
export function SeenField({ seen }: { readonly seen: string | null }) {
  return <input type="hidden" name="last_corrected_at" value={seen ?? ""} />;
}
