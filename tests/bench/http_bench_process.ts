/**
 * What the system says of a running process.
 *
 * @module
 */

/** Resident memory, in MB; `NaN` where the system does not say. */
export function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? NaN : Number(kilobytes) / 1024;
}

/** Processor time used so far, in milliseconds; `NaN` where the system does not say. */
export function processorMs(pid: number): number {
  // Past the name in brackets, which may hold spaces: user and system time are fields 14 and 15.
  const fields = read(`/proc/${pid}/stat`).replace(/^.*\) /s, "").split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return ticks * 10;
}

function read(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return "";
  }
}

/** Middle one of the durations of forced writes to the disk, in milliseconds: what a commit waits for. */
export async function fsyncMs(folder: string): Promise<number> {
  const path = `${folder}/fsync`;
  const file = await Deno.open(path, { create: true, write: true });
  const block = new Uint8Array(4_096);
  const durations: number[] = [];
  for (let round = 0; round < 200; round++) {
    file.writeSync(block);
    const began = performance.now();
    file.syncDataSync();
    durations.push(performance.now() - began);
  }
  file.close();
  await Deno.remove(path);
  return median(durations);
}

/** The middle one; `NaN` of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
