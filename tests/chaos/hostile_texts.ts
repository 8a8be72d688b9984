/**
 * Texts of full length that reading, scoring or drafting might choke on:
 * unbroken runs, marks without end, other scripts, one phrase over and over.
 *
 * @module
 */

/** Most characters of a message. */
const CHARACTERS = 10_000;

const UNITS = [
  ..."a!?.-_~*/\\@#&%|<>(){}[]`'\"1,;:",
  ..."éя漢あ한😀",
  "a-",
  "a.b-",
  "fooBarBaz",
  "éa",
  "~)",
  "a\n",
  "http://a/a/",
  "www.a.",
  "a@a.",
  "a@b.co ",
  "1.1.1.",
  "v1.",
  "2024-01-01",
  "DE89 3704 ",
  "sk-abc123",
  "a\u0301\u0302\u0303",
  "a\u200b",
  "4\u200b",
  "authorization: ",
  "password for a ",
  "512 345 678, ",
  "1 2 3 5 8 13 ",
  "4147,2611,",
  "203[.]98.",
  "passwrod ",
  "anna punkt huber ät ",
  "seed phrase: 1. acid 2. ",
  "password was X1abcdef!, new one ",
  "12345678Z ",
  "-----BEGIN PRIVATE KEY-----",
  "👨‍👩‍👧",
  "مرحبا ",
  "ऐप काम नहीं ",
  "<b>",
  "&amp;",
  "](",
  "```\n",
  "> ",
  "1. Click save\n",
  "Steps to reproduce:\n",
  "  at Foo.bar (x.js:1:2)\n",
  "I want to be able to ",
  "when I click the button and ",
  "since the update ",
  "so that I can ",
  "instead of ",
  "not ",
  "can't ",
  "It crashes. ",
  "how do i ",
  "well-known-",
  "On Mon, Jan 1 John wrote:\n> ",
  "When I open the report and click export, the page spins. ",
];

/** All of them, each of full length. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...UNITS.map((unit) => full(unit)),
  // No word comes twice.
  full(
    Array.from({ length: CHARACTERS }, (_, index) => `w${(index * 7919).toString(36)}`).join(" "),
  ),
  // What is said stands at the end of a long run.
  full("~", " It crashes when I click save."),
  full(" ", "It crashes when I click save."),
  full("\r\n", "It crashes when I click save."),
];

/** A text of the same length that anybody might write. */
export const PLAIN_TEXT = full(
  "When I open the report it takes a minute, and the export on the second page does nothing. ",
);

function full(unit: string, end = ""): string {
  const characters = CHARACTERS - end.length;
  return unit.repeat(Math.ceil(characters / unit.length)).slice(0, characters).toWellFormed() + end;
}
