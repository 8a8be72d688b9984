import { asOwnWords } from "../../src/triage/text/own_words.ts";
import { assert, assertEquals } from "@std/assert";
import { CUE_NAMES, matchCues } from "../../src/scorer/document/cue_matcher.ts";
import { readDocument } from "../../src/scorer/document/document.ts";
import { CUES } from "../../src/scorer/cues/lexicon.ts";

function cuesIn(text: string): string[] {
  const reading = readDocument(asOwnWords(text));
  return matchCues(reading, reading.sentences.map((_, at) => at)).map(({ cue }) =>
    CUE_NAMES[cue] ?? ""
  );
}

/** An example for each cue that training may weigh. */
const EXAMPLES: readonly (readonly [string, string])[] = [
  ["crash", "It crashed again"],
  ["freeze", "the screen froze"],
  ["fail", "Upload fails"],
  ["bug_word", "found a bug"],
  ["error_says", "it says something went wrong"],
  ["disappear", "my notes vanished"],
  ["not_work", "search doesnt work"],
  ["not_function", "It will not open"],
  ["cannot", "I can't see my orders"],
  ["every_time", "as soon as I tap it"],
  ["since_update", "ever since the latest update"],
  ["used_to", "it worked fine before"],
  ["repair_wish", "please fix it"],
  ["reinstall", "I already reinstalled it"],
  ["money_fault", "charged me twice"],
  ["i_wish", "I really wish it had tabs"],
  ["would_be_nice", "It would be really useful"],
  ["would_like", "I'd love to see a map"],
  ["if_you_could", "if only you had it"],
  ["missing", "there is no way to sort"],
  ["please_change", "please also add it"],
  ["change_first", "Add a dark theme"],
  ["suggest", "how about a widget"],
  ["use_case", "so that I can plan ahead"],
  ["how_do_i", "How do I export it"],
  ["is_it_possible", "is it possible to pause"],
  ["wonder", "I was wondering"],
  ["help_me", "please help me with it"],
  ["refund", "I want my money back"],
  ["identity", "verify my identity"],
  ["close_account", "please close my account"],
  ["praise", "great app"],
  ["tells_impossible", "the scale says minus 4 kilos"],
  ["by_itself", "the lamp goes on by itself"],
  ["twice", "billed twice"],
  ["spoilt", "the last line is cut off"],
  ["whatever_i_do", "the same list, whichever I choose"],
  ["against_facts", "although I am a member"],
  ["should_it", "how come it is empty"],
  ["ought", "There ought to be a list"],
  ["thought_about", "Have you ever thought about a map"],
  ["prefer_if", "I'd prefer if it faded out"],
  ["could_the", "Could the menu stay open"],
  ["like_to_do", "I'd like to mute one thread"],
  ["like_to_know", "I'd like to know the price"],
  ["day_you_have", "the day you have tabs"],
  ["by_hand", "I enter them one by one"],
  ["settled", "the crash is gone now, thanks"],
  ["settled", "This made my day"],
  ["let_it", "Stop asking me every time"],
  ["like_to_do", "what we need most is a second language"],
  ["prefer_if", "will be very good if it has colours"],
  ["harm_done", "it cost me a whole afternoon"],
  ["send_me", "Please send us your latest certificate"],
  ["unsure_how", "I'm trying to work out what the ring means"],
  ["terms_of_use", "Does this count twice"],
  ["would_be_nice", "it woud be nice"],
];

for (const [name, text] of EXAMPLES) {
  Deno.test(`cue ${name} is found in "${text}"`, () => {
    assert(cuesIn(text).includes(name), cuesIn(text).join(", "));
  });
}

for (
  const [text, wanted, unwanted] of [
    ["This is not a bug", "no_bug_word", "bug_word"],
    ["No crashes so far", "no_crash", "crash"],
    ["It is a bug, not a feature", "bug_word", "no_bug_word"],
  ] as const
) {
  Deno.test(`negation is honoured in "${text}"`, () => {
    const found = cuesIn(text);
    assert(found.includes(wanted) && !found.includes(unwanted), found.join(", "));
  });
}

Deno.test("cue names are unique", () => {
  assertEquals(new Set(CUES.map(({ name }) => name)).size, CUES.length);
});
