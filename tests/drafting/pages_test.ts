/**
 * Which page of a catalogue is offered to a question, and when none is.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import {
  catalogOfPages,
  countPages,
  offerPages,
  type PageRow,
} from "../../src/cli/evaluate_pages.ts";
import { answerOf } from "../../src/drafting/catalog/page_answer.ts";
import { findResources } from "../../src/drafting/catalog/resources.ts";
import type { Resource } from "../../src/triage/domain/catalog.ts";

const PAGES: readonly Resource[] = [
  { title: "Download an invoice", topics: ["receipt", "bill for the tax office"] },
  { title: "Export your data as CSV", topics: ["csv export", "spreadsheet"] },
  { title: "Cancel your subscription", topics: ["end the contract", "notice period"] },
  { title: "Warranty", topics: ["what is covered", "years of warranty"] },
  { title: "Track your delivery", topics: ["where is my parcel", "tracking number"] },
  { title: "Reset your password", topics: ["forgotten password"] },
].map((page, at) => ({ ...page, url: `https://help.example/${at}` }));
const product = { ...catalogOfPages('{"pages": []}').default, resources: [...PAGES] };

function titlesFor(text: string): readonly string[] {
  const sentences = text.split(/(?<=[.?!])\s+/).map((text) => ({
    text,
    question: text.endsWith("?"),
  }));
  return findResources(product, sentences).map(({ title }) => title);
}

const OFFERED: readonly (readonly [why: string, text: string, titles: readonly string[]])[] = [
  ["a word that means the same", "Where do I get my bill?", ["Download an invoice"]],
  ["another form of a word", "What do the warranties cover?", ["Warranty"]],
  ["an irregular form", "I've forgotten my password, what now?", ["Reset your password"]],
  ["a product's name changes nothing", "How long is the warranty on the KX-900?", ["Warranty"]],
  [
    "two questions have two pages",
    "Where is my invoice? I need the CSV export of my data as well.",
    ["Download an invoice", "Export your data as CSV"],
  ],
  [
    "a word said often counts once",
    "Export, export, export: all my spreadsheet does is export. How do I end the contract?",
    ["Cancel your subscription"],
  ],
  ["what names its matter asks", "invoice copy", ["Download an invoice"]],
  ["nothing is asked", "My invoice and the tracking number are both in my handbag.", []],
  ["no page says anything of it", "Do you sponsor youth teams?", []],
  ["one common word is no answer", "Can you find me a good place to stay?", []],
];

for (const [why, text, titles] of OFFERED) {
  Deno.test(`pages: ${why}`, () => assertEquals([...titlesFor(text)].sort(), [...titles].sort()));
}

Deno.test("pages: without any there is none to offer", () => {
  assertEquals(
    findResources({ ...product, resources: [] }, [{ text: "Why?", question: true }]),
    [],
  );
});

Deno.test("pages: whatever is asked, at most three are offered, each once, all of the catalogue", () => {
  const word = fc.constantFrom(...PAGES.flatMap(({ title }) => title.split(" ")), "why", "é", "…");
  const sentence = fc.record({
    text: fc.oneof(fc.string(), fc.array(word).map((words) => words.join(" "))),
    question: fc.boolean(),
  });
  fc.assert(fc.property(fc.array(sentence, { maxLength: 12 }), (sentences) => {
    const found = findResources(product, sentences);
    assert(found.length <= 3 && new Set(found).size === found.length);
    assert(found.every((page) => PAGES.includes(page)));
  }));
});

Deno.test("a letter says the answer of its page", () => {
  const answer = "Open Orders and tap the parcel to follow it.";
  const catalog = catalogOfPages(
    JSON.stringify({ pages: [{ title: "Track your parcel", topics: ["tracking"], answer }] }),
  );
  const [outcome] = offerPages(catalog, [{ message: "How do I track my parcel?", page: null }]);
  assertEquals(outcome?.offered, "Track your parcel");
  assertStringIncludes(outcome?.letter ?? "", answer);
});

Deno.test("answers of several pages say which page they are of", () => {
  const [first, second, third] = PAGES as [Resource, Resource, Resource];
  assertEquals(
    answerOf([{ ...first, answer: "Under Bills." }, second, { ...third, answer: "Under Plan." }]),
    "Download an invoice: Under Bills.\nCancel your subscription: Under Plan.",
  );
  assertEquals(answerOf([first]), "");
});

// What is reached, less a question or two: see docs/catalog.md.
const FLOORS = [
  { name: "smart_home", right_first: 18, none: 26 },
  { name: "phone_network", right_first: 34, none: 36 },
] as const;

for (const { name, right_first, none } of FLOORS) {
  Deno.test(`pages of ${name}: as many right as were reached`, () => {
    const folder = `fixtures/pages/${name}`;
    const rows: PageRow[] = Deno.readTextFileSync(`${folder}.questions.jsonl`).trim().split("\n")
      .map((line) => JSON.parse(line));
    const catalog = catalogOfPages(Deno.readTextFileSync(`${folder}.catalog.json`));
    const figures = countPages(offerPages(catalog, rows));
    assert(figures.right_first >= right_first, `right first: ${figures.right_first}`);
    assert(figures.none >= none, `none where none answers: ${figures.none}`);
  });
}
