/**
 * A server that writes whatever bytes it is told to, once a request is read.
 *
 * @module
 */

/** Writes an answer; the connection is closed when it resolves. */
export type Script = (write: (bytes: string | Uint8Array) => Promise<void>) => Promise<void>;

/** A server and the way to it. */
export interface RawServer extends AsyncDisposable {
  readonly origin: string;
}

/** Never answers: ends when the connection does. */
export const SILENCE = Symbol("silence");

/** Starts one; every connection gets the same script. */
export function startRawServer(script: Script | typeof SILENCE): RawServer {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const running = new Set<Promise<void>>();
  const accepting = (async () => {
    for await (const connection of listener) {
      const serving = serve(connection, script).catch(() => {}).finally(() => {
        running.delete(serving);
        try {
          connection.close();
        } catch {
          // The other side was first.
        }
      });
      running.add(serving);
    }
  })();
  return {
    origin: `http://127.0.0.1:${listener.addr.port}`,
    async [Symbol.asyncDispose]() {
      listener.close();
      await accepting;
      await Promise.all(running);
    },
  };
}

async function serve(connection: Deno.Conn, script: Script | typeof SILENCE): Promise<void> {
  await readRequest(connection);
  if (script !== SILENCE) {
    await script(async (bytes) => {
      const rest = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
      for (let sent = 0; sent < rest.length;) sent += await connection.write(rest.subarray(sent));
    });
    return;
  }
  while (await connection.read(new Uint8Array(1_024)) !== null);
}

async function readRequest(connection: Deno.Conn): Promise<void> {
  const buffer = new Uint8Array(65_536);
  const decoder = new TextDecoder("latin1");
  let seen = "";
  for (;;) {
    const read = await connection.read(buffer);
    if (read === null) return;
    seen += decoder.decode(buffer.subarray(0, read));
    const head = seen.indexOf("\r\n\r\n");
    const length = Number(/content-length: (\d+)/i.exec(seen)?.[1] ?? 0);
    if (head !== -1 && seen.length >= head + 4 + length) return;
  }
}
