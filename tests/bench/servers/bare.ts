/**
 * What a request costs at the least: `Deno.serve` that parses and validates the
 * same body with the same zod schema, and answers with a constant.
 *
 * @module
 */
import { customerMessage } from "../../../src/triage/domain/message.ts";

Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.error(`listening on http://127.0.0.1:${port}`),
}, async (request) => {
  const message = customerMessage.parse(JSON.parse(await request.text()));
  return Response.json({ message_type: "general_inquiry", characters: message.message.length });
});
