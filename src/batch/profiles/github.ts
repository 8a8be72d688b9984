/**
 * GitHub issues, from the API or `gh issue list --json`.
 *
 * https://docs.github.com/en/rest/issues/issues, read 2026-11-29: pull requests are
 * issues too and are told by their key `pull_request`; `body` may be null.
 *
 * @module
 */
import { has, part, type Profile, type Row, titled } from "./profile.ts";

/** Issues of a repository; pull requests are left out. */
export const GITHUB: Profile = {
  name: "GitHub issues",
  message_from: "title and body",
  recognises: (row) =>
    has(row, "title", "number") &&
    ["user", "author", "repository_url", "html_url", "body", "url"].some((key) => has(row, key)),
  read(row) {
    if (isPullRequest(row)) return { left_out: "pull request" };
    return {
      id: row.id ?? row.number,
      customer_id: part(row, "user").login ?? part(row, "author").login,
      product: repositoryOf(row),
      message: titled(row.title, row.body),
    };
  },
};

function isPullRequest(row: Row): boolean {
  return row.pull_request !== undefined && row.pull_request !== null ||
    /\/pull\/\d+$/.test(String(row.html_url ?? row.url ?? ""));
}

/** The name of the repository, without its owner. */
function repositoryOf(row: Row): string | null {
  const address = String(row.repository_url ?? row.html_url ?? row.url ?? "");
  const [, name] = /^https?:\/\/[^/]+\/(?:api\/v3\/)?(?:repos\/)?[^/]+\/([^/?#]+)/.exec(address) ??
    [];
  return name ?? null;
}
