/**
 * Stories of wishes: what is wished, not why, and the reason where one was told.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { draft } from "./drafting.ts";

const NONE = "… (the message gives no reason)";
const STORIES: readonly (readonly [message: string, wanted: string, reason: string])[] = [
  // The thing that "please" is said to, not what it is for.
  [
    "Codes per hut, please. We're obliged by the club to change them when a warden leaves.",
    "to have codes per hut",
    "… (“We're obliged by the club to change them when a warden leaves”)",
  ],
  ["Please bring back the old dial.", "Trailmap to bring back the old dial", NONE],
  ["I'd pay extra for delivery on a named day.", "to have delivery on a named day", NONE],
  ["We wouldn't mind an option to hide full huts.", "to hide full huts", NONE],
  [
    "Feature idea - show the distance to the next hut.",
    "Trailmap to show the distance to the next hut",
    NONE,
  ],
  // What is to be done when something is so.
  [
    "If two people ask for the same bed, show me that before I confirm the first.",
    "Trailmap to show me if two people ask for the same bed before I confirm the first",
    NONE,
  ],
  [
    "If I book a hut twice, remember the bed I had last time.",
    "Trailmap to remember the bed I had last time if I book a hut twice",
    NONE,
  ],
  // What is to end.
  [
    "Please stop asking me to rate the app.",
    "Trailmap to stop asking me to rate the app",
    NONE,
  ],
  [
    "It's a pity that huts can't be sorted by height.",
    "huts to be sorted by height",
    NONE,
  ],
  [
    "Why can't I give my neighbour a key that works on Thursdays?",
    "to give my neighbour a key that works on Thursdays",
    NONE,
  ],
  [
    "Please don't play the sound when I scan a hut.",
    "Trailmap not to play the sound when I scan a hut",
    NONE,
  ],
  [
    'Wish: an "are you sure" before the whole list is emptied.',
    'to have an "are you sure" before the whole list is emptied',
    NONE,
  ],
  [
    "Don't close the form when I click beside it.",
    "Trailmap not to close the form when I click beside it",
    NONE,
  ],
  [
    "Please could you have a way of seeing last year beside this year?",
    "to see last year beside this year",
    NONE,
  ],
  ["We'd need SSO before we can book huts.", "to have SSO", NONE],
  ["Needed: export of the list per hut.", "to have export of the list per hut", NONE],
  [
    "Let the doorbell ring in the garden too.",
    "the doorbell to be able to ring in the garden",
    NONE,
  ],
  [
    "There'd ideally be one login for both of your huts.",
    "to have one login for both of your huts",
    NONE,
  ],
  [
    "Could tickets be bought now and named later?",
    "tickets to be bought now and named later",
    NONE,
  ],
  ["Could it follow the phone's language?", "Trailmap to follow the phone's language", NONE],
  ["Let people without an account pay.", "people without an account to be able to pay", NONE],
  [
    "Please let us lock a bed once a booking is paid.",
    "to lock a bed once a booking is paid",
    NONE,
  ],
  ["I want to see who changed what and when.", "to see who changed what and when", NONE],
  [
    "Requesting: a list incl. names and beds.",
    "to have a list incl. names and beds",
    NONE,
  ],
  ["Could the receipt list the deposit?", "the receipt to list the deposit", NONE],
  ["I'd like to be warned before the month ends.", "to be warned before the month ends", NONE],
  [
    "Not being able to merge two huts is driving us mad.",
    "to merge two huts",
    NONE,
  ],
  [
    "It would be good for wardens to see the last booking.",
    "wardens to see the last booking",
    NONE,
  ],
  [
    "Please can the alarm be snoozed by shaking, as I can't see the button without my glasses.",
    "the alarm to be snoozed by shaking",
    "… (“I can't see the button without my glasses”)",
  ],
  [
    "Please bring back the one hour slots, and add one before seven.",
    "Trailmap to bring back the one hour slots, and add one before seven",
    NONE,
  ],
  // Reasons: of the same breath, of a bare second sentence; praise and offers are none.
  [
    "We need the huts as ical, half the staff live in their calendars and miss shifts.",
    "to have the huts as ical",
    "… (“half the staff live in their calendars and miss shifts”)",
  ],
  [
    "If I could save a route I wouldn't have to draw it every Friday. Other than this I'm delighted with it.",
    "to save a route",
    "I no longer have to draw it every Friday",
  ],
  [
    'Let me say "no bunk beds" once instead of ticking it forty times. My hip is new.',
    'to say "no bunk beds" once instead of ticking it forty times',
    "… (“My hip is new”)",
  ],
  [
    "Dark theme for the map. Reason: night walks, the white is like a torch in the face.",
    "to have a dark theme for the map",
    "… (“night walks, the white is like a torch in the face”)",
  ],
  [
    "When a hut is shut, ask me for another day instead of sending it back.",
    "Trailmap to ask me for another day instead of sending it back when a hut is shut",
    NONE,
  ],
  // The whole of the doing; a number is nobody who does it; nothing is said to "please".
  [
    "I wish that I could look a hut up in two lists. Now I have to switch each time.",
    "to look a hut up in two lists",
    "I no longer have to switch each time",
  ],
  [
    "Allow three timers, one per hob; I burn the rice.",
    "to have three timers",
    "… (“I burn the rice”)",
  ],
  ["Please offer to hide the weight.", "Trailmap to offer to hide the weight", NONE],
  ["Would you consider adding a Welsh voice?", "to have a Welsh voice", NONE],
  // Set aside: wished beside it, or enough for others.
  [
    "Would you consider a second name for a hut? I'd also like bigger print, but the names are what I'm writing about.",
    "to have a second name for a hut",
    NONE,
  ],
  // What cannot be turned is quoted, rather than another sentence taken.
  [
    "I'd be thankful if the speaker could do that too. My old one had a sleep timer.",
    'this: "I\'d be thankful if the speaker could do that too"',
    "… (“My old one had a sleep timer”)",
  ],
  // No reason: how much would do. A reason that speaks of him, or of them, says who.
  [
    "Could the sum be shown above the list? Two lines would do.",
    "the sum to be shown above the list",
    NONE,
  ],
  [
    "Bigger buttons would help him. My dad has Parkinson's.",
    "to have bigger buttons",
    "… (“My dad has Parkinson's”)",
  ],
  [
    "I've no complaint about how reminders look. But they go out on Sundays, to a widow. I'd want a setting for working days.",
    "to have a setting for working days",
    "… (“I've no complaint about how reminders look. But they go out on Sundays, to a widow”)",
  ],
];

for (const [message, wanted, reason] of STORIES) {
  Deno.test(`story: ${message}`, () => {
    assertEquals(
      draft("feature_request", message, "Trailmap").requirement.user_story,
      `As a user, I want ${wanted}, so that ${reason}.`,
    );
  });
}

Deno.test("a quotation in a wish stays as it is in the description", () => {
  assertEquals(
    draft("feature_request", 'Let me say "my bed" once for all my huts.', "Trailmap").requirement
      .description.split(" In their words", 1)[0],
    'A customer of Trailmap would like to say "my bed" once for all their huts.',
  );
});

const SAID: readonly (readonly [message: string, said: string])[] = [
  [
    "Please add a map. So does the other one. Also the key is tiny.",
    "Please add a map. So does the other one. Also the key is tiny.",
  ],
  [
    "Skip huts by pattern (e.g. **/closed) please.",
    "Skip huts by pattern (e.g. **/closed) please.",
  ],
  [
    'My son said: "I want a map that folds." I\'d want it too.',
    'My son said: "I want a map that folds." I\'d want it too.',
  ],
  ["Hi team, please add a map of the huts", "Please add a map of the huts."],
  ["Idea: a map of the huts\nI walk alone", "Idea: a map of the huts. I walk alone."],
  [
    "I'd like a list of huts by order no., date and bed. With friendly greetings, Ida",
    "I'd like a list of huts by order no., date and bed.",
  ],
];

for (const [message, said] of SAID) {
  Deno.test(`in their words: ${said}`, () => {
    assertEquals(
      draft("feature_request", message, "Trailmap").requirement.description
        .split("In their words: ")[1],
      said,
    );
  });
}
