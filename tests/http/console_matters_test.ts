// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { sampleCase } from "../store/case_samples.ts";
import { gistFor } from "../store/similar_contract.ts";
import { type ConsoleApp, withConsole } from "./console_app.ts";

const textOf = async (response: Response | Promise<Response>) => await (await response).text();

/** Two cases, put together by the form on the page of one. */
async function putTogether(console: ConsoleApp): Promise<readonly [string, string, string]> {
  const cases = [
    sampleCase(),
    sampleCase({ customer_id: "cust <2>", message: "<b>It hangs</b>." }),
  ];
  for (const each of cases) await console.store.record(each);
  const [a, b] = cases.map(({ case_id }) => case_id) as [string, string];
  const response = await console.post("/console/matters", { case_id: b, like: a });
  assertEquals(response.status, 303);
  const [, id] = /\/console\/matters\/([\da-f-]{36})\?done=joined$/
    .exec(response.headers.get("location") ?? "") ?? [];
  assert(id !== undefined);
  return [id, a, b];
}

Deno.test("a matter's page shows what its cases tell, and what can be done with it", () =>
  withConsole({}, async (console) => {
    const [id, a] = await putTogether(console);
    const path = `/console/matters/${id}`;
    const shown = await textOf(console.get(`${path}?done=joined`));
    const parts = ["Put together.", "Export button does nothing", "2 cases of 2 customers", "BUG-1"]
      .concat([
        "severity Medium",
        "Planner (2)",
        "&lt;b>It hangs&lt;/b>.",
        "Mark as solved",
        "Undo",
      ]);
    for (const part of parts) assert(shown.includes(part), part);
    assert(!shown.includes("<b>It hangs"));
    assert((await textOf(console.get(`/console/cases/${a}`))).includes(`href="${path}"`));
    const listed = await textOf(console.get("/console/matters?state=open&type=&order=customers"));
    assert(listed.includes(`href="${path}"`));

    const acts: readonly [string, Record<string, string>, RegExp][] = [
      ["solved", {}, /Marked as solved\.[^]*review done">Solved/],
      ["reopened", {}, /Open again\./],
      ["split", { case_id: a }, /Taken out\.[^]*1 case of 1 customer/],
      ["undo", { number: "4" }, /Taken back\.[^]*2 cases of 2 customers/],
    ];
    for (const [act, fields, expected] of acts) {
      const response = await console.post(`${path}/${act}`, fields);
      assertEquals([act, response.status], [act, 303]);
      assertMatch(await textOf(console.get(response.headers.get("location") ?? "")), expected);
    }
    const again = await console.post(`${path}/undo`, { number: "4" });
    assertEquals(again.status, 409);
    assertMatch(await again.text(), /role="status">Cannot undo: it is not what was done last\./);
  }));

Deno.test("a case, and all cases of another matter, are added by their ids", () =>
  withConsole({}, async (console) => {
    const [id] = await putTogether(console);
    const [other] = await putTogether(console);
    const alone = sampleCase();
    await console.store.record(alone);
    for (const each of [alone.case_id, other]) {
      const response = await console.post(`/console/matters/${id}/join`, { id: ` ${each} ` });
      assertEquals(response.status, 303);
    }
    assertEquals((await console.store.matters.read(id)).cases, 5);
    const named = sampleCase();
    await console.store.record(named);
    const { ticket_id } = await console.store.desk.read(named.case_id);
    const joined = await console.post(`/console/matters/${id}/join`, { id: ticket_id ?? "" });
    assertEquals([joined.status, (await console.store.matters.read(id)).cases], [303, 6]);
    assertEquals((await console.get("/console/matters/bug-1")).status, 200);
  }));

Deno.test("a wrong name is said beside its field, and stays in it", () =>
  withConsole({}, async (console) => {
    const [id] = await putTogether(console);
    const alone = sampleCase();
    await console.store.record(alone);
    const { case_id } = alone;
    const erased = sampleCase({ customer_id: "gone" });
    await console.store.record(erased);
    await console.store.desk.eraseCustomer("gone");
    const table: readonly [string, Record<string, string>, number, string][] = [
      [`/console/matters/${id}/join`, { id: "BUG-999" }, 404, "There is no such case or matter."],
      [`/console/matters/${id}/join`, { id: '"><b>' }, 404, "There is no such case or matter."],
      [`/console/matters/${id}/join`, { id: erased.case_id }, 409, "what it was about is erased."],
      ["/console/matters", { case_id, like: "FR-999" }, 404, "There is no such case or matter."],
      ["/console/matters", { case_id, like: case_id }, 409, "This is the case itself"],
    ];
    for (const [path, fields, status, fault] of table) {
      const response = await console.post(path, fields);
      const text = await response.text();
      const typed = (fields["like"] ?? fields["id"] ?? "").replaceAll('"', "&quot;")
        .replaceAll("<", "&lt;");
      assertEquals([path, response.status], [path, status]);
      assert(text.includes(`value="${typed}"`), typed);
      assertMatch(text, new RegExp(`aria-invalid[^]*class="fault" role="alert">[^<]*${fault}`));
      assert(!text.includes("<b>"));
    }
  }));

Deno.test("a case is put together with what its number, or a matter's, names", () =>
  withConsole({}, async (console) => {
    const [id] = await putTogether(console);
    const cases = [sampleCase(), sampleCase(), sampleCase()] as const;
    for (const each of cases) await console.store.record(each);
    const put = async (case_id: string, like: string) =>
      (await console.post("/console/matters", { case_id, like })).headers.get("location");
    assertEquals(await put(cases[0].case_id, "BUG-1"), `/console/matters/${id}?done=joined`);
    assertMatch(await put(cases[1].case_id, "BUG-5") ?? "", /done=joined$/);
    assertEquals((await console.store.matters.ofCase(cases[2].case_id))?.cases, 2);
  }));

Deno.test("what is perhaps the same stands on a matter's page, and is put together by a button", () =>
  withConsole({ keys: { lead: ["review"], analyst: ["read"] } }, async (console) => {
    const told = [
      "The PDF export comes out blank.",
      "The exported PDF is blank, nothing on it.",
      "PDF export gives a blank page.",
    ];
    const cases = told.map((message) => ({ ...sampleCase({ message }), gist: gistFor(message) }));
    for (const each of cases) await console.store.record(each);
    const [a, b, c] = cases.map(({ case_id }) => case_id) as [string, string, string];
    const { matter_id } = await console.store.matters.begin([a, b], "anna");
    const path = `/console/matters/${matter_id}`;
    const lead = await console.signIn("lead");
    const shown = await textOf(console.get(path, lead));
    assertMatch(shown, new RegExp(`Perhaps the same[^]*href="/console/cases/${c}">BUG-3</a>`));
    const read = await textOf(console.get(path, await console.signIn("analyst")));
    assert(read.includes("Perhaps the same") && !read.includes("Put together with"));
    const [, id = ""] = /name="id" value="([\da-f-]{36})"/.exec(shown) ?? [];
    assertEquals((await console.post(`${path}/join`, { id }, lead)).status, 303);
    assertEquals((await console.store.matters.read(matter_id)).cases, 3);
    assert(!(await textOf(console.get(path, lead))).includes("Perhaps the same"));
  }));

Deno.test("wishes are listed by how many asked, in their words, and beside each wish", () =>
  withConsole({}, async (console) => {
    const wishes = ["cust_1", "cust_2"].map((customer_id) =>
      sampleCase({ intent: "feature_request", customer_id, message: `Dark, says ${customer_id}!` })
    );
    for (const each of wishes) await console.store.record(each);
    const [a, b] = wishes.map(({ case_id }) => case_id) as [string, string];
    await console.post("/console/matters", { case_id: b, like: a });
    const listed = await textOf(console.get("/console/requirements"));
    for (const part of ["Dark mode", "Dark, says cust_1!", "Dark, says cust_2!", "FR-1"]) {
      assert(listed.includes(part), part);
    }
    const beside = await textOf(console.get(`/console/cases/${a}`));
    assert(beside.includes("2 customers asked for it.") && beside.includes("Dark, says cust_2!"));
  }));

Deno.test("what rises stands on the first page, for those who may read cases", () =>
  withConsole(
    { keys: { lead: ["process", "read"], shop: ["process"], analyst: ["read"] } },
    async (console) => {
      const [a, b] = [sampleCase(), sampleCase()];
      await console.store.record(a);
      await console.store.record({ ...b, joins: { case_id: a.case_id, probability: 0.95 } });
      const name = (await console.store.matters.ofCase(a.case_id))?.matter_id ?? "";
      const onset = Date.UTC(2026, 2, 2, 10);
      const rise = { onset, reports: 6, expected: 0.02, probability: 1e-8 };
      await console.store.rising.note([
        { kind: "matter", name, ...rise },
        { kind: "component", name: "Sync", ...rise, expected: 1.23 },
      ], []);
      const first = await textOf(console.get("/", await console.signIn("lead")));
      assertMatch(first, /<h2 id="rising">Rising/);
      assert(
        first.includes(`href="/console/matters/${name}">BUG-1 Export button does nothing</a>`),
      );
      assertMatch(first, /<strong>Sync<\/strong> 6 reports from .*1\.2 would be usual/);
      assertMatch(first, /next to none would be usual/);
      assert(!(await textOf(console.get("/", await console.signIn("shop")))).includes("Rising"));
      const cases = await console.get("/console/cases", await console.signIn("analyst"));
      assert((await cases.text()).includes("Rising"));
      const there = await textOf(
        console.get(`/console/matters/${name}`, await console.signIn("analyst")),
      );
      assert(
        there.includes(">Rising</span>") &&
          !there.includes('<form method="post" action="/console/matters'),
      );
      await console.store.rising.note([], [{ kind: "matter", name }, {
        kind: "component",
        name: "Sync",
      }]);
      assert(!(await textOf(console.get("/", await console.signIn("lead")))).includes("Rising"));
    },
  ));
