/**
 * The servers that are measured side by side, each its own process.
 *
 * @module
 */
// @ts-types="@std/types/streams/text_line_stream.d.ts"
import { TextLineStream } from "@std/streams/text-line-stream";
import { taskArguments } from "../task_arguments.ts";

/** A server to be measured. */
export interface Target {
  readonly name: string;
  /** Program and arguments; `null` where it is not on this machine. */
  command(): Promise<readonly string[] | null>;
  /** Where it runs. @default this repository */
  readonly folder?: string;
  readonly environment?: () => Record<string, string>;
}

/** A server that listens. */
export interface RunningTarget {
  readonly name: string;
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The build that today's is held against: the last before there were threads. */
export const BEFORE_COMMIT = "51ff920";

const SERVERS = new URL("./servers/", import.meta.url).pathname;
const ROOT = new URL("../../", import.meta.url).pathname;

/** The service itself, of the source in `folder`, on the database given. */
export function service(
  database: string,
  { name = "intake", folder = ROOT, environment = {} }: {
    readonly name?: string;
    readonly folder?: string;
    readonly environment?: Record<string, string>;
  } = {},
): Target {
  return {
    name,
    folder,
    command: () => Promise.resolve([Deno.execPath(), "run", ...taskArguments("serve", folder)]),
    environment: () => ({
      PORT: "0",
      INTAKE_DATABASE: database,
      INTAKE_LLM: "off",
      ...environment,
    }),
  };
}

/** Checks the build before out into a folder of its own. */
export async function checkOutBefore(folder: string): Promise<string> {
  const before = `${folder}/before`;
  await Deno.mkdir(before);
  const archive = new Deno.Command("git", {
    args: ["archive", BEFORE_COMMIT],
    cwd: ROOT,
    stdout: "piped",
  }).spawn();
  const unpack = new Deno.Command("tar", { args: ["-x", "-C", before], stdin: "piped" }).spawn();
  await archive.stdout.pipeTo(unpack.stdin);
  if (!(await archive.status).success || !(await unpack.status).success) {
    throw new Error(`Cannot check out ${BEFORE_COMMIT}: the bench needs git, tar and the history`);
  }
  return before;
}

/** What a request costs at the least. */
export const BARE: Target = {
  name: "bare Deno.serve and zod",
  command: () =>
    Promise.resolve([Deno.execPath(), "run", "--no-prompt", "--allow-net", `${SERVERS}bare.ts`]),
};

/** What a team would build instead; its packages go into a folder that is kept between runs. */
export function peer(database: string): Target {
  return {
    name: "FastAPI, scikit-learn, SQLite",
    async command() {
      const venv = `${temporaryFolder()}/intake-bench-peer`;
      const installed = await succeeds(["python3", "-m", "venv", venv]) &&
        await succeeds([`${venv}/bin/pip`, "install", "-q", "-r", `${SERVERS}requirements.txt`]);
      return installed
        ? [`${venv}/bin/python`, `${SERVERS}peer.py`, database, `${ROOT}fixtures/messages.jsonl`]
        : null;
    },
  };
}

/** Starts a target; `null` where it cannot be had. */
export async function start(target: Target): Promise<RunningTarget | null> {
  const command = await target.command();
  if (command === null) return null;
  const [program = "", ...args] = command;
  const child = new Deno.Command(program, {
    args,
    cwd: target.folder ?? ROOT,
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
      if (said.length < 50) said.push(line);
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

function temporaryFolder(): string {
  const file = Deno.makeTempFileSync();
  Deno.removeSync(file);
  return file.slice(0, file.lastIndexOf("/"));
}
