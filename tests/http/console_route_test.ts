// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { sampleCase } from "../store/case_samples.ts";
import { type ConsoleApp, ORIGIN, withConsole } from "./console_app.ts";

const HOSTILE = `<script>alert(1)</script> "><img src=x onerror=alert(2)> ' & {{7*7}} </textarea>`;

async function keep(console: ConsoleApp, message = "The button spins."): Promise<string> {
  const response = await console.post("/console/try", { message, product: "Planner", keep: "yes" });
  const [, id] = /\/console\/cases\/([\da-f-]{36})/.exec(await response.text()) ?? [];
  assert(id !== undefined, "the page links to the case");
  return id;
}

async function page(response: Response | Promise<Response>): Promise<string> {
  return await (await response).text();
}

Deno.test("a message that is tried is answered and not kept, unless asked to", () =>
  withConsole({}, async (console) => {
    const fields = { message: "The button spins.", product: "Planner" };
    const tried = await page(console.post("/console/try", fields));
    for (const part of ["Bug report", "BUG-0", "Button spins", "Not kept", "90%"]) {
      assert(tried.includes(part), part);
    }
    assertEquals((await console.store.statistics.daily(new Date(0))).length, 0);
    await keep(console);
    assertEquals((await console.store.statistics.daily(new Date(0))).length, 1);
  }));

Deno.test("what the form lacks is said beside the field, and what was typed stays", () =>
  withConsole({}, async (console) => {
    const response = await console.post("/console/try", { message: " ", product: "Planner <3" });
    assertEquals(response.status, 422);
    const text = await response.text();
    assertMatch(text, /role="alert">The message must not be empty\.</);
    assertMatch(text, /value="Planner &lt;3"/);
  }));

Deno.test("whatever a customer writes is text on every page", () =>
  withConsole({}, async (console) => {
    const message = HOSTILE;
    const tried = console.post("/console/try", { message, product: HOSTILE, keep: "yes" });
    const pages = [await page(tried)];
    const id = /\/console\/cases\/([\da-f-]{36})/.exec(pages[0] ?? "")?.[1] ?? "";
    await console.post(`/console/cases/${id}/correction`, {
      message_type: "general_inquiry",
      note: HOSTILE,
    });
    const query = new URLSearchParams({ search: HOSTILE, customer_id: HOSTILE });
    for (const path of ["/console/cases", `/console/cases?${query}`, `/console/cases/${id}`]) {
      pages.push(await page(console.get(path)));
    }
    for (const text of pages) {
      assert(!/<script>|<img|onerror=alert\(2\)>(?!&)[^&]*<\/textarea> *<\/textarea>/.test(text));
      assert(!text.includes(HOSTILE));
    }
    // Escaped once: what people see is what was written.
    const written = /<blockquote[^>]*>(.*?)<\/blockquote>/s.exec(pages[0] ?? "")?.[1] ?? "";
    assertEquals(
      written.replaceAll(/<\/?mark[^>]*>/g, "").replaceAll("&lt;", "<")
        .replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
      HOSTILE,
    );
  }));

Deno.test("every page has a strict policy and nothing inline", () =>
  withConsole({}, async (console) => {
    const id = await keep(console);
    const paths = ["/", "/console/cases", `/console/cases/${id}`, "/console/review"]
      .concat([
        "/console/quality",
        "/console/cases/nothing",
        "/console/matters",
        "/console/requirements",
      ]);
    for (const path of paths) {
      const response = await console.get(path);
      const policy = response.headers.get("content-security-policy") ?? "";
      assertMatch(policy, /default-src 'none'.*frame-ancestors 'none'/);
      assertEquals(/unsafe|https?:|\*/.test(policy), false);
      assertEquals(response.headers.get("cache-control"), "no-store");
      const text = await response.text();
      assertEquals(/<style|\sstyle=|\son\w+=|<script(?! type="module" src="\/)/.test(text), false);
      for (const [, address] of text.matchAll(/(?:src|href|action)="([^"]*)"/g)) {
        assertMatch(address ?? "", /^(?:\/|#)/, `${path} names ${address}`);
      }
    }
  }));

Deno.test("a correction is kept with its note, and shown", () =>
  withConsole({}, async (console) => {
    const id = await keep(console);
    const response = await console.post(`/console/cases/${id}/correction`, {
      message_type: "general_inquiry",
      inquiry_category: "Billing",
      note: " about the invoice ",
    });
    assertEquals(response.status, 303);
    assertEquals(response.headers.get("location"), `/console/cases/${id}?saved`);
    const record = await console.store.desk.read(id);
    assertEquals([record.message_type, record.inquiry_category, record.review], [
      "general_inquiry",
      "Billing",
      "done",
    ]);
    assertEquals(record.corrections[0]?.note, "about the invoice");
    const text = await page(console.get(`/console/cases/${id}?saved`));
    for (const part of ["Saved.", "anonymous", "about the invoice", "Reviewed"]) {
      assert(text.includes(part), part);
    }
  }));

Deno.test("another type brings its number and letter, which can be edited, and taken back", () =>
  withConsole({}, async (console) => {
    const id = await keep(console);
    const before = await console.store.desk.read(id);
    await console.post(`/console/cases/${id}/correction`, { message_type: "feature_request" });
    const shown = await page(console.get(`/console/cases/${id}?saved`));
    for (const part of ["FR-1", "The answer until then: Bug", "Edit the letter", "Undo"]) {
      assert(shown.includes(part), part);
    }
    const letter = { customer_response: "Dear Ada,\r\n\r\nnoted." };
    await console.post(`/console/cases/${id}/correction`, letter);
    const { answer } = await console.store.desk.read(id);
    assertEquals(answer?.customer_response, "Dear Ada,\n\nnoted.");
    for (const _ of ["letter", "type"]) {
      const response = await console.post(`/console/cases/${id}/undo`, {});
      assertEquals(response.headers.get("location"), `/console/cases/${id}?undone`);
    }
    assertEquals(await console.store.desk.read(id), before);
    const nothing = await console.post(`/console/cases/${id}/undo`, {});
    assertEquals(nothing.status, 409);
    assertMatch(await nothing.text(), /Cannot undo the correction: there is none/);
  }));

Deno.test("a category says nothing of what is no inquiry", () =>
  withConsole({}, async (console) => {
    const id = await keep(console);
    const fields = { message_type: "feature_request", inquiry_category: "Billing", note: "" };
    assertEquals((await console.post(`/console/cases/${id}/correction`, fields)).status, 303);
    assertEquals((await console.store.desk.read(id)).inquiry_category, null);
  }));

const unreadable: ReadonlyArray<{ name: string; fields: Record<string, string> }> = [
  { name: "another type", fields: { message_type: "spam" } },
  { name: "another category", fields: { message_type: "general_inquiry", inquiry_category: "x" } },
  { name: "a note too long", fields: { message_type: "bug_report", note: "n".repeat(2_001) } },
];
for (const { name, fields } of unreadable) {
  Deno.test(`a correction with ${name} is refused as a page`, () =>
    withConsole({}, async (console) => {
      const id = await keep(console);
      const response = await console.post(`/console/cases/${id}/correction`, fields);
      assertEquals(response.status, 422);
      assertMatch(await response.text(), /<h1>Invalid request<\/h1>/);
      assertEquals((await console.store.desk.read(id)).corrections, []);
    }));
}

Deno.test("cases are found by filter and words, a page at a time", () =>
  withConsole({}, async (console) => {
    for (let number = 1; number <= 30; number++) await keep(console, `Message number ${number}.`);
    const first = await page(console.get("/console/cases"));
    assert(first.includes("Message number 30.") && !first.includes("Message number 5."));
    const [, older] = /href="([^"]*cursor=[^"]*)"/.exec(first) ?? [];
    const second = await page(console.get((older ?? "").replaceAll("&amp;", "&")));
    assert(second.includes("Message number 5.") && second.includes("Newest"));
    const found = await page(console.get("/console/cases?search=NUMBER+17"));
    assert(found.includes("Message number 17.") && !found.includes("Message number 18."));
    const none = await page(console.get("/console/cases?type=feature_request&search="));
    assert(none.includes("No case matches."));
    const wrong = await console.get("/console/cases?since=yesterday&type=spam");
    assertEquals(wrong.status, 422);
    assertMatch(await wrong.text(), /role="alert">since must be .*; type must be one of/);
  }));

Deno.test("what is not there is a page too, and a failure of ours tells nothing of itself", async () => {
  const reports: unknown[] = [];
  const parts = {
    catalog: () => {
      throw new TypeError("a secret");
    },
  };
  await withConsole({ parts, onUnexpectedError: (report) => reports.push(report) }, async (it) => {
    const missing = await it.get("/console/cases/0199b000-0000-7000-8000-000000000000");
    assertEquals([missing.status, missing.headers.get("content-type")?.split(";")[0]], [
      404,
      "text/html",
    ]);
    await missing.body?.cancel();
    const failed = await it.get("/");
    assertEquals(failed.status, 500);
    const text = await failed.text();
    assert(!text.includes("a secret") && text.includes("fresh-request-id"));
    assertEquals(reports.length, 1);
  });
});

Deno.test("the files of the pages are sent with their types, and once", () =>
  withConsole({}, async (console) => {
    for (const [name, media] of [["console.css", "text/css"], ["console.js", "text/javascript"]]) {
      const response = await console.get(`/console/static/${name}`);
      assertEquals(response.headers.get("content-type"), `${media}; charset=utf-8`);
      const etag = response.headers.get("etag") ?? "";
      await response.body?.cancel();
      const again = await console.get(`/console/static/${name}`, { "if-none-match": etag });
      assertEquals(again.status, 304);
    }
  }));

Deno.test("with keys, pages show the door, and a key opens what its scopes cover", () =>
  withConsole({ keys: { anna: ["admin"], ben: ["read"] } }, async (console) => {
    for (const path of ["/", "/console/cases?type=bug_report", "/console/quality"]) {
      const response = await console.get(path);
      assertEquals(response.status, path === "/" ? 200 : 401);
      const text = await response.text();
      assertMatch(text, /type="password"/);
      assert(text.includes(`name="next" value="${path.replaceAll("&", "&amp;")}"`), path);
    }
    const ben = await console.signIn("ben");
    assertEquals((await console.get("/console/cases", ben)).status, 200);
    assertEquals((await console.get("/console/review", ben)).status, 403);
    // Who may only read begins with what there is to read.
    assertEquals((await console.get("/", ben)).headers.get("location"), "/console/cases");
    const anna = await console.signIn("anna");
    assertMatch(await page(console.get("/", anna)), />anna<.*Sign out/);
  }));

Deno.test("signing in: a cookie for this site alone, a local page next, a wrong key refused", () =>
  withConsole({ keys: { anna: ["admin"] } }, async (console) => {
    const signIn = (fields: Record<string, string>, headers: HeadersInit = {}) =>
      console.post("/console/sign-in", { key: console.keys.anna ?? "", ...fields }, headers);
    const response = await signIn({ next: "/console/quality?days=7" });
    assertEquals([response.status, response.headers.get("location")], [
      303,
      "/console/quality?days=7",
    ]);
    assertMatch(response.headers.get("set-cookie") ?? "", /HttpOnly; SameSite=Strict$/);
    const secure = await signIn({}, { "x-forwarded-proto": "https" });
    assertMatch(secure.headers.get("set-cookie") ?? "", /; Secure$/);
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/x"]) {
      assertEquals((await signIn({ next })).headers.get("location"), "/", next);
    }
    const wrong = await signIn({ key: "intake_wrong" });
    assertEquals([wrong.status, wrong.headers.get("set-cookie")], [401, null]);
    assertMatch(await wrong.text(), /This is not a key of this service/);
  }));

Deno.test("a form that another site sends does nothing, signed in or not", () =>
  withConsole({ keys: { anna: ["admin"] } }, async (console) => {
    const anna = await console.signIn("anna");
    const fields = { message: "m", product: "p", keep: "yes", key: console.keys.anna ?? "" };
    const foreign: HeadersInit[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const headers of foreign) {
      for (const path of ["/console/try", "/console/review", "/console/sign-in"]) {
        const response = await console.post(path, fields, { ...anna, ...headers });
        assertEquals([path, response.status], [path, 403]);
        assertEquals(response.headers.get("set-cookie"), null);
        await response.body?.cancel();
      }
    }
    // A browser too old for that header says where the form comes from.
    const old = await console.app(
      new Request(`${ORIGIN}/console/try`, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { ...anna, origin: "https://evil.example" },
      }),
    );
    assertEquals(old.status, 403);
    assertEquals((await console.store.statistics.daily(new Date(0))).length, 0);
  }));

Deno.test("signing out ends the session, also for who kept its cookie, and no other one", () =>
  withConsole({ keys: { anna: ["admin"] } }, async (console) => {
    const anna = await console.signIn("anna");
    const response = await console.post("/console/sign-out", {}, anna);
    assertEquals(response.headers.get("location"), "/");
    assertMatch(response.headers.get("set-cookie") ?? "", /Max-Age=0/);
    const again = await console.signIn("anna");
    const statusWith = async (cookie: Record<string, string>) =>
      (await console.app(new Request(`${ORIGIN}/cases`, { headers: cookie }))).status;
    assertEquals([await statusWith(anna), await statusWith(again)], [401, 404]);
  }));

Deno.test("the quality page says how far the model is trusted, and that its opinions are dropped", async () => {
  const exam = { answered: 12, right: 4 };
  const samples = { answered: 3, right: 1 };
  const standing = { state: "dropped", weight: 0, exam, samples } as const;
  await withConsole({ standing }, async ({ get }) => {
    const page = await (await get("/console/quality")).text();
    assert(page.includes("its opinions are dropped"));
    assert(page.includes("33%"));
  });
  await withConsole({}, async ({ get }) => {
    const page = await (await get("/console/quality")).text();
    assert(!page.includes("How far the model is trusted"));
  });
});

Deno.test("what a person said stands with whose confidence the figure is", () =>
  withConsole({}, async (console) => {
    const id = await keep(console);
    const before = await page(console.get(`/console/cases/${id}`));
    assertMatch(before, /<strong>90%<\/strong> sure/);
    await console.post(`/console/cases/${id}/correction`, { message_type: "general_inquiry" });
    const after = await page(console.get(`/console/cases/${id}`));
    assertMatch(after, /by a person <span class="hint">\(the service: Bug report, 90% sure\)/);
    const list = await page(console.get("/console/cases"));
    assertMatch(list, /90%<span class="hint">Bug report<\/span>/);
  }));

Deno.test("several cases are given to somebody at once", () =>
  withConsole({}, async (console) => {
    const id = await keep(console);
    const fields = { case_id: id, verdict: "assign", assigned_to: "Maria", back: "/console/cases" };
    const response = await console.post("/console/cases/several", fields);
    assertEquals(response.headers.get("location"), "/console/cases?done=1&left=0");
    assertEquals((await console.store.desk.read(id)).assigned_to, "Maria");
    const csv = await page(console.get("/console/cases/export?format=csv&assigned_to=Maria"));
    assertEquals(csv.trimEnd().split("\r\n").length, 2);
    const long = await console.post("/console/cases/several", {
      ...fields,
      assigned_to: "x".repeat(65),
    });
    assertEquals(long.status, 422);
  }));

Deno.test("the first page has examples, which fill the form with a click", () =>
  withConsole({}, async (console) => {
    const empty = await page(console.get("/"));
    const [, example] = /href="(\/\?example=bug)"/.exec(empty) ?? [];
    const filled = await page(console.get(example ?? ""));
    assertMatch(filled, /<textarea[^>]*>\nSince yesterday[^<]* crashes/);
    assertMatch(await page(console.get("/?example=constructor")), /<textarea[^>]*>\n<\/textarea>/);
  }));

Deno.test("quality draws nothing while there is too little to see, and says how much is missing", async () => {
  await withConsole({ now: () => new Date("2026-03-02T12:00:00Z") }, async (console) => {
    const { case_id } = await console.store.record(sampleCase());
    await console.post(`/console/cases/${case_id}/correction`, { message_type: "bug_report" });
    const text = await page(console.get("/console/quality"));
    assertMatch(text, /Too little to see yet: 1 of 50 cases that people looked at, 49 to come\./);
    assertMatch(text, /Too little to see yet: 1 of 2 days with cases, 1 to come\./);
    assertMatch(text, /Too little to see yet: 0 of 2 days with a cost, 2 to come\./);
    assert(!text.includes('role="img"'));
  });
});

Deno.test("a list is counted, sorted, exported as it is shown, and leads back", () =>
  withConsole({}, async (console) => {
    for (let at = 0; at < 30; at++) {
      await console.store.record(sampleCase({
        customer_id: `cust_${at % 2}`,
        message: at === 0 ? "=SUM(A1)" : `Message ${at}`,
        review: true,
        reasons: at === 3 ? ["account_security"] : ["low_margin"],
      }));
    }
    const first = await page(console.get("/console/cases?customer_id=cust_1"));
    assertMatch(first, /<p>15 cases<\/p>/);
    const gravest = await page(console.get("/console/cases?order=gravest"));
    assertMatch(gravest, /<p>30 cases<\/p>[\s\S]*?data-row[^>]*>Message 3</);
    const older = /href="([^"]*)" rel="next"/.exec(gravest)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await page(console.get(older));
    const newer = /href="([^"]*)" rel="prev"/.exec(second)?.[1]?.replaceAll("&amp;", "&");
    assertEquals(newer, "/console/cases?order=gravest");
    const open = /href="(\/console\/cases\/[\da-f-]{36})" data-row/.exec(first)?.[1] ?? "";
    const shown = await page(console.get(open));
    const next = /href="([^"]*)" rel="next"/.exec(shown)?.[1] ?? "";
    assertMatch(await page(console.get(next)), new RegExp(`href="${open}" rel="prev"`));
    const reason = await page(console.get("/console/cases?reason=account_security"));
    assertMatch(reason, /<p>1 case<\/p>/);

    const csv = await console.get("/console/cases/export?format=csv&customer_id=cust_0");
    assertEquals(csv.headers.get("content-disposition"), 'attachment; filename="cases.csv"');
    const rows = (await csv.text()).trimEnd().split("\r\n");
    assertEquals(rows.length, 16);
    assertMatch(rows[0] ?? "", /^case_id,created_at,customer_id,product,message,message_type,/);
    assert(rows.some((row) => row.includes(",'=SUM(A1),")));
    const lines = await (await console.get("/console/cases/export?format=ndjson")).text();
    assertEquals(lines.trimEnd().split("\n").map((line) => JSON.parse(line)).length, 30);
  }));

Deno.test("several cases are confirmed or set at once, those of others left alone", () =>
  withConsole({ keys: { anna: ["admin"], ben: ["review"] } }, async (console) => {
    const ids: string[] = [];
    for (let at = 0; at < 3; at++) {
      ids.push((await console.store.record(sampleCase({ review: true }))).case_id ?? "");
    }
    await console.store.desk.claim(ids[2] ?? "", "ben");
    const anna = await console.signIn("anna");
    const fields = new URLSearchParams(ids.map((id) => ["case_id", id]));
    fields.set("verdict", "feature_request");
    fields.set("back", "https://elsewhere.example/?type=bug_report");
    const response = await console.app(
      new Request("http://127.0.0.1:8000/console/cases/several", {
        method: "POST",
        body: fields,
        headers: { "sec-fetch-site": "same-origin", ...anna },
      }),
    );
    assertEquals(
      response.headers.get("location"),
      "/console/cases?type=bug_report&done=2&left=1",
    );
    const shown = await page(console.get("/console/cases?done=2&left=1", anna));
    assertMatch(
      shown,
      /2 cases are done\. 1 left alone: somebody else has them, or decided meanwhile\./,
    );
    const types = await Promise.all(ids.map((id) => console.store.desk.read(id)));
    assertEquals(types.map(({ message_type, ticket_id }) => [message_type, ticket_id]), [
      ["feature_request", "FR-1"],
      ["feature_request", "FR-2"],
      ["bug_report", "BUG-3"],
    ]);
  }));

Deno.test("an empty list says how the first case gets there", () =>
  withConsole({}, async (console) => {
    const text = await page(console.get("/console/cases"));
    assertMatch(
      text,
      /No cases yet[\s\S]*curl -s[\s\S]*process-customer-message[\s\S]*Send this example/,
    );
  }));
