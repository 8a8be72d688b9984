/**
 * Stories and titles of wishes: an infinitive or a thing where grammar shows
 * its form, else the customer's sentence; a reason only where one was told.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { draft } from "./drafting.ts";

const NONE = "… (the message gives no reason)";

/** What a message wants, why, and what it is filed as. */
const STORIES: readonly (readonly [
  message: string,
  wanted: string,
  reason: string,
  title: string,
])[] = [
  // What the customer does.
  [
    "Please let me invite members from a list.",
    "to invite members from a list",
    NONE,
    "Invite members from a list",
  ],
  [
    "Would be nice to scale the ingredients.",
    "to scale the ingredients",
    NONE,
    "Scale the ingredients",
  ],
  [
    "Why can't I give my neighbour a key that works on Thursdays?",
    "to give my neighbour a key that works on Thursdays",
    NONE,
    "Give my neighbour a key that works on Thursdays",
  ],
  [
    "I wish that I could look a hut up in two lists. Now I have to switch each time.",
    "to look a hut up in two lists",
    "this is taken care of: “Now I have to switch each time”",
    "Look a hut up in two lists",
  ],
  [
    "I want to see who changed what and when.",
    "to see who changed what and when",
    NONE,
    "See who changed what and when",
  ],
  [
    "I'd like to be warned before the month ends.",
    "to be warned before the month ends",
    NONE,
    "Be warned before the month ends",
  ],
  [
    "Letting hikers swap a bunk for a night",
    "to let hikers swap a bunk for a night",
    NONE,
    "Let hikers swap a bunk for a night",
  ],
  [
    "As a warden I'd like to print the list so that my wife can read it.",
    "to print the list",
    "my wife can read it",
    "Print the list",
  ],
  // What we or the product should do.
  [
    "Could you also give us larger print?",
    "Trailmap to give us larger print",
    NONE,
    "Give us larger print",
  ],
  [
    "Please remind me three days before a book is due.",
    "Trailmap to remind me three days before a book is due",
    NONE,
    "Remind me three days before a book is due",
  ],
  [
    "Feature idea - show the distance to the next hut.",
    "Trailmap to show the distance to the next hut",
    NONE,
    "Show the distance to the next hut",
  ],
  [
    "Any plans to support layers on old maps?",
    "Trailmap to support layers on old maps",
    NONE,
    "Support layers on old maps",
  ],
  [
    "Could it follow the phone's language?",
    "Trailmap to follow the phone's language",
    NONE,
    "Follow the phone's language",
  ],
  [
    "Would you mind adding a search to the list?",
    "Trailmap to add a search to the list",
    NONE,
    "Add a search to the list",
  ],
  [
    "Please bring back the old dial.",
    "Trailmap to bring back the old dial",
    NONE,
    "Bring back the old dial",
  ],
  [
    "Show which valley the path leads to",
    "Trailmap to show which valley the path leads to",
    NONE,
    "Show which valley the path leads to",
  ],
  [
    "Please don't log me out when I switch tabs.",
    "Trailmap not to log me out when I switch tabs",
    NONE,
    "Don't log me out when I switch tabs",
  ],
  [
    "Don't close the form when I click beside it.",
    "Trailmap not to close the form when I click beside it",
    NONE,
    "Don't close the form when I click beside it",
  ],
  // A thing.
  ["I'd love a holiday mode.", "a holiday mode", NONE, "Holiday mode"],
  [
    "Any chance of Ukrainian for German speakers? We host a family and want to talk to them.",
    "Ukrainian for German speakers",
    "this is taken care of: “We host a family and want to talk to them”",
    "Ukrainian for German speakers",
  ],
  ["What I'm still missing is a night theme.", "a night theme", NONE, "Night theme"],
  [
    "Codes per hut, please. We're obliged by the club to change them when a warden leaves.",
    "codes per hut",
    "this is taken care of: “We're obliged by the club to change them when a warden leaves”",
    "Codes per hut",
  ],
  [
    "no more jingles on the summit pls",
    "no more jingles on the summit",
    NONE,
    "No more jingles on the summit",
  ],
  [
    'Wish: an "are you sure" before the whole list is emptied.',
    'an "are you sure" before the whole list is emptied',
    NONE,
    '"are you sure" before the whole list is emptied',
  ],
  [
    "A text at six the evening before. No app, no login.",
    "a text at six the evening before",
    NONE,
    "Text at six the evening before",
  ],
  [
    "With 140 huts I'd love a list that I can sort.",
    "a list that I can sort",
    NONE,
    "List that I can sort",
  ],
  // A thing that would be good to have; what it would do is the reason.
  ["A rain alarm would spare us a soaking.", "a rain alarm", NONE, "Rain alarm"],
  [
    "Live captions would let our deaf hikers take part.",
    "live captions",
    "it would let our deaf hikers take part",
    "Live captions",
  ],
  [
    "Tick boxes on one page would be enough.",
    "tick boxes on one page",
    NONE,
    "Tick boxes on one page",
  ],
  // What somebody or something else should do.
  [
    "It would help if the packing list followed the order of the trip.",
    "the packing list to follow the order of the trip",
    NONE,
    "Packing list can follow the order of the trip",
  ],
  [
    "Could the receipt list the deposit?",
    "the receipt to list the deposit",
    NONE,
    "Receipt can list the deposit",
  ],
  [
    "It's a pity that huts can't be sorted by height.",
    "huts to be sorted by height",
    NONE,
    "Huts can be sorted by height",
  ],
  [
    "The ruler needs to come in inches.",
    "the ruler to come in inches",
    NONE,
    "Ruler can come in inches",
  ],
  [
    "It would be good for wardens to see the last booking.",
    "wardens to see the last booking",
    NONE,
    "Wardens can see the last booking",
  ],
  [
    "Please make it so that only owners can delete a route. Last week a guest wiped one.",
    "only owners to delete a route",
    "this is taken care of: “Last week a guest wiped one”",
    "Only owners can delete a route",
  ],
  [
    "A visitor's permit should be bookable for half a day.",
    "a visitor's permit to be bookable for half a day",
    NONE,
    "Visitor's permit can be bookable for half a day",
  ],
  // No form is certain: the sentence as it stands.
  [
    "If two people ask for the same bed, show me that before I confirm the first.",
    "this: “If two people ask for the same bed, show me that before I confirm the first”",
    NONE,
    "If two people ask for the same bed, show me that before I confirm the first",
  ],
  [
    "Tablets exist. Make it fit them.",
    "this: “Make it fit them”",
    "this is taken care of: “Tablets exist”",
    "Make it fit them",
  ],
  [
    "No GPX with a track of the ascent in 2026?",
    "this: “No GPX with a track of the ascent in 2026”",
    NONE,
    "No GPX with a track of the ascent in 2026",
  ],
  [
    "Next time I hope I can filter for huts with a stove.",
    "to filter for huts with a stove",
    NONE,
    "Filter for huts with a stove",
  ],
  [
    "The colours are too alike for me, I'm colour-blind.",
    "this looked into: “The colours are too alike for me, I'm colour-blind”",
    NONE,
    "Colours are too alike for me, I'm colour-blind",
  ],
  // Reasons: told as such, or what stands around the wish.
  [
    "Could I save a route, because then I can draw it once?",
    "to save a route",
    "I can draw it once",
    "Save a route",
  ],
  [
    "I'd like a picture for each hut in order that they needn't ask me what the name means.",
    "a picture for each hut",
    "they needn't ask me what the name means",
    "Picture for each hut",
  ],
  [
    "Please add larger signs. My father reads with a magnifying glass.",
    "Trailmap to add larger signs",
    "this is taken care of: “My father reads with a magnifying glass”",
    "Add larger signs",
  ],
  [
    "If I could save a route I'd be happy. It would give me my evening back.",
    "to save a route",
    "this comes true: “It would give me my evening back”",
    "Save a route",
  ],
  [
    "Please add a dark mode. Thanks, and keep up the good work!",
    "Trailmap to add a dark mode",
    NONE,
    "Add a dark mode",
  ],
  // Where a wish ends, and what stands in front of it.
  [
    "A list with everything noted since Monday noon, please.",
    "a list with everything noted since Monday noon",
    NONE,
    "List with everything noted since Monday noon",
  ],
  [
    "Two short beeps at the hut: a buzz is what he needs.",
    "two short beeps at the hut",
    NONE,
    "Two short beeps at the hut",
  ],
  [
    "Only, could the letters be made bigger on the map?",
    "the letters to be made bigger on the map",
    NONE,
    "Letters can be made bigger on the map",
  ],
  [
    "I would need that the warden can mark a hut as full.",
    "the warden to mark a hut as full",
    NONE,
    "Warden can mark a hut as full",
  ],
  [
    "List the huts one by one, would you?",
    "Trailmap to list the huts one by one",
    NONE,
    "List the huts one by one",
  ],
  // Whatever the words behind the doing are tagged; behind a clause that wishes for nothing.
  [
    "Please add shortcuts for rotate and flip.",
    "Trailmap to add shortcuts for rotate and flip",
    NONE,
    "Add shortcuts for rotate and flip",
  ],
  [
    "I can drag guests to beds but there's no way to say that two people mustn't meet.",
    "to say that two people mustn't meet",
    NONE,
    "Say that two people mustn't meet",
  ],
  [
    "Is there some way of blocking a bed right away?",
    "to block a bed right away",
    NONE,
    "Block a bed right away",
  ],
  [
    "Our hut council would appreciate an announcement of the stops by voice.",
    "an announcement of the stops by voice",
    NONE,
    "Announcement of the stops by voice",
  ],
  // What is not wanted is no reason.
  [
    "Please let us hide single beds. We don't want a second login, we tried it.",
    "to hide single beds",
    NONE,
    "Hide single beds",
  ],
  [
    "Could you make it so a hut doesn't count for the list?",
    "this: “Could you make it so a hut doesn't count for the list”",
    NONE,
    "Hut doesn't count for the list",
  ],
  [
    "It would be a mercy to see the beds before I book.",
    "to see the beds before I book",
    NONE,
    "See the beds before I book",
  ],
  [
    "My partner and I would love a shared budget with a private corner each.",
    "a shared budget with a private corner each",
    NONE,
    "Shared budget with a private corner each",
  ],
  [
    "It'd be sensible for a visitor's permit to be bookable for half a day.",
    "a visitor's permit to be bookable for half a day",
    NONE,
    "Visitor's permit can be bookable for half a day",
  ],
  [
    "It would save me a call if I could book a bed by mail.",
    "to book a bed by mail",
    NONE,
    "Book a bed by mail",
  ],
  ["Idea: reading goals per hut.", "reading goals per hut", NONE, "Reading goals per hut"],
  [
    "We have 22 huts. What I'm after is a report with one line per hut.",
    "a report with one line per hut",
    NONE,
    "Report with one line per hut",
  ],
];

for (const [message, wanted, reason, title] of STORIES) {
  Deno.test(`story: ${message}`, () => {
    const { requirement } = draft("feature_request", message, "Trailmap");
    const story = /, I want (.*?), so that (.*)\.$/s.exec(requirement.user_story)?.slice(1);
    assertEquals([...story ?? [], requirement.title], [wanted, reason, title]);
  });
}

/** A message, and what of its description stands behind "A customer of Trailmap". */
const DESCRIPTIONS: readonly (readonly [message: string, description: string])[] = [
  ["Hi team, please add a map of the huts", "wants this: “Please add a map of the huts.”"],
  [
    "I run two huts. Every evening I copy the beds by hand. Please add an export of the beds. I don't need any charts. Many thanks, Ida",
    "wants this: “Please add an export of the beds.” Why, and how it is today: “I run two huts. Every evening I copy the beds by hand.” Not asked for: “I don't need any charts.”",
  ],
  [
    'My son said: "I want a map that folds."',
    "wants this: “My son said: 'I want a map that folds.'”",
  ],
  [
    "What I'd ask:\n- save the order of beds\n- call it back",
    "wants this: “What I'd ask. Save the order of beds. Call it back.”",
  ],
  [
    "I'd like to propose some things:\n- a layer with the huts\n- the height of each pass",
    "wants this: “I'd like to propose some things. A layer with the huts. The height of each pass.”",
  ],
];

for (const [message, description] of DESCRIPTIONS) {
  Deno.test(`description: ${message}`, () => {
    assertEquals(
      draft("feature_request", message, "Trailmap").requirement.description,
      `A customer of Trailmap ${description}`,
    );
  });
}

Deno.test("a description that is cut closes its quotation", () => {
  const told = "Every evening I copy the beds of the huts by hand into a list for the valley. ";
  const { description } = draft(
    "feature_request",
    `Please add an export of the beds, ${"and of the huts, ".repeat(200)}too. ${told.repeat(60)}`,
    "Trailmap",
  ).requirement;
  assert(description.length <= 2_000);
  assertEquals(description.split("“").length, description.split("”").length);
});

Deno.test("personal data and links in a wish are masked in title, story and description", () => {
  const { requirement } = draft(
    "feature_request",
    "Please send the list to ida@hut.example and call +41 79 555 01 22, as on https://hut.example/x. My wife ida@hut.example reads it.",
    "Trailmap",
  );
  for (const text of [requirement.title, requirement.user_story, requirement.description]) {
    assert(!/ida@|555|hut\.example/.test(text), text);
  }
});

Deno.test("whatever the words around a wish, its story has three parts and whole quotation marks", () => {
  const words = fc.constantFrom(
    ..."I we you the a map list huts sort show it that would could please if so because and but , . ? : – \" ' ( ) to not like want let me no 3"
      .split(" "),
  );
  fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), (picked) => {
    const { user_story, title } =
      draft("feature_request", picked.join(" "), "Trailmap").requirement;
    assert(/^As an? .+, I want .+, so that .+\.$/s.test(user_story), user_story);
    assert(user_story.split("“").length === user_story.split("”").length, user_story);
    assert(title.length <= 80, title);
  }));
});
