/**
 * wink-nlp's English model, read once. The package's own way keeps what it read
 * beside what it made of it and copies all of it in between, and wink-nlp asks
 * for parts that only annotations want which nobody makes here: 14 MB a thread.
 * `tests/scorer/wink_model_test.ts` holds it to what the package makes.
 *
 * @module
 */
import metaCER from "wink-eng-lite-web-model/dist/load-cer-meta-model.js";
import featureFn from "wink-eng-lite-web-model/dist/feature.js";
import lemmatize from "wink-eng-lite-web-model/dist/lemmatize.js";
import negation from "wink-eng-lite-web-model/dist/load-negation-model.js";
import pos from "wink-eng-lite-web-model/dist/load-pos-model.js";
import sbd from "wink-eng-lite-web-model/dist/load-sbd-model.js";
import stored from "wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json" with {
  type: "json",
};

/** A list of words, or of what words have, and the places in it. */
interface WinkFeature {
  readonly list: (string | Set<number>)[];
  hash: Record<string, number>;
  /** How many it was built with: texts add to it. */
  intrinsicSize: number;
  index: number;
  maxIndex: number;
}

/** How a feature is packed: where in the lexicon, its bits, …, whether it has no list, whether it is external. */
type Layout = readonly [
  at: number,
  mask: number,
  shift: number,
  unlisted: number,
  external: number,
];

/** The core of the model, as wink-nlp works with it. */
export interface WinkCore {
  readonly features: Record<string, WinkFeature> & { readonly lexeme: WinkFeature };
  readonly pos: { readonly hash: Readonly<Record<string, number>> };
  readonly packing: { readonly layout: Readonly<Record<string, Layout>>; efList: string[] };
  lexicon: string | Uint32Array;
  xpansions: string | Uint32Array;
}

let read = false;

/** The core, made of what the import holds, in place: it is there once. */
export function winkCore(): WinkCore {
  const core = stored as unknown as WinkCore;
  if (read) return core;
  read = true;
  const { features, packing } = core;
  packing.efList = [];
  for (const [name, [, mask, shift, unlisted, external]] of Object.entries(packing.layout)) {
    const feature = features[name];
    if (unlisted === 0 && feature !== undefined) {
      countIn(feature);
      feature.maxIndex = mask >>> shift;
    }
    if (external === 1) packing.efList.push(name);
  }
  countIn(features.lexeme);
  const clusters = features["posClusters"]?.list ?? [];
  for (const [at, tags] of clusters.entries()) {
    clusters[at] = new Set(String(tags).split("_").map((tag) => core.pos.hash[tag] ?? 0));
  }
  core.lexicon = wordsOf(core.lexicon);
  core.xpansions = wordsOf(core.xpansions);
  return core;
}

function countIn(feature: WinkFeature): void {
  const { list } = feature;
  const hash: Record<string, number> = Object.create(null);
  for (const [at, entry] of list.entries()) hash[String(entry)] = at;
  feature.hash = hash;
  feature.intrinsicSize = feature.index = list.length;
}

function wordsOf(base64: string | Uint32Array): Uint32Array {
  return typeof base64 === "string"
    ? new Uint32Array(Uint8Array.fromBase64(base64).buffer)
    : base64;
}

/** All but the core, for annotations of sentences, negation, parts of speech and entities that are learnt. */
export const WINK_MODEL = {
  sbd,
  pos,
  negation,
  metaCER,
  featureFn,
  addons: { lemmatize },
  // Loaded whether or not anybody asks for them: nobody does.
  ner: () => ({ machines: [], transformers: [] }),
  sa: negation,
};
