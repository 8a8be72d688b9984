/**
 * Steps by what the clauses of a message say: a clause that likely tells a
 * doing on the way to the fault is one, and what likely tells something else is
 * none, whatever the rules read in it.
 *
 * @module
 */
import { actionStart, readActions } from "../english/action_list.ts";
import { baseForm } from "../english/base_form.ts";
import { isAction, isAttempt } from "../english/actions.ts";
import { part, type Phrase, phraseOf, posOf, type Word } from "../english/words.ts";
import { conjunctionAt } from "../message/conjunction.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { Told } from "../message/roles.ts";
import { isNoStep, isOutside } from "./not_a_step.ts";
import { doneByPerson } from "./told_steps.ts";
import type { Sentence } from "../../triage/text/document.ts";
import type { Role } from "../message/role_names.ts";

/**
 * From so much on a clause that has the form of a doing is a step, and what
 * rules took for one is none where its clause so likely says something else.
 * Chosen on 260 faults, each writer left out of the weights; of 52 by a writer
 * whom nobody had read 33 have the right steps, 21 by the rules alone.
 */
const STEP_FROM = 0.45;
const BESIDE_FROM = 0.6;
/** What a step is not, and what no step stands in. */
const BESIDE: ReadonlySet<Role> = new Set<Role>([
  "tried",
  "works",
  "consequence",
  "cause",
  "background",
  "question",
  "feeling",
]);
const CLAUSES_MAX = 80;
const VERB_WITHIN_WORDS = 4;
const LEAST_WORDS = 2;
/** What joins a doing to the one before it. */
const JOINTS: ReadonlySet<string> = new Set("and then but so only now first next".split(" "));
const DOERS: ReadonlySet<string> = new Set(
  "i we you one i'd i've we'd we've i'll we'll id ive weve".split(" "),
);

/** What comes to one: nobody can do it again. */
const BEFALLS: ReadonlySet<string> = new Set("get receive notice see spend end have be".split(" "));

type Telling = Pick<DraftContext, "roles" | "show" | "request">;

/** The steps of a message as its clauses tell them, in order. */
export function roleSteps({ roles, show, request: { document } }: Telling): readonly Phrase[] {
  const told = roles.likeliest("step", CLAUSES_MAX)
    .filter(({ probability }) => probability >= STEP_FROM)
    .toSorted((one, other) => one.start - other.start);
  const phrase = ({ sentence }: Pick<Told, "sentence">, start: number, end: number) => {
    const shown = show(start, end);
    const unchanged = shown === document.text.slice(start, end);
    return phraseOf(shown, unchanged ? sentence.tokens : [], start);
  };
  // A chain that begins with a cure is one: "I restarted it, changed the cable, …".
  const barred = new Set<Sentence>();
  return told.flatMap((clause) => {
    const { sentence, start, end } = clause;
    if (barred.has(sentence)) return [];
    const doings = doingsOf(phrase(clause, start, end));
    const cure = isAttempt(doings[0]?.words[0]?.lower ?? "");
    if (cure || isNoStep(phrase(clause, sentence.start, sentence.end))) barred.add(sentence);
    return barred.has(sentence) ? [] : doings.filter((doing) => !isOutside(doing.text));
  });
}

/** Whether nothing speaks against a phrase that rules took for a step. */
export function mayBeStep({ roles }: Telling): (phrase: Phrase) => boolean {
  return ({ words }) => {
    const at = words.find(({ token }) => token !== null)?.token?.start;
    const clause = roles.told.find(({ start, end }) => at !== undefined && at >= start && at < end);
    return clause === undefined || !BESIDE.has(clause.role) || clause.probability < BESIDE_FROM;
  };
}

/** Whether a phrase likely tells what failed: the last of a list of steps may. */
export function tellsFault({ roles, show }: Telling): (phrase: Phrase) => boolean {
  return ({ text }) =>
    roles.told.some(({ role, probability, start, end }) =>
      role === "fault" && probability >= BESIDE_FROM && text.includes(show(start, end))
    );
}

/** "and if I leave the spin at 600": what one does; none where it has not the form of a doing. */
function doingsOf(phrase: Phrase): readonly Phrase[] {
  const { words } = phrase;
  const word = (at: number) => words[at]?.lower ?? "";
  let at = doerBehind(phrase);
  for (let joint = 1; joint > 0; at += joint) {
    joint = JOINTS.has(word(at)) ? 1 : conjunctionAt(phrase, at)?.length ?? 0;
  }
  const done = DOERS.has(word(at));
  if (done) at = actionStart(words, at) ?? at + 1;
  const verb = words.slice(at, done ? at + VERB_WITHIN_WORDS : at + 1).find(isVerb);
  const doing = part(phrase, at);
  if (verb === undefined || words.length - at < LEAST_WORDS) {
    const others = doneByPerson(doing);
    return others === null ? [] : [others];
  }
  if (BEFALLS.has(baseForm(verb.lower))) return [];
  const { actions } = readActions(doing);
  return actions.length > 1 ? actions : [doing];
}

/** "It happens whenever | I rename a class", "On the monthly plan | I picked March": where it begins; else 0. */
function doerBehind(phrase: Phrase): number {
  const doer = phrase.words.findIndex(({ lower }) => DOERS.has(lower));
  const before = phrase.words.slice(0, Math.max(0, doer));
  const led = before.some((_, at) => conjunctionAt(phrase, at)?.length === doer - at);
  return led || !before.some(isVerb) ? Math.max(0, doer) : 0;
}

function isVerb(word: Word): boolean {
  const pos = posOf(word);
  return pos === "VERB" || isAction(word.lower);
}
