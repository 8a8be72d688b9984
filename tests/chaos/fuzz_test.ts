/**
 * Requests that nobody would think of: no answer is a 500, and every problem
 * and every answer is what it says it is.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { openApiDocument } from "../../src/http/openapi/openapi.ts";
import { problem } from "../../src/http/answer/problem.ts";
import { answer } from "../../src/triage/domain/answer.ts";
import { FAILURES } from "../../src/triage/domain/failure.ts";
import { startService } from "../service_process.ts";
import { type WildRequest, wildRequests } from "./request_arbitrary.ts";

const REQUESTS = Deno.env.get("INTAKE_TEST_CHAOS") === "long" ? 50_000 : 3_000;
/** Sent at once, so that requests also meet each other. */
const AT_ONCE = 25;

Deno.test(`${REQUESTS} requests from the OpenAPI document, and from nowhere: no 500`, async () => {
  const service = await startService({ INTAKE_DATABASE: ":memory:", INTAKE_LOG: "errors" });
  const caseIds: string[] = [];
  const statuses = new Map<number, number>();

  async function send(request: WildRequest): Promise<void> {
    const { method, path, headers, body } = request;
    let response: Response;
    try {
      response = await fetch(new Request(service.origin + path, { method, headers, body }));
    } catch (error) {
      // Some never leave: a header that no client would send.
      if (error instanceof TypeError && /header|URL|body/i.test(error.message)) return;
      throw error;
    }
    const text = await response.text();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    assert(response.status !== 500, `500: ${JSON.stringify(request)}`);
    assert(response.headers.get("x-request-id"), "an answer without X-Request-Id");
    const type = response.headers.get("content-type") ?? "";
    if (type.startsWith("application/problem+json") && method !== "HEAD") {
      const { status, code } = problem.parse(JSON.parse(text));
      assertEquals([status, FAILURES[code][0]], [response.status, response.status]);
    } else if (response.status >= 400) {
      assert(type.startsWith("text/html") || method === "HEAD", `${response.status} ${type}`);
    }
    if (path.startsWith("/process-customer-message") && response.status === 200) {
      for (const line of text.split("\n").filter((line) => line !== "")) {
        const value = JSON.parse(line);
        if (!("status" in value)) answer.parse(value);
      }
      const location = response.headers.get("location");
      if (location !== null && caseIds.length < 500) caseIds.push(location.slice("/cases/".length));
    }
  }

  try {
    const requests = wildRequests(openApiDocument("0.0.0"), () => caseIds);
    const seed = Number(
      Deno.env.get("INTAKE_TEST_SEED") ?? crypto.getRandomValues(new Int32Array(1))[0],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(requests, { minLength: AT_ONCE, maxLength: AT_ONCE }),
        async (together) => void await Promise.all(together.map(send)),
      ),
      // Without shrinking: the requests before are part of what happened.
      { numRuns: REQUESTS / AT_ONCE, seed, endOnFailure: true },
    );
    assertEquals(service.stderr.filter((line) => line.includes("internal_error")), []);
    const sent = [...statuses.values()].reduce((sum, count) => sum + count, 0);
    assert(sent > REQUESTS * 0.8, `only ${sent} requests left the client`);
    for (const status of [200, 400, 404, 405, 415, 422]) {
      assert(statuses.has(status), `nothing led to ${status}: ${JSON.stringify([...statuses])}`);
    }
  } finally {
    service.kill("SIGTERM");
    await service.status;
  }
});
