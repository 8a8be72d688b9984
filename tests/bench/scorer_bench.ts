/**
 * Measures the scorer against bare wink-nlp in one run, on the same texts and
 * core, and its behaviour on hostile texts. Prints; asserts nothing, because
 * a machine under load would fail it.
 *
 * `deno run --allow-read tests/bench/scorer_bench.ts [--memory]`; with
 * `--fresh` and `--allow-run` each hostile text is the first of its process.
 *
 * @module
 */
import { readMessage } from "../../src/reading/read_message.ts";
import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";

const SHORT_CHARACTERS = 150;
const LONG_CHARACTERS = 4_000;
const HOSTILE_CHARACTERS = 10_000;
const ROUNDS = 15;
const UNSEEN_WORDS = 1_000_000;
const VARIED_MESSAGES = 200_000;
/** Repeated to {@linkcode HOSTILE_CHARACTERS}. */
const HOSTILE = ["a", "a-", "a.b-", "http://a/a/", "!", "?!", ".", "deadbeef0", "0x", "😀", "אב"]
  .concat(["\u202e", "\ud800", "a@", "@", "`", "```", "<a", "<!--", "[x](", "/a", "~/", "~", "\\"])
  .concat(["1.", "1)\n", "1-1-", "1,", ",", "a,b ;", "(", '"', "’", "a'", "a://.,", "/.,", "not "])
  .concat(["\n", "\r\n- ", "# ", "at a.b(", "漢字", "é", "i̇", "a\u200b", "\u0301", "é\u0301 "])
  .concat(["how do i ", "a b c. ", "crash ", "please add ", "x_y.z/", "can't", "fooBarBaz"])
  .concat(["я не могу войти ", "call me back 😀 ", "refund money back charged twice "])
  .concat(["no one answers, never again ", "bcdfg "]);

let seed = 1;

const started = performance.now();
const scorer = createLocalScorer();
console.log(
  `ready ${performance.now().toFixed(0)} ms after process start ` +
    `(${(performance.now() - started).toFixed(0)} ms of it the scorer's own), ` +
    `${megabytes()} MB resident`,
);

const texts = Deno.readTextFileSync(new URL("../../fixtures/training.jsonl", import.meta.url))
  .trim().split("\n").map((line) => String(JSON.parse(line).text));
if (Deno.args.includes("--memory")) {
  // On its own: a second wink-nlp beside it would be counted too.
  remember();
  vary();
  Deno.exit(0);
}
const first = Deno.args.find((argument) => argument.startsWith("--first="));
if (first !== undefined) {
  console.log(time([hostileText(HOSTILE[Number(first.slice(8))] ?? "")], judge) / 1000);
  Deno.exit(0);
}
if (Deno.args.includes("--fresh")) {
  fresh();
  Deno.exit(0);
}
const bare = winkNlp(model, ["sbd", "negation"]);
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
    own.push(time(pieces, judge));
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

function judge(text: string): unknown {
  return scorer.score(scorer.read(readMessage(text)));
}

function hostileText(unit: string): string {
  return unit.repeat(Math.ceil(HOSTILE_CHARACTERS / unit.length)).slice(0, HOSTILE_CHARACTERS);
}

function hostile(): void {
  printWorst("", (unit) => {
    const text = hostileText(unit);
    return Math.min(...[1, 2, 3].map(() => time([text], judge) / 1000));
  });
}

/** Each text in a process of its own, with nothing read before it. */
function fresh(): void {
  printWorst(", each the first of its process", (_, at) => {
    const { stdout } = new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-read", import.meta.filename ?? "", `--first=${at}`],
    }).outputSync();
    return Number(new TextDecoder().decode(stdout).trim().split("\n").at(-1));
  });
}

function printWorst(how: string, measure: (unit: string, at: number) => number): void {
  const times = HOSTILE.map((unit, at) => ({ unit, ms: measure(unit, at) }));
  const [worst] = times.sort((a, b) => b.ms - a.ms);
  console.log(
    `${HOSTILE.length} hostile texts of ${HOSTILE_CHARACTERS} characters${how}: worst ` +
      `${worst?.ms.toFixed(1)} ms (${JSON.stringify(worst?.unit)}), wanted 50`,
  );
}

/** Reads a million words that nobody has seen and prints what stays in memory. */
function remember(): void {
  const before = megabytes();
  for (let words = 0; words < UNSEEN_WORDS; words += 20) {
    judge(`the ${Array.from({ length: 20 }, unseenWord).join(" ")} does not work`);
  }
  console.log(
    `${UNSEEN_WORDS} unseen words: ${before} MB resident before, ${megabytes()} MB after`,
  );
}

/** Reads varied messages, short and long, some in other languages, most with unseen words. */
function vary(): void {
  const foreign = [
    "Ich kann mich nicht anmelden, bitte helfen Sie ",
    "я не могу войти ",
    "動かない ",
  ];
  const resident: number[] = [];
  for (let message = 1; message <= VARIED_MESSAGES; message++) {
    const own = texts[random(texts.length)] ?? "";
    const kinds = [
      own,
      `${own} ${unseenWord()}'s ${unseenWord()}`,
      `${own}\n`.repeat(1 + random(12)),
      `${foreign[random(foreign.length)]}${unseenWord()}`,
    ];
    judge(kinds[random(kinds.length)] ?? "");
    if (message % (VARIED_MESSAGES / 8) === 0) resident.push(megabytes());
  }
  console.log(`${VARIED_MESSAGES} varied messages: ${resident.join(", ")} MB resident on the way`);
}

/** A whole number below a bound, the same in every run. */
function random(below: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
  return (seed >>> 8) % below;
}

function unseenWord(): string {
  return Array.from({ length: 9 }, () => String.fromCharCode(97 + random(26))).join("");
}

function megabytes(): number {
  return Math.round(Deno.memoryUsage().rss / 1e6);
}
