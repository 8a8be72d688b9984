/**
 * A thread of its own for an SQLite database: one that writes, which gathers
 * cases, commits and sweeps, or one that reads beside it and writes the log
 * back to the file. Waiting for the disk stops this thread and no other.
 *
 * @module
 */
/// <reference lib="deno.worker" />
import { toFailureMessage } from "./failure_message.ts";
import { gather } from "./gather.ts";
import { openReader, type OpenStore, openWriter } from "./open_store.ts";
import type { Answer, Commit, FromStore, OpenMessage, ToStore } from "./thread_messages.ts";

const say = (message: FromStore) => self.postMessage(message);
let commits: Commit[] = [];
const answer = gather<Answer>((answers) => {
  say({ kind: "answers", answers, commits });
  commits = [];
});

/** The time that came with the latest calls: one clock serves all threads. */
let told_ms = 0;
const now = () => new Date(told_ms);

let store: Promise<OpenStore>;

self.onmessage = ({ data }: MessageEvent<ToStore>) => {
  if ("open" in data) {
    store = open(data.open);
    store.catch(() => {}); // Each call says why.
    return;
  }
  told_ms = data.now_ms;
  for (const [id, name, args] of data.calls) {
    store.then((opened) => opened.call(name, args)).then(
      (result) => answer([id, result]),
      (thrown) => answer([id, null, toFailureMessage(thrown)]),
    );
  }
};

say({ kind: "listening" });

async function open(options: OpenMessage): Promise<OpenStore> {
  try {
    const opened = options.role === "read"
      ? openReader(options, now)
      : await openWriter(options, { now, say, onCommit: (commit) => commits.push(commit) });
    say({ kind: "opened", failure: null });
    return opened;
  } catch (thrown) {
    say({ kind: "opened", failure: toFailureMessage(thrown) });
    throw thrown;
  }
}
