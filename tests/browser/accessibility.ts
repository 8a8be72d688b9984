/**
 * WCAG AA by axe-core, run inside the page.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import axe from "axe-core/axe.min.js" with { type: "text" };
import type { Page } from "playwright-core";

/** Tags of the rules: WCAG 2.0 to 2.2, levels A and AA, and what axe counts as good practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails where axe finds a violation on the page. */
export async function assertAccessible(page: Page, where: string): Promise<void> {
  // Evaluated from outside the page's own scripts: its policy forbids inline ones.
  await page.evaluate(axe);
  const violations = await page.evaluate(async (tags) => {
    // @ts-ignore: axe is there since the line before.
    const { violations } = await globalThis.axe.run(document, { runOnly: tags });
    // deno-lint-ignore no-explicit-any
    return violations.map((each: any) => ({
      rule: each.id,
      // deno-lint-ignore no-explicit-any
      at: each.nodes.map((node: any) => `${node.target.join(" ")}: ${node.failureSummary}`),
    }));
  }, TAGS);
  assertEquals(violations, [], `axe on ${where}`);
}
