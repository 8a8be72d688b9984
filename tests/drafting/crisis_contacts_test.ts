/**
 * Crisis lines: only those of the catalogue are named, by country, and none
 * where it has none.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { CRISIS_CONTACTS_SHOWN } from "../../src/drafting/letter/crisis_sentence.ts";
import { CATALOG_LIMITS, checkCatalog, findProduct } from "../../src/triage/domain/catalog.ts";
import { letterFaults } from "../../src/triage/guard/firewall.ts";
import { draft } from "./drafting.ts";

const SECTION = { default_component: "General", default_team: "Support" };
const LINES = [
  { country: "GB", name: "Samaritans", phone: "116 123" },
  { country: "DE", name: "TelefonSeelsorge", phone: "0800 1110111" },
  { country: "US", name: "988 Lifeline", phone: "988" },
  { country: "FR", name: "Suicide Écoute", phone: "01 45 39 40 00" },
];
const SITUATION = { name: "self_harm", probability: 0.9, grave: true, evidence: [] } as const;

function letterTo(message: string, crisis_contacts: readonly unknown[], product_name = "Shop") {
  const catalog = checkCatalog({ crisis_contacts, default: SECTION });
  const product = findProduct(catalog, product_name);
  const { letter } = draft("general_inquiry", message, product_name, {
    product,
    situation: SITUATION,
    review: { required: true, reasons: ["self_harm"] },
  });
  assertEquals(letterFaults(letter, { message, product }), []);
  assertStringIncludes(letter, "local emergency number");
  return letter;
}

Deno.test("without crisis lines in the catalogue no number is named", () => {
  assert(!/\d/.test(letterTo("I don't want to be here tomorrow.", [])));
});

Deno.test("the lines of the country that the message names are named, and no others", () => {
  const letter = letterTo("I live in Germany and I can't go on.", LINES);
  assertStringIncludes(letter, "TelefonSeelsorge on 0800 1110111 (Germany)");
  assert(!letter.includes("Samaritans"), letter);
});

Deno.test("the product's name may say the country", () => {
  const letter = letterTo("I can't go on.", LINES, "Shop (United Kingdom)");
  assertStringIncludes(letter, "Samaritans on 116 123 (United Kingdom)");
  assert(!letter.includes("TelefonSeelsorge"), letter);
});

Deno.test(`where no country is named, the first ${CRISIS_CONTACTS_SHOWN} lines are`, () => {
  const letter = letterTo("I can't go on.", LINES);
  assertEquals(LINES.map(({ name }) => letter.includes(name)), [true, true, true, false]);
});

Deno.test("crisis lines are in no other letter", () => {
  const catalog = checkCatalog({ crisis_contacts: LINES, default: SECTION });
  const { letter } = draft("general_inquiry", "How do I change my address?", "Shop", {
    product: findProduct(catalog, "Shop"),
  });
  assert(!LINES.some(({ phone }) => letter.includes(phone)), letter);
});

for (
  const [what, line, told] of [
    ["a country's name", { ...LINES[0], country: "Germany" }, "crisis_contacts.0.country"],
    ["small letters", { ...LINES[0], country: "gb" }, "as in GB"],
    ["no number", { ...LINES[0], phone: "call us" }, "must be a phone number"],
    ["a long number", { ...LINES[0], phone: "1".repeat(31) }, "at most 30 characters"],
    ["no name", { country: "GB", phone: "116 123" }, "crisis_contacts.0.name: is missing"],
    ["a link", { ...LINES[0], url: "https://x.example" }, "url: is not a known key"],
  ] as const
) {
  Deno.test(`a crisis line with ${what} is refused`, () => {
    const { message } = assertThrows(
      () => checkCatalog({ crisis_contacts: [line], default: SECTION }),
      TypeError,
    );
    assertStringIncludes(message, told);
  });
}

Deno.test(`more than ${CATALOG_LIMITS.crisis_contacts} crisis lines are refused`, () => {
  const many = Array.from({ length: CATALOG_LIMITS.crisis_contacts + 1 }, () => LINES[0]);
  assertThrows(() => checkCatalog({ crisis_contacts: many, default: SECTION }), TypeError);
});
