// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import { cameByHttps, clientAddress } from "../../src/http/door/client_address.ts";
import {
  createRateLimit,
  type RateLimit,
  type SharedQuery,
} from "../../src/http/door/rate_limit.ts";
import { Failure } from "../../src/triage/domain/failure.ts";

const SHOP = { name: "shop", scopes: ["process"] } as const;
const DESK = { name: "desk", scopes: ["review"] } as const;
const NOBODY = { name: "anonymous", scopes: [] } as const;
const ANYBODY = { name: "anonymous", scopes: ["admin"] } as const;

async function assertLimited(spending: Promise<void>): Promise<void> {
  const failure = await assertRejects(() => spending, Failure);
  assertEquals(failure.code, "rate_limited");
  const wait = failure.retryAfterS ?? 0;
  assert(Number.isInteger(wait) && wait >= 1 && wait <= 60, `Retry-After: ${wait}`);
}

function limitOf(requests_per_minute: number, shared: SharedQuery | null = null): RateLimit {
  return createRateLimit({ requests_per_minute, shared });
}

Deno.test("a key has its own count, wherever it is used from", async () => {
  const spend = limitOf(2);
  await spend(SHOP, "192.0.2.1");
  await spend(SHOP, "192.0.2.2");
  await assertLimited(spend(SHOP, "192.0.2.3"));
  await spend(DESK, "192.0.2.1");
});

Deno.test("whoever has no key, or needs none, is counted by address", async () => {
  for (const caller of [NOBODY, ANYBODY]) {
    const spend = limitOf(1);
    await spend(caller, "192.0.2.1");
    await assertLimited(spend(caller, "192.0.2.1"));
    await spend(caller, "192.0.2.2");
  }
});

const sameNetwork: ReadonlyArray<[string, string, boolean]> = [
  ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true],
  ["2001:db8:1:2::1", "2001:db8:1:3::1", false],
  ["::1", "::2", true],
  ["2001:db8::1", "2001:db8:0:0:1::", true],
  ["::ffff:192.0.2.1", "192.0.2.1", true],
  ["::ffff:192.0.2.1", "::ffff:192.0.2.2", false],
  ["fe80::1%eth0", "fe80::2", true],
  ["2001:DB8::1", "2001:db8:0000:0:0:0:0:2", true],
  ["::ffff:c000:201", "192.0.2.1", true],
];
for (const [one, two, same] of sameNetwork) {
  Deno.test(`${one} and ${two} are ${same ? "one address" : "two"}`, async () => {
    const spend = limitOf(1);
    await spend(NOBODY, one);
    if (same) await assertLimited(spend(NOBODY, two));
    else await spend(NOBODY, two);
  });
}

Deno.test("while the shared database is away, the instance counts for itself", async () => {
  const spend = limitOf(1, () => Promise.reject(new Error("away")));
  await spend(SHOP, "192.0.2.1");
  await assertLimited(spend(SHOP, "192.0.2.1"));
});

const seen: ReadonlyArray<{ forwarded: string | null; proxies: number; address: string }> = [
  { forwarded: "203.0.113.9", proxies: 0, address: "10.0.0.1" },
  { forwarded: null, proxies: 1, address: "10.0.0.1" },
  { forwarded: "203.0.113.9", proxies: 1, address: "203.0.113.9" },
  { forwarded: "1.1.1.1, 203.0.113.9", proxies: 1, address: "203.0.113.9" },
  { forwarded: "1.1.1.1, 203.0.113.9, 10.0.0.2", proxies: 2, address: "203.0.113.9" },
  { forwarded: "203.0.113.9", proxies: 2, address: "10.0.0.1" },
  { forwarded: "not an address", proxies: 1, address: "10.0.0.1" },
  { forwarded: "2001:db8::1", proxies: 1, address: "2001:db8::1" },
  { forwarded: "203.0.113.9:4711", proxies: 1, address: "203.0.113.9" },
  { forwarded: "1.1.1.1:1, 203.0.113.9:65535", proxies: 1, address: "203.0.113.9" },
  { forwarded: "[2001:db8::1]:4711", proxies: 1, address: "2001:db8::1" },
  { forwarded: "[2001:db8::1]", proxies: 1, address: "2001:db8::1" },
  { forwarded: "203.0.113.9:port", proxies: 1, address: "10.0.0.1" },
  { forwarded: "[2001:db8::1", proxies: 1, address: "10.0.0.1" },
];
for (const { forwarded, proxies, address } of seen) {
  Deno.test(`behind ${proxies} proxies, X-Forwarded-For ${forwarded} means ${address}`, () => {
    const headers = new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded });
    assertEquals(clientAddress(headers, "10.0.0.1", proxies), address);
  });
}

const PROTOCOLS: readonly (readonly [string | null, boolean])[] = [
  ["https", true],
  ["HTTPS", true],
  ["https, http", true],
  ["https,http,http", true],
  ["http", false],
  ["http, https", false],
  ["", false],
  [null, false],
];
Deno.test("the browser came by https where the first proxy says so", () => {
  for (const [protocol, secure] of PROTOCOLS) {
    const url = new URL("http://127.0.0.1/");
    const headers = new Headers(protocol === null ? {} : { "x-forwarded-proto": protocol });
    assertEquals([protocol, cameByHttps(new Request(url, { headers }), url)], [protocol, secure]);
  }
});
