// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { createLog, type LogLevel } from "../../src/telemetry/log.ts";

const ANSWERED = {
  request_id: "id-1",
  method: "GET",
  route: "/cases/:case_id",
  status: 200,
  caller: "desk",
  duration_ms: 1.23456,
};

function logged(level: LogLevel, use: (log: ReturnType<typeof createLog>) => void) {
  const lines: string[] = [];
  use(createLog(level, (line) => lines.push(line), () => new Date(0)));
  return lines.map((line) => {
    assert(!line.includes("\n"));
    return JSON.parse(line);
  });
}

Deno.test("an answered request is one line of JSON", () => {
  assertEquals(logged("requests", (log) => log.request(ANSWERED)), [{
    time: "1970-01-01T00:00:00.000Z",
    level: "info",
    event: "request",
    ...ANSWERED,
    duration_ms: 1.23,
  }]);
});

Deno.test("a request that failed has the failure's code in its line", () => {
  const failed = { ...ANSWERED, status: 503, code: "overloaded" };
  const [line] = logged("errors", (log) => log.request(failed));
  assertEquals([line.level, line.status, line.code], ["warn", 503, "overloaded"]);
});

const levels: ReadonlyArray<{ level: LogLevel; status: number; lines: number }> = [
  { level: "requests", status: 200, lines: 1 },
  { level: "errors", status: 200, lines: 0 },
  { level: "errors", status: 404, lines: 0 },
  { level: "errors", status: 503, lines: 1 },
  { level: "off", status: 500, lines: 0 },
];
for (const { level, status, lines } of levels) {
  Deno.test(`at ${level}, an answer with ${status} makes ${lines} lines`, () => {
    assertEquals(logged(level, (log) => log.request({ ...ANSWERED, status })).length, lines);
  });
}

Deno.test("an error is logged by kind and place, at every level, without what it says", () => {
  const error = new TypeError("cannot read zanzibar", { cause: new RangeError("zanzibar") });
  const [line] = logged("off", (log) => log.error({ request_id: "id-1", error }));
  assertEquals([line.event, line.request_id, line.kind], ["internal_error", "id-1", "TypeError"]);
  assert(line.place.length > 0);
  assert(!JSON.stringify(line).includes("zanzibar"));
});

Deno.test("a notice has personal data masked", () => {
  const [line] = logged("requests", (log) => log.notice("cannot reach ops@example.com"));
  assertEquals(line.text, "cannot reach [EMAIL_1]");
});
