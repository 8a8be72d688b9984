/**
 * Probes `/healthz` at a fixed rate on a thread of its own: who reads the flood's
 * answers is busy, and would charge the service for what it waits itself.
 *
 * @module
 */
/// <reference lib="deno.worker" />

/** A probe is due so often, answered or not. */
const PROBE_MS = 50;

let over = false;

self.onmessage = async ({ data }: MessageEvent<{ origin: string } | "over">) => {
  if (data === "over") over = true;
  else self.postMessage(await probeUntilOver(data.origin));
};

/** Waits of probes from when each was due, in order of their length. */
async function probeUntilOver(origin: string): Promise<readonly number[]> {
  const waits: number[] = [];
  const probes: Promise<void>[] = [];
  const began = performance.now();
  for (let number = 0; !over; number++) {
    const due = began + number * PROBE_MS;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    probes.push(probe(origin).then(() => void waits.push(performance.now() - due)));
  }
  await Promise.all(probes);
  return waits.sort((a, b) => a - b);
}

/** One probe on a connection of its own, as orchestrators do it. */
async function probe(origin: string): Promise<void> {
  const { hostname, port } = new URL(origin);
  using connection = await Deno.connect({ hostname, port: Number(port) });
  await connection.write(
    new TextEncoder().encode(
      `GET /healthz HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n\r\n`,
    ),
  );
  await connection.read(new Uint8Array(4_096));
}
