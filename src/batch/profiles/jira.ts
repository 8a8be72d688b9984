/**
 * Jira issues, exported as CSV.
 *
 * https://support.atlassian.com/jira-software-cloud/docs/prepare-a-csv-file-for-import,
 * read 2026-11-29: a field with several values has as many columns of one name, as
 * "Comment" and "Labels" do in exports. They are joined.
 *
 * @module
 */
import { firstText, has, type Profile, titled } from "./profile.ts";

const KEYS = ["issue_key", "work_item_key", "issue_id", "key"];

/** Issues of the CSV export. */
export const JIRA: Profile = {
  name: "Jira issues",
  message_from: "Summary and Description",
  recognises: (row) => has(row, "summary") && KEYS.some((key) => has(row, key)),
  read: (row) => ({
    id: firstText(...KEYS.map((key) => row[key])),
    customer_id: firstText(row.reporter, row.reporter_id, row.creator),
    product: firstText(row.project_name),
    message: titled(row.summary, row.description),
  }),
};
