/**
 * Headings of report forms.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { type FormSection, formSection } from "../../src/drafting/message/form_heading.ts";

const LINES: readonly (readonly [string, FormSection | null])[] = [
  ["### Describe the bug", "told"],
  ["**To Reproduce**", "told"],
  ["Steps to reproduce:", "told"],
  ["### Expected behavior", "expected"],
  ["What did you expect to happen?", "expected"],
  ["Actual result:", "actual"],
  ["## Environment", "aside"],
  ["Screenshots", "aside"],
  ["Steps to reproduce the behavior", "told"],
  ["Describe the solution you’d like", "told"],
  ["Logs and screenshots", "aside"],
  ["Expected (what the page should show)", "expected"],
  ["What actually happens", "actual"],
  ["Versions", "aside"],
  ["Export fails for large files", null],
  ["Describe how the bug feels", null],
  ["Expected the streak to go on. It did not.", null],
];

for (const [line, section] of LINES) {
  Deno.test(`a form's heading is told from what stands below it: ${line}`, () => {
    assertEquals(formSection(line), section);
  });
}
