/**
 * The cheap look before the search for personal data.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { mayBeSensitive } from "../../src/masking/sensitive_signs.ts";

const SENSITIVE = [
  "write to a.b@example.org",
  "a.b (at) example (dot) org",
  "call +49 30 1234567",
  "card 4111 1111 1111 1111",
  "from 10.0.0.17 on",
  "from fe80::1ff:fe23:4567:890a on",
  "my password is hunter2!",
  "key AKIAIOSFODNN7EXAMPLE",
  "session id: 9f2c7a11",
  "mein kennwrot lautet Zimt",
  "p a s s w o r d: Zimt",
  "anna punkt huber ät talweg punkt at",
  "masterauth Zimt",
  "recovery words: acid",
  "security answer: Zimt",
];

Deno.test("what may be sensitive shows a sign", () => {
  assertEquals(SENSITIVE.filter((text) => !mayBeSensitive(text)), []);
});

Deno.test("ordinary reports show none", () => {
  const ordinary = [
    "The timer stops after 30 seconds.",
    "Version 5.3.1 crashes on my phone.",
    "Half the session is missing, I did nothing unusual.",
  ];
  assertEquals(ordinary.filter(mayBeSensitive), []);
});
