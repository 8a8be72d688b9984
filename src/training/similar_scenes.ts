/**
 * What a case sees when cases like it are looked for, as in the service: of a
 * product with few cases, of one with some hundred others, of a desk on which
 * thousands of other things are told. Whoever learns from small products alone
 * takes the nearest of thousands for the same.
 *
 * @module
 */
import {
  BACKGROUND_CASES,
  COMPARED_CASES,
  mostSharing,
  NEWEST_CASES,
} from "../similar/candidates.ts";
import { type KindModel, kindOf } from "../similar/kind.ts";
import {
  backgroundOf,
  prepare,
  type PreparedGist,
  type ReadGist,
} from "../similar/prepared_gist.ts";
import { searchTermsOf, termsOf } from "../similar/terms.ts";
import type { Gist } from "../triage/domain/gist.ts";
import type { Intent } from "../triage/domain/intent.ts";
import { Chance } from "./chance.ts";

/** A message, read. */
export interface Telling {
  /** Its number among all rows. */
  readonly place: number;
  readonly writer: string;
  readonly product: string;
  /** `null` where nobody else tells of the same. */
  readonly matter: string | null;
  readonly type: Intent | undefined;
  readonly read: ReadGist;
}

/** A telling and what it sees. */
export interface Scene {
  readonly asker: Telling;
  readonly own: PreparedGist;
  readonly tellings: readonly Telling[];
  /** The same, seen against what their product has in common. */
  readonly candidates: readonly PreparedGist[];
  /** All of the asker's matter that could have been found. */
  readonly before: readonly Telling[];
}

/** Others on the desk of a product that has some. */
const SOME_OTHERS = 150;

/** Scenes of each product by itself: each telling looks at all others. */
export function productScenes(tellings: readonly Telling[]): Scene[] {
  return productsOf(tellings).flatMap((product) => {
    const desk = new Desk();
    for (const telling of product) desk.add(telling);
    return product.map((asker) => desk.look(asker));
  });
}

/** Scenes of each product among some other messages, and of all products among all of them. */
export function deskScenes(tellings: readonly Telling[], others: readonly Telling[]): Scene[] {
  const chance = new Chance();
  return [
    ...productsOf(tellings).flatMap((product) =>
      arriving([...product, ...shuffled(others, chance).slice(0, SOME_OTHERS)], chance)
    ),
    ...arriving([...tellings, ...others], chance),
  ];
}

/** A telling that is of the type that a model tells. */
export function typedBy(telling: Telling, kind: KindModel): Telling {
  const { read } = telling;
  return { ...telling, read: { ...read, types: kindOf(kind, read.gist.scores, read) } };
}

/** Whether two tell of one matter. */
export function areSame(one: Telling, other: Telling): boolean {
  return one.matter !== null && matterOf(one) === matterOf(other);
}

/** Each telling looks at what came before it. */
function arriving(all: readonly Telling[], chance: Chance): Scene[] {
  const desk = new Desk();
  return shuffled(all, chance).flatMap((one) => {
    const scenes = one.matter === null ? [] : [desk.look(one)];
    desk.add(one);
    return scenes;
  });
}

function shuffled(all: readonly Telling[], chance: Chance): Telling[] {
  const order = [...all];
  chance.shuffle(order);
  return order;
}

/** Tellings product by product, in the order of their names. */
export function productsOf(tellings: readonly Telling[]): Telling[][] {
  const products = Map.groupBy(tellings, ({ writer, product }) => `${writer}\n${product}`);
  return [...products.keys()].sort().map((name) => products.get(name) ?? []);
}

/** The cases of one product, found as in the service. */
class Desk {
  readonly #tellings: Telling[] = [];
  /** By matter. */
  readonly #of = new Map<string, Telling[]>();
  /** By term, the newest last. */
  readonly #numbers = new Map<number, number[]>();

  add(telling: Telling): void {
    const number = this.#tellings.push(telling) - 1;
    if (telling.matter !== null) {
      const matter = matterOf(telling);
      this.#of.set(matter, [...this.#of.get(matter) ?? [], telling]);
    }
    for (const term of termsOf(ofOneProduct(telling.read.gist))) {
      const numbers = this.#numbers.get(term) ?? [];
      this.#numbers.set(term, numbers);
      numbers.push(number);
    }
  }

  look(asker: Telling): Scene {
    const terms = searchTermsOf(ofOneProduct(asker.read.gist));
    const lists = terms.map(({ term }) =>
      (this.#numbers.get(term) ?? []).slice(-NEWEST_CASES - 1)
        .filter((number) => this.#tellings[number] !== asker).reverse()
    );
    const those = (numbers: readonly number[]) =>
      numbers.flatMap((number) => this.#tellings[number] ?? []);
    const { numbers, among } = mostSharing(terms, lists);
    const newest = those(lists[0]?.slice(0, BACKGROUND_CASES) ?? []);
    const background = backgroundOf(newest.map(({ read }) => read), among);
    const tellings = those(numbers.slice(0, COMPARED_CASES));
    return {
      asker,
      own: prepare(asker.read, background),
      tellings,
      candidates: tellings.map(({ read }) => prepare(read, background)),
      before: this.#of.get(matterOf(asker)) ?? [],
    };
  }
}

function matterOf({ writer, product, matter }: Telling): string {
  return `${writer}\n${product}\n${matter}`;
}

function ofOneProduct(gist: Gist): Gist {
  return { ...gist, product: "" };
}
