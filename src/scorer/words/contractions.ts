/**
 * Short forms spelt out, with and without their apostrophe: customers type
 * "dont" as often as "don't", and wink-nlp takes the first for a noun.
 *
 * @module
 */

/** A part of a short form: how it is spelt out, and how many characters of the original it covers. */
export interface Part {
  readonly normal: string;
  readonly characters: number;
}

const NEGATED = ["do", "does", "did", "is", "was", "are", "were", "could", "would", "should"]
  .concat(["has", "have", "had", "need", "must", "might"]);

/** `[short form, the two words, characters that the first word covers]`. */
const TWO_WORDS: readonly (readonly [string, string, string, number])[] = [
  ...NEGATED.map((verb) => [`${verb}nt`, verb, "not", verb.length] as const),
  ["cant", "can", "not", 2],
  ["cannot", "can", "not", 3],
  ["cnt", "can", "not", 1],
  ["wont", "will", "not", 2],
  ["wnt", "will", "not", 1],
  ["dnt", "do", "not", 1],
  ["dosent", "does", "not", 4],
  ["doesent", "does", "not", 5],
  ["dosnt", "does", "not", 3],
  ["doesn", "does", "not", 4],
  ["didn", "did", "not", 3],
  ["isn", "is", "not", 2],
  ["wasn", "was", "not", 3],
  ["couldn", "could", "not", 5],
  ["aint", "is", "not", 2],
  ["im", "i", "am", 1],
  ["ive", "i", "have", 1],
  ["youre", "you", "are", 3],
  ["theyre", "they", "are", 4],
  ["thats", "that", "is", 4],
  ["whats", "what", "is", 4],
  ["hows", "how", "is", 3],
  ["wheres", "where", "is", 5],
  ["theres", "there", "is", 5],
  ["youve", "you", "have", 3],
  ["gonna", "going", "to", 3],
  ["wanna", "want", "to", 3],
  ["gotta", "got", "to", 3],
  ["gimme", "give", "me", 3],
  ["lemme", "let", "me", 3],
  ["alot", "a", "lot", 1],
];

const ONE_WORD: Readonly<Record<string, string>> = {
  pls: "please",
  plz: "please",
  plss: "please",
  plzz: "please",
  pleas: "please",
  u: "you",
  ur: "your",
  r: "are",
  thx: "thanks",
  ty: "thanks",
  tnx: "thanks",
  cuz: "because",
  coz: "because",
  bcz: "because",
  wud: "would",
  cud: "could",
  shud: "should",
  alway: "always",
  evrytime: "everytime",
  everytime: "everytime",
  updation: "update",
  realy: "really",
  crashs: "crashes",
  wich: "which",
  tho: "though",
  gud: "good",
  grt: "great",
  luv: "love",
  nd: "and",
  abt: "about",
  msg: "message",
  msgs: "messages",
  pic: "picture",
  pics: "pictures",
  woud: "would",
  wuld: "would",
  wolud: "would",
  woudl: "would",
  culd: "could",
  cuold: "could",
  coud: "could",
  shuld: "should",
  shoud: "should",
  shoudl: "should",
  plese: "please",
  pleese: "please",
  plase: "please",
  pliz: "please",
  plaese: "please",
  thnks: "thanks",
  thanx: "thanks",
  thnx: "thanks",
  becuase: "because",
  becasue: "because",
  teh: "the",
  taht: "that",
  wiht: "with",
  waht: "what",
  wat: "what",
  wen: "when",
  hav: "have",
  hv: "have",
  wil: "will",
  recieve: "receive",
  recived: "received",
  recieved: "received",
  wrok: "work",
  wrk: "work",
  wokring: "working",
  workin: "working",
  wroking: "working",
  updat: "update",
  isue: "issue",
  isseu: "issue",
  probelm: "problem",
  porblem: "problem",
  problm: "problem",
  feture: "feature",
  featur: "feature",
  featuer: "feature",
  feauture: "feature",
  optoin: "option",
  opton: "option",
  abel: "able",
  automaticly: "automatically",
  automaticaly: "automatically",
  forgett: "forget",
  crahses: "crashes",
  crahs: "crash",
  freez: "freeze",
  disapear: "disappear",
  dissapear: "disappear",
  dissapears: "disappears",
  dissapeared: "disappeared",
  dissappear: "disappear",
  notifcation: "notification",
  notificaton: "notification",
  paswword: "password",
  pasword: "password",
  passwrd: "password",
  acount: "account",
  accout: "account",
  refunf: "refund",
  subcription: "subscription",
  subsciption: "subscription",
  cancle: "cancel",
  calender: "calendar",
  calander: "calendar",
  vid: "video",
  vids: "videos",
};

/** Straight, curled, or the accent that is typed for it. */
export const APOSTROPHE = /['’´]/;

/** What follows an apostrophe, spelt out. */
const SUFFIXES: Readonly<Record<string, string>> = {
  re: "are",
  ve: "have",
  ll: "will",
  d: "would",
  m: "am",
};

/** Words after which "'s" means "is". */
const BEFORE_IS = new Set(
  ["it", "that", "what", "there", "he", "she", "who", "where", "how", "here", "this", "when"]
    .concat(["why", "nothing", "something", "everything"]),
);

/** Parts of the short forms that are written without apostrophe. */
export const SHORT_FORMS: ReadonlyMap<string, readonly Part[]> = new Map<
  string,
  readonly Part[]
>([
  ...TWO_WORDS.map(([short, first, second, cut]) =>
    [short, [
      { normal: first, characters: cut },
      { normal: second, characters: short.length - cut },
    ]] as const
  ),
  ...Object.entries(ONE_WORD).map(([short, normal]) =>
    [short, [{ normal, characters: short.length }]] as const
  ),
]);

/**
 * Splits a word at its apostrophe: "can't" is "can" and "not", "app's" is "app" and "'s".
 *
 * @param word Lower case.
 * @param apostrophe Where the apostrophe stands in it.
 */
export function splitAtApostrophe(word: string, apostrophe: number): readonly Part[] {
  const before = word.slice(0, apostrophe);
  const after = word.slice(apostrophe + 1);
  if (after === "t" && before.endsWith("n")) {
    const joined = SHORT_FORMS.get(`${before}t`);
    if (joined !== undefined && joined.length === 2) {
      const cut = joined[0]?.characters ?? 1;
      return [
        { normal: joined[0]?.normal ?? before, characters: cut },
        { normal: "not", characters: word.length - cut },
      ];
    }
  }
  const suffix = after === "s"
    ? before === "let" ? "us" : BEFORE_IS.has(before) ? "is" : "'s"
    : SUFFIXES[after] ?? after;
  return [
    { normal: before, characters: apostrophe },
    { normal: suffix, characters: word.length - apostrophe },
  ];
}
