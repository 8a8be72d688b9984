/**
 * A fake OpenAI server, run as a process of its own on loopback:
 *
 *     deno run --allow-net=127.0.0.1 tests/fake_openai/fake_openai.ts [PORT]
 *
 * Prints one line with its address. `/v1/chat/completions` answers well;
 * `/s/NAME/v1/chat/completions` does what session NAME was told to by
 * `PUT /s/NAME` (see `session.ts`), and `GET /s/NAME` says what it was asked.
 *
 * @module
 */
import { type Answer, answerFor } from "./answer.ts";
import { decisionFor } from "./decision.ts";
import { createSession, type Session, type SessionSettings } from "./session.ts";

const sessions = new Map<string, Session>();

function sessionOf(name: string): Session {
  const known = sessions.get(name) ?? createSession({});
  sessions.set(name, known);
  return known;
}

async function handle(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, name = "default", rest = pathname] = /^\/s\/([\w-]+)(\/.*)?$/.exec(pathname) ?? [];
  const control = pathname.startsWith("/s/") && (rest === pathname || rest === "");
  if (control && request.method === "PUT") {
    sessions.set(name, createSession(await request.json() as SessionSettings));
    return Response.json({ name });
  }
  if (control && request.method === "GET") {
    const { requests } = sessionOf(name);
    return Response.json({ calls: requests.length, requests });
  }
  if (rest === "/v1/models") return Response.json({ object: "list", data: [] });
  if (rest.startsWith("/v1/models/") && sessionOf(name).settings.shutdown_date !== undefined) {
    const { shutdown_date } = sessionOf(name).settings;
    return Response.json({ id: rest.slice("/v1/models/".length), object: "model", shutdown_date });
  }
  const isDecision = rest === "/v1/decisions";
  if (!isDecision && rest !== "/v1/chat/completions" || request.method !== "POST") {
    return Response.json({ error: { message: "Not found", type: "invalid_request_error" } }, {
      status: 404,
    });
  }
  const session = sessionOf(name);
  const body = await request.json();
  session.requests.push(body);
  if (session.settings.latency_ms) {
    await new Promise((resolve) => setTimeout(resolve, session.settings.latency_ms));
  }
  const answer = isDecision ? decided(session, body) : answerFor(session, body);
  return toResponse(answer, request.signal);
}

/** Faults are those of chat calls; what goes well is a decision. */
function decided(session: Session, body: Record<string, unknown>): Answer {
  const { script = [], then = "ok", type } = session.settings;
  const good = script.length === 0 && then === "ok" && session.settings.mix === undefined;
  return good
    ? { kind: "json", status: 200, body: decisionFor(body, type) }
    : answerFor(session, { ...body, messages: body["input"] });
}

function toResponse(answer: Answer, signal: AbortSignal): Response | Promise<Response> {
  if (answer.kind === "json") {
    return Response.json(answer.body, { status: answer.status, headers: answer.headers });
  }
  if (answer.kind === "hang") {
    // Until the client gives up.
    return new Promise((resolve) =>
      signal.addEventListener("abort", () => resolve(new Response(null)), { once: true })
    );
  }
  const half = new TextEncoder().encode(answer.text);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(half);
    },
    pull(controller) {
      if (answer.breaks) controller.error(new Error("cut"));
      // Else nothing more comes, until the client gives up.
      return answer.breaks ? undefined : new Promise<void>(() => {});
    },
  }, { highWaterMark: 0 });
  return new Response(stream, {
    headers: { "content-type": "application/json", "content-length": String(half.length * 2) },
  });
}

const port = Number(Deno.args[0] ?? "0");
Deno.serve({
  hostname: "127.0.0.1",
  port,
  onListen: ({ port }) => console.log(`http://127.0.0.1:${port}`),
  onError: () => new Response(null, { status: 500 }),
}, handle);
