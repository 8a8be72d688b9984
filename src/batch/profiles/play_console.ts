/**
 * Reviews of Google Play: the monthly CSV of the Play Console and the API.
 *
 * https://developers.google.com/android-publisher/api-ref/rest/v3/reviews and
 * https://support.google.com/googleplay/android-developer/answer/6135870 (reports),
 * read 2026-11-29. The CSV is UTF-16; a rating without words has no text; where a
 * review has a title, the API puts a tab between title and text.
 *
 * @module
 */
import { firstText, has, objects, part, type Profile, titled } from "./profile.ts";

/** The CSV of the Play Console. */
export const PLAY_CSV: Profile = {
  name: "Play Console reviews",
  message_from: "Review Title and Review Text",
  recognises: (row) =>
    has(row, "star_rating") && (has(row, "review_text") || has(row, "review_title")),
  read: (row) => ({
    id: reviewId(row.review_link),
    product: row.package_name,
    message: titled(row.review_title, row.review_text),
  }),
};

/** Reviews of the API. */
export const PLAY_API: Profile = {
  name: "Google Play reviews",
  message_from: "the user's comment",
  recognises: (row) => has(row, "reviewId", "comments"),
  read(row) {
    const comment = objects(row.comments).map((each) => part(each, "userComment"))
      .find(({ text }) => firstText(text) !== null);
    const [title, ...rest] = firstText(comment?.text)?.trim().split("\t") ?? [];
    return {
      id: row.reviewId,
      customer_id: row.authorName,
      message: rest.length > 0 ? titled(title, rest.join(" ")) : firstText(title),
    };
  },
};

/** The link to a review names it: `…?reviewId=gp:…` or `…#ReviewPlace:id=…`. */
function reviewId(link: unknown): string | null {
  const [, id] = /(?:reviewId|:id)=([^&#]+)/i.exec(String(link ?? "")) ?? [];
  if (id === undefined) return null;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
