/**
 * What an engineer looks for in a report: error codes, devices, systems,
 * versions. Found where they stand, so that they can be shown as evidence.
 *
 * @module
 */
import type { Evidence } from "./judgement.ts";

/** Details shown at most. */
export const DETAILS_MAX = 8;

const ERROR_CODE =
  /\b(?:[Ee]rror (?:code )?#?\d{2,6}|[Ee]rror 0x[0-9a-fA-F]{4,8}|0x[0-9a-fA-F]{8}|[A-Z]{1,4}-\d{2,6}|E\d{2,5}|ERR_[A-Z_]{3,40}|[A-Z]{3,12}(?:_[A-Z]{2,12}){1,4}|HTTP \d{3}|exit (?:code )?\d{1,3}|code \d{3,6})\b/g;
const DETAIL =
  /\b(?:(?:Android|iOS|iPadOS|macOS|Windows|Ubuntu|Fedora|Debian|Wear OS|watchOS) \d[\d.]*|(?:iPhone|iPad|Pixel|Galaxy|OnePlus|Xperia|Redmi) [A-Z]?\d{1,4}\w{0,3}(?: (?:Pro|Max|Plus|Ultra|Mini|Air)){0,2}|(?:Chrome|Firefox|Safari|Edge|Opera) \d[\d.]*|(?:app|version|firmware|release|build|v\.?) ?\d{1,4}(?:\.\d{1,6}){1,3}|v\d{1,4}(?:\.\d{1,6}){1,3}|\d{1,4}\.\d{1,6}\.\d{1,6})\b/g;

const KINDS = [["error_code", ERROR_CODE], ["version", DETAIL]] as const;

/** "TB-PDF-17", "H22", "503": codes of a form that no list of forms has. */
const OTHER_CODE = /\b(?=[A-Z0-9-]*\d)[A-Z]{1,5}(?:-[A-Z]{1,5})*-?\d{2,5}\b|\b[45]\d\d\b/g;
/** "BX41RT": capitals and digits; whatever it numbers, it was given. */
const REFERENCE = /\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{5,}\b/;

/** Four numbers of a byte each, where no word says that they are a version. */
const ADDRESS =
  /(?<![\d.]|\b(?:app|version|firmware|release|build|v\.?|android|i(?:pad)?os|macos|windows|chrome|firefox|safari|edge|opera) ?)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\.?\d)/gi;

/** Every address and version holds this. */
const NUMBERS_TIED = /\d\.\d/;

/** The text, its length kept, without internet addresses: they look like versions, and are private. */
export function withoutAddresses(text: string): string {
  if (!NUMBERS_TIED.test(text)) return text;
  return text.replace(ADDRESS, (address) => " ".repeat(address.length));
}

/** A detail and where it stands. */
export interface Detail {
  readonly kind: "error_code" | "version";
  readonly text: string;
  readonly start: number;
}

/** The details of a text, error codes first, each where it first stands. */
export function detailsOf(text: string): readonly Detail[] {
  const details: Detail[] = [];
  if (!/[\d_]/.test(text)) return details;
  const own = withoutAddresses(text);
  for (const [kind, pattern] of KINDS) {
    // Not matchAll: it copies the pattern on every call.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(own); match !== null; match = pattern.exec(own)) {
      const { 0: found, index } = match;
      if (details.length === DETAILS_MAX) return details;
      if (details.some((known) => known.text === found)) continue;
      details.push({ kind, text: found.replace(/\.$/, ""), start: index });
    }
  }
  return details;
}

/** What looks like an error code in any form, some of it more than once. */
export function codesIn(text: string): readonly string[] {
  return text.match(OTHER_CODE) ?? [];
}

/** Whether a text gives a code by which something is known: an order, a contract, an account. */
export function namesReference(text: string): boolean {
  return REFERENCE.test(text);
}

/** The details of a report as evidence: they weigh nothing, they are there to be seen. */
export function detailEvidence(text: string): readonly Evidence[] {
  return detailsOf(text).map((detail) => ({
    text: detail.text,
    start: detail.start,
    end: detail.start + detail.text.length,
    intent: "bug_report",
    weight: 0,
    cue: `detail:${detail.kind}`,
  }));
}
