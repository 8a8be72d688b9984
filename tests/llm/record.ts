/**
 * `deno task record`: asks the server of OPENAI_BASE_URL (OpenAI by default)
 * with OPENAI_API_KEY about every case and writes the exchanges, scrubbed, to
 * `fixtures/openai/`. `deno task record --synthetic` asks the fake server
 * instead and marks what it writes as synthetic.
 *
 * @module
 */
import { type ExchangeRecord, recordingFetch } from "./recording.ts";
import { PROMPT_VERSION } from "../../src/llm/prompt.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { REPLAY_CASES, replayTriage } from "./replay_cases.ts";

const OPENAI_BASE_URL = "https://api.openai.com/v1";

async function record(base_url: string, api_key: string, synthetic: boolean): Promise<void> {
  for (const { name, message, expected } of REPLAY_CASES) {
    const records: ExchangeRecord[] = [];
    const label = { case: name, synthetic, prompt_version: PROMPT_VERSION };
    const network = recordingFetch(label, (exchange) => records.push(exchange));
    const triage = replayTriage(network, base_url, api_key);
    const { answer, explanation } = await triage(
      { customer_id: "c", message, product: "1440 Web Portal" },
      new AbortController().signal,
    );
    console.error(`${name}: ${explanation.route}, ${answer.message_type} (expected ${expected})`);
    const path = new URL(`../../fixtures/openai/${name}.json`, import.meta.url);
    await Deno.writeTextFile(path, JSON.stringify(records, null, 1) + "\n");
  }
}

if (import.meta.main) {
  const synthetic = Deno.args.includes("--synthetic");
  if (synthetic) {
    await using fake = await startFakeOpenAi();
    await record(fake.base_url, "sk-fake", true);
  } else {
    const api_key = Deno.env.get("OPENAI_API_KEY");
    if (!api_key) {
      console.error("record: OPENAI_API_KEY is not set (or ask the fake server with --synthetic)");
      Deno.exit(2);
    }
    await record(Deno.env.get("OPENAI_BASE_URL") || OPENAI_BASE_URL, api_key, false);
  }
}
