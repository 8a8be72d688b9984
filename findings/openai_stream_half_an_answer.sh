#!/usr/bin/env bash
# openai 7.59.0.
# One would guess: an answer that breaks off is an error, however it is read: the deadline given as
#   `signal` ends the call with APIUserAbortError, as it does without stream, and a server or proxy
#   that closes before the end ("data: [DONE]", which the protocol has for this) with another.
# What happens: with `stream: true` both end the for await loop as if the answer were whole, and what
#   was said so far is kept, shown or stored. Only the missing finish_reason tells it. The helper
#   chat.completions.stream() throws in both cases.
# Output seen:
#   whole: loop "It is done.", finish_reason stop
#   whole: helper "It is done."
#   deadline passes: loop "It is", finish_reason none
#   deadline passes: helper APIUserAbortError: Request was aborted.
#   deadline passes: without stream APIUserAbortError: Request was aborted.
#   server closes: loop "It is", finish_reason none
#   server closes: helper OpenAIError: missing finish_reason for choice 0
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline openai@7.59.0 >/dev/null
cat > look.mjs <<'JS'
import { once } from "node:events";
import { createServer } from "node:http";
import OpenAI from "openai";
const chunk = (content, finish_reason = null) =>
  `data: ${
    JSON.stringify({
      id: "1", object: "chat.completion.chunk", created: 1, model: "m",
      choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason }],
    })
  }\n\n`;
let way;
const server = createServer(async (request, response) => {
  request.resume();
  await once(request, "end");
  response.setHeader("content-type", "text/event-stream");
  response.write(chunk("It is"));
  if (way === "whole") response.end(`${chunk(" done.")}${chunk("", "stop")}data: [DONE]\n\n`);
  if (way === "server closes") response.end();
}).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address();
const client = new OpenAI({ apiKey: "k", baseURL: `http://127.0.0.1:${port}`, maxRetries: 0 });
const asked = { model: "m", messages: [{ role: "user", content: "Is it done?" }] };
const deadline = () => ({ signal: AbortSignal.timeout(way === "deadline passes" ? 1000 : 60_000) });
const readers = {
  async loop() {
    let text = "", finish = "none";
    for await (const { choices: [choice] } of await client.chat.completions.create({ ...asked, stream: true }, deadline())) {
      text += choice.delta.content;
      finish = choice.finish_reason ?? finish;
    }
    return `"${text}", finish_reason ${finish}`;
  },
  helper: async () => `"${await client.chat.completions.stream(asked, deadline()).finalContent()}"`,
  "without stream": () => client.chat.completions.create(asked, deadline()),
};
const look = async (name) => {
  const said = await readers[name]().catch((error) => `${error.constructor.name}: ${error.message}`);
  console.log(`${way}: ${name} ${said}`);
};
for (way of ["whole", "deadline passes", "server closes"]) {
  await look("loop");
  await look("helper");
  if (way === "deadline passes") await look("without stream");
}
process.exit();
JS
npx --yes deno@2.9.6 run --quiet --allow-all --node-modules-dir=manual look.mjs | tee seen
diff seen - <<'TEXT'
whole: loop "It is done.", finish_reason stop
whole: helper "It is done."
deadline passes: loop "It is", finish_reason none
deadline passes: helper APIUserAbortError: Request was aborted.
deadline passes: without stream APIUserAbortError: Request was aborted.
server closes: loop "It is", finish_reason none
server closes: helper OpenAIError: missing finish_reason for choice 0
TEXT
