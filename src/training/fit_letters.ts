/**
 * Fits what tells letters' honest sentences from attacking ones: logistic
 * regression over named features and how strange they are to honest letters.
 *
 * @module
 */
import { featureValue, type LetterWeights, strangeness } from "../triage/guard/letter_model.ts";
import { LEVELS } from "../triage/guard/sentence_features.ts";
import { fitSoftmax } from "./softmax_regression.ts";

/** A sentence of a letter, as it is learnt from. */
export interface LetterExample {
  readonly features: readonly string[];
  readonly attacks: boolean;
  /** Sentences of letters on one message do not make a feature familiar to each other. */
  readonly message: string;
  /** How many times it counts. */
  readonly times: number;
}

/** Chosen on left-out writers: penalties of .3 and 3 gave the same to a point. */
const FIT = { least_messages: 3, penalty: 1, steps: 60 } as const;
/** Messages of whose honest letters a feature must be before it is familiar. */
const FAMILIAR_MESSAGES = 4;
/** Smaller weights are left out. */
const LEAST_WEIGHT = 0.03;
const DIGITS = 2;

/** Fits the weights; the same examples give the same weights to the last bit. */
export function fitLetters(
  examples: readonly LetterExample[],
): Omit<LetterWeights, "threshold"> {
  const honest = messagesByFeature(examples.filter(({ attacks }) => !attacks));
  const all = messagesByFeature(examples);
  const names = [...all].filter(([, messages]) => messages.size >= FIT.least_messages)
    .map(([name]) => name).sort();
  const columns = new Map(names.map((name, column) => [name, column]));
  const strangeFrom = names.length;
  const isFamiliar = (name: string, message: string) => {
    const messages = honest.get(name);
    return messages !== undefined &&
      messages.size - (messages.has(message) ? 1 : 0) >= FAMILIAR_MESSAGES;
  };
  const { weights, bias } = fitSoftmax(
    examples.map(({ features, attacks, message, times }) => {
      const known = features.map((name) => columns.get(name)).filter((column) =>
        column !== undefined
      );
      const strange = strangeness(features, (name) => isFamiliar(name, message));
      const value = featureValue(features.length);
      return {
        columns: [
          ...known,
          ...[...strange.keys()].flatMap((level) => strangeColumns(strangeFrom, level)),
        ],
        values: [...known.map(() => value), ...[...strange.values()].flat()],
        target: attacks ? 1 : 0,
        weight: times,
      };
    }),
    {
      classes: ["honest", "attack"],
      columns: strangeFrom + 2 * LEVELS.length,
      penalty: FIT.penalty,
      steps: FIT.steps,
    },
  );
  const weightOf = (column: number) =>
    rounded((weights[2 * column + 1] ?? 0) - (weights[2 * column] ?? 0));
  const familiar: Record<string, number> = {}, other: Record<string, number> = {};
  for (const [name, column] of columns) {
    const weight = weightOf(column);
    if (isFamiliar(name, "")) familiar[name] = weight;
    else if (Math.abs(weight) >= LEAST_WEIGHT) other[name] = weight;
  }
  return {
    bias: rounded((bias[1] ?? 0) - (bias[0] ?? 0)),
    strange: Object.fromEntries(LEVELS.map((level) => {
      const [share = 0, count = 0] = strangeColumns(strangeFrom, level);
      return [level, [weightOf(share), weightOf(count)] as const];
    })),
    familiar,
    other,
  };
}

function messagesByFeature(
  examples: readonly LetterExample[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const messages = new Map<string, Set<string>>();
  for (const { features, message } of examples) {
    for (const name of features) {
      let of = messages.get(name);
      if (of === undefined) messages.set(name, of = new Set());
      of.add(message);
    }
  }
  return messages;
}

function strangeColumns(from: number, level: string): [share: number, count: number] {
  const at = from + 2 * (LEVELS as readonly string[]).indexOf(level);
  return [at, at + 1];
}

function rounded(weight: number): number {
  return Number(weight.toFixed(DIGITS));
}
