/**
 * The page of a case with all that stands beside it.
 *
 * @module
 */
import type { CasePageProps } from "../../console/case_page.tsx";
import type { CaseRecord } from "../../triage/domain/desk.ts";
import { alikeCases } from "./alike_cases.ts";
import { type ConsoleParts, html } from "./console_page.ts";

/** What is said on it beside the case; what depends on the case is told from it. */
export interface CaseShown extends Pick<CasePageProps, "viewer"> {
  readonly notice?: (record: CaseRecord) => string | null;
  readonly may_undo?: (record: CaseRecord) => boolean;
  readonly wrong?: CasePageProps["wrong"];
  readonly unsaved?: (record: CaseRecord) => CasePageProps["unsaved"];
  /** @default 200 */
  readonly status?: number;
}

/** Answers with the page. @throws {Failure} `not_found` */
export async function shownCase(
  parts: ConsoleParts,
  caseId: string,
  { viewer, notice, may_undo, wrong = null, unsaved, status = 200 }: CaseShown,
): Promise<Response> {
  const { desk, matters, auth: { reviewers: people } } = parts;
  const [record, neighbours, matter, asked, alike] = await Promise.all([
    desk.read(caseId),
    desk.neighbours(caseId),
    matters.ofCase(caseId),
    matters.asked(caseId),
    alikeCases(parts, caseId),
  ]);
  const { casePage } = await import("../../console/case_page.tsx");
  const beside = { neighbours, matter, asked, alike, people };
  return html(
    casePage({
      viewer,
      record,
      ...beside,
      notice: notice?.(record) ?? null,
      may_undo: may_undo?.(record) ?? false,
      wrong,
      unsaved: unsaved?.(record) ?? null,
    }),
    status,
  );
}
