/**
 * {@linkcode bare.ts} that also reads the message with wink-nlp, and does nothing with it.
 *
 * @module
 */
import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import { customerMessage } from "../../../src/triage/message.ts";

const nlp = winkNlp(model, ["sbd", "negation"]);

Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.error(`listening on http://127.0.0.1:${port}`),
}, async (request) => {
  const message = customerMessage.parse(JSON.parse(await request.text()));
  const tokens = nlp.readDoc(message.message).tokens().length();
  return Response.json({ message_type: "general_inquiry", tokens });
});
