// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { endNotice, modelEnd } from "../../src/llm/model_end.ts";
import { priceOf } from "../../src/llm/prices.ts";
import { SERVED_MODELS } from "../../src/llm/served_models.ts";

const NEVER = new AbortController().signal;
const NOW = new Date("2026-11-29T12:00:00Z");

function server(answer: () => Response): typeof fetch {
  return () => Promise.resolve(answer());
}

const ENDS: readonly (readonly [string, string, () => Response, string | null])[] = [
  // who tells, the model, the server's answer, the day
  ["the server", "mine", () => Response.json({ shutdown_date: "2027-02-01" }), "2027-02-01"],
  [
    "the server before the table",
    "gpt-4o",
    () => Response.json({ shutdown_date: "2027-03-01" }),
    "2027-03-01",
  ],
  [
    "the table where the server does not",
    "gpt-4.1-mini",
    () => Response.json({ id: "x" }),
    "2027-01-14",
  ],
  [
    "the table for a dated name",
    "gpt-5-mini-2025-08-07",
    () => new Response("", { status: 404 }),
    "2026-12-11",
  ],
  ["the table where the answer is none", "gpt-5.1", () => new Response("<html>"), "2027-04-01"],
  ["nobody", "gpt-6-luna", () => Response.json({ shutdown_date: null }), null],
  ["nobody where the date is none", "mine", () => Response.json({ shutdown_date: "soon" }), null],
];
for (const [who, model, answer, day] of ENDS) {
  Deno.test(`when ${model} ends is told by ${who}`, async () => {
    const options = { api_key: "x", model, base_url: "http://x.invalid/v1", fetch: server(answer) };
    assertEquals(await modelEnd(options, NEVER), day);
  });
}

Deno.test("a server that is away leaves the table to tell", async () => {
  const away: typeof fetch = () => Promise.reject(new TypeError("no network"));
  const options = { api_key: "x", model: "gpt-4o-mini", base_url: null, fetch: away };
  assertEquals(await modelEnd(options, NEVER), "2027-01-14");
});

Deno.test("an end is told of from 90 days before, and after it", () => {
  const told = ["2027-02-27", "2027-02-28", "2026-11-29", "2026-01-01", null]
    .map((ends) => endNotice("m", ends, NOW));
  assertEquals(told.map((line) => line !== null), [true, false, true, true, false]);
  assert(told[0]?.includes("in 90 days"), told[0] ?? "");
  assert(told[3]?.includes("was shut down on 2026-01-01"), told[3] ?? "");
});

Deno.test("every row has a source, a sane price and, where a model goes, a day", () => {
  for (const { name, price, ends, source } of SERVED_MODELS) {
    assert(/\d{4}-\d{2}-\d{2}/.test(source), name);
    assert(price.input_usd_per_million < price.output_usd_per_million, name);
    assert((price.cached_usd_per_million ?? 0) < price.input_usd_per_million, name);
    assert(ends === null || !Number.isNaN(Date.parse(ends)), name);
  }
  assertEquals(priceOf("gpt-6-luna"), {
    input_usd_per_million: 0.1,
    cached_usd_per_million: 0.01,
    cache_write_usd_per_million: 0.125,
    output_usd_per_million: 0.5,
  });
  assertEquals([priceOf("gpt-4.1-nano"), priceOf("my-llama")], [null, null]);
});
