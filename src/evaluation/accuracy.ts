/**
 * How often the answer is right, over all rows and by class.
 *
 * @module
 */

/** What was right and what was said. */
export interface Pair<Label extends string> {
  readonly label: Label;
  readonly predicted: Label;
}

/** Figures of one class; each is 0 where its denominator is. */
export interface ClassFigures {
  /** Of the rows called so, the share that are. */
  readonly precision: number;
  /** Of the rows that are so, the share called so. */
  readonly recall: number;
  /** Harmonic mean of the two (van Rijsbergen 1979, "Information Retrieval", ch. 7). */
  readonly f1: number;
  /** Rows that are so. */
  readonly rows: number;
}

/** Figures over all classes. */
export interface Accuracy<Label extends string> {
  readonly rows: number;
  /** Share of rows whose class was said right; 0 of no rows. */
  readonly accuracy: number;
  /** Mean F1 of the classes that have rows (macro-averaging: Sokolova & Lapalme 2009, table 3). */
  readonly macro_f1: number;
  readonly classes: Readonly<Record<Label, ClassFigures>>;
  /** `confusion[right][said]`, in rows. */
  readonly confusion: Readonly<Record<Label, Readonly<Record<Label, number>>>>;
}

/** Counts how often each class was taken for each. */
export function measureAccuracy<Label extends string>(
  labels: readonly Label[],
  pairs: readonly Pair<Label>[],
): Accuracy<Label> {
  const confusion = record(labels, () => record(labels, () => 0));
  for (const { label, predicted } of pairs) confusion[label][predicted]++;
  const classes = record(labels, (label): ClassFigures => {
    const hits = confusion[label][label];
    const rows = sum(labels.map((said) => confusion[label][said]));
    const called = sum(labels.map((right) => confusion[right][label]));
    return {
      precision: ratio(hits, called),
      recall: ratio(hits, rows),
      f1: ratio(2 * hits, rows + called),
      rows,
    };
  });
  const present = labels.filter((label) => classes[label].rows > 0);
  return {
    rows: pairs.length,
    accuracy: ratio(sum(labels.map((label) => confusion[label][label])), pairs.length),
    macro_f1: ratio(sum(present.map((label) => classes[label].f1)), present.length),
    classes,
    confusion,
  };
}

function record<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
