/**
 * Names in the environment that look like settings and are none: a slip of the
 * pen would otherwise be a default that nobody wanted.
 *
 * @module
 */
// @ts-types="@std/types/text/closest_string.d.ts"
import { closestString } from "@std/text/closest-string";

const PREFIX = "INTAKE_";
/** Names that the tests read. */
const TESTS_PREFIX = "INTAKE_TEST_";

/** One line for each name that is no setting, with the setting that is nearest to it. */
export function unknownSettings(names: readonly string[], known: readonly string[]): string[] {
  const ours = known.filter((name) => name.startsWith(PREFIX));
  return names
    .filter((name) => name.toUpperCase().startsWith(PREFIX))
    .filter((name) => !name.startsWith(TESTS_PREFIX) && !known.includes(name))
    .toSorted()
    .map((name) =>
      `${name} is no setting and has no effect; the nearest is ` +
      closestString(name.toUpperCase(), ours)
    );
}
