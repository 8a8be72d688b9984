/**
 * The one table of settings: environment variable, default, help and check.
 * Validation, `--help`, the table of docs/reference.md and its test all come from it;
 * nothing else reads the environment.
 *
 * @module
 */
import { apiKeysFault } from "./keys/api_key_fault.ts";
import { type ApiKey, parseApiKeys } from "./keys/api_key.ts";
import { KIND, type Setting, setting } from "./setting.ts";
import type { LlmMode } from "./triage/cascade.ts";

const API_KEYS: Pick<Setting<readonly ApiKey[]>, "wanted" | "parse" | "fault"> = {
  wanted: "name:scope[+scope]:sha256hex, several separated by commas, as `key create` prints them",
  parse: parseApiKeys,
  fault: apiKeysFault,
};

const HEADER_TEXT: Pick<Setting<string | null>, "wanted" | "parse"> = {
  wanted: "a key of visible ASCII characters, as a header can hold it",
  parse: (text) => text === "" ? null : /^[\x21-\x7e]+$/.test(text) ? text : undefined,
};

/** Every setting there is, in the order in which they are documented. */
export const SETTINGS = {
  host: setting("HOST", "127.0.0.1", {
    wanted: "a host name or an address",
    parse: (text) => /^[\w.:-]{1,255}$/.test(text) ? text : undefined,
  }, "Address to listen on."),
  port: setting(
    "PORT",
    "8000",
    KIND.wholeNumber(0, 65_535),
    "Port to listen on; 0 picks a free one.",
  ),
  openai_api_key: setting(
    "OPENAI_API_KEY",
    "",
    HEADER_TEXT,
    "Key for the model. Without it every answer is local.",
    true,
  ),
  openai_base_url: setting(
    "OPENAI_BASE_URL",
    "",
    KIND.optionalHttpUrl,
    "Base URL of an OpenAI-compatible server, such as http://127.0.0.1:8080/v1.",
  ),
  openai_model: setting("OPENAI_MODEL", "gpt-6-luna", {
    wanted: "the name of a model",
    parse: (text) => /^\S{1,200}$/.test(text) ? text : undefined,
  }, "Model to ask."),
  llm: setting<LlmMode>(
    "INTAKE_LLM",
    "auto",
    KIND.oneOf("auto", "uncertain", "off"),
    "When the model is asked: `auto` for every reply, `uncertain` only when the words do not decide, `off` never.",
  ),
  encoder: setting<"on" | "off">(
    "INTAKE_ENCODER",
    "off",
    KIND.oneOf("on", "off"),
    "`on`: where the words do not decide, a small neural network on this machine reads the message too, before a model is asked, and another reads what the model writes, sentence by sentence. `deno task encoder` fetches what it needs.",
  ),
  database: setting(
    "INTAKE_DATABASE",
    "data/intake.sqlite",
    {
      wanted: "a file path, :memory: or postgres://user:password@host:port/database",
      parse: (text) => /^[a-z]+:\/\//i.test(text) && !isPostgres(text) ? undefined : text,
    },
    "Where cases are kept: a file for one instance, PostgreSQL for several.",
  ),
  catalog: setting(
    "INTAKE_CATALOG",
    "",
    KIND.optionalText,
    "Path of the product catalogue; unset, the built-in one.",
  ),
  api_keys: setting(
    "INTAKE_API_KEYS",
    "",
    API_KEYS,
    "Who may call, as `name:scope[+scope]:sha256hex`, comma-separated. Without any, only this machine may.",
    true,
  ),
  session_secret: setting(
    "INTAKE_SESSION_SECRET",
    "",
    {
      wanted: "at least 32 characters",
      parse: (text) => text === "" ? null : text.length >= 32 ? text : undefined,
    } satisfies Pick<Setting<string | null>, "wanted" | "parse">,
    "Signs sign-ins of the console; the same on all instances. Unset, they end with the process.",
    true,
  ),
  rate_limit: setting(
    "INTAKE_RATE_LIMIT",
    "",
    KIND.optionalCount,
    "Requests a minute for each key, or address where there is no key; each line of a batch counts. 0 is no limit. Unset, 600 with keys and 0 without.",
  ),
  proxies: setting(
    "INTAKE_PROXIES",
    "0",
    KIND.wholeNumber(0, 10),
    "Number of reverse proxies in front that add to X-Forwarded-For.",
  ),
  cors_origins: setting(
    "INTAKE_CORS_ORIGINS",
    "",
    KIND.origins,
    "Origins whose pages may call the service, comma-separated; unset, none.",
  ),
  max_requests: setting(
    "INTAKE_MAX_REQUESTS",
    "512",
    KIND.wholeNumber(1, 100_000),
    "Most requests under way at once; further ones are refused as `overloaded`.",
  ),
  max_connections: setting(
    "INTAKE_MAX_CONNECTIONS",
    "4096",
    KIND.wholeNumber(1, 100_000),
    "Most connections at once; further ones are closed.",
  ),
  header_timeout_ms: setting(
    "INTAKE_HEADER_TIMEOUT_MS",
    "5000",
    KIND.wholeNumber(100, 600_000),
    "Time a client has to send the header of a request, in milliseconds.",
  ),
  keep_alive_ms: setting(
    "INTAKE_KEEP_ALIVE_MS",
    "15000",
    KIND.wholeNumber(0, 600_000),
    "Time a connection may wait for its next request, in milliseconds; 0 closes it after each answer.",
  ),
  max_body_bytes: setting(
    "INTAKE_MAX_BODY_BYTES",
    "131072",
    KIND.wholeNumber(1_024, 16_777_216),
    "Largest request body, in bytes.",
  ),
  body_timeout_ms: setting(
    "INTAKE_BODY_TIMEOUT_MS",
    "10000",
    KIND.wholeNumber(100, 600_000),
    "Time a client has to send its body, in milliseconds.",
  ),
  duplicate_window_s: setting(
    "INTAKE_DUPLICATE_WINDOW_S",
    "600",
    KIND.wholeNumber(0, 604_800),
    "Time within which the same message of a customer gets the same case, in seconds; 0 is never.",
  ),
  retention_days: setting(
    "INTAKE_RETENTION_DAYS",
    "",
    KIND.optionalDays,
    "Days after which texts and answers are erased; counts stay. Unset, they are kept; 0 is refused.",
  ),
  webhook_url: setting(
    "INTAKE_WEBHOOK_URL",
    "",
    KIND.optionalHttpUrl,
    "Where events are sent: case.created, case.corrected, case.review_needed, matter.rising. Unset, nowhere.",
  ),
  webhook_secret: setting(
    "INTAKE_WEBHOOK_SECRET",
    "",
    {
      wanted: "whsec_ and 24 to 64 bytes in base64",
      parse: (text) =>
        text === "" ? null : /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/.test(text) ? text : undefined,
    } satisfies Pick<Setting<string | null>, "wanted" | "parse">,
    "Signs events after the Standard Webhooks specification.",
    true,
  ),
  model_deadline_ms: setting(
    "INTAKE_MODEL_DEADLINE_MS",
    "10000",
    KIND.wholeNumber(100, 600_000),
    "Time for all attempts to ask the model together, in milliseconds.",
  ),
  model_budget_usd_per_day: setting(
    "INTAKE_MODEL_BUDGET_USD_PER_DAY",
    "",
    KIND.optionalUsd,
    "Most that the model may cost in a day (UTC), in USD; then answers are local. Unset, no limit.",
  ),
  model_price_input_usd: setting(
    "INTAKE_MODEL_PRICE_INPUT_USD",
    "",
    KIND.optionalUsd,
    "Price of a million input tokens, in USD; unset, the published price where it is known.",
  ),
  model_price_output_usd: setting(
    "INTAKE_MODEL_PRICE_OUTPUT_USD",
    "",
    KIND.optionalUsd,
    "Price of a million output tokens, in USD; set both prices or none.",
  ),
  model_api: setting<"chat" | "decisions">(
    "INTAKE_MODEL_API",
    "chat",
    KIND.oneOf("chat", "decisions"),
    "Endpoint that is asked: `chat` gives opinion and reply; `decisions` (public beta, OpenAI's only) gives the opinion alone and needs INTAKE_LLM=uncertain.",
  ),
  model_output_tokens: setting(
    "INTAKE_MODEL_OUTPUT_TOKENS",
    "2000",
    KIND.wholeNumber(64, 128_000),
    "Most tokens of a model's answer. A model whose thoughts fill them gets four times as many, once.",
  ),
  model_concurrency: setting(
    "INTAKE_MODEL_CONCURRENCY",
    "64",
    KIND.wholeNumber(1, 10_000),
    "Most model calls in flight.",
  ),
  model_queue: setting(
    "INTAKE_MODEL_QUEUE",
    "512",
    KIND.wholeNumber(0, 100_000),
    "Most messages that wait for the model; more are answered locally at once.",
  ),
  escalate_below: setting(
    "INTAKE_ESCALATE_BELOW",
    "0.72",
    KIND.fraction,
    "Local confidence below which the model's opinion on the type is asked.",
  ),
  review_below_margin: setting(
    "INTAKE_REVIEW_BELOW_MARGIN",
    "0.1",
    KIND.fraction,
    "Distance between the two most probable types below which a person is asked to look.",
  ),
  matter_probability: setting(
    "INTAKE_MATTER_PROBABILITY",
    "0.75",
    KIND.fraction,
    "Probability that two cases tell of one thing from which they are kept together as a matter; below it only people put them together.",
  ),
  workers: setting(
    "INTAKE_WORKERS",
    "",
    {
      wanted: "a whole number from 0 to 64",
      parse: (text) => text === "" ? null : KIND.wholeNumber(0, 64).parse(text),
    } satisfies Pick<Setting<number | null>, "wanted" | "parse">,
    "Threads that read, score and draft; 0 keeps all in one thread, the store too. Unset, one less than there are cores, at most 8.",
  ),
  log: setting(
    "INTAKE_LOG",
    "requests",
    KIND.oneOf("requests", "errors", "off"),
    "What is logged, as JSON on standard error: `requests` is every answer, `errors` only status 500 and above.",
  ),
  telemetry: setting<boolean>("OTEL_DENO", "false", {
    wanted: "true | false",
    parse: (text) => ({ true: true, "1": true, false: false, "0": false } as const)[text],
  }, "Sends traces, metrics and logs by OpenTelemetry, as the other `OTEL_` variables say."),
  drain_delay_ms: setting(
    "INTAKE_DRAIN_DELAY_MS",
    "0",
    KIND.wholeNumber(0, 600_000),
    "Time after SIGTERM in which `/readyz` says 503 and requests are still taken, in milliseconds: as long as a load balancer needs to notice.",
  ),
  shutdown_ms: setting(
    "INTAKE_SHUTDOWN_MS",
    "15000",
    KIND.wholeNumber(0, 600_000),
    "Time that running requests have to finish after SIGTERM, in milliseconds.",
  ),
};

/** The environment variables of all settings. */
export const SETTING_NAMES: readonly string[] = Object.values(SETTINGS).map(({ env }) => env);

/** The values of all settings, checked. */
export type Config = {
  readonly [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name] extends Setting<infer T> ? T
    : never;
};

/** Settings that cannot be used: one line for each bad one. */
export class ConfigError extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.name = "ConfigError";
  }
}

/** A variable that the runtime's permissions hide counts as not set. */
function environmentVariable(name: string): string | undefined {
  try {
    return Deno.env.get(name);
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) return undefined;
    throw error;
  }
}

/** Names of all variables that may be seen; none where the runtime's permissions hide which there are. */
export function environmentNames(): string[] {
  try {
    return Object.keys(Deno.env.toObject());
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) return [];
    throw error;
  }
}

/**
 * Reads and checks all settings.
 *
 * @param environment Gives a variable's value, or `undefined`. A variable set to nothing counts as not set.
 * @throws {ConfigError} A line for each bad value: the variable, what is wanted, what came (never a secret).
 */
export function readConfig(
  environment: (name: string) => string | undefined = environmentVariable,
): Config {
  const problems: string[] = [];
  const entries = Object.entries(SETTINGS).map(([name, entry]: [string, Setting<unknown>]) => {
    const given = environment(entry.env) || entry.default;
    const value = entry.parse(given);
    if (value === undefined) {
      const got = entry.secret
        ? "another value"
        : JSON.stringify(withoutPassword(given.slice(0, 200)));
      const why = entry.fault?.(given) ?? null;
      const part = why === null ? "" : ` (${why})`;
      problems.push(`${entry.env}: expected ${entry.wanted}, got ${got}${part}`);
    }
    return [name, value];
  });
  const config = Object.fromEntries(entries) as Config;
  if (problems.length === 0) problems.push(...contradictions(config));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** The user and password of a URL are no one's business. */
function withoutPassword(text: string): string {
  return text.replace(/\/\/[^/]*@/, "//…@");
}

function contradictions(config: Config): string[] {
  const lines: string[] = [];
  if (!isLoopback(config.host) && config.api_keys.length === 0) {
    lines.push(
      `HOST: expected a loopback address such as 127.0.0.1 as long as there are no API keys ` +
        `(anyone who reaches the port could read and write cases), got ${
          JSON.stringify(config.host)
        }`,
    );
  }
  if (config.webhook_url !== null && config.webhook_secret === null) {
    lines.push(
      "INTAKE_WEBHOOK_SECRET: expected whsec_ and 24 to 64 bytes in base64 where " +
        "INTAKE_WEBHOOK_URL is set, got none",
    );
  }
  if (config.model_api === "decisions" && config.llm === "auto") {
    lines.push(
      "INTAKE_LLM: expected uncertain or off where INTAKE_MODEL_API is decisions, which writes " +
        'no replies, got "auto"',
    );
  }
  if ((config.model_price_input_usd === null) !== (config.model_price_output_usd === null)) {
    lines.push(
      "INTAKE_MODEL_PRICE_INPUT_USD: expected both prices or none " +
        "(INTAKE_MODEL_PRICE_OUTPUT_USD is the other), got one",
    );
  }
  return lines;
}

function isPostgres(text: string): boolean {
  return /^postgres(ql)?:\/\/[^@/]+@[^/]+\/./.test(text) && URL.canParse(text);
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" ||
    /^127(\.\d{1,3}){3}$/.test(host);
}
