/**
 * Nothing is made up: every content word of a draft is in the message, in the
 * catalogue, or in one of our fixed sentences.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { baseForm } from "../../src/drafting/english/base_form.ts";
import { stem } from "../../src/drafting/catalog/component.ts";
import { toCustomer } from "../../src/drafting/english/rewording.ts";
import { INTENTS } from "../../src/triage/domain/intent.ts";
import { findProduct, type Product } from "../../src/triage/domain/catalog.ts";
import type { Reply } from "../../src/triage/domain/reply.ts";
import { catalog, draft, fixtureMessages } from "./drafting.ts";

/** Files whose quoted strings are the fixed sentences. Patterns are no strings there. */
const TEMPLATE_FILES = [
  "letter/rows/fault",
  "letter/rows/inquiry",
  "letter/rows/money_and_law",
  "letter/rows/people",
  "letter/rows/security",
  "letter/rows/self_harm",
  "letter/rows/beside",
  "letter/rows/service",
  "letter/rows/plain",
  "letter/rows/settled",
  "letter/rows/wish",
  "letter/letter_facts",
  "letter/letter_slots",
  "letter/right",
  "requirement/business_value",
  "requirement/product_requirement",
  "ticket/bug_ticket",
  "ticket/bug_title",
  "requirement/reason",
  "requirement/described",
  "message/draft_context",
  "message/safe_words",
];
/** Words of the turns that make an infinitive or a title of a wish. */
const TURNS = "to this can have be able what the app portal web when after link";
/** The closed values of a reply. */
const VALUES =
  "low medium high critical urgent under review bug report feature request general inquiry account management billing usage question other ticket id";

const templates = wordsOf(
  TEMPLATE_FILES.flatMap((name) => {
    const source = Deno.readTextFileSync(`src/drafting/${name}.ts`).replace(
      /^\s*(?:\/\/|\*|\/\*).*$/gmu,
      "",
    )
      .replace(/^import .*$/gmu, "");
    return [...source.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/gu)].map((match) =>
      match[1] ?? match[2] ?? ""
    );
  }).join(" ") + ` ${TURNS} ${VALUES}`,
);

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().replaceAll("’", "'").match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ??
    [];
  return new Set(
    words.flatMap((
      word,
    ) => [word, ...word.split("'"), stem(word), stem(baseForm(word)), baseForm(word)]),
  );
}

function catalogueWords(product: Product): ReadonlySet<string> {
  return wordsOf([
    product.user_role,
    product.default_component,
    product.default_team,
    ...product.components.flatMap(({ name, team }) => [name, team]),
    ...product.resources.flatMap(({ title, url }) => [title, url]),
  ].join(" "));
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function strangeWords(reply: Reply, message: string, productName: string): readonly string[] {
  const known = [
    templates,
    wordsOf(`${message} ${toCustomer(message)} ${productName}`),
    catalogueWords(findProduct(catalog, productName)),
  ];
  const written = stringsOf(reply).join(" ").toLowerCase().replaceAll("’", "'");
  const words = written.match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? [];
  return [...new Set(words)].filter((word) =>
    // "going" is the customer's "go".
    ![word, stem(word), baseForm(word), stem(baseForm(word)), word.replace(/ing$/u, "")].some((
      form,
    ) => known.some((set) => set.has(form)))
  );
}

for (const file of ["messages", "drafts"]) {
  Deno.test(`every word of a draft is the customer's, the catalogue's or ours: ${file}.jsonl`, () => {
    const strange = fixtureMessages(`fixtures/${file}.jsonl`).flatMap(
      ({ id, text, product, label }) => {
        // Also where the type is wrong: the rules hold whatever was asked for.
        return INTENTS.flatMap((intent) => {
          const words = strangeWords(draft(intent, text, product), text, product);
          return words.length === 0
            ? []
            : [`${id} as ${intent} (is ${label}): ${words.join(", ")}`];
        });
      },
    );
    assertEquals(strange, []);
  });
}

Deno.test("the test of words notices a word that nobody said", () => {
  const reply = draft("bug_report", "The timer stops when I lock the phone.");
  const invented = { ...reply, ticket: { ...reply.ticket, title: "Timer stops on low battery" } };
  assertEquals(
    strangeWords(invented, "The timer stops when I lock the phone.", "1440 Mobile App"),
    ["battery"],
  );
});
