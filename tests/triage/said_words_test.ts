// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { isSaidIn } from "../../src/triage/guard/said_words.ts";

const TEXT =
  "Yesterday I went to Settings, chose a photo and tapped Save. Then I wrote a note, sent " +
  "it and left the page. It carries on retrying and the copies vanished. I took a screenshot and " +
  "ran the export; I studied the log.";

const SAID: readonly string[] = [
  "Go to Settings",
  "Going to settings",
  "Choose a photo",
  "Tap 'Save'",
  "Write a note",
  "Send it",
  "Leave the page",
  "Take a screenshot",
  "Run the export",
  "Study the log",
  "A copy vanishes",
];
for (const step of SAID) {
  Deno.test(`"${step}" was said`, () => assertEquals(isSaidIn(step, TEXT), true));
}

const NOT_SAID: readonly string[] = [
  "Clear the cache",
  "Open Settings",
  "Delete the photo",
  "Reinstall the app",
  "Save the export",
  "Save the photo",
  "Go to the export",
  "Then I do it",
  "",
  "!",
  "it and",
  "ran the ex",
];
for (const step of NOT_SAID) {
  Deno.test(`"${step}" was not said`, () => assertEquals(isSaidIn(step, TEXT), false));
}

Deno.test("scripts without blanks between words are found too", () => {
  assertEquals(isSaidIn("設定を開く", "まず設定を開くとアプリが落ちます"), true);
});
