// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { sampleCase } from "../store/case_samples.ts";
import { type ConsoleApp, withConsole } from "./console_app.ts";

const KEYS = { anna: ["admin"], ben: ["review"] } as const;

/** A case that anna has made a wish of, after the pages of it that are open elsewhere. */
async function decided({ store }: ConsoleApp): Promise<{ id: string; at: string }> {
  const { case_id } = await store.record(sampleCase({ review: true, confidence: 0.4 }));
  const id = case_id ?? "";
  const { corrections } = await store.desk.correct(id, { message_type: "feature_request" }, "anna");
  return { id, at: corrections[0]?.corrected_at.toISOString() ?? "" };
}

/** A clock that goes on by a millisecond each time it is looked at. */
function ticking(): () => Date {
  let now = Date.UTC(2026, 2, 2);
  return () => new Date(now++);
}

function hidden(page: string, name: string): (string | undefined)[] {
  return [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, "g"))].map(([, at]) => at);
}

Deno.test("every form of a case's page says which correction the page knows of", () =>
  withConsole({ keys: KEYS }, async (console) => {
    const { id, at } = await decided(console);
    const anna = await console.signIn("anna");
    const shown = await (await console.get(`/console/cases/${id}`, anna)).text();
    assertEquals(hidden(shown, "last_corrected_at"), [at, at]);
    assertEquals(hidden(shown, "corrected_at"), [at]);
  }));

const LATE: ReadonlyArray<{ readonly fields: Record<string, string>; readonly kept: RegExp }> = [
  {
    fields: { message_type: "bug_report", note: "it <crashes>" },
    kept: /value="bug_report" checked[^]*it &lt;crashes>/,
  },
  {
    fields: { customer_response: "Dear customer, mine." },
    kept: /<details open>[^]*Dear customer, mine\./,
  },
];
Deno.test("a page that is stale changes nothing, says what was decided and keeps what was given", () =>
  withConsole({ keys: KEYS }, async (console) => {
    const { id } = await decided(console);
    const ben = await console.signIn("ben");
    const before = await console.store.desk.read(id);
    for (const { fields, kept } of LATE) {
      const late = { ...fields, last_corrected_at: "" };
      const response = await console.post(`/console/cases/${id}/correction`, late, ben);
      assertEquals(response.status, 409);
      const shown = await response.text();
      assertMatch(shown, /Somebody else decided meanwhile: feature request, by anna\./);
      assertMatch(shown, /Yours is not saved: /);
      assertMatch(shown, kept);
      assertEquals(await console.store.desk.read(id), before);
      // What is sent from the page that says so is meant.
      const [seen = ""] = hidden(shown, "last_corrected_at");
      const again = { ...fields, last_corrected_at: seen };
      assertEquals(
        (await console.post(`/console/cases/${id}/correction`, again, ben)).status,
        303,
      );
      await console.store.desk.undo(id, "ben");
    }
  }));

Deno.test("a stale verdict in the queue is told with both, and the queue goes on", () =>
  withConsole({ keys: KEYS }, async (console) => {
    const { id } = await decided(console);
    const ben = await console.signIn("ben");
    const late = { verdict: "Billing", last_corrected_at: "", cursor: "" };
    const response = await console.post(`/console/review/${id}`, late, ben);
    assertEquals(response.status, 303);
    const next = await console.get(response.headers.get("location") ?? "", ben);
    const shown = await next.text();
    assertMatch(shown, /Somebody else decided that one meanwhile: Feature request\./);
    assertMatch(shown, /Yours is not saved: inquiry, Billing\./);
    assert(!shown.includes("Undo"));
    assertEquals((await console.store.desk.read(id)).corrections.length, 1);
  }));

Deno.test("undoing takes back the verdict it stands beside, not one that came after", () =>
  withConsole({ now: ticking() }, async (console) => {
    const { case_id } = await console.store.record(sampleCase({ review: true, confidence: 0.4 }));
    const started = await console.post("/console/review", {});
    const path = (started.headers.get("location") ?? "").split("?")[0] ?? "";
    const fields = { verdict: "confirm", last_corrected_at: "", cursor: "end" };
    const confirmed = await console.post(path, fields);
    const said = await (await console.get(confirmed.headers.get("location") ?? "")).text();
    const [mine = ""] = hidden(said, "corrected_at");
    // Without keys everybody has one name: in another window somebody decides anew.
    await console.store.desk.correct(case_id ?? "", { note: "theirs" }, "anonymous");
    const undo = `/console/cases/${case_id}/undo`;
    const late = await console.post(undo, { corrected_at: mine });
    assertEquals(late.status, 409);
    assertMatch(await late.text(), /decided anew meanwhile/);
    assertEquals((await console.store.desk.read(case_id ?? "")).corrections.length, 2);
  }));

Deno.test("of several marked cases those decided since the list was made are left alone", () =>
  withConsole({ keys: KEYS }, async (console) => {
    const { id } = await decided(console);
    const ben = await console.signIn("ben");
    const list = await (await console.get("/console/cases", ben)).text();
    const [seen = ""] = hidden(list, "seen");
    await console.store.desk.undo(id, "anna");
    const fields = { case_id: id, seen, verdict: "confirm", back: "" };
    const { headers } = await console.post("/console/cases/several", fields, ben);
    assertEquals(headers.get("location"), "/console/cases?done=0&left=1");
    assertEquals((await console.store.desk.read(id)).corrections, []);
  }));
