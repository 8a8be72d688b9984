/**
 * Discourse posts: the API and the archive that a user can download.
 *
 * https://docs.discourse.org/ (posts, topics), read 2026-11-29: `raw` is Markdown and
 * comes where it is asked for, `cooked` is HTML; `post_type` 1 is a post, 2 and 3 are
 * actions of moderators and the system, 4 is a whisper among staff.
 *
 * @module
 */
import { firstText, has, type Profile, titled } from "./profile.ts";

const REGULAR_POST = 1;

/** Posts of a topic, of the latest posts or of a search. */
export const DISCOURSE_POSTS: Profile = {
  name: "Discourse posts",
  message_from: "the topic's title with its first post, else the post",
  recognises: (row) =>
    has(row, "post_number", "topic_id") &&
    (has(row, "raw") || has(row, "cooked") || has(row, "blurb")),
  read(row) {
    if (row.post_type !== undefined && row.post_type !== REGULAR_POST) {
      return { left_out: "action in a topic" };
    }
    const text = firstText(row.raw, row.cooked, row.blurb);
    return {
      id: row.id,
      customer_id: row.username,
      message: row.post_number === 1 ? titled(row.topic_title, text) : text,
    };
  },
};

/** `user_archive.csv`: the posts of one user. */
export const DISCOURSE_ARCHIVE: Profile = {
  name: "Discourse archive of a user",
  message_from: "the post",
  recognises: (row) =>
    has(row, "topic_title") && (has(row, "post_raw") || has(row, "post") && has(row, "is_pm")),
  read: (row) => ({
    id: firstText(row.post_id, row.url),
    message: firstText(row.post_raw, row.post),
  }),
};
