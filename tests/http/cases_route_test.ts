// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertMatch } from "@std/assert";
import { sampleCase } from "../store/case_samples.ts";
import { asking, openStoredApp, sending } from "./stored_app.ts";

const UNKNOWN = "0199a000-0000-7000-8000-ffffffffffff";

async function problemOf(response: Response) {
  assertEquals(response.headers.get("content-type"), "application/problem+json");
  const { code, errors } = await response.json();
  return {
    status: response.status,
    code,
    paths: errors?.map((each: { path: string }) => each.path),
  };
}

Deno.test("the Location of an answer leads to the case with its request, answer and explanation", async () => {
  const { app, store } = await openStoredApp();
  const request = { customer_id: "c1", message: "The button spins.", product: "Planner" };
  const sent = await app(sending("/process-customer-message?explain=true", request));
  const { explanation, ...answer } = await sent.json();
  const found = await (await app(asking(sent.headers.get("location") ?? ""))).json();
  assertEquals(found.request, request);
  assertEquals(found.answer, answer);
  assertEquals(found.explanation, explanation);
  assertEquals(found.ticket_id, "BUG-1");
  assertEquals(found.review, explanation.review.required ? "needed" : "none");
  assertEquals(found.corrections, []);
  await store.close();
});

Deno.test("cases are listed page by page, and exported a line each", async () => {
  const { app, store } = await openStoredApp();
  const cases = Array.from({ length: 5 }, () => sampleCase({ customer_id: "a b", review: true }));
  for (const each of cases) await store.record(each);
  await store.record(sampleCase());
  const ids = cases.map((each) => each.case_id).reverse();

  const query = "customer_id=a%20b&review=needed&type=bug_report&since=2026-01-01";
  const first = await (await app(asking(`/cases?${query}&limit=3`))).json();
  const next = `/cases?${query}&limit=3&cursor=${encodeURIComponent(first.next_cursor)}`;
  const second = await (await app(asking(next))).json();
  const items = [...first.items, ...second.items];
  assertEquals(items.map(({ case_id }) => case_id), ids);
  assertEquals(second.next_cursor, null);

  const accept = { headers: { accept: "application/x-ndjson" } };
  const text = await (await app(asking(`/cases?${query}&limit=3`, accept))).text();
  assertEquals(text.trimEnd().split("\n").map((line) => JSON.parse(line)), items);
  for (const since of ["2026-03-02", "2026-03-02T10:00:00Z", "2026-03-02T11:00:00+01:00"]) {
    const page = await (await app(asking(`/cases?since=${since}`))).json();
    assertEquals(page.items.length, 6, since);
  }
  const later = await (await app(asking("/cases?since=2026-03-02T10:00:00.001Z"))).json();
  assertEquals(later, { items: [], next_cursor: null });
  const none = await app(asking("/cases?customer_id=nobody", accept));
  assertEquals(await none.text(), "");
  await store.close();
});

Deno.test("a bad query names every bad parameter at once", async () => {
  const { app, store } = await openStoredApp();
  const table: [string, string[]][] = [
    ["type=bug&review=maybe&since=soon&limit=0&order=up&customer_id=&x=1", [
      "x",
      "since",
      "type",
      "review",
      "customer_id",
      "order",
      "limit",
    ]],
    ["limit=201", ["limit"]],
    ["limit=1.5", ["limit"]],
    ["limit=2&limit=3", ["limit"]],
    ["since=2026-13-01T00:00:00Z", ["since"]],
    ["cursor=made-up", ["cursor"]],
    ["cursor=%F0%9F%98%80", ["cursor"]],
  ];
  for (const [query, paths] of table) {
    const problem = await problemOf(await app(asking(`/cases?${query}`)));
    assertEquals(problem, { status: 422, code: "invalid_request", paths });
  }
  await store.close();
});

function assigning(caseId: string | null, body: unknown): Request {
  return new Request(sending(`/cases/${caseId}/assignment`, body), { method: "PUT" });
}

Deno.test("a claim lost and an illegal move are conflicts, a stranger is not found", async () => {
  const { as, app, store } = await openStoredApp();
  const { case_id } = await store.record(sampleCase({ review: true }));
  const claim = () => asking(`/cases/${case_id}/claim`, { method: "POST" });
  const claims = await Promise.all([as("anna")(claim()), as("ben")(claim())]);
  assertEquals(claims.map((response) => response.status).sort(), [200, 409]);
  const won = claims.find((response) => response.status === 200);
  const record = await won?.json();
  assertEquals(record.review, "in_review");

  const loser = record.claimed_by === "anna" ? "ben" : "anna";
  const correction = () => sending(`/cases/${case_id}/correction`, { note: "right" });
  assertEquals((await problemOf(await as(loser)(correction()))).code, "case_conflict");
  const done = await (await as(record.claimed_by)(correction())).json();
  assertEquals([done.review, done.corrections[0].corrected_by], ["done", record.claimed_by]);
  assertEquals((await problemOf(await app(claim()))).code, "case_conflict");

  for (const id of [UNKNOWN, "x", "%00", "..%2f"]) {
    for (
      const request of [
        asking(`/cases/${id}`),
        asking(`/cases/${id}/claim`, { method: "POST" }),
        sending(`/cases/${id}/correction`, {}),
        assigning(id, { assigned_to: "anna" }),
      ]
    ) {
      assertEquals((await problemOf(await app(request))).status, 404);
    }
  }
  await store.close();
});

Deno.test("a correction is checked, and keeps the first verdict", async () => {
  const { app, store } = await openStoredApp();
  const { case_id } = await store.record(sampleCase());
  const table: [unknown, string[]][] = [
    [{ message_type: "bug", note: 1, x: 2 }, ["message_type", "note", "x"]],
    [{ note: "n".repeat(2_001) }, ["note"]],
    [{ note: "a\0b" }, ["note"]],
    [{ customer_response: " " }, ["customer_response"]],
    [{ customer_response: "x".repeat(2_001) }, ["customer_response"]],
    [{ inquiry_category: "Billing" }, ["inquiry_category"]],
    [{ message_type: "feature_request", inquiry_category: "Other" }, ["inquiry_category"]],
    [[], [""]],
    [null, [""]],
  ];
  for (const [body, paths] of table) {
    const problem = await problemOf(await app(sending(`/cases/${case_id}/correction`, body)));
    assertEquals(problem, { status: 422, code: "invalid_request", paths });
  }
  assertEquals(
    (await problemOf(await app(sending(`/cases/${case_id}/correction`, "{")))).code,
    "malformed_json",
  );
  const given = { message_type: "general_inquiry", inquiry_category: "Billing", note: "money" };
  const corrected = await (await app(sending(`/cases/${case_id}/correction`, given))).json();
  assertEquals(corrected.message_type, "general_inquiry");
  assertEquals(corrected.ticket_id, null);
  assertEquals(corrected.answer.message_type, "general_inquiry");
  assertEquals(corrected.answer.response_data.inquiry_category, "Billing");
  const [correction] = corrected.corrections;
  assertMatch(correction.corrected_at, /^\d{4}-\d\d-\d\dT/);
  assertEquals(correction, {
    ...given,
    corrected_at: correction.corrected_at,
    corrected_by: "anonymous",
    first: { message_type: "bug_report", inquiry_category: null },
    replaced_answer: corrected.corrections[0].replaced_answer,
  });
  assertEquals(correction.replaced_answer.response_data.ticket.id, "BUG-1");

  const letter = { customer_response: "Dear customer,\n\nit is paid back." };
  const edited = await (await app(sending(`/cases/${case_id}/correction`, letter))).json();
  assertEquals(edited.answer, { ...corrected.answer, ...letter });
  const undone = await app(asking(`/cases/${case_id}/correction`, { method: "DELETE" }));
  assertEquals((await undone.json()).answer, corrected.answer);
  const first = await app(asking(`/cases/${case_id}/correction`, { method: "DELETE" }));
  const asItWas = await first.json();
  assertEquals([asItWas.ticket_id, asItWas.review, asItWas.corrections], ["BUG-1", "none", []]);
  const nothing = await app(asking(`/cases/${case_id}/correction`, { method: "DELETE" }));
  assertEquals((await problemOf(nothing)).code, "case_conflict");
  await store.close();
});

Deno.test("a verdict may name the correction that it saw last, and loses where another came", async () => {
  const { as, store } = await openStoredApp();
  const { case_id } = await store.record(sampleCase());
  const correct = (name: string, body: unknown) =>
    as(name)(sending(`/cases/${case_id}/correction`, body));
  const first = await correct("anna", {
    message_type: "feature_request",
    last_corrected_at: null,
  });
  const [{ corrected_at }] = (await first.json()).corrections;
  const late: ReadonlyArray<readonly [unknown, number, RegExp]> = [
    [{ last_corrected_at: null }, 409, /anna decided meanwhile: feature_request/],
    [{ inquiry_category: "Billing", last_corrected_at: null }, 409, /anna decided meanwhile/],
    [{ last_corrected_at: "2020-01-01T00:00:00Z" }, 409, /anna decided meanwhile/],
    [{ last_corrected_at: "yesterday" }, 422, /last_corrected_at/],
    [{ last_corrected_at: corrected_at }, 200, /"corrected_by":"ben"/],
    [{}, 200, /"corrected_by":"ben"/],
  ];
  for (const [body, status, says] of late) {
    const response = await correct("ben", body);
    assertEquals(response.status, status);
    assertMatch(await response.text(), says);
  }
  await store.close();
});

Deno.test("a case is given to somebody, listed as theirs, and given to nobody", async () => {
  const { app, store } = await openStoredApp();
  const { case_id } = await store.record(sampleCase());
  await store.record(sampleCase());
  const assign = (body: unknown) => app(assigning(case_id, body));
  const refused = [{}, { assigned_to: "" }, { assigned_to: " " }, { assigned_to: "a\0" }, {
    assigned_to: "x".repeat(65),
  }];
  for (const body of refused) {
    assertEquals(await problemOf(await assign(body)), {
      status: 422,
      code: "invalid_request",
      paths: ["assigned_to"],
    });
  }
  const given = await (await assign({ assigned_to: "anna" })).json();
  assertEquals(given.assigned_to, "anna");
  assertMatch(given.assigned_at, /^\d{4}-\d\d-\d\dT/);
  const mine = await (await app(asking("/cases?assigned_to=anna"))).json();
  assertEquals(mine.items.map((each: { case_id: string }) => each.case_id), [case_id]);
  const freed = await (await assign({ assigned_to: null })).json();
  assertEquals([freed.assigned_to, freed.assigned_at], [null, null]);
  await store.close();
});

Deno.test("erasing a customer answers 204, also for one who is not known", async () => {
  const { app, store } = await openStoredApp();
  const { case_id } = await store.record(sampleCase({ customer_id: "a/b c" }));
  const erase = (id: string) => app(asking(`/customers/${id}`, { method: "DELETE" }));
  assertEquals((await erase("nobody")).status, 204);
  const response = await erase("a%2Fb%20c");
  assertEquals([response.status, await response.text()], [204, ""]);
  const record = await (await app(asking(`/cases/${case_id}`))).json();
  assertEquals([record.request, record.answer, record.explanation], [null, null, null]);
  assertEquals((await (await app(asking("/cases"))).json()).items.length, 1);
  assertEquals((await problemOf(await erase("%00"))).code, "invalid_request");
  assertEquals((await problemOf(await erase("%20"))).code, "invalid_request");
  await store.close();
});

Deno.test("customers whose names no path can hold are erased by the query", async () => {
  const { app, store } = await openStoredApp();
  for (const customer_id of [".", "..", "a/b", "c"]) {
    const { case_id } = await store.record(sampleCase({ customer_id }));
    const query = new URLSearchParams({ customer_id });
    const response = await app(asking(`/customers?${query}`, { method: "DELETE" }));
    assertEquals(response.status, 204);
    assertEquals((await store.desk.read(case_id ?? "")).request, null);
  }
  for (const query of ["", "?customer_id=", "?customer_id=%00", "?a=b", "?customer_id=a&b=c"]) {
    const refused = await app(asking(`/customers${query}`, { method: "DELETE" }));
    assertEquals((await problemOf(refused)).code, "invalid_request");
  }
});
