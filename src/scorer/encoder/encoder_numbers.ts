/**
 * What is known of the encoder without loading it: its version, and how it and
 * the words go together.
 *
 * @module
 */
import type { ReaderPooling } from "../../triage/domain/ports.ts";
import numbers from "./model/encoder.json" with { type: "json" };

/** Written by `training/encoder`, with the encoder itself. */
export const ENCODER: { readonly version: string; readonly pooling: ReaderPooling } = numbers;
