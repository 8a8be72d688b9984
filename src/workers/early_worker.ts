/**
 * Starts threads that assess. The first may be started before anything else is
 * loaded: what it takes to load is what a first answer waits for.
 *
 * @module
 */

/** A thread that nobody has taken yet, and what came of it meanwhile. */
interface EarlyWorker {
  readonly worker: Worker;
  readonly heard: (() => void)[];
}

let early: EarlyWorker | null = null;

/** Starts a thread for the next {@linkcode startWorker}; what it says until then is kept. */
export function startEarly(start: () => Worker = newWorker): void {
  if (early !== null) return;
  const worker = start();
  const heard: (() => void)[] = [];
  worker.onmessage = (event) => heard.push(() => worker.onmessage?.(event));
  worker.onerror = (event) => {
    event.preventDefault();
    heard.push(() => worker.onerror?.(event));
  };
  early = { worker, heard };
}

/** The thread that was started early, or a new one. Who takes it listens to it at once. */
export function startWorker(): Worker {
  if (early === null) return newWorker();
  const { worker, heard } = early;
  early = null;
  queueMicrotask(() => heard.forEach((tell) => tell()));
  return worker;
}

function newWorker(): Worker {
  return new Worker(new URL("./assess_worker.ts", import.meta.url), {
    type: "module",
    name: "assess",
  });
}
