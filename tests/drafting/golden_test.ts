/**
 * Drafts change only where somebody has read the change.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { draftGolden, GOLDEN_FILE } from "../../src/cli/drafts.ts";
import {
  changesBetween,
  draftBlock,
  parseBlocks,
  renderBlocks,
} from "../../src/evaluation/golden_drafts.ts";
import type { Reply } from "../../src/triage/domain/reply.ts";

Deno.test("the drafts of the fixtures say what they said when last read (deno task drafts)", () => {
  const changes = changesBetween(Deno.readTextFileSync(GOLDEN_FILE), draftGolden());
  assertEquals(changes, []);
});

const INQUIRY: Reply = {
  intent: "general_inquiry",
  inquiry: {
    inquiry_category: "Other",
    requires_human_review: false,
    suggested_resources: [{ title: "One", url: "https://help.example/1" }],
  },
  letter: "First line: yes.\n\nSecond line.",
};

Deno.test("a block holds every field on a line and comes back from the file", () => {
  const file = renderBlocks([draftBlock("a", "How?\r\nSo: like this", INQUIRY)]);
  assertEquals(
    file,
    "== a\nmessage: How? ⏎ So: like this\ncategory: Other\npages: One\n" +
      "letter: First line: yes. ⏎  ⏎ Second line.\n",
  );
  assertEquals(renderBlocks(parseBlocks(file)), file);
});

Deno.test("changes name the message and the field, new and gone ones too", () => {
  const file = (title: string, id = "a") => `== ${id}\nmessage: m\ntitle: ${title}\n`;
  assertEquals(changesBetween(file("One"), file("Two")), [
    { id: "a", message: "m", field: "title", before: "One", after: "Two" },
  ]);
  assertEquals(
    changesBetween(file("One"), file("One", "b")).map(({ before, after }) => [before, after]),
    [
      ["One", null],
      [null, "One"],
    ],
  );
  assertEquals(changesBetween(file("One"), file("One")), []);
});
