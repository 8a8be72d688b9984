/**
 * The product catalogue: which components, teams and pages there are.
 * Nothing outside it is ever named in a reply.
 *
 * @module
 */
import { z } from "zod";

const name = z.string().trim().min(1).max(100);

const component = z.strictObject({
  name,
  /** Words by which customers call it. */
  aliases: z.array(name).default([]),
  team: name,
});

const resource = z.strictObject({
  title: z.string().trim().min(1).max(200),
  url: z.url({ protocol: /^https?$/ }),
  topics: z.array(name).default([]),
});

const section = z.strictObject({
  /** Who uses the product, in one word: the role of a user story. */
  user_role: name.default("user"),
  default_component: name,
  default_team: name,
  components: z.array(component).default([]),
  resources: z.array(resource).default([]),
});

/** Schema of a catalogue file. */
export const catalog = z.strictObject({
  /** Used for products that are not listed. */
  default: section,
  products: z.array(z.strictObject({ name, aliases: z.array(name).default([]), ...section.shape }))
    .default([]),
});

/** A checked catalogue. */
export type Catalog = z.infer<typeof catalog>;
/** What the catalogue knows of one product. */
export type Product = z.infer<typeof section>;
/** One part of a product. */
export type Component = z.infer<typeof component>;
/** A page that may help a customer. */
export type Resource = z.infer<typeof resource>;

/** The catalogue's section for a product named by a client; the default section when unknown. */
export function findProduct(catalog: Catalog, productName: string): Product {
  const wanted = fold(productName);
  return catalog.products.find((product) =>
    [product.name, ...product.aliases].some((known) => fold(known) === wanted)
  ) ?? catalog.default;
}

function fold(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}
