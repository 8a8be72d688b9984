/**
 * The service behind the nginx configuration that it ships with.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { issueApiKey } from "../../src/keys/api_key.ts";
import { problem } from "../../src/http/answer/problem.ts";
import { SECURITY_HEADERS } from "../../src/http/answer/security_headers.ts";
import { answer } from "../../src/triage/domain/answer.ts";
import { startService } from "../service_process.ts";
import { type Nginx, NGINX_IS_HERE, startNginx } from "./nginx.ts";

const KEY = issueApiKey("shop", ["process"]);
const MESSAGE = { customer_id: "c1", message: "The button spins.", product: "1440 Web Portal" };

/** A service, nginx before it, and a client that trusts it. */
interface Front {
  readonly nginx: Nginx;
  send(path: string, init?: RequestInit): Promise<Response>;
  stopService(): Promise<void>;
}

function behindNginx(name: string, use: (front: Front) => Promise<void>): void {
  Deno.test({
    name: `behind nginx, ${name}${NGINX_IS_HERE ? "" : " (there is no nginx or no openssl here)"}`,
    ignore: !NGINX_IS_HERE,
    async fn() {
      const service = await startService({
        INTAKE_DATABASE: ":memory:",
        INTAKE_LOG: "off",
        INTAKE_PROXIES: "1",
        INTAKE_API_KEYS: KEY.entry,
        INTAKE_RATE_LIMIT: "1000",
      });
      await using nginx = await startNginx(Number(new URL(service.origin).port));
      const client = Deno.createHttpClient({ caCerts: [nginx.certificate] });
      try {
        await use({
          nginx,
          send: (path, init) =>
            fetch(nginx.origin + path, {
              ...init,
              client,
              headers: { authorization: `Bearer ${KEY.secret}`, ...init?.headers },
            }),
          async stopService() {
            service.kill("SIGTERM");
            await service.status;
          },
        });
      } finally {
        client.close();
        try {
          service.kill("SIGKILL");
        } catch {
          // Stopped by the test.
        }
        await service.status;
      }
    },
  });
}

function post(body: BodyInit, type = "application/json"): RequestInit {
  return { method: "POST", headers: { "content-type": type }, body };
}

async function assertProblem(response: Response, status: number, code: string): Promise<void> {
  assertEquals(response.status, status);
  assertEquals(response.headers.get("content-type"), "application/problem+json");
  const said = problem.parse(await response.json());
  assertEquals([said.status, said.code], [status, code]);
  assertEquals(response.headers.get("x-request-id"), said.request_id);
}

behindNginx("a message is answered, with the headers of both", async ({ send }) => {
  const response = await send("/process-customer-message", post(JSON.stringify(MESSAGE)));
  answer.parse(await response.json());
  assertMatch(response.headers.get("strict-transport-security") ?? "", /^max-age=\d+/);
  for (const [name, value] of SECURITY_HEADERS) assertEquals(response.headers.get(name), value);
  const missing = await send("/nowhere");
  await assertProblem(missing, 404, "not_found");
});

behindNginx("an address that a client makes up is not believed", async ({ send }) => {
  const statuses = new Map<number, number>();
  for (let sent = 0; sent < 1_010; sent++) {
    const response = await send("/cases", {
      headers: { authorization: "Bearer wrong", "x-forwarded-for": `192.0.2.${sent % 250}` },
    });
    await response.body?.cancel();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
  }
  assertEquals(Object.fromEntries(statuses), { 401: 1_000, 429: 10 });
});

behindNginx("a body over the limit is a problem, whoever refuses it", async ({ send }) => {
  const fits = JSON.stringify({ ...MESSAGE, message: "x".repeat(120_000) });
  const first = await send("/process-customer-message", post(fits));
  await assertProblem(first, 422, "invalid_message");
  const second = await send("/process-customer-message", post(" ".repeat(140_000)));
  await assertProblem(second, 413, "body_too_large");
});

behindNginx("a batch is answered line by line while it is sent", async ({ send }) => {
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  const writer = pipe.writable.getWriter();
  const line = new TextEncoder().encode(JSON.stringify(MESSAGE) + "\n");
  const first = writer.write(line);
  const response = await send(
    "/process-customer-messages",
    post(pipe.readable, "application/x-ndjson"),
  );
  await first;
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let count = 0; count < 3; count++) {
    let text = "";
    while (!text.endsWith("\n")) text += (await reader?.read())?.value ?? "\n";
    answer.parse(JSON.parse(text));
    if (count < 2) await writer.write(line);
  }
  await writer.close();
  assertEquals((await reader?.read())?.done, true);
});

behindNginx("a service that has stopped is 503 with a problem", async ({ send, stopService }) => {
  await stopService();
  const response = await send("/process-customer-message", post(JSON.stringify(MESSAGE)));
  assertMatch(response.headers.get("retry-after") ?? "", /^\d+$/);
  await assertProblem(response, 503, "overloaded");
});

behindNginx("200 clients that stall leave others answered, and end", async ({ nginx, send }) => {
  const starts = [
    "",
    "POST /process-customer-message HTTP/1.1\r\nhost: localhost\r\n",
    `POST /process-customer-message HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
    `authorization: Bearer ${KEY.secret}\r\ncontent-length: 500\r\n\r\n{`,
    `POST /process-customer-messages HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-ndjson\r\n` +
    `authorization: Bearer ${KEY.secret}\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`,
  ];
  let left = 200;
  const all = Array.from({ length: left }, async (_, index) => {
    await stall(nginx, starts[index % starts.length] ?? "");
    left--;
  });
  let answered = 0;
  while (left > 0) {
    const response = await send("/process-customer-message", post(JSON.stringify(MESSAGE)));
    assert([200, 429].includes(response.status), String(response.status));
    await response.body?.cancel();
    answered++;
  }
  await Promise.all(all);
  assert(answered > 100, `only ${answered} answers while they stalled`);
});

/** Sends the beginning of a request, and waits to be cut off. */
async function stall(nginx: Nginx, text: string): Promise<void> {
  const connection = await Deno.connectTls({
    hostname: "localhost",
    port: nginx.port,
    caCerts: [nginx.certificate],
  });
  try {
    await connection.write(new TextEncoder().encode(text));
    while (await connection.read(new Uint8Array(4_096)) !== null);
  } catch {
    // Reset: cut off all the same.
  }
  connection.close();
}
