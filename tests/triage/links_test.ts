/**
 * Links are found however they are written, and nothing else is.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { mayHoldLink, strangeLinks, withoutStrangeLinks } from "../../src/triage/text/links.ts";

const NONE: ReadonlySet<string> = new Set();

const REPLACED: readonly (readonly [text: string, expected: string])[] = [
  ["see http://evil.example/x.", "see [link]."],
  ["(https://a.example/b)", "([link])"],
  ["HTTP://EVIL.COM now", "[link] now"],
  ["hxxps://bad.com", "[link]"],
  ["www.foo.net, please", "[link], please"],
  ["bit.ly/3xYz", "[link]"],
  ["mailto:a@b.com", "[link]"],
  ["data:text/html;base64,xyz", "[link]"],
  ["http：//evil．com", "[link]"],
  ["evil.com:8080/path?x=1", "[link]"],
  ["10.0.0.1/admin", "[link]"],
  ["visit evil.shop now", "visit [link] now"],
  ["31mhttp://evil.example/x", "31[link]"],
  ["see www.evil.com[card number] now", "see [link][card number] now"],
  ["see http://[::1]:8080/x now", "see [link] now"],
  ["see http://evil[.]com now", "see [link][.]com now"],
];

for (const [text, expected] of REPLACED) {
  Deno.test(`link replaced: ${text}`, () =>
    assertEquals(withoutStrangeLinks(text, NONE), expected));
}

for (
  const text of [
    "It broke.No idea why.",
    "node.js 2.2.0",
    "e.g. report.pdf",
    "data: all of it",
    "and/or",
    "10.5 of 20.3",
    "a.m. or p.m.",
    "C:\\\\Users\\\\Ann",
  ]
) {
  Deno.test(`no link: ${text}`, () => assertEquals(withoutStrangeLinks(text, NONE), text));
}

Deno.test("an allowed link stays, also at the end of a sentence", () => {
  const allowed = new Set(["https://help.example.net/a"]);
  assertEquals(
    withoutStrangeLinks("See https://help.example.net/a.", allowed),
    "See https://help.example.net/a.",
  );
  assertEquals(strangeLinks("See https://help.example.net/ab", allowed), [
    "https://help.example.net/ab",
  ]);
});

Deno.test("replacing links twice changes nothing more", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("http://", "www.", "a.com", " ", "/x", ".", "é", "[link]", ":"), {
        maxLength: 12,
      }),
      (parts) => {
        const once = withoutStrangeLinks(parts.join(""), NONE);
        assertEquals(withoutStrangeLinks(once, NONE), once);
        assertEquals(strangeLinks(once, NONE), []);
      },
    ),
  );
});

Deno.test("no part of a text that holds no link holds one", () => {
  const piece = fc.constantFrom(
    "www.",
    "a.com",
    "http:",
    "//",
    "b",
    " ",
    "．",
    ":",
    "mailto:",
    "1.2",
  );
  fc.assert(fc.property(fc.array(piece), fc.nat(), fc.nat(), (pieces, from, to) => {
    const text = pieces.join("");
    if (strangeLinks(text.slice(from % 40, to % 40)).length > 0) assert(mayHoldLink(text));
  }));
});
