/**
 * The product catalogue: which components, teams and pages there are.
 * Nothing outside it is ever named in a reply.
 *
 * @module
 */
import { z } from "zod";
import { catalogFaults } from "./catalog_faults.ts";
import { holdsInvisible } from "../text/plain_text.ts";

/** Limits of a catalogue, in characters and items. */
export const CATALOG_LIMITS = {
  name_characters: 100,
  title_characters: 200,
  url_characters: 500,
  answer_characters: 300,
  aliases: 200,
  components: 100,
  resources: 500,
  products: 500,
  crisis_contacts: 300,
  phone_characters: 30,
} as const;

function line(maxCharacters: number) {
  return z.string().trim().min(1).max(maxCharacters)
    .refine((text) => !holdsInvisible(text) && !/[\n\t]/u.test(text), {
      error: "must be one line without control characters",
    });
}

const ADDRESS = /\bhttps?:|\bwww\./i;

const name = line(CATALOG_LIMITS.name_characters);
const names = z.array(name).max(CATALOG_LIMITS.aliases);

const component = z.strictObject({
  name,
  /** Words by which customers call it. */
  aliases: names.default([]),
  team: name,
});

const resource = z.strictObject({
  title: line(CATALOG_LIMITS.title_characters),
  url: z.url({ protocol: /^https?$/, error: "must be an http or https address" })
    .max(CATALOG_LIMITS.url_characters),
  topics: names.default([]),
  /** What the page says, in a sentence or two that letters quote. */
  answer: line(CATALOG_LIMITS.answer_characters)
    .refine((text) => !ADDRESS.test(text), { error: "must hold no address: letters give the url" })
    .nullish(),
});

const crisisContact = z.strictObject({
  /** Where it answers: a country's two letters, as in ISO 3166-1. */
  country: z.string().regex(/^[A-Z]{2}$/, "must be a country's two capital letters, as in GB"),
  /** Who answers. */
  name,
  phone: line(CATALOG_LIMITS.phone_characters)
    .regex(/^\+?[\d ()/-]*\d[\d ()/-]*$/, "must be a phone number"),
});

const sectionShape = {
  /** Who uses the product, in one word: the role of a user story. */
  user_role: name.default("user"),
  default_component: name,
  default_team: name,
  components: z.array(component).max(CATALOG_LIMITS.components).default([]),
  resources: z.array(resource).max(CATALOG_LIMITS.resources).default([]),
};

const section = z.strictObject(sectionShape).superRefine(namesOnce);

/** Schema of a catalogue file. */
export const catalog = z.strictObject({
  /** Lets editors complete and check the file; not read. */
  $schema: z.string().optional(),
  /** Lines for people in a crisis; letters name no other. */
  crisis_contacts: z.array(crisisContact).max(CATALOG_LIMITS.crisis_contacts).optional(),
  /** Used for products that are not listed. */
  default: section,
  products: z.array(
    z.strictObject({ name, aliases: names.default([]), ...sectionShape }).superRefine(namesOnce),
  ).max(CATALOG_LIMITS.products).default([]),
}).superRefine((value, context) => {
  const seen = new Map<string, string>();
  value.products.forEach((product, index) => {
    for (const known of [product.name, ...product.aliases]) {
      const other = seen.get(fold(known));
      if (other !== undefined && other !== product.name) {
        context.addIssue({
          code: "custom",
          path: ["products", index, "name"],
          message: `${JSON.stringify(known)} is already a name of ${JSON.stringify(other)}`,
        });
      }
      seen.set(fold(known), product.name);
    }
  });
});

/** A checked catalogue. */
export type Catalog = z.infer<typeof catalog>;
/** A line for people in a crisis. */
export type CrisisContact = z.infer<typeof crisisContact>;
/** What the catalogue knows of one product. */
export type Product = z.infer<typeof section> & {
  /** Those of the whole catalogue. */
  readonly crisis_contacts?: readonly CrisisContact[];
};
/** One part of a product. */
export type Component = z.infer<typeof component>;
/** A page that may help a customer. */
export type Resource = z.infer<typeof resource>;

const indexes = new WeakMap<Catalog, ReadonlyMap<string, Product>>();
const defaults = new WeakSet<Product>();

/** Whether a section stands for products that the catalogue does not list. */
export function isUnlisted(product: Product): boolean {
  return defaults.has(product);
}

/**
 * The catalogue's section for a product named by a client: by its name or an
 * alias, or by a known name of two words or more inside what the client sent
 * ("1440 Web Portal (EU)"). The default section when unknown.
 */
export function findProduct(catalog: Catalog, productName: string): Product {
  const index = indexes.get(catalog) ?? indexOf(catalog);
  const wanted = fold(productName);
  const known = index.get(wanted);
  if (known !== undefined) return known;
  const words = ` ${wanted.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  for (const [name, product] of index) {
    if (name.includes(" ") && words.includes(` ${name} `)) return product;
  }
  return catalog.default;
}

/**
 * Components that stand for whatever is of none: the default ones that no section lists among its
 * own, most often of many products at once.
 */
export function catchAllComponents(catalog: Catalog): ReadonlySet<string> {
  const sections = [catalog.default, ...catalog.products];
  const listed = new Set(sections.flatMap(({ components }) => components.map(({ name }) => name)));
  return new Set(
    sections.map(({ default_component }) => default_component).filter((name) => !listed.has(name)),
  );
}

function indexOf(catalog: Catalog): ReadonlyMap<string, Product> {
  const index = new Map<string, Product>();
  for (const product of catalog.products) {
    for (const known of [product.name, ...product.aliases]) index.set(fold(known), product);
  }
  indexes.set(catalog, index);
  defaults.add(catalog.default);
  return index;
}

/**
 * Checks a parsed catalogue file.
 *
 * @throws {TypeError} Naming the path, the value got and what is wanted, one line for each fault.
 */
export function checkCatalog(value: unknown): Catalog {
  const result = catalog.safeParse(value);
  if (result.success) return withContacts(result.data);
  const faults = result.error.issues.flatMap((issue) => catalogFaults(issue, value));
  throw new TypeError(`Cannot use the catalogue:\n${faults.join("\n")}`);
}

/** The contacts of the whole catalogue stand with every product: replies know only theirs. */
function withContacts(checked: Catalog): Catalog {
  const { crisis_contacts = [] } = checked;
  if (crisis_contacts.length === 0) return checked;
  const known = <Section extends Product>(section: Section) => ({ ...section, crisis_contacts });
  return { ...checked, default: known(checked.default), products: checked.products.map(known) };
}

function namesOnce(
  value: { components: Component[]; default_component: string },
  context: z.core.$RefinementCtx,
): void {
  const seen = new Set<string>();
  value.components.forEach((component, index) => {
    if (seen.has(fold(component.name))) {
      context.addIssue({
        code: "custom",
        path: ["components", index, "name"],
        message: "is listed twice",
      });
    }
    seen.add(fold(component.name));
  });
}

function fold(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}
