/**
 * A network between the store and its server that can be cut: connections end
 * without a word from either side.
 *
 * @module
 */

/** A proxy on loopback. */
export interface CuttableProxy {
  /** The given URL, by way of the proxy. */
  readonly url: string;
  /** Ends every connection there is. */
  cut(): void;
  close(): void;
}

/** Starts a proxy to the host and port of a URL. */
export function startProxy(target: string): CuttableProxy {
  const url = new URL(target);
  const { hostname, port } = url;
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  url.host = `127.0.0.1:${listener.addr.port}`;
  const connections = new Set<Deno.Conn>();
  const end = (connection: Deno.Conn) => {
    connections.delete(connection);
    try {
      connection.close();
    } catch {
      // Its streams have closed it.
    }
  };

  async function carry(from: Deno.Conn, to: Deno.Conn): Promise<void> {
    await from.readable.pipeTo(to.writable).catch(() => {});
    end(from);
    end(to);
  }

  (async () => {
    for await (const client of listener) {
      connections.add(client);
      const server = await Deno.connect({ hostname, port: Number(port) });
      connections.add(server);
      carry(client, server);
      carry(server, client);
    }
  })().catch(() => {});

  return {
    url: url.href,
    cut: () => [...connections].forEach(end),
    close() {
      listener.close();
      [...connections].forEach(end);
    },
  };
}
