/**
 * The layers of a small net: places one behind the other in one array, each of
 * so many numbers.
 *
 * @module
 */

/** Weights, by input, and what is added to each output. */
export interface Layer {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Adds a row of numbers times a layer's weights, which lie by input, to `to`; zeros cost nothing. */
function multiply(
  from: Float32Array,
  start: number,
  width: number,
  weights: Float32Array,
  first: number,
  to: Float32Array,
  place: number,
  size: number,
): void {
  for (let i = 0; i < width; i++) {
    const value = from[start + i] ?? 0;
    if (value === 0) continue;
    const row = (first + i) * size;
    for (let o = 0; o < size; o++) {
      to[place + o] = (to[place + o] ?? 0) + value * (weights[row + o] ?? 0);
    }
  }
}

/** A layer over each place by itself. */
export function ones(x: Float32Array, width: number, { weights, bias }: Layer): Float32Array {
  const size = bias.length, count = x.length / width;
  const y = new Float32Array(count * size);
  for (let at = 0; at < count; at++) {
    y.set(bias, at * size);
    multiply(x, at * width, width, weights, 0, y, at * size, size);
  }
  return y;
}

/** A layer over each place with the one before and the one behind. */
export function threes(x: Float32Array, width: number, { weights, bias }: Layer): Float32Array {
  const size = bias.length, count = x.length / width;
  const y = new Float32Array(count * size);
  for (let at = 0; at < count; at++) {
    y.set(bias, at * size);
    for (let tap = 0; tap < 3; tap++) {
      const from = at + tap - 1;
      if (from < 0 || from >= count) continue;
      multiply(x, from * width, width, weights, tap * width, y, at * size, size);
    }
  }
  return y;
}

/** Negative numbers become 0, in place. */
export function rectified(x: Float32Array): Float32Array {
  for (let at = 0; at < x.length; at++) if ((x[at] ?? 0) < 0) x[at] = 0;
  return x;
}

/** By place the mean of the message's values, each as much as its key is like what is asked. */
export function lookedUp(
  asked: Float32Array,
  keys: Float32Array,
  values: Float32Array,
  count: number,
): Float32Array {
  const width = asked.length / count, others = keys.length / width;
  const units = values.length / others;
  const found = new Float32Array(count * units);
  const shares = new Float64Array(others);
  for (let at = 0; at < count; at++) {
    let most = -Infinity, sum = 0;
    for (let other = 0; other < others; other++) {
      let near = 0;
      for (let i = 0; i < width; i++) {
        near += (asked[at * width + i] ?? 0) * (keys[other * width + i] ?? 0);
      }
      shares[other] = near / Math.sqrt(width);
      most = Math.max(most, shares[other] ?? 0);
    }
    for (let other = 0; other < others; other++) {
      sum += shares[other] = Math.exp((shares[other] ?? 0) - most);
    }
    for (let other = 0; other < others; other++) {
      const share = (shares[other] ?? 0) / sum;
      for (let i = 0; i < units; i++) {
        found[at * units + i] = (found[at * units + i] ?? 0) +
          share * (values[other * units + i] ?? 0);
      }
    }
  }
  return found;
}
