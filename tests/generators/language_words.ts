/**
 * Writes the word lists by which short messages are told apart, most frequent
 * words first: `deno run -R -W=src tests/generators/language_words.ts FOLDER`. FOLDER holds
 * the packages of {@linkcode SOURCES}, unpacked; their licences allow it.
 *
 * @module
 */

/** Where the words come from; written into the file. */
const SOURCES = [
  "home-assistant-frontend 20250109.2, interface texts (Apache-2.0)",
  "django 5.2, django-oscar, wagtail, interface texts (BSD-3-Clause)",
  "django-allauth, interface texts (MIT)",
  "stopwords-iso 1.1.0 (MIT)",
  "@cspell/dict-software-terms 5.4.9, @cspell/dict-companies 3.2.14 (MIT)",
  "fixtures/support_words.txt (ours)",
] as const;
const TARGET = "src/scorer/language/language_words.json";

/** Words kept: many where messages are expected in the language, few where only its neighbours are. */
const KEPT_WORDS = { expected: 2_400, neighbour: 600 } as const;
const EXPECTED = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "tr", "sv"];
const NEIGHBOURS = ["da", "no", "fi", "cs", "ro", "hu", "ca", "id", "hr", "sk"];
/** Folders and files of a language that is not named there as in ISO 639-1. */
const WRITTEN_AS: Readonly<Record<string, readonly string[]>> = {
  pt: ["pt", "pt-BR", "pt_BR"],
  no: ["nb", "no"],
};

/** What one mention in a list without counts is worth: as much as a share of an interface's words. */
const SHARE_OF_A_MENTION = { stopword: 2e-4, support: 4e-4 } as const;
/** Words seen less often are slips or names. */
const LEAST_MENTIONS = 2;

type Shares = Map<string, number>;

function wordsOf(text: string): string[] {
  const plain = text.replace(/%\(\w+\)\w|\{[^}]*\}|<[^>]*>|&\w+;|https?:\S+|\\n/g, " ");
  return plain.normalize("NFC").toLowerCase().match(/\p{L}+/gu) ?? [];
}

function addTexts(shares: Shares, texts: readonly string[]): void {
  const mentions = new Map<string, number>();
  let all = 0;
  for (const word of texts.flatMap(wordsOf)) {
    mentions.set(word, (mentions.get(word) ?? 0) + 1);
    all++;
  }
  for (const [word, count] of mentions) {
    if (count >= LEAST_MENTIONS) shares.set(word, (shares.get(word) ?? 0) + count / all);
  }
}

function addWords(shares: Shares, words: readonly string[], share: number): void {
  for (const word of words.flatMap(wordsOf)) shares.set(word, (shares.get(word) ?? 0) + share);
}

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(stringsOf);
}

/** The texts of a gettext catalogue: the originals, or what they were translated to. */
function gettextStrings(catalog: string, field: "msgid" | "msgstr"): string[] {
  const texts: string[] = [];
  const entry = /^(msgid|msgstr)(?:_plural|\[\d\])? ((?:"(?:[^"\\]|\\.)*"\s*)+)/gm;
  // The first entry is the catalogue's own head.
  for (const [, name, text = ""] of [...catalog.matchAll(entry)].slice(2)) {
    if (name === field) texts.push(text.replace(/"\s*"/g, "").slice(1).trimEnd().slice(0, -1));
  }
  return texts;
}

function* filesOf(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (isDirectory) yield* filesOf(`${folder}/${name}`);
    else yield `${folder}/${name}`;
  }
}

function interfaceTexts(files: readonly string[], language: string): string[][] {
  const names = WRITTEN_AS[language] ?? [language];
  const app: string[] = [], sites: string[] = [];
  for (const file of files) {
    const [, json] = file.match(/\/translations\/(?:.*\/)?([\w-]+)-[0-9a-f]{32}\.json$/) ?? [];
    if (json !== undefined && names.includes(json)) {
      app.push(...stringsOf(JSON.parse(Deno.readTextFileSync(file))));
    }
    const [, po = ""] = file.match(/\/(\w+)\/LC_MESSAGES\/django\.po$/) ?? [];
    // English is what every catalogue translates from; one is enough.
    if (language === "en" ? po === "de" : names.includes(po)) {
      const field = language === "en" ? "msgid" : "msgstr";
      sites.push(...gettextStrings(Deno.readTextFileSync(file), field));
    }
  }
  return [app, sites];
}

function rankedWords(shares: Shares, kept: number): string {
  const ranked = [...shares].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  return ranked.slice(0, kept).map(([word]) => word).join(" ");
}

/** Names of products and terms of software, one a line; what a line says beside the word is dropped. */
async function terms(files: readonly string[]): Promise<string> {
  const words = new Set<string>();
  for (const file of files.filter((path) => /\/dict\/.*\.txt(\.gz)?$/.test(path))) {
    const bytes = new Blob([Deno.readFileSync(file)]).stream();
    const text = file.endsWith(".gz")
      ? bytes.pipeThrough(
        new DecompressionStream("gzip") as TransformStream<
          Uint8Array<ArrayBuffer>,
          Uint8Array<ArrayBuffer>
        >,
      )
      : bytes;
    for (const line of (await new Response(text).text()).split("\n")) {
      for (const word of line.startsWith("#") ? [] : wordsOf(line.replace(/#.*/, ""))) {
        if (word.length > 2) words.add(word);
      }
    }
  }
  return [...words].sort().join(" ");
}

async function main(folder: string): Promise<void> {
  const files = [...filesOf(folder)].sort();
  const stopwords: Record<string, string[]> = JSON.parse(
    Deno.readTextFileSync(files.find((file) => file.endsWith("/stopwords-iso.json")) ?? ""),
  );
  const support = new Map(
    Deno.readTextFileSync("fixtures/support_words.txt").trim().split("\n")
      .map((line) => [line.slice(0, 2), line.slice(4).split(" ")] as const),
  );
  const words: Record<string, string> = {};
  for (const language of [...EXPECTED, ...NEIGHBOURS]) {
    const shares: Shares = new Map();
    for (const texts of interfaceTexts(files, language)) addTexts(shares, texts);
    addWords(shares, stopwords[language] ?? [], SHARE_OF_A_MENTION.stopword);
    addWords(shares, support.get(language) ?? [], SHARE_OF_A_MENTION.support);
    const kept = EXPECTED.includes(language) ? KEPT_WORDS.expected : KEPT_WORDS.neighbour;
    words[language] = rankedWords(shares, kept);
  }
  const list = { sources: SOURCES, words, terms: await terms(files) };
  await Deno.writeTextFile(TARGET, JSON.stringify(list, null, 1) + "\n");
}

if (import.meta.main) await main(Deno.args[0] ?? ".");
