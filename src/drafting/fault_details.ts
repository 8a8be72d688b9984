/**
 * What an engineer looks for in a report: error texts and codes, devices,
 * systems, versions.
 *
 * @module
 */
import { REPLY_LIMITS } from "../triage/reply.ts";
import type { MessageParts } from "./message_parts.ts";

const QUOTED_ERROR =
  /\b(?:says?|error|message|shows?|fail\w*|actual|displays?|pops? up|gives? me|reads?)\b.{0,40}?(["“][^"“”]{3,50}["”])/i;
const ERROR_CODE =
  /\b(?:error (?:code )?#?\d{2,6}|error 0x[0-9a-f]{4,8}|0x[0-9a-f]{8}|[A-Z]{1,4}-\d{2,6}|E\d{2,5}|ERR_[A-Z_]{3,40}|[A-Z]{3,12}(?:_[A-Z]{2,12}){1,4}|HTTP \d{3}|exit (?:code )?\d{1,3}|code \d{3,6})\b/u;
const DETAIL =
  /\b(?:(?:Android|iOS|iPadOS|macOS|Windows|Ubuntu|Fedora|Debian|Wear OS|watchOS) \d[\d.]*|(?:iPhone|iPad|Pixel|Galaxy|OnePlus|Xperia|Redmi) [A-Z]?\d+\w{0,3}(?: (?:Pro|Max|Plus|Ultra|Mini|Air)){0,2}|(?:Chrome|Firefox|Safari|Edge|Opera) \d[\d.]*|(?:app|version|firmware|release|build|v\.?) ?\d+(?:\.\d+){1,3}|v\d+(?:\.\d+)+|\d+\.\d+\.\d+)\b/gu;
// "4.0.2 was fine": a version that is not at fault.
const WORKED = /\b(?:was|were|works?|worked|is) (?:fine|ok|correct|well|without)\b/i;
const MAX = REPLY_LIMITS.title_characters;

/** The title with error texts, codes, devices and versions of the message where there is room. */
export function withDetails(title: string, parts: MessageParts): string {
  const all = [
    ...parts.statements.map((statement) => statement.phrase.text).filter((text) =>
      !WORKED.test(text)
    ),
    parts.actual?.text ?? "",
  ].join("\n");
  let result = title;
  const code = ERROR_CODE.exec(all)?.[0];
  if (code !== undefined && !holds(result, code)) {
    const quoted = QUOTED_ERROR.exec(all)?.[1];
    const shown = quoted?.includes(code) ? quoted : code;
    if (fits(result, shown)) result = `${result}: ${shown}`;
    else if (fits(result, code)) result = `${result}: ${code}`;
  }
  const details: string[] = [];
  for (const [detail] of all.matchAll(DETAIL)) {
    if (holds(result, detail) || details.some((known) => known.includes(detail))) continue;
    if (!fits(result, [...details, detail].join(", ") + "1")) break;
    details.push(detail);
  }
  return details.length === 0 ? result : `${result} (${details.join(", ")})`;
}

function holds(title: string, detail: string): boolean {
  return title.toLowerCase().includes(detail.toLowerCase());
}

function fits(title: string, more: string): boolean {
  return title.length + more.length + 2 <= MAX;
}
