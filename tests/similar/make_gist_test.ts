// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { GIST_LIMITS, GIST_VERSION } from "../../src/triage/domain/gist.ts";
import { isStopWord } from "../../src/similar/stop_words.ts";
import { gistFor } from "../store/similar_contract.ts";

Deno.test("a gist holds what a message is about, without courtesy", () => {
  const gist = gistFor(
    "Hello dear team, hope you are well!\n\nThe exports fail with TB-PDF-17 on 5.8.1.\n\nThanks a lot",
    "  Plan  Maker ",
  );
  assertEquals(gist.product, "plan maker");
  assertEquals(gist.codes.at(-1), "tb-pdf-17");
  assertEquals(gist.versions[0], "5.8.1");
  assert(gist.words.includes("export") && gist.words.includes("fail"), gist.words.join());
  assert(!gist.words.some(isStopWord), gist.words.join());
  assert(gist.scores.bug_report > 0.5 && gist.meaning !== "" && gist.regions.length > 0);
});

const NOTHING: readonly string[] = ["", "???", "12 34", "👍👍", "the and of"];

for (const message of NOTHING) {
  Deno.test(`nothing is kept of ${JSON.stringify(message)} that could be compared`, () => {
    assertEquals(gistFor(message).words, []);
  });
}

Deno.test("what a machine wrote is compared with nothing", () => {
  const gist = gistFor(
    "Automatic reply: I am out of office until Monday. This is an automated message, please do not reply.",
  );
  assertEquals([gist.words, gist.meaning], [[], ""]);
});

Deno.test("whatever the message, a gist keeps its limits", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 2_000 }),
        fc.array(
          fc.constantFrom("export", "E45", "4.2.1", "crashes", "AB-12", "\n", "x".repeat(60)),
          {
            maxLength: 400,
          },
        ).map((words) => words.join(" ")),
      ),
      (message) => {
        const gist = gistFor(message);
        assertEquals(gist.version, GIST_VERSION);
        assert(gist.words.length <= GIST_LIMITS.words);
        assertEquals(gist.words.length, gist.rarities.length);
        assert(gist.words.every(({ length }) => length <= GIST_LIMITS.word_characters));
        assert(gist.codes.length <= GIST_LIMITS.codes);
        assert(gist.versions.length <= GIST_LIMITS.versions);
        assert(
          [...gist.codes, ...gist.versions].every(({ length }) =>
            length <= GIST_LIMITS.detail_characters
          ),
        );
        assert(gist.regions.length <= GIST_LIMITS.regions);
        assertEquals(JSON.parse(JSON.stringify(gist)), gist);
      },
    ),
    { numRuns: 60 },
  );
});
