/**
 * Measures the scorer against bare wink-nlp in one run, on the same texts and
 * core, and its behaviour on hostile texts. Prints; asserts nothing, because
 * a machine under load would fail it.
 *
 * `deno run --allow-read tests/bench/scorer_bench.ts [--memory]`
 *
 * @module
 */
import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";

const SHORT_CHARACTERS = 150;
const LONG_CHARACTERS = 4_000;
const HOSTILE_CHARACTERS = 10_000;
const ROUNDS = 15;
const UNSEEN_WORDS = 1_000_000;

const started = performance.now();
const scorer = createLocalScorer();
console.log(
  `ready ${performance.now().toFixed(0)} ms after process start ` +
    `(${(performance.now() - started).toFixed(0)} ms of it the scorer's own), ` +
    `${megabytes()} MB resident`,
);

if (Deno.args.includes("--memory")) {
  // On its own: a second wink-nlp beside it would be counted too.
  remember();
  Deno.exit(0);
}
const bare = winkNlp(model, ["sbd", "negation"]);
const texts = Deno.readTextFileSync(new URL("../../fixtures/training.jsonl", import.meta.url))
  .trim().split("\n").map((line) => String(JSON.parse(line).text));
const prose = texts.join(" ").replace(/\s+/g, " ");

compare(`${SHORT_CHARACTERS} characters`, cut(SHORT_CHARACTERS), "0.5");
compare(`${LONG_CHARACTERS} characters`, cut(LONG_CHARACTERS), "2.0");
hostile();

/** Pieces of the fixtures' prose, each of the given length. */
function cut(characters: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at + characters <= prose.length && pieces.length < 400; at += characters) {
    pieces.push(prose.slice(at, at + characters));
  }
  return pieces;
}

/** Prints how many times as fast as bare wink-nlp the scorer is: the median of interleaved rounds. */
function compare(name: string, pieces: readonly string[], target: string): void {
  const own: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(time(pieces, (piece) => bare.readDoc(piece)));
    own.push(time(pieces, (piece) => scorer.score(scorer.read(piece))));
  }
  const ratios = own.map((micros, round) => (theirs[round] ?? 0) / micros).slice(3);
  console.log(
    `${name}: ${median(own).toFixed(0)} µs a message, bare readDoc ${
      median(theirs).toFixed(0)
    } µs, ` +
      `ratio ${median(ratios).toFixed(2)} (wanted ${target}), ` +
      `${(1e6 / median(own)).toFixed(0)} messages/s`,
  );
}

/** Microseconds a piece. */
function time(pieces: readonly string[], run: (piece: string) => unknown): number {
  const from = performance.now();
  for (const piece of pieces) run(piece);
  return (performance.now() - from) * 1000 / pieces.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function hostile(): void {
  const units = [
    "a",
    "a-",
    "a.b-",
    "http://a/a/",
    "!",
    "?!",
    ".",
    "deadbeef0",
    "0x",
    "😀",
    "אב",
    "\u202e",
  ]
    .concat([
      "\ud800",
      "a@",
      "@",
      "`",
      "```",
      "<a",
      "<!--",
      "[x](",
      "/a",
      "~/",
      "\\",
      "1.",
      "1)\n",
      "a'",
    ])
    .concat([
      "not ",
      "\n",
      "\r\n- ",
      "# ",
      "at a.b(",
      "漢字",
      "é",
      "i̇",
      "a\u200b",
      "\u0301",
      "how do i ",
    ])
    .concat(["a b c. ", "crash ", "please add ", "x_y.z/", "can't"]);
  let worst = { unit: "", ms: 0 };
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(HOSTILE_CHARACTERS / unit.length)).slice(
      0,
      HOSTILE_CHARACTERS,
    );
    const ms = Math.min(
      ...[1, 2, 3].map(() => time([text], (t) => scorer.score(scorer.read(t))) / 1000),
    );
    if (ms > worst.ms) worst = { unit, ms };
  }
  console.log(
    `hostile texts of ${HOSTILE_CHARACTERS} characters: worst ${worst.ms.toFixed(1)} ms ` +
      `(${JSON.stringify(worst.unit)}), wanted 50`,
  );
}

/** Reads a million words that nobody has seen and prints what stays in memory. */
function remember(): void {
  const before = megabytes();
  let seed = 1;
  const letters = () => {
    let word = "";
    for (let at = 0; at < 9; at++) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      word += String.fromCharCode(97 + (seed >>> 16) % 26);
    }
    return word;
  };
  for (let words = 0; words < UNSEEN_WORDS; words += 20) {
    const text = Array.from({ length: 20 }, letters).join(" ");
    scorer.score(scorer.read(`the ${text} does not work`));
  }
  console.log(
    `${UNSEEN_WORDS} unseen words: ${before} MB resident before, ${megabytes()} MB after`,
  );
}

function megabytes(): number {
  return Math.round(Deno.memoryUsage().rss / 1e6);
}
