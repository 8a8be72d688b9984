/**
 * Works on several items at once and gives the results in order, no faster
 * than they are taken. (`pooledMap` of the standard library keeps in order too,
 * but goes on reading while nobody takes what is done, and so fills memory.)
 *
 * @module
 */

/** Options of {@linkcode inOrder}. */
export interface InOrderOptions {
  /** Items under way or done and not yet taken, together at most. */
  readonly max_items: number;
  /** Ends the reading: what is under way is still given, nothing new is begun. */
  readonly signal: AbortSignal;
}

interface Task<Result> {
  readonly result: Promise<Result>;
  settled: boolean;
}

/**
 * Yields the result of `work` for each item, in the items' order. A result is
 * given as soon as it is there, even while the next item is still awaited, so
 * that a client may wait for one answer before it sends the next message.
 *
 * @throws Whatever `work` throws, when its turn comes; whatever the source
 * throws, after the results of the items before.
 */
export async function* inOrder<Item, Result>(
  source: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  options: InOrderOptions,
): AsyncGenerator<Result> {
  const { max_items, signal } = options;
  const iterator = source[Symbol.asyncIterator]();
  const tasks: Task<Result>[] = [];
  let reading = false;
  let ended = signal.aborted;
  let broken: { readonly error: unknown } | null = null;
  // One promise for each wait: racing against long-lived ones would leave a
  // reaction behind on them for every item.
  let wake = () => {};

  function begin(item: Item): void {
    const task: Task<Result> = { result: work(item), settled: false };
    const settle = () => {
      task.settled = true;
      wake();
    };
    task.result.then(settle, settle);
    tasks.push(task);
  }

  function read(): void {
    reading = true;
    iterator.next().then(({ done, value }) => {
      reading = false;
      if (done) ended = true;
      else if (!ended) begin(value);
    }, (error) => {
      ended = true;
      broken = { error };
    }).then(() => wake());
  }

  const stop = () => {
    ended = true;
    wake();
  };
  signal.addEventListener("abort", stop, { once: true });
  try {
    while (!ended || tasks.length > 0) {
      if (!ended && !reading && tasks.length < max_items) read();
      if (tasks[0]?.settled) {
        const [first] = tasks.splice(0, 1);
        if (first) yield await first.result;
      } else {
        await new Promise<void>((resolve) => wake = resolve);
      }
    }
    throwIfBroken(broken);
  } finally {
    signal.removeEventListener("abort", stop);
    // Not awaited: where a read is pending, it may never end.
    iterator.return?.().catch(() => {});
  }
}

function throwIfBroken(broken: { readonly error: unknown } | null): void {
  if (broken !== null) throw broken.error;
}
