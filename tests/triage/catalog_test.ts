/**
 * Finding a product, and errors that help.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { catchAllComponents, checkCatalog, findProduct } from "../../src/triage/domain/catalog.ts";

const section = { default_component: "General", default_team: "Support" };
const page = { title: "Help", url: "https://a.example" };
const product = (name: string, aliases: string[] = []) => ({
  ...section,
  name,
  aliases,
  user_role: name,
});
const catalog = checkCatalog({
  default: section,
  products: [product("Kettle Pro", ["Kettle"]), product("Toaster", [])],
});

const NAMES: readonly (readonly [asked: string, found: string])[] = [
  ["Kettle Pro", "Kettle Pro"],
  ["  kettle   PRO ", "Kettle Pro"],
  ["kettle", "Kettle Pro"],
  ["Kettle Pro (EU)", "Kettle Pro"],
  ["Toaster", "Toaster"],
  ["My Toaster", "user"],
  ["Kettles", "user"],
  ["", "user"],
];

for (const [asked, found] of NAMES) {
  Deno.test(`product ${JSON.stringify(asked)} is ${found}`, () => {
    assertEquals(findProduct(catalog, asked).user_role, found);
  });
}

const FAULTS: readonly (readonly [value: unknown, told: string])[] = [
  [null, "got null"],
  [{}, "default: is missing"],
  [{ default: section, products: "A" }, 'products: must be a list, got "A"'],
  [
    { default: { ...section, default_team: "x".repeat(101) } },
    "default.default_team: must have at most 100 characters",
  ],
  [
    { default: { ...section, default_team: "" } },
    'default.default_team: must not be empty, got ""',
  ],
  [{ default: section, surplus: 1 }, "surplus: is not a known key"],
  [{ default: section, products: [{ ...section }] }, "products.0.name: "],
  [
    { default: { ...section, resources: [{ title: "Help", url: "javascript:alert(1)" }] } },
    'default.resources.0.url: must be an http or https address, got "javascript:alert(1)"',
  ],
  [
    { default: { ...section, resources: [{ ...page, answer: "x".repeat(301) }] } },
    "default.resources.0.answer: must have at most 300 characters",
  ],
  [
    { default: { ...section, resources: [{ ...page, answer: "See https://b.example." }] } },
    "default.resources.0.answer: must hold no address: letters give the url",
  ],
  [
    { default: { ...section, components: [{ name: "A\u202eB", team: "T" }] } },
    "default.components.0.name: must be one line without control characters",
  ],
  [
    { default: { ...section, components: [{ name: "A", team: "T" }, { name: "a", team: "T" }] } },
    'default.components.1.name: is listed twice, got "a"',
  ],
  [
    { default: section, products: [product("A"), product("B", ["a"])] },
    'products.1.name: "a" is already a name of "A", got "B"',
  ],
];

for (const [value, told] of FAULTS) {
  Deno.test(`a catalogue's fault is told: ${told}`, () => {
    assertStringIncludes(assertThrows(() => checkCatalog(value), TypeError).message, told);
  });
}

Deno.test("components that stand for whatever is of none are the default ones that nothing lists", () => {
  const own = { name: "App", team: "Care" };
  const known = checkCatalog({
    default: { ...section, default_component: "Anything" },
    products: [
      { ...product("Walker"), default_component: "App", components: [own] },
      { ...product("Oven"), default_component: "Whole oven" },
    ],
  });
  assertEquals([...catchAllComponents(known)], ["Anything", "Whole oven"]);
});
