/**
 * Starts the fake server as a process of its own.
 *
 * @module
 */
import type { SessionSettings } from "./session.ts";

/** A running fake server. */
export interface FakeOpenAi extends AsyncDisposable {
  /** Base URL of a server that answers well. */
  readonly base_url: string;
  /** Starts a session and gives its base URL. */
  session(name: string, settings: SessionSettings): Promise<string>;
  /** Bodies of the calls a session got. */
  // deno-lint-ignore no-explicit-any
  requests(name: string): Promise<any[]>;
  /** Kills the process, as an outage does. */
  kill(): Promise<void>;
}

/** Starts a server; `await using` kills it at the end. */
export async function startFakeOpenAi(port = 0): Promise<FakeOpenAi> {
  const script = new URL("./fake_openai.ts", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--lock=deno.lock",
      "--no-prompt",
      "--allow-net=127.0.0.1",
      script,
      String(port),
    ],
    stdout: "piped",
    stderr: "null",
    stdin: "null",
  }).spawn();
  const reader = child.stdout.getReader();
  const { value } = await reader.read();
  const address = new TextDecoder().decode(value).trim();
  let running = true;
  const kill = async () => {
    if (!running) return;
    running = false;
    child.kill("SIGKILL");
    await reader.cancel();
    await child.status;
  };
  const call = async (path: string, init?: RequestInit) => {
    const response = await fetch(address + path, init);
    return await response.json();
  };
  return {
    base_url: `${address}/v1`,
    async session(name, settings) {
      await call(`/s/${name}`, { method: "PUT", body: JSON.stringify(settings) });
      return `${address}/s/${name}/v1`;
    },
    requests: async (name) => (await call(`/s/${name}`)).requests,
    kill,
    [Symbol.asyncDispose]: kill,
  };
}
