// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { count, dayAndTime, percent, reasonWords } from "../../src/console/words.ts";

const shares: ReadonlyArray<[number, string]> = [
  [0, "0%"],
  [0.004, "< 1%"],
  [0.01, "1%"],
  [0.305, "31%"],
  [0.99, "99%"],
  [0.9999, "> 99%"],
  [1, "100%"],
];
for (const [share, text] of shares) {
  Deno.test(`${share} is written ${text}`, () => assertEquals(percent(share), text));
}

Deno.test("numbers have their nouns, and times are UTC", () => {
  assertEquals([count(1, "case"), count(1_200, "case")], ["1 case", "1,200 cases"]);
  assertEquals(dayAndTime(new Date("2026-11-22T23:05:00Z")), "22 Nov 2026, 23:05");
});

Deno.test("an older code beside a telling one is not said twice", () => {
  assertEquals(reasonWords(["legal", "legal_or_privacy"]), "law is called upon");
  assertEquals(reasonWords(["legal_or_privacy"]), "it is a legal or privacy matter");
  assertEquals(reasonWords(["low_margin"]), "two types are nearly as probable");
});
