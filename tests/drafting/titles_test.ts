/**
 * Titles of faults: the clause that names the fault, whole, and nothing else.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { draft } from "./drafting.ts";

const TITLES: readonly (readonly [message: string, title: string])[] = [
  [
    "FW 3.1.0 sends me into the lake after every tunnel. 3.0.4 used to find the road again.",
    "FW 3.1.0 sends me into the lake after every tunnel",
  ],
  [
    "Two of our huts have been shut since May, and they're both shown as open on your map.",
    "Two of our huts are both shown as open on your map",
  ],
  [
    "If you drag a hut from one list to another, it's counted twice.",
    "Hut is counted twice when dragging a hut from one list to another",
  ],
  [
    "The login button on the portal spins after I click login on the portal.",
    "Login button on the portal spins",
  ],
  [
    "The map is blank above the tree line. The lady at the desk said I should write to you.",
    "Map is blank above the tree line",
  ],
  [
    "Routes vanish after a day. Everything else on the phone is fine. App says 4.2.1 under About.",
    "Routes vanish after a day (4.2.1)",
  ],
  [
    "1. Open the hut\n2. Tap a bed\n3. Tap Save\nThe receipt has another guest's name on it. I was fined twice.",
    "Receipt has another guest's name on it",
  ],
  ["These are not my huts in the list.", "These are not my huts in the list"],
  ["Your screen is blank at all seven huts.", "Screen is blank at all seven huts"],
];

for (const [message, title] of TITLES) {
  Deno.test(`title: ${message}`, () => {
    assertEquals(draft("bug_report", message, "Trailmap").ticket.title, title);
  });
}
