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
  // What was done, then what came of it; what it led to, and what has no verb, stand back.
  [
    "When I share a map rather than the whole screen, people see my cursor a hand to the left of where it really is. I've been pointing at the wrong hut for a week.",
    "People see my cursor a hand to the left of where it is when sharing a map",
  ],
  [
    "For a week I've thought I was going mad. If you mute one hut, all of them go quiet. I've missed my son's calls.",
    "All of them go quiet when muting one hut",
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
    "Wife sees my search history when she logs in on the tablet",
  ],
  [
    "The scale and the app disagree by four kilos, always in the same direction, which is a lot.",
    "Scale and the app disagree by four kilos, always in the same direction",
  ],
  [
    "It's sending lorries down the valley. The road's been shut since May.",
    "It's sending lorries down the valley",
  ],
  [
    "My hearing's not great so I rely on captions. They run about six seconds behind the speaker since Wednesday and in the last minute they stop altogether.",
    "Captions run about six seconds behind the speaker since Wednesday",
  ],
  [
    "If the film is paused for more than five minutes, the subtitles come back in Swedish.",
    "Subtitles come back in Swedish when the film is paused",
  ],
  [
    "Open the hut, switch to miles, press Back, open it again: kilometres. The setting is not kept.",
    "Setting is not kept after switching to miles",
  ],
  [
    "We're a club with three huts. When the warden opens a chart and I open the same one, and then she saves her notes and I save mine, hers are gone. No message, no second version.",
    "Her notes are gone when the warden opens a chart and I open the same one",
  ],
  [
    "Our tablet at reception restarts whenever somebody hangs a coat on the hook beside it.",
    "Tablet at reception restarts whenever somebody hangs a coat",
  ],
  [
    "Steps to reproduce: create a weekly walk; set your laptop to Lisbon; drag one walk to Tuesday. All later walks move to 8:00 as well.",
    "All later walks move to 8:00",
  ],
  // What was done stands in a title that says little alone.
  [
    '1. Open any hut\n2. Click "Merge" and choose a second hut\n3. Tick "keep notes from both"\n4. Confirm\n\nThe notes of the second hut are gone afterwards.',
    'Notes of the second hut are gone after ticking "keep notes from both"',
  ],
  [
    "Set the language to Dutch, log out, log in again. The menu is half English.",
    "Menu is half English after setting the language to Dutch",
  ],
  [
    "The keypad doesn't light up when I touch it after I lock the hut.",
    "Keypad doesn't light up when touching it after I lock the hut",
  ],
  ["After that BOTH of us are down for the late shift.", "BOTH of us are down for the late shift"],
  ["The machine says EMPTY TRAY all the time.", "Machine says EMPTY TRAY all the time"],
  ["All later walks move to 8:00 as well.", "All later walks move to 8:00"],
  ["These are not my huts in the list.", "These are not my huts in the list"],
  ["Your screen is blank at all seven huts.", "Screen is blank at all seven huts"],
  // What went as it should stands in front of what did not.
  [
    "The app works fine for trains and buses but the ferry button does nothing since the last time that it changed.",
    "Ferry button does nothing since the last time that it changed",
  ],
  [
    "Hello, the tag beeped at the hut like always, the gate stayed down, the app says it is open and I stood there in the rain.",
    "Gate stayed down, the app says it is open",
  ],
  // Not cut inside of a clause.
  [
    "On the weekly plan Thursday is missing from the print when the page is in the wide format for the wall.",
    "Thursday is missing from the print when the page is in the wide format",
  ],
  [
    "Guests who scroll to the end of the list and then up again lose the rooms that they have marked before.",
    "Guests who scroll to the end of the list and then up again lose the rooms",
  ],
  [
    "The list is slow, and the one that really hurts: printing drops the last line of every order.",
    "Printing drops the last line of every order",
  ],
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
