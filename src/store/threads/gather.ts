/**
 * Gathers what is sent in one go: a message between threads costs some 20 µs,
 * whatever it carries.
 *
 * @module
 */

/**
 * Sends together what is added while one task of the event loop runs. Nothing
 * waits for another task.
 */
export function gather<T>(send: (items: readonly T[]) => void): (item: T) => void {
  let gathered: T[] = [];
  return (item) => {
    if (gathered.push(item) > 1) return;
    queueMicrotask(() => {
      const items = gathered;
      gathered = [];
      send(items);
    });
  };
}
