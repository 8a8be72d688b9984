/**
 * The headings of report forms ("### Expected behavior", "Environment:"): they
 * say what the lines below are, and nothing of the matter itself.
 *
 * @module
 */
import { withoutEnd } from "../english/text_end.ts";

/** What stands under a heading. */
export type FormSection = "told" | "expected" | "actual" | "aside";

const HEADING_CHARACTERS = 70;
const MARKED = /^[ \t]*(?:#{1,6}[ \t]+|\*\*|__)?/u;
/** Headings as forms have them, in small letters, British, in the singular. */
const HEADINGS: Readonly<Record<FormSection, readonly string[]>> = {
  expected: [
    "desired",
    "expectation",
    "expected",
    "expected behaviour",
    "expected outcome",
    "expected output",
    "expected result",
    "what did you expect",
    "what did you expect to happen",
    "what do you expect",
    "what i expected",
    "what should happen",
    "what should have happened",
  ],
  actual: [
    "actual",
    "actual behaviour",
    "actual outcome",
    "actual output",
    "actual result",
    "actually",
    "current behaviour",
    "current outcome",
    "current result",
    "observed",
    "observed behaviour",
    "observed result",
    "what actually happened",
    "what actually happens",
    "what happened",
    "what happened instead",
    "what happens",
    "what happens instead",
  ],
  aside: [
    "acceptance criteria",
    "attachment",
    "before submitting",
    "check list",
    "checklist",
    "config",
    "configuration",
    "console output",
    "device",
    "device info",
    "device information",
    "environment",
    "impact",
    "label",
    "log",
    "log output",
    "platform",
    "possible fix",
    "possible solution",
    "related issue",
    "screenshot",
    "screenshots or video",
    "setup",
    "severity",
    "stack trace",
    "stacktrace",
    "system",
    "system info",
    "system information",
    "version",
    "video",
    "your environment",
  ],
  told: [
    "additional context",
    "additional info",
    "additional information",
    "additional note",
    "anything else",
    "bug",
    "bug description",
    "bug report",
    "bug summary",
    "context",
    "describe alternatives",
    "describe alternatives you've considered",
    "describe the bug",
    "describe the feature",
    "describe the feature you'd like",
    "describe the issue",
    "describe the problem",
    "describe the solution",
    "describe the solution you'd like",
    "description",
    "detail",
    "feature description",
    "how to reproduce",
    "is your feature request related to a problem",
    "issue",
    "issue report",
    "issue summary",
    "motivation",
    "note",
    "overview",
    "problem report",
    "problem summary",
    "proposal",
    "proposed solution",
    "repro",
    "repro step",
    "reproduction",
    "reproduction step",
    "step",
    "step to reproduce",
    "subject",
    "summary",
    "the issue",
    "the problem",
    "title",
    "to reproduce",
    "use case",
    "what is the bug",
    "what is the issue",
    "what is the problem",
  ],
};
const SECTIONS: ReadonlyMap<string, FormSection> = new Map(
  (["expected", "actual", "aside", "told"] as const).flatMap((section) =>
    HEADINGS[section].map((heading): [string, FormSection] => [normal(heading), section])
  ),
);
/** "Expected (what should the page show)", "Logs and screenshots": the first words decide. */
const OPENINGS = ["expected", "what did you expect", "what should happen"];
const OPENED_CHARACTERS = 40;

/** What the lines under a heading are; `null` where a line is no heading of a form. */
export function formSection(line: string): FormSection | null {
  if (line.length > HEADING_CHARACTERS) return null;
  const bare = withoutEnd(line.replace(MARKED, ""), ":?*_=-").toLowerCase().replaceAll("’", "'");
  const known = SECTIONS.get(normal(bare));
  if (known !== undefined) return known;
  const [first = "", second] = bare.split(" and ", 2);
  if (second !== undefined && SECTIONS.get(normal(first)) === "aside") return "aside";
  const opened = OPENINGS.some((opening) =>
    bare.startsWith(`${opening} `) && bare.length <= opening.length + OPENED_CHARACTERS
  );
  return opened && !/[.!?]/.test(bare) ? "expected" : null;
}

/** "Steps to reproduce the behavior" as "step to reproduce". */
function normal(heading: string): string {
  return heading.replace(/(?<=reproduce) the (?:bug|issue|problem|behaviou?r)$/, "")
    .replace("behavior", "behaviour").replace(/^steps\b/, "step")
    .replace(/(?<=[^su ])s$/, "");
}
