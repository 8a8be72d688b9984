// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { measureMasking } from "../../src/cli/evaluate_masking.ts";
import { holdsPlaceholder, mask, maskAll } from "../../src/masking/redact.ts";

interface Sample {
  /** `null`: nothing private in it. */
  readonly kind: string | null;
  readonly text: string;
  readonly secret?: string;
}

function samples(name: string): Sample[] {
  const path = new URL(`../../fixtures/${name}.jsonl`, import.meta.url);
  return Deno.readTextFileSync(path).trim().split("\n").map((line) => JSON.parse(line));
}

// privacy.jsonl was used to write the patterns, privacy_held_out.jsonl was not.
for (const name of ["privacy", "privacy_held_out"]) {
  Deno.test(`${name}: at least 95 % of what is private is masked`, () => {
    const positives = samples(name).filter(({ kind }) => kind !== null);
    const missed = positives.filter(({ text, secret = "" }) => mask(text).text.includes(secret));
    assert(positives.length >= 100);
    assert(missed.length <= 0.05 * positives.length, JSON.stringify(missed, null, 1));
  });

  Deno.test(`${name}: at most 1 % of what only looks private is masked`, () => {
    const harmless = samples(name).filter(({ kind }) => kind === null);
    const altered = harmless.filter(({ text }) => mask(text).text !== text);
    assert(harmless.length >= 100);
    assert(altered.length <= 0.01 * harmless.length, JSON.stringify(altered, null, 1));
  });
}

for (const name of ["privacy_forms", "privacy_kinds"]) {
  Deno.test(`${name}: every way to write it is masked, and what only looks like it stays`, () => {
    const path = new URL(`../../fixtures/${name}.jsonl`, import.meta.url);
    const { rows, look_alikes, mistakes } = measureMasking(
      Deno.readTextFileSync(path).trim().split("\n").map((line) => JSON.parse(line)),
    );
    assert(rows[0] >= 0.99 * rows[1] && rows[1] >= 300, mistakes.join("\n"));
    assert(look_alikes[0] <= 0.01 * look_alikes[1] && look_alikes[1] >= 200, mistakes.join("\n"));
  });
}

Deno.test("the same original gets the same placeholder, and everything can be put back", () => {
  const text = "From a@b.org to c@d.org, copy to a@b.org";
  const masked = mask(text);
  assertEquals(masked.text, "From [EMAIL_1] to [EMAIL_2], copy to [EMAIL_1]");
  assertEquals(masked.restore({ letter: ["Dear [EMAIL_2]"] }), { letter: ["Dear c@d.org"] });
  assertEquals(masked.count, 2);
});

Deno.test("whoever is told to keep a password to themselves is not named by it", () => {
  for (
    const text of ["Keep your password to yourself, all of you.", "I keep my PIN to myself."]
  ) assertEquals(mask(text).text, text);
});

Deno.test("a mark that stands where a secret was is no secret", () => {
  const masked = mask("https://user:topSecret1@example.com, password: Tiger1987");
  assertEquals(masked.text, "https://user:[KEY_1]@example.com, password: [KEY_2]");
  assertEquals(mask(masked.text).text, masked.text);
  assertEquals(mask("hf_QwErTyUiOpAsDfGhJkLzXcVbNm1234 is my token").text, "[KEY_1] is my token");
});

Deno.test("two texts masked together share their numbering", () => {
  const masked = maskAll({ message: "ask a@b.org", product: "c@d.org" });
  assertEquals(masked.value, { message: "ask [EMAIL_1]", product: "[EMAIL_2]" });
});

Deno.test("what a customer typed that looks like a placeholder stays what it is", () => {
  const masked = mask("[EMAIL_1] is literal, a@b.org is not");
  assertEquals(masked.text, "[EMAIL_1] is literal, [EMAIL_2] is not");
  assertEquals(masked.restore("[EMAIL_1] [EMAIL_2] [EMAIL_9]"), "[EMAIL_1] a@b.org [EMAIL_9]");
  assert(holdsPlaceholder("[EMAIL_9]"));
});

Deno.test("a secret that was announced once is masked wherever it stands", () => {
  assertEquals(
    mask("xK9!pq22 fails. My password is xK9!pq22").text,
    "[KEY_1] fails. My password is [KEY_1]",
  );
});

Deno.test("what only shows once its neighbour is masked is masked too", () => {
  const text = "iban=DE44 5001 0517 5407 3249 31+971 50 123 4567";
  assertEquals(mask(text).text, "iban=[IBAN_1][PHONE_2]");
  assertEquals(mask(text).restore(mask(text).text), text);
});

const PIECES = [
  ..."https://user:topSecret1@example.com|password: |DB_PASSWORD=|Cookie: a=|-----BEGIN PRIVATE KEY-----|?token=|PIN 4821|\u200b"
    .split("|"),
  ...samples("privacy").map(({ text }) => text),
  " ",
  "\n",
  "[EMAIL_1]",
  "$&",
  "@",
  "+1",
];
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join("")),
);

Deno.test("putting back undoes masking, and masking what is masked changes nothing", () => {
  fc.assert(fc.property(texts, (text) => {
    const masked = mask(text);
    assertEquals(masked.restore(masked.text), text);
    assertEquals(mask(masked.text).text, masked.text);
  }));
});

Deno.test("a second secret of a sentence is masked, a product named after it stays", () => {
  assertEquals(
    mask("My password is Apple44x, now Windows11 asks").text,
    "My password is [KEY_1], now Windows11 asks",
  );
  assertEquals(
    mask("The old password was Apple44x, new one Pear55y").text,
    "The old password was [KEY_1], new one [KEY_2]",
  );
});
