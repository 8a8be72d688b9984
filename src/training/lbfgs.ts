/**
 * Minimises a smooth function: limited-memory BFGS (Liu & Nocedal 1989, "On
 * the Limited Memory BFGS Method for Large Scale Optimization") with a
 * backtracking line search. Deterministic.
 *
 * @module
 */

/** Value and gradient of a function at `point`; the gradient is written into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** Limits of {@linkcode minimize}. */
export interface MinimizeOptions {
  readonly steps: number;
  /** Pairs of steps and gradient changes that are remembered. */
  readonly memory?: number;
  /** Stops when a step improves the value by less than this share. */
  readonly tolerance?: number;
}

interface Change {
  readonly step: Float64Array;
  readonly gradient: Float64Array;
  /** One over the product of both. */
  readonly inverse: number;
}

const HALVINGS = 25;
/** Share of the promised decrease that a step must keep (Armijo). */
const SUFFICIENT = 1e-4;

/** Minimises from `start`, which is not changed. */
export function minimize(
  objective: Objective,
  start: Float64Array,
  { steps, memory = 8, tolerance = 1e-6 }: MinimizeOptions,
): Float64Array {
  let point = start.slice();
  let gradient = new Float64Array(point.length);
  let value = objective(point, gradient);
  const changes: Change[] = [];

  for (let step = 0; step < steps; step++) {
    const direction = descent(gradient, changes);
    const slope = dot(direction, gradient);
    let size = step === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    const next = new Float64Array(point.length);
    const nextGradient = new Float64Array(point.length);
    let nextValue = Infinity;
    for (let halving = 0; halving < HALVINGS; halving++, size /= 2) {
      for (let at = 0; at < next.length; at++) {
        next[at] = (point[at] ?? 0) + size * (direction[at] ?? 0);
      }
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT * size * slope) break;
    }
    if (!(nextValue < value)) break;
    remember(changes, memory, difference(next, point), difference(nextGradient, gradient));
    const gain = (value - nextValue) / Math.max(1, Math.abs(value));
    point = next;
    gradient = nextGradient;
    value = nextValue;
    if (gain < tolerance) break;
  }
  return point;
}

/** The two-loop recursion: approximates the inverse Hessian times the negative gradient. */
function descent(gradient: Float64Array, changes: readonly Change[]): Float64Array {
  const direction = gradient.map((part) => -part);
  const shares: number[] = [];
  for (let at = changes.length - 1; at >= 0; at--) {
    const change = changes[at];
    if (change === undefined) continue;
    const share = change.inverse * dot(change.step, direction);
    shares[at] = share;
    addScaled(direction, change.gradient, -share);
  }
  const newest = changes[changes.length - 1];
  if (newest !== undefined) {
    const scale = 1 / (newest.inverse * dot(newest.gradient, newest.gradient));
    for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) * scale;
  }
  changes.forEach((change, at) => {
    const correction = (shares[at] ?? 0) - change.inverse * dot(change.gradient, direction);
    addScaled(direction, change.step, correction);
  });
  return direction;
}

function remember(changes: Change[], memory: number, step: Float64Array, gradient: Float64Array) {
  const product = dot(step, gradient);
  // A step along which the slope does not grow says nothing of the curvature.
  if (product <= 1e-12) return;
  changes.push({ step, gradient, inverse: 1 / product });
  if (changes.length > memory) changes.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((part, at) => part - (b[at] ?? 0));
}

function addScaled(to: Float64Array, from: Float64Array, factor: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + factor * (from[at] ?? 0);
}
