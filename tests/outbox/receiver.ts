/**
 * A receiver of webhooks in tests: verifies every delivery with the
 * specification's own library and remembers it.
 *
 * @module
 */
import { Webhook } from "standardwebhooks";

/** A secret as an operator would configure it. */
export const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwFmZ3VXQk0aU=";

/** A receiver that listens on loopback. */
export interface Receiver {
  readonly url: string;
  /** Ids of what it answered with 2xx, in order, repeats included. */
  readonly accepted: string[];
  /** Verified bodies by id. */
  readonly bodies: Map<string, unknown>;
  /** Requests it answered, whatever the answer. */
  readonly requests: number;
  /** What it answers from now on. */
  answer(respond: () => Response | Promise<Response>): void;
  close(): Promise<void>;
}

/** Starts a receiver that accepts everything. */
export function startReceiver(): Receiver {
  const accepted: string[] = [];
  const bodies = new Map<string, unknown>();
  let requests = 0;
  let respond: () => Response | Promise<Response> = () => new Response(null, { status: 204 });
  const webhook = new Webhook(SECRET);
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      const body = await request.text();
      const headers = Object.fromEntries(request.headers);
      let verified: unknown;
      try {
        verified = webhook.verify(body, headers);
      } catch {
        return new Response("bad signature", { status: 401 });
      }
      requests++;
      const response = await respond();
      if (response.ok) {
        const id = headers["webhook-id"] ?? "";
        accepted.push(id);
        bodies.set(id, verified);
      }
      return response;
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}/hook`,
    accepted,
    bodies,
    get requests() {
      return requests;
    },
    answer: (next) => void (respond = next),
    close: () => server.shutdown(),
  };
}
