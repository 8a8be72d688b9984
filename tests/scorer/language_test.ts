import { asOwnWords } from "../../src/triage/text/own_words.ts";
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import fc from "fast-check";
import { readDocument } from "../../src/scorer/document/document.ts";
import { judgeLanguages, summarize } from "../../src/cli/evaluate_languages.ts";
import { openDetector } from "../../src/scorer/language/language_detector.ts";
import { languageOf } from "../../src/scorer/language/language.ts";

const language = (text: string, unknownShare: number) =>
  languageOf({ text, own: asOwnWords(text), sentences: [] }, unknownShare);
const read = (text: string) => language(text, readDocument(asOwnWords(text)).unknown_share);

const rows: { id: string; part: string; language: string; text: string }[] =
  (await Deno.readTextFile(new URL("../../fixtures/languages.jsonl", import.meta.url)))
    .trim().split("\n").map((line) => JSON.parse(line));
const foreign = rows.filter((row) => row.language !== "en");

Deno.test("at least 95 in 100 messages in 29 languages are seen to be foreign", () => {
  assertEquals(new Set(foreign.map((row) => row.language)).size >= 29, true);
  const missed = foreign.filter((row) => ["en", "und"].includes(read(row.text)));
  assertEquals(missed.length <= foreign.length * 0.05, true, missed.map(({ id }) => id).join(" "));
});

Deno.test("at least 9 in 10 of them are named right", () => {
  const wrong = foreign.filter((row) => read(row.text) !== row.language);
  assertEquals(wrong.length <= foreign.length * 0.1, true, wrong.map(({ id }) => id).join(" "));
});

for (const row of rows.filter((row) => row.language === "en")) {
  Deno.test(`English with slang, typos, names, code or foreign words stays English: ${row.id}`, () => {
    const found = read(row.text);
    assertEquals(["en", "und"].includes(found), true, `${found}: ${row.text}`);
  });
}

for (const part of ["short_tuned", "short_held"]) {
  Deno.test(`of messages of 1 to 8 words, English and others, 95 in 100 are named right: ${part}`, () => {
    const outcomes = judgeLanguages(rows.filter((row) => row.part === part));
    for (const english of [true, false]) {
      const those = outcomes.filter(({ language }) => (language === "en") === english);
      const wrong = those.filter(({ said, language }) => said !== language);
      assert(those.length >= 100);
      assert(wrong.length <= those.length * 0.05, wrong.map(({ text }) => text).join("; "));
    }
  });
}

const said: readonly { text: string; is: string }[] = [
  { text: "export pdf", is: "en" },
  { text: "dashcam reboots", is: "en" },
  { text: "SSO SAML error", is: "en" },
  { text: "Impossible de se connecter", is: "fr" },
  { text: "MOT DE PASSE PERDU", is: "fr" },
  { text: "Error al pagar", is: "es" },
  { text: "sifremi unuttum", is: "tr" },
  { text: "wow wow nice", is: "en" },
  { text: "asdfgh", is: "und" },
];
for (const { text, is } of said) {
  Deno.test(`"${text}" is said to be ${is}`, () => {
    assertEquals(judgeLanguages([{ text, language: is }]).map((row) => row.said), [is]);
  });
}

Deno.test("the detector's answer to an empty text is no answer", async () => {
  const detector = await openDetector();
  assertEquals(detector.guess(""), []);
  assertEquals(detector.guess("  "), []);
  assertEquals(detector.guess("wo finde ich meine rechnungen")[0]?.code, "de");
});

Deno.test("a summary says the share and its interval, or that there are no rows", () => {
  const right = { text: "hallo", language: "de", said: "de" };
  assertEquals(summarize("all", [right]), "all: 1 of 1, 100.0% (20.7 to 100.0)");
  assertEquals(summarize("English", []), "English: no rows");
});

const cases: readonly { what: string; text: string; unknown: number; is: string }[] = [
  { what: "nothing", text: "", unknown: 0, is: "und" },
  { what: "blanks", text: " \n\t ", unknown: 0, is: "und" },
  { what: "marks and digits only", text: "??? 1234 🙃🔥", unknown: 0, is: "und" },
  { what: "one word that nobody knows", text: "asdfgh", unknown: 1, is: "und" },
  { what: "one English word", text: "refund??", unknown: 0, is: "en" },
  { what: "known words, whatever the detector thinks", text: "no app on no", unknown: 0, is: "en" },
  {
    what: "English that quotes another language",
    text: 'It shows "Guten Morgen, wie geht es dir heute" to my users',
    unknown: 0.4,
    is: "en",
  },
  { what: "only a quotation", text: '"Wo finde ich meine Rechnungen"', unknown: 1, is: "de" },
  { what: "code only", text: "System.out.println(a[0]);", unknown: 1, is: "und" },
  { what: "Japanese with a Latin name", text: "iPhone 15 Proで落ちます", unknown: 0.5, is: "ja" },
  { what: "English with one Chinese word", text: "The word 你好 is cut", unknown: 0.2, is: "en" },
  { what: "Ukrainian, not Russian", text: "Не можу увійти від учора", unknown: 1, is: "uk" },
  { what: "Persian, not Arabic", text: "نمی‌توانم وارد حساب خود شوم", unknown: 1, is: "fa" },
  { what: "a script that one language uses", text: "ანგარიში ვერ ვიპოვე", unknown: 1, is: "ka" },
];
for (const { what, text, unknown, is } of cases) {
  Deno.test(`the language of ${what} is ${is}`, () => assertEquals(language(text, unknown), is));
}

Deno.test("any text has a language code", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.array(fc.constantFrom("a-", "“", '"', "\ud800", "!", "\u202e", "é ", "字"), {
          maxLength: 3_000,
        }).map((parts) => parts.join("")),
      ),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (text, unknown) => assertMatch(language(text, unknown), /^([a-z]{2}|und)$/),
    ),
  );
});
