/**
 * Answers to what is no request that the app could be asked: each closes its
 * connection.
 *
 * @module
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Failure } from "../../triage/domain/failure.ts";
import { toProblem } from "../answer/problem.ts";
import { targetFault } from "./request_target.ts";
import { SECURITY_HEADERS } from "../answer/security_headers.ts";

/** Most lines of a request's header. */
const MAX_HEADER_LINES = 100;

/** Why a request cannot be answered whatever it asks for, or `null` when it can. */
export function refusalOf(incoming: IncomingMessage): Failure | null {
  if (incoming.rawHeaders.length > 2 * MAX_HEADER_LINES) {
    return illFormed(`it has more than ${MAX_HEADER_LINES} lines`);
  }
  const fault = targetFault(incoming);
  return fault === null ? null : illFormed(fault);
}

/** A header that cannot be used, and why. */
export function illFormed(why = "it is ill-formed"): Failure {
  return new Failure("invalid_header", `Cannot read the request's header: ${why}`);
}

/** Answers a request that did not reach the app. */
export function refuse(outgoing: ServerResponse, failure: Failure): void {
  const { status, headers, body } = refusal(failure);
  outgoing.writeHead(status, Object.fromEntries(headers)).end(body);
}

/** The same for what is not even a request. */
export function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const failure = error.code === "ERR_HTTP_REQUEST_TIMEOUT"
    ? new Failure("request_timeout", "Cannot read the request: its header did not arrive in time")
    : illFormed();
  const { status, title, headers, body } = refusal(failure);
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${lines}\r\n${body}`, () => socket.destroy());
}

/** The same as the answer that the adapter gives where it cannot make a `Request`. */
export function refusalResponse(): Response {
  const { status, headers, body } = refusal(illFormed());
  return new Response(body, { status, headers });
}

function refusal(failure: Failure) {
  const requestId = crypto.randomUUID();
  const problem = toProblem(failure, requestId);
  const body = JSON.stringify(problem);
  const headers: [string, string][] = [
    ["content-type", "application/problem+json"],
    ["content-length", String(new TextEncoder().encode(body).byteLength)],
    ["x-request-id", requestId],
    ["connection", "close"],
    ...SECURITY_HEADERS.map(([name, value]): [string, string] => [name, value]),
  ];
  return { status: problem.status, title: problem.title, headers, body };
}
