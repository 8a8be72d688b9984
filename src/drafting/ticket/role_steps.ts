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
import { isVerb, part, type Phrase, phraseOf, posOf, type Word } from "../english/words.ts";
import { conjunctionAt } from "../message/conjunction.ts";
import { splitTrigger } from "../message/triggers.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { Told } from "../message/roles.ts";
import { isNoStep, isOutside } from "./not_a_step.ts";
import { doneByPerson } from "./told_steps.ts";
import type { Sentence } from "../../triage/text/document.ts";
import type { Role } from "../message/role_names.ts";

/**
 * From so much on a clause that has the form of a doing is a step, and any that
 * "when" or "after" makes the way to something; what rules took for one is none
 * where its clause so likely says something else. Chosen on 216 faults whose
 * writers had not been learnt from.
 */
const STEP_FROM = 0.45;
const OPENED_FROM = 0.3;
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
const BEFORE_NOUNS: ReadonlySet<string> = new Set(["DET", "ADJ", "ADP", "NUM"]);
/** What joins a doing to the one before it. */
const JOINTS: ReadonlySet<string> = new Set("and then but so only now first next".split(" "));
const DOERS: ReadonlySet<string> = new Set(
  "i we you one i'd i've we'd we've i'll we'll id ive weve".split(" "),
);

/** What comes to one: nobody can do it again. */
const BEFALLS: ReadonlySet<string> = new Set(
  "get receive notice see spend end have be do".split(" "),
);

type Telling = Pick<DraftContext, "roles" | "show" | "request">;

/** A step that a clause tells. */
export interface RoleStep {
  readonly sentence: Sentence;
  readonly doing: Phrase;
}

/** The steps of a message as its clauses tell them, in order. */
export function roleSteps({ roles, show, request: { document } }: Telling): readonly RoleStep[] {
  const likely = roles.likeliest("step", CLAUSES_MAX)
    .filter(({ probability }) => probability >= OPENED_FROM);
  // "When it has rained, | the gate stays shut": what the fault follows from.
  const faults = roles.told.filter((one) =>
    one.role === "fault" && !likely.some(({ start, end }) => start < one.end && end > one.start)
  );
  const phrase = ({ sentence }: Pick<Told, "sentence">, start: number, end: number) => {
    const shown = show(start, end);
    const unchanged = shown === document.text.slice(start, end);
    return phraseOf(shown, unchanged ? sentence.tokens : [], start);
  };
  // A chain that begins with a cure is one: "I restarted it, changed the cable, …".
  const barred = new Set<Sentence>();
  return [...likely, ...faults].toSorted((one, other) => one.start - other.start)
    .flatMap((clause) => {
      const { sentence, start, end } = clause;
      if (barred.has(sentence)) return [];
      const doings = doingsOf(phrase(clause, start, end), clause);
      const cure = isAttempt(doings[0]?.words[0]?.lower ?? "");
      if (cure || isNoStep(phrase(clause, sentence.start, sentence.end))) barred.add(sentence);
      return barred.has(sentence)
        ? []
        : doings.filter(({ text }) => !isOutside(text)).map((doing) => ({ sentence, doing }));
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

/** What is done in a clause, or what makes the fault come; nothing where it is too unlikely for how it is told. */
function doingsOf(clause: Phrase, { role, probability }: Told): readonly Phrase[] {
  const { phrase, opened, cut } = behindJoints(clause);
  // The rest of it is the fault.
  if (role === "fault" && !cut) return [];
  const doings = readDoings(phrase);
  if (role !== "fault" && probability < (opened ? OPENED_FROM : STEP_FROM)) return [];
  return doings ?? (opened && tellsWhoDoes(phrase) ? [phrase] : []);
}

/** "the power goes away", not "the last update". */
function tellsWhoDoes({ words }: Phrase): boolean {
  return words.length > LEAST_WORDS &&
    words.some((word, at) =>
      at > 0 && at < words.length - 1 && isVerb(word) &&
      !BEFORE_NOUNS.has(posOf(words[at - 1]))
    );
}

/** "and if | I leave the spin at 600 | the door stays shut": where what is done begins and ends. */
function behindJoints(clause: Phrase): { phrase: Phrase; opened: boolean; cut: boolean } {
  let at = doerBehind(clause), conjunction = -1;
  for (let joint = 1; joint > 0; at += joint) {
    const opening = conjunctionAt(clause, at)?.length ?? 0;
    if (opening > 0) conjunction = at;
    joint = opening > 0 ? opening : JOINTS.has(clause.words[at]?.lower ?? "") ? 1 : 0;
  }
  const opened = conjunction >= 0;
  const trigger = opened ? splitTrigger(part(clause, conjunction)).trigger : null;
  return { phrase: trigger ?? part(clause, at), opened, cut: trigger !== null };
}

/** "I leave the spin at 600", "my wife logs in": what is done; `null` where it has not the form of a doing. */
function readDoings(phrase: Phrase): readonly Phrase[] | null {
  const { words } = phrase;
  const done = DOERS.has(words[0]?.lower ?? "");
  const at = done ? actionStart(words, 0) ?? 1 : 0;
  const verb = words.slice(at, done ? at + VERB_WITHIN_WORDS : at + 1).find(isDoing);
  const doing = part(phrase, at);
  if (verb === undefined || words.length - at < LEAST_WORDS) {
    const others = doneByPerson(doing);
    return others === null ? null : [others];
  }
  // "I did as you asked"
  if ([words[at], verb].some((word) => BEFALLS.has(baseForm(word?.lower ?? "")))) return [];
  const { actions } = readActions(doing);
  return actions.length > 1 ? actions : [doing];
}

/** "It happens whenever | I rename a class", "On the monthly plan | I picked March": where it begins; else 0. */
function doerBehind(phrase: Phrase): number {
  const doer = phrase.words.findIndex(({ lower }) => DOERS.has(lower));
  const before = phrase.words.slice(0, Math.max(0, doer));
  const led = before.some((_, at) => conjunctionAt(phrase, at)?.length === doer - at);
  return led || !before.some(isDoing) ? Math.max(0, doer) : 0;
}

/** Whether a word may be what one does. */
function isDoing(word: Word): boolean {
  return posOf(word) === "VERB" || isAction(word.lower);
}
