/**
 * Steps to reproduce: those that were told, none that were not.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { draft } from "./drafting.ts";

const STEPS: readonly (readonly [message: string, steps: readonly string[]])[] = [
  [
    "If you move a hut to the list, then move it back since the warden has called, the list shows it twice.",
    ["Move a hut to the list", "Move it back"],
  ],
  [
    "With the flight mode on, opening the map leaves me with a grey page until I reboot.",
    ["With the flight mode on, opening the map"],
  ],
  ["Dragging a hut on my tablet deletes all the ones below it.", [
    "Dragging a hut on my tablet",
  ]],
  [
    "My order never arrives. I go to Huts, tick two beds, choose breakfast, and press Next. The page goes grey. If I choose dinner, it goes through.",
    ["Go to Huts", "Tick two beds", "Choose breakfast", "Press Next"],
  ],
  [
    "Take any two beds, split the price in half, book the first half by card: the receipt is empty. Cancel the first half and book it again, and it opens.",
    ["Take any two beds", "Split the price in half", "Book the first half by card"],
  ],
  [
    "When the warden opens a booking at the desk and I open the same booking at home, and then she saves her notes, mine are gone.",
    [
      "The warden opens a booking at the desk",
      "I open the same booking at home",
      "She saves her notes",
    ],
  ],
  [
    "The map is blank when I tap the valley. I've deleted two layers since and it's still blank.",
    ["Tap the valley"],
  ],
  ["The alarm does not ring. When I press test it works immediately.", []],
  ["I had to take a taxi because the last bus was missing from your timetable.", []],
  ["Type a name in the search box and everything stands still.", ["Type a name in the search box"]],
  ["Following up by mail since the desk is shut. The map drops its pins.", []],
  ["Reporting for our insurer: on Thursday your alarm did not ring.", []],
  [
    "Crash at the hut. Steps: open the hut, press Back while it loads, and the app quits.",
    ["Open the hut", "Press Back while it loads"],
  ],
  ["Take the next path, then recalculating, then take the next path... it is stuck.", []],
];

for (const [message, steps] of STEPS) {
  Deno.test(`steps: ${message}`, () => {
    assertEquals(draft("bug_report", message, "Trailmap").ticket.reproduction_steps, [...steps]);
  });
}
