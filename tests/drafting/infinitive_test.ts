/**
 * Wishes as they are told, and what stands after "I want".
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { isInfinitive, isReason } from "../../src/drafting/english/gate.ts";
import { draft } from "./drafting.ts";

/** What the story of a message wants, and why. */
function story(message: string): readonly string[] {
  const { user_story } = draft("feature_request", message, "Trailmap").requirement;
  return /, I want (.*?), so that (.*)\.$/s.exec(user_story)?.slice(1) ?? [user_story];
}

const WANTED: readonly (readonly [message: string, wanted: string])[] = [
  ["Please add week numbers to the month view.", "to have week numbers added to the month view"],
  ["Let me hide the calories on the screen.", "to hide the calories on the screen"],
  ["Please let me invite members from a list.", "to invite members from a list"],
  ["Allow dragging pages from one file to another.", "to drag pages from one file to another"],
  ["Would be nice to scale the ingredients.", "to scale the ingredients"],
  ["I'd love a holiday mode.", "to have a holiday mode"],
  ["+1 for scheduled messages.", "to have scheduled messages"],
  ["Any chance of Ukrainian for German speakers?", "to have Ukrainian for German speakers"],
  [
    "Please remind me three days before a book is due.",
    "Trailmap to remind me three days before a book is due",
  ],
  ["Suggestion: blur names in screenshots.", "to blur names in screenshots"],
  [
    "It would help if the packing list followed the order of the trip.",
    "the packing list to follow the order of the trip",
  ],
  ["It'd be neat if the kettle said so out loud.", "the kettle to say so out loud"],
  ["The ruler needs to come in inches.", "the ruler to come in inches"],
  ["Could routes be pinned? I look for mine each day.", "routes to be pinned"],
  ['Would love a "surprise me" button.', 'to have a "surprise me" button'],
  ['Wish there was a "rain, stay in" tick box.', 'to have a "rain, stay in" tick box'],
  ["Any plans to support layers on old maps?", "Trailmap to support layers on old maps"],
  ["I'm dying for a later slot on Sundays.", "to have a later slot on Sundays"],
  ["night mode pretty please", "to have a night mode"],
  ["How about a wish list for the family?", "to have a wish list for the family"],
  ["Paying by phone isn't possible.", "to pay by phone"],
  ["Next time I hope I can filter for huts with a stove.", "to filter for huts with a stove"],
  ["One gap: the legend can't wrap to a second line yet.", "the legend to wrap to a second line"],
  ["A stamp per hut pays for itself in a month.", "to have a stamp per hut"],
  ["My suggestion is to add voice notes to tours.", "to have voice notes to tours"],
  ["No GPX with a track of the ascent in 2026?", "to have GPX with a track of the ascent in 2026"],
  ["sick of the same intro each day, add a skip button already ffs", "to have a skip button"],
  ["The legend ought to say which huts are closed.", "the legend to say which huts are closed"],
  ["Requesting index numbers on stages.", "to have index numbers on stages"],
  ["Could the permit be signed on a phone one day?", "the permit to be signed on a phone"],
  ["Feature request: reports by mail every week.", "to have reports by mail every week"],
  ["show wind speed on the widget", "Trailmap to show wind speed on the widget"],
  [
    "A guide with large letters is what's missing for us.",
    "to have a guide with large letters",
  ],
  [
    "Idea: integrate with Matrix so that alerts show up there.",
    "Trailmap to integrate with Matrix",
  ],
  [
    "I'd happily pay for offline routes, I walk where there is no signal.",
    "to have offline routes",
  ],
  [
    "We need access logs before our board will let us use this.",
    "to have access logs",
  ],
  [
    "Please make it so that only owners can delete a route. Last week a guest wiped one.",
    "only owners to be able to delete a route",
  ],
  [
    "The new version took away the profile of the slope. So sad.",
    "to have the profile of the slope back",
  ],
  ["I have no problem with the size, but please add dark mode.", "to have a dark mode"],
  ["It would be great if the timer could start on its own.", "the timer to start on its own"],
  ["It would be fine if one day notes could be sent to a friend.", "notes to be sent to a friend"],
  ["My proposal: a translate button for messages.", "to have a translate button for messages"],
  ["Would you consider an option to mute one thread?", "to mute one thread"],
  ["A rain alarm would spare us a soaking.", "to have a rain alarm"],
  ["What I'm still missing is a night theme.", "to have a night theme"],
  ["I'm looking for a map that works below ground.", "to have a map that works below ground"],
  ["hut filter missing", "to have a hut filter"],
  ["It would be great if page swipes worked with gloves.", "page swipes to work with gloves"],
  ["Could wardens offer a bed to others?", "wardens to offer a bed to others"],
  ["no more jingles on the summit pls", "to have no more jingles on the summit"],
  [
    "Feature request: add tours to Google Calendar when booked.",
    "to have tours added to Google Calendar when booked",
  ],
  ["The colours are too alike for me, I'm colour-blind.", "this to change in Trailmap"],
  ["Might the hut have subtitles on its films?", "the hut to have subtitles on its films"],
  ["I'd like the label to give the height in words.", "the label to give the height in words"],
  ["What's missing is a label for huts.", "to have a label for huts"],
  ["2.5x speed", "to have 2.5x speed"],
  ["Could there be a setting for larger print?", "to have a setting for larger print"],
  ["I should find it handy if the huts were on one page.", "the huts to be on one page"],
  [
    "Would be good if the stolen-bike demo could be switched off.",
    "the stolen-bike demo to be switched off",
  ],
  ["A killer feature would be a bigger sign.", "to have a bigger sign"],
  ["It'd be grand to rename huts. Mine are all called hut.", "to rename huts"],
  ["Letting hikers swap a bunk for a night", "hikers to be able to swap a bunk for a night"],
  ["May I leave out certain huts?", "to leave out certain huts"],
  ["Show which valley the path leads to", "Trailmap to show which valley the path leads to"],
  [
    "A guide should be able to mark single huts as full, and have that stay overnight.",
    "a guide to be able to mark single huts as full, and have that stay overnight",
  ],
  [
    "Tours running from hut to hut would mean I could stop drawing them myself.",
    "to have tours running from hut to hut",
  ],
  [
    "Love the maps, hate the ads. Any way you could build in a quiet setting?",
    "to have a quiet setting",
  ],
];

for (const [message, wanted] of WANTED) {
  Deno.test(`wanted: ${message}`, () => assertEquals(story(message)[0], wanted));
}

const REASONS: readonly (readonly [message: string, reason: string])[] = [
  ["Please add a list so that nobody waits at the door.", "nobody waits at the door"],
  ["Please add a dark mode.", "… (the message gives no reason)"],
  [
    "Any chance of Ukrainian for German speakers? We host a family and want to talk to them.",
    "… (“We host a family and want to talk to them”)",
  ],
  [
    "Please add larger signs. My father reads with a magnifying glass.",
    "… (“My father reads with a magnifying glass”)",
  ],
  [
    "Tours running from hut to hut would mean I could stop drawing them myself.",
    "I can stop drawing them myself",
  ],
  [
    "A box that turns with the phone would save them from writing so small.",
    "they no longer have to write so small",
  ],
  [
    "I'd like a picture for each hut in order that they needn't ask me what the name means.",
    "they needn't ask me what the name means",
  ],
  ["Please add a rain map. That would make my spring.", "… (the message gives no reason)"],
  ["Please add a rain map. Keep up the good work!", "… (the message gives no reason)"],
];

for (const [message, reason] of REASONS) {
  Deno.test(`reason: ${message}`, () => assertEquals(story(message)[1], reason));
}

Deno.test("what stands after 'I want' is an infinitive with nothing that begins anew", () => {
  for (const wanted of ["to have a list", "the app to send me a mail", 'to say "no" and mean it']) {
    assertEquals(isInfinitive(wanted), true, wanted);
  }
  for (
    const wanted of [
      "to have",
      "to have i lose the",
      "to have please",
      "a list",
      "to have a list. It is late",
      "to have a list, it is late",
      'to have "a list',
      "are you going to add it all",
      "to having a list",
      "to have follows the way",
      "to have bought two tickets",
      "to have to tap it",
      "to have without asking",
      "to have signed on a phone",
      "to have one hesitates to ask",
      "to have right now it is a list",
      "hikers have to type names to see it",
    ]
  ) assertEquals(isInfinitive(wanted), false, wanted);
});

Deno.test("a reason is a clause that needs no other", () => {
  assertEquals(
    ["nobody waits", "nobody waits at the door", "this spares me that", "I see it. Then"].map(
      isReason,
    ),
    [false, true, false, false],
  );
});
