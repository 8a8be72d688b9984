/**
 * What people see when a page cannot be shown.
 *
 * @module
 */
import { renderPage, type Viewer } from "./frame.tsx";

/** What the page shows. */
export interface FailurePageProps {
  readonly viewer: Viewer;
  readonly title: string;
  readonly detail: string;
  readonly request_id: string;
}

/** Writes the page. */
export function failurePage({ viewer, title, detail, request_id }: FailurePageProps): string {
  return renderPage({
    title,
    section: null,
    viewer,
    children: (
      <div class="narrow">
        <h1>{title}</h1>
        <p>{detail}.</p>
        <p class="hint">
          Request <code>{request_id}</code>
        </p>
      </div>
    ),
  });
}
