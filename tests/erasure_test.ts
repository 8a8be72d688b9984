/**
 * A text is planted wherever the running service takes one, and after the
 * customer is erased its bytes are looked for everywhere: in the files of the
 * database and its log, in every table, in answers, webhooks, log, metrics and
 * the files of the repository (recordings of models among them).
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import postgres from "postgres";
import { startFakeOpenAi } from "./fake_openai/start_fake_openai.ts";
import { SECRET, startReceiver } from "./outbox/receiver.ts";
import { type ServiceProcess, startService } from "./service_process.ts";
import { createDatabase, NO_POSTGRES, POSTGRES_URL } from "./store/postgres_server.ts";

// No word of it stands in any file but this one.
const PLANTED = "quizzical" + "-bittern-" + "overpass";
/** Of what words are compared by, each stands alone. */
const WORDS = PLANTED.split("-");
const holds = (text: string) => WORDS.some((word) => text.includes(word));
const CUSTOMER = `the ${PLANTED} family`;
const MESSAGE = `When I click login, the ${PLANTED} button just spins and nothing happens.`;

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

async function ask({ origin }: ServiceProcess, path: string, sent: Sent = {}): Promise<string> {
  const response = await fetch(origin + path, sent);
  const text = await response.text();
  assert(response.status < 500, `${path} gave ${response.status}`);
  return `${JSON.stringify([...response.headers])} ${text}`;
}

function posted(body: unknown, headers: Record<string, string> = {}): Sent {
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

const REQUEST = { customer_id: CUSTOMER, message: MESSAGE, product: PLANTED };

/** Plants the text by every door that takes one; gives the id of a case. */
async function plant(service: ServiceProcess): Promise<string> {
  const path = "/process-customer-message?explain=true";
  const answers = [
    await ask(service, path, posted(REQUEST, { "idempotency-key": "planted" })),
    await ask(service, path, posted(REQUEST)),
    await ask(service, path, posted({ ...REQUEST, message: `Please add ${PLANTED} to the app.` })),
    await ask(service, "/process-customer-messages", {
      method: "POST",
      headers: { "content-type": "application/x-ndjson" },
      body: JSON.stringify({ ...REQUEST, message: `Why is ${PLANTED} on my invoice?` }) + "\n",
    }),
  ];
  const case_id = /\/cases\/([\da-f-]{36})/.exec(answers[0] ?? "")?.[1] ?? "";
  const correction = { message_type: "feature_request", note: `It was about ${PLANTED}.` };
  await ask(service, `/cases/${case_id}/claim`, posted({}));
  await ask(service, `/cases/${case_id}/correction`, posted(correction));
  await ask(service, `/cases/${case_id}/correction`, { method: "DELETE" });
  await ask(service, `/cases/${case_id}/correction`, posted(correction));
  const ids = answers.flatMap((answer) => /"case_id":"([\da-f-]{36})"/.exec(answer)?.[1] ?? []);
  const alike = { ...LIKE, message: LIKE.message.replace("cellar", PLANTED) };
  await ask(service, path, posted({ ...REQUEST, ...alike }));
  const told = await tellLike(service, "before");
  assert(/"similar":\[\{/.test(told) && !holds(told), told);
  await plantInMatters(service, [...new Set(ids)]);
  return case_id;
}

const LIKE = { product: "App", message: "The page is blank when I open the cellar map." };

/** Somebody else tells much the same: what the answer says of similar cases. */
async function tellLike(service: ServiceProcess, customer_id: string): Promise<string> {
  const body = posted({ ...LIKE, customer_id }, { "idempotency-key": `like-${customer_id}` });
  const answer = await ask(service, "/process-customer-message?explain=true", body);
  assert(answer.includes('"similar":['), answer);
  return answer;
}

/** Puts the cases together with somebody else's, and does with the matter all that can be done. */
async function plantInMatters(service: ServiceProcess, ids: readonly string[]): Promise<void> {
  const other = {
    ...REQUEST,
    customer_id: "somebody else",
    message: "The page is blank.",
    product: "App",
  };
  const answer = await ask(service, "/process-customer-message?explain=true", posted(other));
  const other_id = /"case_id":"([\da-f-]{36})"/.exec(answer)?.[1] ?? "";
  const begun = await ask(service, "/matters", posted({ case_ids: [...ids, other_id] }));
  const path = `/matters/${/"matter_id":"([\da-f-]{36})"/.exec(begun)?.[1]}`;
  assert(begun.includes(PLANTED), "the matter tells the planted words");
  await ask(service, `${path}/cases/${ids[0]}`, { method: "DELETE" });
  await ask(service, `${path}/events/2`, { method: "DELETE" });
  await ask(service, `${path}/solved`, { method: "POST" });
}

/** Addresses of everything about the matters that there are. */
async function matterPaths(service: ServiceProcess): Promise<string[]> {
  const listed = await ask(service, "/matters");
  const ids = [...listed.matchAll(/"matter_id":"([\da-f-]{36})"/g)].map(([, id]) => id);
  assert(ids.length > 0, "the matter stays, with its counts");
  return ids.flatMap((id) => [`/matters/${id}`, `/matters/${id}/cases`, `/console/matters/${id}`])
    .concat(["/matters", "/requirements", "/rising", "/console/matters", "/console/requirements"]);
}

/** All that a reader can still ask for, in one text. */
async function everythingShown(service: ServiceProcess, case_id: string): Promise<string> {
  const paths = [
    "/cases?limit=100",
    `/cases/${case_id}`,
    `/cases/${case_id}/similar`,
    "/",
    `/console/cases/${case_id}`,
    "/console/cases",
    "/console/review",
    "/console/quality",
    "/readyz",
    ...await matterPaths(service),
  ];
  const shown = await Promise.all(paths.map((path) => ask(service, path)));
  shown.push(await ask(service, "/cases", { headers: { accept: "application/x-ndjson" } }));
  return shown.join("\n");
}

async function untilComplete(service: ServiceProcess): Promise<void> {
  while (!(await ask(service, "/readyz")).includes('"pending_erasures":0'));
}

/** Names of the places where the text is found. */
type Places = (folder: string) => Promise<string[]>;

/** @param words Whether a word of it alone counts: not in what others wrote. */
async function filesThatHold(folder: string, words = true): Promise<string[]> {
  const holding: string[] = [];
  for await (const { name, isFile, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) holding.push(...await filesThatHold(path, words));
    else if (isFile) {
      const text = new TextDecoder("latin1").decode(await Deno.readFile(path));
      if (text.includes(PLANTED) || words && holds(text)) holding.push(path);
    }
  }
  return holding;
}

async function tablesThatHold(url: string): Promise<string[]> {
  const client = postgres(url, { max: 1, fetch_types: false });
  try {
    const tables = await client.unsafe(
      "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
    );
    assert(tables.length >= 5);
    const holding: string[] = [];
    for (const { tablename } of tables) {
      const rows = await client.unsafe(`SELECT t::text AS whole FROM "${tablename}" AS t`);
      if (rows.some(({ whole }) => holds(String(whole)))) holding.push(tablename);
    }
    return holding;
  } finally {
    await client.end();
  }
}

async function plantEraseAndLook(database: (folder: string) => string, places: Places) {
  const folder = await Deno.makeTempDir();
  await using fake = await startFakeOpenAi();
  const receiver = startReceiver();
  const service = await startService({
    OPENAI_API_KEY: "sk-erasure-7Hq2ZxT9vLm4Rk8WnB3c",
    OPENAI_BASE_URL: await fake.session("erasure", { script: ["ok", "invalid_json", "quota"] }),
    INTAKE_DATABASE: database(folder),
    INTAKE_WEBHOOK_URL: receiver.url,
    INTAKE_WEBHOOK_SECRET: SECRET,
  });
  try {
    const case_id = await plant(service);
    assert((await places(folder)).length > 0, "the planted text is stored");
    assert(holds(await everythingShown(service, case_id)), "and shown");
    const path = `/customers/${encodeURIComponent(CUSTOMER)}`;
    await ask(service, path, { method: "DELETE" });
    await untilComplete(service);
    assertEquals(await places(folder), []);
    assert(!holds(await everythingShown(service, case_id)), "no page shows it");
    assert(!holds(await tellLike(service, "after")), "no similar case names it");
    const replayed = await ask(
      service,
      "/process-customer-message?explain=true",
      posted(REQUEST, { "idempotency-key": "planted" }),
    );
    assert(!replayed.includes(`"/cases/${case_id}"`), "the erased answer is not given again");
    await ask(service, path, { method: "DELETE" });
    await untilComplete(service);
    assertEquals(await places(folder), []);
    service.kill("SIGTERM");
    assertEquals((await service.status).code, 0);
    assertEquals(await places(folder), []);
    assert(receiver.bodies.size > 0);
    assert(!holds(JSON.stringify([...receiver.bodies.values()])), "no webhook told it");
    assert(!holds(service.stderr.join("\n")), "no line of the log told it");
  } finally {
    await receiver.close();
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("what a customer wrote is nowhere once erased: SQLite", () =>
  plantEraseAndLook((folder) => `${folder}/cases.sqlite`, filesThatHold));

Deno.test("while somebody reads the file, /readyz tells that an erasure is pending, until it is not", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/cases.sqlite`;
  const service = await startService({ INTAKE_DATABASE: path, INTAKE_LLM: "off" });
  const reader = new DatabaseSync(path);
  try {
    await ask(service, "/process-customer-message", posted(REQUEST));
    reader.exec("BEGIN");
    reader.prepare("SELECT COUNT(*) FROM cases").all();
    await ask(service, `/customers/${encodeURIComponent(CUSTOMER)}`, { method: "DELETE" });
    assert((await ask(service, "/readyz")).includes('"pending_erasures":1'));
    assert((await filesThatHold(folder)).length > 0, "the log still has it");
    reader.exec("COMMIT");
    await untilComplete(service);
    assertEquals(await filesThatHold(folder), []);
  } finally {
    reader.close();
    service.kill("SIGTERM");
    await service.status;
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test({
  name: `what a customer wrote is nowhere once erased: PostgreSQL ${
    POSTGRES_URL === undefined ? NO_POSTGRES : ""
  }`.trim(),
  ignore: POSTGRES_URL === undefined,
  async fn() {
    const database = await createDatabase(POSTGRES_URL ?? "");
    try {
      await plantEraseAndLook(() => database.url, () => tablesThatHold(database.url));
    } finally {
      await database.close();
    }
  },
});

Deno.test("what a customer wrote in tests is in no fixture and no recording of a model", async () => {
  for (const folder of ["fixtures", "docs", "src"]) {
    assertEquals(await filesThatHold(folder, false), []);
  }
});
