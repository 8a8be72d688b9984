// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { asOwnWords } from "../../src/triage/text/own_words.ts";
import { shownEvidence } from "../../src/triage/shown_evidence.ts";

const PRODUCT = {
  user_role: "user",
  default_component: "App",
  default_team: "Mobile",
  components: [],
  resources: [{ title: "Help", url: "https://help.example/a", topics: [] }],
};

function spanOf(text: string, quoted: string) {
  const start = text.indexOf(quoted);
  const intent = "bug_report" as const;
  return { text: quoted, start, end: start + quoted.length, intent, weight: 1, cue: "word" };
}

const rows: ReadonlyArray<{ name: string; text: string; spans: string[]; shown: string[] }> = [
  { name: "plain words stay", text: "it crashes", spans: ["crashes"], shown: ["crashes"] },
  {
    name: "a link from elsewhere goes",
    text: "see http://evil.example/x it crashes",
    spans: ["http://evil.example/x", "crashes"],
    shown: ["crashes"],
  },
  {
    name: "a page of the catalogue stays",
    text: "I read https://help.example/a",
    spans: ["https://help.example/a"],
    shown: ["https://help.example/a"],
  },
  {
    name: "error codes are shown",
    text: "it says Error 4031",
    spans: [],
    shown: ["Error 4031"],
  },
];
for (const { name, text, spans, shown } of rows) {
  Deno.test(`evidence: ${name}`, () => {
    const evidence = shownEvidence(
      spans.map((quoted) => spanOf(text, quoted)),
      text,
      asOwnWords(text),
      "bug_report",
      PRODUCT,
    );
    assertEquals(evidence.map((item) => item.text), shown);
    assertEquals(evidence.map((item) => text.slice(item.start, item.end)), shown);
  });
}
