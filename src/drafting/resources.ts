/**
 * Pages of the catalogue that may help, by full-text search over their titles
 * and topics. None when nothing fits.
 *
 * @module
 */
import MiniSearch from "minisearch";
import type { Product, Resource } from "../triage/catalog.ts";
import { stem } from "./component.ts";

const STOP_WORDS = new Set(
  ("a an the and or but if of in on at to for from by with as is are was were be been am do does did has have had i we you he she it they me us my our your his her its their this that these those " +
    "can could will would should may might must not no yes so too very just only also how what when where which who why there here any some all each every please thanks thank help like want need get got make made use used using work works new old one two app portal web mobile product 1440 change set find see know tell give way thing page")
    .split(" "),
);
// Scores are BM25-like; below this nothing was said about the page's subject.
const LEAST_SCORE = 1.2;
const LEAST_SHARE = 0.55;
const SUGGESTED_MAX = 3;
const QUERY_CHARACTERS = 600;

const indexes = new WeakMap<Product, MiniSearch>();

/** The pages that fit a text, best first. */
export function findResources(product: Product, text: string): readonly Resource[] {
  if (product.resources.length === 0) return [];
  const found = indexOf(product).search(text.slice(0, QUERY_CHARACTERS));
  const best = found[0]?.score ?? 0;
  return found.filter(({ score }) => score >= LEAST_SCORE && score >= best * LEAST_SHARE)
    .slice(0, SUGGESTED_MAX)
    .flatMap(({ id }) => product.resources[Number(id)] ?? []);
}

function indexOf(product: Product): MiniSearch {
  const known = indexes.get(product);
  if (known !== undefined) return known;
  const index = new MiniSearch({
    fields: ["title", "topics"],
    processTerm: (term) => {
      const lower = term.toLowerCase().replaceAll("’", "'");
      return STOP_WORDS.has(lower) || lower.length < 2 ? null : stem(lower);
    },
    searchOptions: { boost: { title: 1.5 }, prefix: false, fuzzy: false, combineWith: "OR" },
  });
  index.addAll(
    product.resources.map(({ title, topics }, id) => ({ id, title, topics: topics.join(" ") })),
  );
  indexes.set(product, index);
  return index;
}
