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
    "If you drag a hut from one list to another, it's counted twice.",
    "If you drag a hut from one list to another, it's counted twice",
  ],
  [
    "The login button on the portal spins after I click login on the portal.",
    "Login button on the portal spins after I click login on the portal",
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
  // What was done, then what came of it; what it led to, and what has no verb, stand back.
  [
    "When I share a map rather than the whole screen, people see my cursor a hand to the left of where it really is. I've been pointing at the wrong hut for a week.",
    "People see my cursor a hand to the left of where it is",
  ],
  [
    "For a week I've thought I was going mad. If you mute one hut, all of them go quiet. I've missed my son's calls.",
    "If you mute one hut, all of them go quiet",
  ],
  [
    "After four months there's a dip on my side you could keep soup in. 6 cm, measured with a broom across. I weigh 71 kilos.",
    "After four months there's a dip on my side you could keep soup in",
  ],
  [
    "Sorted by price, hut 12 comes before hut 3. I bought the wrong bed.",
    "Sorted by price, hut 12 comes before hut 3",
  ],
  [
    "When my wife logs in on the tablet, she sees my search history. We've had a talk about it.",
    "When my wife logs in on the tablet, she sees my search history",
  ],
  [
    "The scale and the app disagree by four kilos, always in the same direction, which is a lot.",
    "Scale and the app disagree by four kilos",
  ],
  [
    "It's sending lorries down the valley. The road's been shut since May.",
    "It's sending lorries down the valley",
  ],
  [
    "If the film is paused for more than five minutes, the subtitles come back in Swedish.",
    "Subtitles come back in Swedish if the film is paused for more than five minutes",
  ],
  [
    "Our tablet at reception restarts whenever somebody hangs a coat on the hook beside it.",
    "Tablet at reception restarts whenever somebody hangs a coat on the hook",
  ],
  [
    "Steps to reproduce: create a weekly walk; set your laptop to Lisbon; drag one walk to Tuesday. All later walks move to 8:00 as well.",
    "All later walks move to 8:00 as well",
  ],
  // What was done stands in a title that says little alone.
  [
    "The keypad doesn't light up when I touch it after I lock the hut.",
    "Keypad doesn't light up when I touch it after I lock the hut",
  ],
  [
    "After that BOTH of us are down for the late shift.",
    "After that BOTH of us are down for the late shift",
  ],
  ["The machine says EMPTY TRAY all the time.", "Machine says EMPTY TRAY all the time"],
  ["All later walks move to 8:00 as well.", "All later walks move to 8:00 as well"],
  ["These are not my huts in the list.", "These are not my huts in the list"],
  ["Your screen is blank at all seven huts.", "Screen is blank at all seven huts"],
  // What went as it should stands in front of what did not.
  [
    "The app works fine for trains and buses but the ferry button does nothing since the last time that it changed.",
    "Ferry button does nothing",
  ],
  // Not cut inside of a clause.
  // Neither a cure nor who they are is the fault.
  ["I restarted it, changed the cable. The picture is still green.", "Picture is still green"],
  [
    "They're all in capitals. The names of my guests on the pass are in capitals since Monday.",
    "Names of my guests on the pass are in capitals since Monday",
  ],
];

for (const [message, title] of TITLES) {
  Deno.test(`title: ${message}`, () => {
    assertEquals(draft("bug_report", message, "Trailmap").ticket.title, title);
  });
}
