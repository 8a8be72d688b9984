/**
 * Reviews of the App Store: App Store Connect's API and the public feed.
 *
 * https://developer.apple.com/documentation/appstoreconnectapi/get-v1-apps-_id_-customerreviews,
 * read 2026-11-29. The feed (https://itunes.apple.com/us/rss/customerreviews/id=…/json) wraps
 * each value in `label`; its first entry may be the app itself, and a single entry is no list.
 *
 * @module
 */
import { has, part, type Profile, type Row, titled } from "./profile.ts";

/** Reviews of App Store Connect. */
export const APP_STORE_API: Profile = {
  name: "App Store reviews",
  message_from: "title and body",
  recognises: (row) => row.type === "customerReviews" && has(row, "attributes"),
  read(row) {
    const { reviewerNickname, title, body } = part(row, "attributes");
    return { id: row.id, customer_id: reviewerNickname, message: titled(title, body) };
  },
};

/** Entries of the feed. */
export const APP_STORE_FEED: Profile = {
  name: "App Store review feed",
  message_from: "title and content",
  recognises: (row) => has(row, "im:rating") || has(row, "im:name", "title"),
  read(row) {
    if (!has(row, "im:rating")) return { left_out: "entry on the app itself" };
    return {
      id: label(row, "id"),
      customer_id: label(part(row, "author"), "name"),
      message: titled(label(row, "title"), label(row, "content")),
    };
  },
};

function label(row: Row, key: string): unknown {
  return part(row, key).label;
}
