// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import { ConfigError, readConfig, SETTINGS } from "../src/config.ts";
import { shippedWeights } from "../src/scorer/local_scorer.ts";

function read(environment: Record<string, string>) {
  return readConfig((name) => environment[name]);
}

Deno.test("without an environment every default is good", () => {
  const config = read({});
  assertEquals([config.host, config.port, config.llm], ["127.0.0.1", 8000, "auto"]);
  assertEquals(config.openai_api_key, null);
});

Deno.test("a variable set to nothing counts as not set", () => {
  assertEquals(read({ PORT: "", INTAKE_LLM: "" }), read({}));
});

const bad: ReadonlyArray<[string, string]> = [
  ["PORT", "eighty"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", " 80"],
  ["HOST", "exa mple"],
  ["HOST", "0.0.0.0"],
  ["HOST", "127.0.0.1.evil.example"],
  ["OPENAI_BASE_URL", "ftp://127.0.0.1"],
  ["OPENAI_MODEL", "two words"],
  ["INTAKE_MODEL_OUTPUT_TOKENS", "63"],
  ["INTAKE_LLM", "sometimes"],
  ["INTAKE_DATABASE", "mysql://127.0.0.1/x"],
  ["INTAKE_DATABASE", "postgres://127.0.0.1/x"],
  ["INTAKE_RETENTION_DAYS", "-1"],
  ["INTAKE_RETENTION_DAYS", "0"],
  ["INTAKE_RETENTION_DAYS", "00"],
  ["INTAKE_RETENTION_DAYS", "0.5"],
  ["INTAKE_WEBHOOK_URL", "hooks.example.com"],
  ["INTAKE_MAX_BODY_BYTES", "1e9"],
  ["INTAKE_MODEL_DEADLINE_MS", "0"],
  ["INTAKE_ESCALATE_BELOW", "1.1"],
  ["INTAKE_ESCALATE_BELOW", "NaN"],
  ["INTAKE_REVIEW_BELOW_MARGIN", "-0.1"],
];
for (const [name, value] of bad) {
  Deno.test(`${name}=${value} stops with one line: the variable, what is wanted, what came`, () => {
    const error = assertThrows(() => read({ [name]: value }), ConfigError);
    assertEquals(error.message.split("\n").length, 1);
    assert(error.message.startsWith(`${name}: expected `), error.message);
    assert(error.message.endsWith(`got ${JSON.stringify(value)}`), error.message);
  });
}

const HASH = "0".repeat(64);
const KEY_FAULTS: ReadonlyArray<readonly [string, RegExp]> = [
  [`a:proces:${HASH}`, /key 1 of 1: "proces" is no scope; there are process, read, review, admin/],
  [`a:read:${HASH},b:read+Admin:${HASH}`, /key 2 of 2: "Admin" is no scope/],
  [`a:intake_Zm9vYmFyYmF6cXV4:${HASH}`, /a wrong scope; there are/],
  [`a:read:${HASH.slice(1)}`, /key 1 of 1: its hash is not 64 hexadecimal digits/],
  [`a b:read:${HASH}`, /its name may have letters/],
  ["intake_Zm9vYmFyYmF6cXV4", /it has 1 parts between colons, not 3/],
];
for (const [keys, says] of KEY_FAULTS) {
  Deno.test(`INTAKE_API_KEYS tells which part is wrong, and no secret: ${says}`, () => {
    const error = assertThrows(() => read({ INTAKE_API_KEYS: keys }), ConfigError);
    assertMatch(error.message, says);
    assert(!error.message.includes("Zm9v") && !error.message.includes("0000"), error.message);
  });
}

for (const key of ["sk-schlüssel", "sk-a b", "sk-a\nb", "sk-\u200babc", "“sk-abc”"]) {
  Deno.test(`a key that no header can hold is refused, and not shown: ${JSON.stringify(key)}`, () => {
    const error = assertThrows(() => read({ OPENAI_API_KEY: key }), ConfigError);
    assert(error.message.startsWith("OPENAI_API_KEY: expected a key of visible ASCII"));
    assert(!error.message.includes(key), error.message);
  });
}

Deno.test("decisions write no replies: they want the mode in which rules do", () => {
  const error = assertThrows(() => read({ INTAKE_MODEL_API: "decisions" }), ConfigError);
  assert(error.message.startsWith("INTAKE_LLM: expected uncertain or off"), error.message);
  assertEquals(
    read({ INTAKE_MODEL_API: "decisions", INTAKE_LLM: "uncertain" }).model_api,
    "decisions",
  );
});

Deno.test("every bad variable is named", () => {
  const error = assertThrows(() => read({ PORT: "x", INTAKE_LLM: "y" }), ConfigError);
  assertEquals(error.message.split("\n").map((line) => line.split(":")[0]), ["PORT", "INTAKE_LLM"]);
});

Deno.test("secrets are marked as such", () => {
  const secrets = Object.values(SETTINGS).filter((entry) => entry.secret).map((entry) => entry.env);
  assert(secrets.includes("OPENAI_API_KEY"));
});

Deno.test("a password in a URL is not printed", () => {
  const error = assertThrows(
    () => read({ INTAKE_DATABASE: "mysql://user:hunter2@127.0.0.1/x" }),
    ConfigError,
  );
  assertEquals(error.message.includes("hunter2"), false);
});

Deno.test("a webhook wants a secret after the specification, which is not printed", () => {
  const INTAKE_WEBHOOK_URL = "http://127.0.0.1/hook";
  for (const INTAKE_WEBHOOK_SECRET of ["", "whsec_c2hvcnQ=", "hunter2".repeat(9)]) {
    const error = assertThrows(
      () => read({ INTAKE_WEBHOOK_URL, INTAKE_WEBHOOK_SECRET }),
      ConfigError,
    );
    assert(error.message.startsWith("INTAKE_WEBHOOK_SECRET: expected "), error.message);
    assertEquals(error.message.includes("hunter2"), false);
  }
  const secret = `whsec_${btoa("x".repeat(32))}`;
  assertEquals(
    read({ INTAKE_WEBHOOK_URL, INTAKE_WEBHOOK_SECRET: secret }).webhook_secret,
    secret,
  );
});

Deno.test("the threshold's default is the one that the weights give evidence for", () => {
  assertEquals(SETTINGS.escalate_below.default, String(shippedWeights().escalate_below));
});
