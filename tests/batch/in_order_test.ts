// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { inOrder } from "../../src/batch/in_order.ts";

const OPEN = new AbortController().signal;

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

/** A source that hands out an item only when told to. */
function handSource<T>() {
  const stream = new TransformStream<T, T>();
  const writer = stream.writable.getWriter();
  return { items: stream.readable, give: (item: T) => writer.write(item) };
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
}

Deno.test("results come in the items' order, whatever order they are done in", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(20), { maxLength: 40 }),
      fc.integer({ min: 1, max: 8 }),
      async (delays, max_items) => {
        const results = await Array.fromAsync(inOrder(
          each(delays.map((turns, index) => ({ turns, index }))),
          async ({ turns: count, index }) => {
            await turns(count);
            return index;
          },
          { max_items, signal: OPEN },
        ));
        assertEquals(results, delays.map((_, index) => index));
      },
    ),
  );
});

Deno.test("no more items are begun than are taken, up to the limit", async () => {
  let begun = 0;
  const results = inOrder(each(Array.from({ length: 100 }, (_, index) => index)), (item) => {
    begun++;
    return Promise.resolve(item);
  }, { max_items: 4, signal: OPEN });
  for (let taken = 1; taken <= 10; taken++) {
    await results.next();
    await turns(200);
    assertEquals(begun <= taken + 4, true, `${begun} begun, ${taken} taken`);
  }
  await results.return(undefined);
});

Deno.test("a result is given while the next item is still awaited", async () => {
  const { items, give } = handSource<string>();
  const results = inOrder(items, (item) => Promise.resolve(item.toUpperCase()), {
    max_items: 8,
    signal: OPEN,
  });
  for (const item of ["a", "b", "c"]) {
    give(item);
    assertEquals((await results.next()).value, item.toUpperCase());
  }
});

Deno.test("the signal ends the reading, and what is under way is still given", async () => {
  const { items, give } = handSource<number>();
  const stop = new AbortController();
  const release = Promise.withResolvers<void>();
  const results = inOrder(items, async (item) => {
    await release.promise;
    return item;
  }, { max_items: 8, signal: stop.signal });
  const first = results.next();
  give(1);
  await turns(50);
  stop.abort();
  release.resolve();
  assertEquals((await first).value, 1);
  assertEquals((await results.next()).done, true);
});

Deno.test("a source that breaks is heard of after the results before it", async () => {
  async function* broken() {
    yield await Promise.resolve(1);
    throw new TypeError("cut off");
  }
  const seen: number[] = [];
  await assertRejects(
    async () => {
      const options = { max_items: 8, signal: OPEN };
      for await (const item of inOrder(broken(), (item) => Promise.resolve(item), options)) {
        seen.push(item);
      }
    },
    TypeError,
    "cut off",
  );
  assertEquals(seen, [1]);
});

Deno.test("a failure of the work is thrown in its turn, and the source is let go", async () => {
  let released = false;
  async function* source() {
    try {
      for (let item = 0;; item++) yield await Promise.resolve(item);
    } finally {
      released = true;
    }
  }
  const seen: number[] = [];
  await assertRejects(async () => {
    const work = (item: number) =>
      item === 3 ? Promise.reject(new RangeError("three")) : Promise.resolve(item);
    for await (const item of inOrder(source(), work, { max_items: 2, signal: OPEN })) {
      seen.push(item);
    }
  }, RangeError);
  assertEquals(seen, [0, 1, 2]);
  assertEquals(released, true);
});
