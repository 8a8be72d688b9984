// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertMatch } from "@std/assert";
import { createAdmission } from "../../src/http/door/admission.ts";
import { mattersRoutes } from "../../src/http/api/matters_route.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import type { Scope } from "../../src/keys/scope.ts";
import { allows } from "../../src/keys/scope.ts";
import { sampleCase } from "../store/case_samples.ts";
import { asking, openStoredApp, sending } from "./stored_app.ts";

const UNKNOWN = "0199a000-0000-7000-8000-ffffffffffff";
const deleting = (path: string) => asking(path, { method: "DELETE" });

Deno.test("cases are begun, joined, split and solved over HTTP, as the document says", async () => {
  const { store, as } = await openStoredApp();
  const app = as("anna");
  const [a, b, c] = [sampleCase(), sampleCase({ customer_id: "cust_2" }), sampleCase()];
  for (const each of [a, b, c]) await store.record(each);
  const json = async (request: Request) => await (await app(request)).json();

  const { matter_id } = await json(sending("/matters", { case_ids: [a.case_id, b.case_id] }));
  const path = `/matters/${matter_id}`;
  const joined = await json(sending(`${path}/cases`, { case_id: c.case_id }));
  assertEquals([joined.cases, joined.customers, joined.ticket_id], [3, 2, "BUG-1"]);
  assertEquals(joined.events.map(({ act, by }: Record<string, unknown>) => [act, by]), [
    ["joined", "anna"],
    ["began", "anna"],
  ]);
  assertEquals((await json(asking(`/cases/${c.case_id}/matter`))).matter_id, matter_id);
  assertEquals((await json(deleting(`${path}/cases/${c.case_id}`))).cases, 2);
  assertEquals((await json(deleting(`${path}/events/3`))).cases, 3);
  assertEquals((await json(sending(`${path}/solved`, ""))).solved_by, "anna");
  const first = await json(asking(`${path}/cases?limit=2`));
  const rest = await json(asking(`${path}/cases?limit=2&cursor=${first.next_cursor}`));
  const told = [...first.items, ...rest.items];
  assertEquals(told.map(({ customer_id }) => customer_id), ["cust_1", "cust_2", "cust_1"]);
  const listed = await json(asking("/matters?state=solved&type=bug_report&order=customers"));
  assertEquals(listed.items.map((each: { matter_id: string }) => each.matter_id), [matter_id]);
  assertEquals((await json(deleting(`${path}/solved`))).solved_at, null);
  assertEquals((await json(asking(path))).events.length, 5);
  await store.close();
});

Deno.test("a matter is found, joined and solved by its number too", async () => {
  const { app, store } = await openStoredApp();
  const cases = Array.from({ length: 6 }, () => sampleCase());
  for (const each of cases) await store.record(each);
  const [a, b, c, d, e, f] = cases.map(({ case_id }) => case_id);
  const json = async (request: Request) => await (await app(request)).json();
  const { matter_id } = await json(sending("/matters", { case_ids: [a, b] }));
  await json(sending("/matters", { case_ids: [c, d] }));
  for (const name of ["BUG-1", "bug-2", matter_id]) {
    assertEquals((await json(asking(`/matters/${name}`))).matter_id, matter_id, name);
  }
  assertEquals((await json(sending("/matters/BUG-1/cases", { case_id: e }))).cases, 3);
  assertEquals((await json(sending("/matters/BUG-1/cases", { matter_id: "BUG-3" }))).cases, 5);
  assertEquals((await json(asking("/matters/BUG-4/cases"))).items.length, 5, "a case in it");
  assertEquals((await json(deleting("/matters/BUG-1/events/3"))).cases, 3);
  assertEquals((await json(sending("/matters/BUG-1/solved", ""))).ticket_id, "BUG-1");
  assertEquals((await app(asking("/matters/BUG-6"))).status, 404, "a case that stands alone");
  assertEquals((await app(asking(`/matters/${f}`))).status, 404);
  await store.close();
});

Deno.test("what probably tells of the same is proposed: matters once, then lone cases, of its type", async () => {
  const cases = Array.from({ length: 5 }, () => sampleCase());
  const wish = sampleCase({ intent: "feature_request" });
  const [a, b, c, d, alone] = cases.map(({ case_id }) => case_id) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const like = (case_id: string, probability: number, differs: string[] = []) => ({
    case_id,
    probability,
    why: ["words export"],
    differs,
  });
  const found: Readonly<Record<string, ReturnType<typeof like>[]>> = {
    [a]: [like(b, 0.99), like(alone, 0.8), like(wish.case_id, 0.9), like(c, 0.6)],
    [b]: [like(a, 0.99), like(c, 0.95, ["codes e02 / e07"]), like(d, 0.7), like(alone, 0.49)],
  };
  const similar = {
    similarTo: (id: string) => Promise.resolve(found[id] ?? []),
    similarToGist: () => Promise.resolve({ cases: [], known: [] }),
  };
  const { app, store } = await openStoredApp({ similar });
  for (const each of [...cases, wish]) await store.record(each);
  const one = await store.matters.begin([a, b], "anna");
  const two = await store.matters.begin([c, d], "anna");
  const items = async () => (await (await app(asking("/matters/BUG-1/similar"))).json()).items;
  assertEquals(await items(), [
    {
      ...{ matter_id: two.matter_id, ticket_id: "BUG-3", title: two.title, case_id: c },
      ...{ cases: 2, alike: 2, probability: 0.95, why: ["words export"] },
      differs: ["codes e02 / e07"],
    },
    {
      ...{ matter_id: null, ticket_id: "BUG-5", title: null, case_id: alone, cases: 1, alike: 1 },
      ...{ probability: 0.8, why: ["words export"], differs: [] },
    },
  ]);
  await store.matters.join(one.matter_id, { matter_id: two.matter_id }, "anna");
  assertEquals((await items()).map((each: { case_id: string }) => each.case_id), [alone]);
  await store.close();
});

Deno.test("wishes are counted, and what rises is listed", async () => {
  const { app, store } = await openStoredApp();
  const wishes = ["cust_1", "cust_2"].map((customer_id) =>
    sampleCase({ intent: "feature_request", customer_id })
  );
  for (const each of wishes) await store.record(each);
  const ids = wishes.map(({ case_id }) => case_id);
  const { matter_id } = await (await app(sending("/matters", { case_ids: ids }))).json();
  const { items } = await (await app(asking("/requirements"))).json();
  assertEquals(items.map((each: Record<string, unknown>) => [each.customers, each.ticket_id]), [
    [2, "FR-1"],
  ]);
  await store.rising.note([{
    kind: "matter",
    name: matter_id,
    onset: Date.UTC(2026, 2, 2, 10),
    reports: 6,
    expected: 0.2,
    probability: 1e-8,
  }], []);
  const rising = (await (await app(asking("/rising"))).json()).items[0];
  assertEquals([rising.matter_id, rising.component, rising.ticket_id, rising.onset], [
    matter_id,
    null,
    "FR-1",
    "2026-03-02T10:00:00.000Z",
  ]);
  assertEquals(
    (await (await app(asking(`/matters/${matter_id}`))).json()).rising_since,
    rising.onset,
  );
  await store.close();
});

Deno.test("what cannot be done with matters is a problem that says why", async () => {
  const { app, store } = await openStoredApp();
  const sample = sampleCase();
  await store.record(sample);
  const table: readonly [number, string, Request][] = [
    [404, "not_found", asking(`/matters/${UNKNOWN}`)],
    [404, "not_found", asking("/matters/nonsense")],
    [404, "not_found", asking(`/cases/${sample.case_id}/matter`)],
    [404, "not_found", deleting(`/matters/${UNKNOWN}/events/1`)],
    [404, "not_found", deleting(`/matters/${UNKNOWN}/events/x`)],
    [404, "not_found", sending("/matters", { case_ids: [sample.case_id, UNKNOWN] })],
    [422, "invalid_request", sending("/matters", { case_ids: [sample.case_id] })],
    [422, "invalid_request", sending("/matters", { case_ids: [UNKNOWN, UNKNOWN] })],
    [422, "invalid_request", sending("/matters", { case_ids: "all" })],
    [422, "invalid_request", sending(`/matters/${UNKNOWN}/cases`, { case: 1 })],
    [422, "invalid_request", asking("/matters?order=best&limit=0&wish=1")],
    [422, "invalid_request", asking("/matters?limit=201")],
    [422, "invalid_request", asking("/matters?cursor=x")],
    [422, "invalid_request", asking("/requirements?cursor=x")],
    [400, "malformed_json", sending("/matters", "{")],
    [405, "method_not_allowed", deleting("/matters")],
    [404, "not_found", asking("/matters/BUG-1")],
    [404, "not_found", asking("/matters/BUG-99")],
    [422, "invalid_request", asking("/rising?x=1")],
    [422, "invalid_request", asking(`/matters/${UNKNOWN}?x=1`)],
    [422, "invalid_request", asking(`/cases/${sample.case_id}/matter?x=1`)],
    [404, "not_found", sending(`/matters/${UNKNOWN}/cases`, { matter_id: "BUG-99" })],
  ];
  for (const [status, code, request] of table) {
    const response = await app(request);
    const problem = await response.json();
    assertEquals([request.url, response.status, problem.code], [request.url, status, code]);
  }
  const bodies: readonly [string, unknown, readonly string[]][] = [
    ["/matters", {}, ["case_ids must be a list of 2 to 100 ids of cases"]],
    ["/matters", { case_ids: "all" }, ["case_ids must be a list of 2 to 100 ids of cases"]],
    ["/matters", { case_ids: [] }, ["case_ids must be a list of 2 to 100 ids of cases"]],
    ["/matters", { case_ids: "x" }, ["case_ids must be a list of 2 to 100 ids of cases"]],
    ["/matters", { case_ids: [UNKNOWN, "BUG-1", 7] }, [
      "case_ids.1 must be the id of a case, as in its Location",
      "case_ids.2 must be the id of a case",
    ]],
    ["/matters", [], [" must be a JSON object"]],
    [`/matters/${UNKNOWN}/cases`, {}, [" must give either case_id or matter_id"]],
    [`/matters/${UNKNOWN}/cases`, { case_id: UNKNOWN, matter_id: UNKNOWN }, [
      " must give either case_id or matter_id",
    ]],
    [`/matters/${UNKNOWN}/cases`, { case_id: 1, matter_id: "x", wish: 1 }, [
      "case_id must be the id of a case",
      'matter_id must be the id or the number of a matter, such as "BUG-12"',
      "wish is not a known field",
    ]],
    [`/matters/${UNKNOWN}/cases`, null, [" must be a JSON object"]],
  ];
  for (const [path, body, said] of bodies) {
    const { errors } = await (await app(sending(path, body))).json();
    const told = errors.map((each: Record<string, string>) => `${each["path"]} ${each["message"]}`);
    assertEquals([body, told], [body, said]);
  }
  const { errors } = await (await app(asking("/matters?order=best&limit=0&wish=1"))).json();
  assertEquals(errors.map(({ path }: { path: string }) => path).sort(), ["limit", "order", "wish"]);
  await store.close();
});

Deno.test("reading matters takes the scope read, changing them the scope review", async () => {
  const { store } = await openStoredApp();
  const routes = mattersRoutes({
    matters: store.matters,
    similar: store.similar,
    rising: store.rising,
    limits: { max_body_bytes: 1, body_timeout_ms: 1 },
  });
  const admit = (scope: Scope) =>
    createAdmission({
      rate_limit: null,
      overloaded: () => false,
      proxies: 0,
      auth: {
        identify: () => ({ name: "x", scopes: [scope] }),
        demand: (_caller: unknown, wanted: Scope) => {
          if (!allows([scope], wanted)) throw new Failure("forbidden", wanted);
        },
      } as unknown as Parameters<typeof createAdmission>[0]["auth"],
    });
  for (const route of routes) {
    for (const method of Object.keys(route.methods)) {
      const url = new URL("http://127.0.0.1:8000/");
      const asked = async (scope: Scope) => {
        const request = new Request(url, { method });
        const arrival = { request, url, route, peer: "", refusal: null, onCaller: () => {} };
        return await admit(scope)(arrival).then(() => true, () => false);
      };
      const seen = [await asked("process"), await asked("read"), await asked("review")];
      assertEquals([route.path, method, ...seen], [
        route.path,
        method,
        false,
        method === "GET",
        true,
      ]);
    }
  }
  assertMatch(routes.map(({ path }) => path).join(" "), /^\/matters /);
  await store.close();
});
