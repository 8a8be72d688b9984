/**
 * Sends one event to the receiver, signed after the Standard Webhooks
 * specification.
 *
 * @module
 */
import { Webhook } from "standardwebhooks";
import type { OutboxEvent } from "../triage/domain/outbox_event.ts";

/** Options of {@linkcode createWebhook}. */
export interface WebhookOptions {
  readonly url: string;
  /** "whsec_" and 24 to 64 bytes in base64. */
  readonly secret: string;
  /** Longest time to wait for the receiver. @default 15000 */
  readonly timeout_ms?: number;
  /** @default the system's clock */
  readonly now?: () => Date;
  /** @default the global one */
  readonly fetch?: typeof fetch;
}

/** `null` when the receiver has it, otherwise why not: for the log, without secrets. */
export type Send = (event: OutboxEvent, signal: AbortSignal) => Promise<string | null>;

/** Builds the sender. Never throws when sending. */
export function createWebhook(options: WebhookOptions): Send {
  const { url, timeout_ms = 15_000, now = () => new Date() } = options;
  const send = options.fetch ?? fetch;
  const signer = new Webhook(options.secret);
  return async (event, signal) => {
    const at = now();
    try {
      const response = await send(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "webhook-id": event.event_id,
          "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
          "webhook-signature": signer.sign(event.event_id, at, event.payload),
        },
        body: event.payload,
        // A receiver that moved is to be configured, not followed.
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeout_ms)]),
      });
      await response.body?.cancel();
      return response.ok ? null : `answered ${response.status}`;
    } catch (error) {
      if (signal.aborted) return "broken off by a shutdown";
      return error instanceof DOMException && error.name === "TimeoutError"
        ? `no answer within ${timeout_ms} ms`
        : "could not be reached";
    }
  };
}
