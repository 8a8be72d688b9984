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
    "My order never arrives. I go to Huts, tick two beds, choose breakfast, and press Next. The page goes grey. If I choose dinner, it goes through.",
    ["Go to Huts", "Tick two beds", "Choose breakfast", "Press Next"],
  ],
  [
    "Take any two beds, split the price in half, book the first half by card: the receipt is empty. Cancel the first half and book it again, and it opens.",
    ["Take any two beds", "Split the price in half", "Book the first half by card"],
  ],
  [
    "When the warden opens a booking at the desk and I open the same booking at home, and then she saves her notes, mine are gone.",
    ["The warden opens a booking at the desk", "Open the same booking at home"],
  ],
  [
    "The map is blank when I tap the valley. I've deleted two layers since and it's still blank.",
    ["Tap the valley"],
  ],
  ["The alarm does not ring. When I press test it works immediately.", []],
  ["I had to take a taxi because the last bus was missing from your timetable.", []],
  ["Reporting for our insurer: on Thursday your alarm did not ring.", []],
  // Told of one's own doing, in the past, on the way to the fault.
  [
    "On Monday, as every week, I opened the roster, dragged Ann to Tuesday and pressed Publish. Nobody got a mail.",
    ["Opened the roster", "Dragged Ann to Tuesday", "Pressed Publish"],
  ],
  [
    "Yesterday I uploaded the deed, signed it with my card, clicked Send. The notary sees an empty page. I've since deleted it and uploaded it again, same.",
    ["Uploaded the deed", "Signed it with my card", "Clicked Send"],
  ],
  [
    "I was writing my thesis and then I pressed paste and the whole chapter turned into Greek.",
    ["Pressed paste"],
  ],
  [
    "On the monthly plan I picked March, ticked all huts and exported it. Hut C is missing.",
    ["Picked March", "Ticked all huts", "Exported it"],
  ],
  ["The sound is gone when driving through the tunnel.", []],
  [
    "So I restarted the box, changed the cable and updated the firmware, nothing helps. The picture is green.",
    [],
  ],
  ["We went away for ten days. The hut is flooded.", []],
  ["I set the limit to one hour. She is still playing.", []],
  // What others do, and what it happens under.
  ["If the power goes away during the night, the gate stays open until somebody shuts it.", [
    "The power goes away during the night",
  ]],
  ["As soon as somebody knocks down all nine the board goes dim for half a minute.", [
    "Somebody knocks down all nine",
  ]],
  ["After the last update all the huts are read out as one.", []],
  ["I did as you asked, signed out and in. After that the discount was gone all the same.", []],
  ["Customers who pay by invoice never get the download link.", []],
  // The way that works, with what speaks against it.
  ["Error 12 in the app. If I log in by mail it works, but that's slow.", []],
  [
    "When I add a chapter between 3 and 4 the new one is called 5.",
    ["Add a chapter between 3 and 4"],
  ],
  // A list told in one sentence, with what says when.
  [
    "Whenever I mark a path that runs over the border, and then turn the map to check it, the app freezes.",
    ["Mark a path that runs over the border", "Turn the map to check it"],
  ],
  // Arrows, and ways through menus.
  [
    "scan hut -> type 10 -> hit enter -> scan next hut = the 10 goes to the next hut. Our lads scan fast.",
    ["Scan hut", "Type 10", "Hit enter", "Scan next hut"],
  ],
  ["open app → tap Huts → tap Save → crash", ["Open app", "Tap Huts", "Tap Save"]],
  ["do this: new map, type a name, insert a hut → the name is gone too", [
    "New map",
    "Type a name",
    "Insert a hut",
  ]],
  // Announced, with what others do.
  ["1) charge to 100% 2) unplug 3) ride 5 km => the display shows 0 km", [
    "Charge to 100%",
    "Unplug",
    "Ride 5 km",
  ]],
  [
    "When I add a second bed to my booking and set it as the default, then remove the first one, the first is still booked.",
    ["Add a second bed to my booking", "Set it as the default", "Remove the first one"],
  ],
  ['Steps: Settings > Huts > Add hut > enter a name with a plus in it. It says "invalid name".', [
    "Settings > Huts > Add hut",
    "Enter a name with a plus in it",
  ]],
  ["After charging overnight and taking it off the dock, the lamp blinks.", [
    "Charging overnight",
    "Taking it off the dock",
  ]],
  ["The light comes on when I leave the hut and goes off when I come in.", [
    "Leave the hut",
    "Come in",
  ]],
  // What a clause says is learnt: a doing in words that no rule knows, and what came of a list.
  [
    "Only if I choose the steep trail and leave the units at feet, the climb shows 0.",
    ["Choose the steep trail", "Leave the units at feet"],
  ],
  ["The title goes back to the old one. It happens whenever I rename a hut.", ["Rename a hut"]],
  [
    "1. open the map\n2. book a hut with 20% discount\n3. remove the discount again\n4. the receipt shows the right total, but the day report still takes the 20% off",
    ["Open the map", "Book a hut with 20% discount", "Remove the discount again"],
  ],
  [
    "The hut list has been empty since Monday. Swapped the cable, swapped the hub, reinstalled the app, same.",
    [],
  ],
  // No steps: how often, what was suffered, what was tried or done by habit.
  ["Locked out at night with two kids because the thing decided my finger was unknown.", []],
  [
    "The lamp flickers when I put on my glasses. I've changed the bulb and the shop says it is right.",
    ["Put on my glasses"],
  ],
  ["There is a dip in my bed after four months. Turned it every month as the leaflet says.", []],
];

for (const [message, steps] of STEPS) {
  Deno.test(`steps: ${message}`, () => {
    assertEquals(draft("bug_report", message, "Trailmap").ticket.reproduction_steps, [...steps]);
  });
}
