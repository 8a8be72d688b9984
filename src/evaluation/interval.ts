/**
 * How far a measured share can be from the true one.
 *
 * @module
 */

/** 97.5th percentile of the normal distribution: two-sided 95%. */
const Z = 1.959963984540054;

/**
 * The 95% interval of a share (Wilson 1927, "Probable Inference, the Law of
 * Succession, and Statistical Inference"): it stays within [0, 1] and holds
 * for few rows, where the normal interval does not.
 *
 * @throws {RangeError} If the share is not in [0, 1] or there are no rows.
 */
export function wilsonInterval(share: number, rows: number): [low: number, high: number] {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`Expected a share in [0, 1], got ${share}`);
  if (!(rows >= 1)) throw new RangeError(`Expected at least one row, got ${rows}`);
  const centre = (share + Z ** 2 / (2 * rows)) / (1 + Z ** 2 / rows);
  const reach = Z / (1 + Z ** 2 / rows) *
    Math.sqrt(share * (1 - share) / rows + Z ** 2 / (4 * rows ** 2));
  return [Math.max(0, centre - reach), Math.min(1, centre + reach)];
}

/** One line for people: a count out of another, its share, and the 95% interval of that. */
export function rateLine(name: string, [part, of]: readonly [number, number]): string {
  if (of === 0) return `${name}: no rows`;
  const [low, high] = wilsonInterval(part / of, of).map((end) => (100 * end).toFixed(1));
  return `${name}: ${part} of ${of} = ${(100 * part / of).toFixed(1)} % (95 %: ${low} to ${high})`;
}
