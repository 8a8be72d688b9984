// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import { openThreadedReader, type ThreadedReader } from "../../src/workers/threaded_reader.ts";

const NEVER = new AbortController().signal;
const startStub = () =>
  new Worker(new URL("./stub_worker.ts", import.meta.url), { type: "module" });

async function withReader(
  options: Parameters<typeof openThreadedReader>[0],
  test: (reader: ThreadedReader, notices: string[]) => Promise<void>,
): Promise<void> {
  const notices: string[] = [];
  const reader = await openThreadedReader({
    start: startStub,
    onNotice: (line) => notices.push(line),
    ...options,
  });
  try {
    await test(reader, notices);
  } finally {
    reader.close();
  }
}

// The stub says again what it was told.
Deno.test("three numbers are a reading, in the order of the types", () =>
  withReader({}, async (reader) => {
    assertEquals(reader.version, "stub");
    assertEquals(await reader.read("[1.5, -2, 0]", NEVER), {
      kind: "reading",
      logits: { bug_report: 1.5, feature_request: -2, general_inquiry: 0 },
    });
  }));

for (const said of ["[1, 2]", "[1, 2, null]", "[]", "fail"]) {
  Deno.test(`${said} is no reading`, () =>
    withReader({}, async (reader) =>
      assertEquals(await reader.read(said, NEVER), {
        kind: "unavailable",
        code: "encoder_failed",
      })));
}

/** The stub says what the message says. */
const letterOn = (message: string) => ({ sentences: ["Hi.", "Bye."], message, product_name: "p" });

Deno.test("a letter has a weight for each of its sentences", () =>
  withReader({}, async (reader) => {
    assertEquals(await reader.weigh(letterOn("[-1.5, 2]"), NEVER), [-1.5, 2]);
  }));

for (const said of ["[1]", "[1, 2, 3]", "[1, null]", "[]", "fail", "end"]) {
  Deno.test(`${said} weighs no letter of two sentences`, () =>
    withReader({}, async (reader) => {
      assertEquals(await reader.weigh(letterOn(said), NEVER), null);
      assertEquals(await reader.weigh(letterOn("[0, 0]"), NEVER), [0, 0]);
    }));
}

for (const deed of ["end", "hang"]) {
  Deno.test(`a thread that is made to ${deed} is replaced; the message goes without, the next is read`, () =>
    withReader({ silence_ms: 300 }, async (reader, notices) => {
      const failed = { kind: "unavailable", code: "encoder_failed" } as const;
      assertEquals(await reader.read(deed, NEVER), failed);
      assertEquals((await reader.read("[1, 2, 3]", NEVER)).kind, "reading");
      assert(notices.length > 0 && notices.every((line) => line.includes("encoder")));
    }));
}

Deno.test("who finds the queue full is not kept waiting", () =>
  withReader({ queue_jobs: 2 }, async (reader) => {
    const read = Array.from({ length: 5 }, () => reader.read("[1, 2, 3]", NEVER));
    const codes = (await Promise.all(read)).map((said) =>
      said.kind === "reading" ? said.kind : said.code
    );
    assertEquals(codes, ["reading", "reading", ...Array(3).fill("encoder_busy")]);
  }));

Deno.test("who has gone away gets the reason of going", () =>
  withReader({}, async (reader) => {
    await assertRejects(
      () => reader.read("[1, 2, 3]", AbortSignal.abort(new Error("gone"))),
      Error,
      "gone",
    );
    await assertRejects(
      () => reader.weigh(letterOn("[1, 2]"), AbortSignal.abort(new Error("gone"))),
      Error,
      "gone",
    );
  }));

Deno.test("a thread that cannot start is told of, and the service goes on without", () => {
  const start = () => new Worker("data:text/javascript,throw new Error('no')", { type: "module" });
  return withReader({ start }, async (reader, notices) => {
    assertEquals(await reader.read("[1, 2, 3]", NEVER), {
      kind: "unavailable",
      code: "encoder_unavailable",
    });
    assertEquals(await reader.weigh(letterOn("[1, 2]"), NEVER), null);
    assert(notices.at(-1)?.includes("deno task encoder"));
  });
});

Deno.test({
  name: "where native code may not be loaded, no thread is started and the reason is told",
  permissions: { read: true, ffi: false },
  fn: () => {
    let started = 0;
    const start = () => {
      started++;
      return startStub();
    };
    return withReader({ start }, async (reader, notices) => {
      assertEquals(await reader.read("[1, 2, 3]", NEVER), {
        kind: "unavailable",
        code: "encoder_unavailable",
      });
      assertEquals(started, 0);
      assert(notices.at(-1)?.includes("--allow-ffi"));
    });
  },
});
