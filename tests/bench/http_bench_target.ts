/**
 * The servers that are measured side by side, each its own process.
 *
 * @module
 */
// @ts-types="@std/types/streams/text_line_stream.d.ts"
import { TextLineStream } from "@std/streams/text-line-stream";
import { serveFlags } from "../service_process.ts";

/** A server to be measured. */
export interface Target {
  readonly name: string;
  /** Program and arguments; `null` where it is not on this machine. */
  command(): Promise<readonly string[] | null>;
  readonly environment?: () => Record<string, string>;
}

/** A server that listens. */
export interface RunningTarget {
  readonly name: string;
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const FASTIFY = "fastify@5.12.8";
const SERVERS = new URL("./servers/", import.meta.url).pathname;

/** The service itself, on the database given. */
export function service(database: string, name = "intake, the whole durable path"): Target {
  return {
    name,
    command: () => Promise.resolve([Deno.execPath(), "run", ...serveFlags(), "main.ts", "serve"]),
    environment: () => ({ PORT: "0", INTAKE_DATABASE: database, INTAKE_LLM: "off" }),
  };
}

/** What it is measured against. */
export const OTHERS: readonly Target[] = [
  { name: "bare Deno.serve and zod", command: () => Promise.resolve(deno("bare.ts")) },
  { name: "that and readDoc", command: () => Promise.resolve(deno("read_doc.ts")) },
  {
    name: "Fastify under Node, a regular expression",
    async command() {
      const folder = `${await temporaryFolder()}/intake-bench-${FASTIFY.replace("@", "-")}`;
      if (!await succeeds(["npm", "install", "--silent", "--prefix", folder, FASTIFY])) return null;
      return ["node", `${SERVERS}fastify.mjs`, folder];
    },
  },
  {
    name: "FastAPI under uvicorn, a regular expression",
    async command() {
      if (!await succeeds(["python3", "-c", "import fastapi, uvicorn"])) return null;
      return ["python3", `${SERVERS}fastapi_app.py`];
    },
  },
];

function deno(file: string): string[] {
  return [Deno.execPath(), "run", "--no-prompt", "--allow-net", `${SERVERS}${file}`];
}

/** Starts a target; `null` where it cannot be had. */
export async function start(target: Target): Promise<RunningTarget | null> {
  const command = await target.command();
  if (command === null) return null;
  const [program = "", ...args] = command;
  const child = new Deno.Command(program, {
    args,
    env: target.environment?.() ?? {},
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const listening = Promise.withResolvers<string>();
  const said: string[] = [];
  const lines = child.stderr.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
  (async () => {
    for await (const line of lines) {
      said.push(line);
      const origin = /listening on (http:\S+)/.exec(line)?.[1];
      if (origin !== undefined) listening.resolve(origin);
    }
    listening.reject(new Error(`${target.name} did not start:\n${said.join("\n")}`));
  })();
  return {
    name: target.name,
    origin: await listening.promise,
    pid: child.pid,
    async stop() {
      child.kill("SIGTERM");
      await child.status;
    },
  };
}

async function succeeds([program = "", ...args]: string[]): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(program, { args, stdout: "null", stderr: "null" })
      .output();
    return success;
  } catch {
    return false;
  }
}

async function temporaryFolder(): Promise<string> {
  const file = await Deno.makeTempFile();
  await Deno.remove(file);
  return file.slice(0, file.lastIndexOf("/"));
}
