// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { CLAIM_LAPSES_AFTER_MS } from "../../src/triage/domain/desk.ts";
import type { ReviewReason } from "../../src/triage/domain/review.ts";
import { sampleCase } from "../store/case_samples.ts";
import { type ConsoleApp, withConsole } from "./console_app.ts";

const KEYS = { anna: ["admin"], ben: ["review"] } as const;

/** Cases in the queue, the oldest first. */
async function queue(
  console: ConsoleApp,
  confidences: readonly number[],
  reasons: readonly ReviewReason[] = ["low_margin"],
): Promise<string[]> {
  const ids: string[] = [];
  for (const confidence of confidences) {
    const { case_id } = await console.store.record(
      sampleCase({ confidence, review: true, reasons }),
    );
    ids.push(case_id ?? "");
  }
  return ids;
}

function placeOf(response: Response): { path: string; query: URLSearchParams } {
  assertEquals(response.status, 303);
  const url = new URL(response.headers.get("location") ?? "", "http://x");
  return { path: url.pathname, query: url.searchParams };
}

Deno.test("the queue is worked from the gravest on, and ends with nothing to do", () =>
  withConsole({ keys: KEYS }, async (console) => {
    const anna = await console.signIn("anna");
    const [sure] = await queue(console, [0.4]);
    const [unsure] = await queue(console, [0.5], ["account_security"]);
    assertMatch(
      await (await console.get("/console/review", anna)).text(),
      /<strong>2<\/strong> cases wait/,
    );
    let place = placeOf(await console.post("/console/review", {}, anna));
    assertEquals(place.path, `/console/review/${unsure}`);
    const shown = await (await console.get(`${place.path}?${place.query}`, anna)).text();
    assertMatch(shown, /You have taken this case/);
    assertMatch(shown, /aria-keyshortcuts="c"/);

    const cursor = place.query.get("cursor") ?? "";
    place = placeOf(
      await console.post(place.path, { verdict: "feature_request", note: "wish", cursor }, anna),
    );
    assertEquals(place.path, `/console/review/${sure}`);
    const { message_type, review, corrections } = await console.store.desk.read(unsure ?? "");
    assertEquals([message_type, review, corrections[0]?.note], ["feature_request", "done", "wish"]);
    assertMatch(
      await (await console.get(`${place.path}?${place.query}`, anna)).text(),
      /Now: Feature request\./,
    );

    place = placeOf(await console.post(place.path, { verdict: "confirm", cursor: "end" }, anna));
    assertEquals(place.path, "/console/review");
    assertEquals((await console.store.desk.read(sure ?? "")).corrections.length, 1);
    const end = await (await console.get(`/console/review?${place.query}`, anna)).text();
    assert(end.includes("Confirmed.") && end.includes("Nothing waits for a person."));
  }));

Deno.test("what waits is told as an event, to those who may work the queue", () =>
  withConsole({ keys: { ...KEYS, carl: ["read"] } }, async (console) => {
    await queue(console, [0.4, 0.5]);
    const response = await console.get("/console/review/live", await console.signIn("ben"));
    assertEquals(response.headers.get("content-type"), "text/event-stream");
    assertEquals(await response.text(), "retry: 5000\ndata: 2\n\n");
    const refused = await console.get("/console/review/live", await console.signIn("carl"));
    assertEquals(refused.status, 403);
  }));

Deno.test("the queue is narrowed to one reason, and stays so", () =>
  withConsole({ keys: KEYS }, async (console) => {
    const anna = await console.signIn("anna");
    await queue(console, [0.4], ["account_security"]);
    const [first, second] = await queue(console, [0.5, 0.6], ["person_requested"]);
    const all = await (await console.get("/console/review", anna)).text();
    assertMatch(
      all,
      /href="\/console\/review\?reason=person_requested"[^>]*>[^<]*<\/a>\s*<span class="hint">2</,
    );
    const narrowed = await console.get("/console/review?reason=person_requested", anna);
    assertMatch(
      await narrowed.text(),
      /<strong>2<\/strong> cases wait for a person: a person is asked for/,
    );
    const reason = "person_requested";
    let place = placeOf(await console.post("/console/review", { reason }, anna));
    assertEquals([place.path, place.query.get("reason")], [`/console/review/${first}`, reason]);
    const cursor = place.query.get("cursor") ?? "";
    place = placeOf(await console.post(place.path, { verdict: "skip", cursor, reason }, anna));
    assertEquals([place.path, place.query.get("reason")], [`/console/review/${second}`, reason]);
  }));

Deno.test("the queue passes over what is somebody else's, and counts it not", () =>
  withConsole({ keys: KEYS }, async (console) => {
    const [anna, ben] = [await console.signIn("anna"), await console.signIn("ben")];
    const [first, second] = await queue(console, [0.3, 0.4]);
    const assigned = await console.post(
      `/console/cases/${first}/assignment`,
      { assigned_to: "ben" },
      anna,
    );
    assertEquals(placeOf(assigned).path, `/console/cases/${first}`);
    const shown = await (await console.get(`/console/cases/${first}?assigned`, anna)).text();
    assertMatch(shown, /It is ben&#39;s case now\.|It is ben's case now\./);
    assertMatch(shown, /<datalist id="people"><option value="anna"\/?>.*<option value="ben"/);
    const live = await console.get("/console/review/live", anna);
    assertEquals(await live.text(), "retry: 5000\ndata: 1\n\n");
    const own = placeOf(await console.post("/console/review", {}, anna));
    assertEquals(own.path, `/console/review/${second}`);
    assertEquals(
      placeOf(await console.post("/console/review", {}, ben)).path,
      `/console/review/${first}`,
    );
    const mine = await (await console.get("/console/cases?assigned_to=ben", ben)).text();
    assertMatch(mine, /<p>1 case<\/p>/);
    assertMatch(mine, /href="\/console\/cases\?assigned_to=ben" aria-current="true">Mine</);
  }));

Deno.test("an empty queue says what would come here, with an example to click", () =>
  withConsole({}, async (console) => {
    const text = await (await console.get("/console/review")).text();
    assertMatch(
      text,
      /Nothing waits for a person\.[\s\S]*Somebody else has got hold[\s\S]*Send this/,
    );
  }));

const verdicts = [
  ["confirm", "bug_report", null],
  ["bug_report", "bug_report", null],
  ["feature_request", "feature_request", null],
  ["general_inquiry", "general_inquiry", null],
  ["Account Management", "general_inquiry", "Account Management"],
  ["Usage Question", "general_inquiry", "Usage Question"],
] as const;
for (const [verdict, type, category] of verdicts) {
  Deno.test(`the verdict "${verdict}" makes a bug report a ${type} ${category ?? ""}`, () =>
    withConsole({}, async (console) => {
      const [id] = await queue(console, [0.4]);
      await console.post("/console/review", {});
      placeOf(await console.post(`/console/review/${id}`, { verdict }));
      const record = await console.store.desk.read(id ?? "");
      assertEquals([record.message_type, record.inquiry_category, record.review], [
        type,
        category,
        "done",
      ]);
    }));
}

Deno.test("a verdict that is none is refused, and the case stays taken", () =>
  withConsole({}, async (console) => {
    const [id] = await queue(console, [0.4]);
    await console.post("/console/review", {});
    assertEquals((await console.post(`/console/review/${id}`, { verdict: "spam" })).status, 422);
    assertEquals((await console.store.desk.read(id ?? "")).review, "in_review");
  }));

Deno.test("a skipped case goes back to the queue, and the next one comes", () =>
  withConsole({ keys: KEYS }, async (console) => {
    const anna = await console.signIn("anna");
    const ids = await queue(console, [0.3, 0.4, 0.5]);
    let place = placeOf(await console.post("/console/review", {}, anna));
    const seen = [];
    while (place.path !== "/console/review") {
      seen.push(place.path.split("/").at(-1));
      const cursor = place.query.get("cursor") ?? "";
      place = placeOf(await console.post(place.path, { verdict: "skip", cursor }, anna));
    }
    assertEquals(seen, ids);
    for (const id of ids) assertEquals((await console.store.desk.read(id)).review, "needed");
    const end = await (await console.get(`/console/review?${place.query}`, anna)).text();
    assert(end.includes("That was the end of the queue."));
  }));

Deno.test("two people never get the same case", () =>
  withConsole({ keys: KEYS }, async (console) => {
    const [anna, ben] = [await console.signIn("anna"), await console.signIn("ben")];
    const ids = await queue(console, [0.3, 0.4]);
    const first = placeOf(await console.post("/console/review", {}, anna)).path;
    const second = placeOf(await console.post("/console/review", {}, ben)).path;
    assertEquals([first, second], ids.map((id) => `/console/review/${id}`));
    assertEquals(placeOf(await console.post("/console/review", {}, ben)).path, "/console/review");

    // Ben, at Anna's case: he is shown the case, and cannot decide it.
    assertEquals(placeOf(await console.get(first, ben)).path, `/console/cases/${ids[0]}`);
    const tried = placeOf(await console.post(first, { verdict: "general_inquiry" }, ben));
    assertEquals(tried.query.get("said"), "conflict");
    assertEquals((await console.store.desk.read(ids[0] ?? "")).corrections, []);
  }));

Deno.test("a case that someone took and let lie comes back after half an hour", async () => {
  let now = Date.UTC(2026, 2, 2);
  await withConsole({ keys: KEYS, now: () => new Date(now) }, async (console) => {
    const [id] = await queue(console, [0.3]);
    await console.post("/console/review", {}, await console.signIn("anna"));
    now += CLAIM_LAPSES_AFTER_MS - 1;
    const ben = await console.signIn("ben");
    assertEquals(placeOf(await console.post("/console/review", {}, ben)).path, "/console/review");
    now += 1;
    const { path } = placeOf(await console.post("/console/review", {}, ben));
    assertEquals(path, `/console/review/${id}`);
    assertEquals((await console.store.desk.read(id ?? "")).claimed_by, "ben");
  });
});
