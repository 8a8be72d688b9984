/**
 * Pages of the catalogue that may help, by full-text search over their titles
 * and topics. None when nothing fits.
 *
 * @module
 */
import MiniSearch from "minisearch";
import type { Product, Resource } from "../../triage/domain/catalog.ts";
import { openingOf, stem } from "./component.ts";

const STOP_WORDS = new Set(
  ("a an the and or but if of in on at to for from by with as is are was were be been am do does did has have had i we you he she it they me us my our your his her its their this that these those " +
    "can could will would should may might must not no yes so too very just only also how what when where which who why there here any some all each every please thanks thank help like want need get got make made use used using work works new old one two app portal web mobile product 1440 change set find see know tell give way thing page")
    .split(" "),
);
// Scores are relative; a page far behind the best is about something else.
const LEAST_SHARE = 0.5;
const SUGGESTED_MAX = 3;
const QUERY_CHARACTERS = 600;

interface Library {
  readonly search: MiniSearch;
  /** For each page, its topics and its title as stems: all stems of one must be in the message. */
  readonly subjects: readonly (readonly (readonly string[])[])[];
  /** How the words of titles and topics open; no others need be looked up. */
  readonly openings: ReadonlySet<number>;
}

const libraries = new WeakMap<Product, Library>();

/** The pages that fit a text, best first. */
export function findResources(product: Product, text: string): readonly Resource[] {
  if (product.resources.length === 0) return [];
  const { search, subjects, openings } = libraryOf(product);
  const query = text.slice(0, QUERY_CHARACTERS);
  const words = wordsOf(query).filter((word) => openings.has(openingOf(word)));
  const said = new Set(words.map(stem));
  const fits = subjects.map((some) => some.some((stems) => stems.every((one) => said.has(one))));
  if (!fits.includes(true)) return [];
  const found = search.search(query, {
    tokenize: (all) =>
      all.split(BETWEEN_WORDS).filter((word) => openings.has(openingOf(word.toLowerCase()))),
  });
  const best = found[0]?.score ?? 0;
  return found.filter(({ id, score }) => fits[Number(id)] && score >= best * LEAST_SHARE)
    .slice(0, SUGGESTED_MAX).flatMap(({ id }) => product.resources[Number(id)] ?? []);
}

function libraryOf(product: Product): Library {
  const known = libraries.get(product);
  if (known !== undefined) return known;
  const search = new MiniSearch({
    fields: ["title", "topics"],
    processTerm: (term) => stemOf(term),
    searchOptions: { boost: { title: 1.5 }, prefix: false, fuzzy: false, combineWith: "OR" },
  });
  search.addAll(
    product.resources.map(({ title, topics }, id) => ({ id, title, topics: topics.join(" ") })),
  );
  const subjects = product.resources.map(({ title, topics }) => {
    const named = wordsOf(title).map(stemOf).filter((stem) => stem !== null);
    // A title of one telling word ("Sign in to the web portal") says too little by itself.
    return [
      ...(named.length > 1 ? [named] : []),
      ...topics.map((topic) => wordsOf(topic).map(stem)),
    ];
  });
  const openings = new Set(
    product.resources.flatMap(({ title, topics }) => wordsOf([title, ...topics].join(" ")))
      .map(openingOf),
  );
  const library = { search, subjects, openings };
  libraries.set(product, library);
  return library;
}

// MiniSearch's own way of cutting costs ten times as much as the search.
const BETWEEN_WORDS =
  /[\s!-#%-*,-/:;?@[-\]_{}\u00a0-\u00bf\u2010-\u2027\u2030-\u205e\u3000-\u3003]+/;

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function stemOf(term: string): string | null {
  const lower = term.toLowerCase();
  return STOP_WORDS.has(lower) || lower.length < 2 ? null : stem(lower);
}
