/**
 * Matters that are told several times in different words, with near misses:
 * the rows of fixtures/same_matter.jsonl.
 *
 * @module
 */
import { z } from "zod";
import { INTENTS } from "../triage/domain/intent.ts";

/** Schema of a telling of a matter. */
export const matterRow = z.object({
  matter: z.string(),
  /** Who wrote it; left out where all of a file are by one. */
  writer: z.string().default(""),
  product: z.string(),
  message: z.string(),
  /** Needed where the comparison is fitted. */
  type: z.enum(INTENTS).optional(),
});

/** One telling of a matter. */
export type MatterRow = z.infer<typeof matterRow>;

/** Reads a file of tellings. */
export async function readMatterRows(path: string): Promise<MatterRow[]> {
  const text = await Deno.readTextFile(path);
  return text.trim().split("\n").map((line) => matterRow.parse(JSON.parse(line)));
}
