/**
 * Reviews of Trustpilot: the API and the CSV of Trustpilot Business.
 *
 * https://documentation-apidocumentation.trustpilot.com/business-units-api, read 2026-11-29.
 * Reviews of a business have `text`, reviews of a product `content`.
 *
 * @module
 */
import { firstText, has, part, type Profile, titled } from "./profile.ts";

/** Reviews of the API. */
export const TRUSTPILOT_API: Profile = {
  name: "Trustpilot reviews",
  message_from: "title and text",
  recognises: (row) =>
    has(row, "stars") && has(row, "consumer") && (has(row, "text") || has(row, "content")),
  read(row) {
    const consumer = part(row, "consumer");
    return {
      id: row.id,
      customer_id: firstText(row.referralEmail, consumer.id, consumer.displayName),
      product: firstText(part(row, "product").name),
      message: titled(row.title, firstText(row.text, row.content)),
    };
  },
};

/** The CSV of Trustpilot Business. */
export const TRUSTPILOT_CSV: Profile = {
  name: "Trustpilot reviews",
  message_from: "Review Title and Review Content",
  recognises: (row) =>
    has(row, "review_content") || has(row, "review_title") && has(row, "review_stars"),
  read: (row) => ({
    id: firstText(row.review_id, row.id, row.reference_id),
    customer_id: firstText(
      row.review_user_email,
      row.review_email,
      row.review_consumer_user_id,
      row.review_username,
    ),
    product: firstText(row.product_name),
    message: titled(row.review_title, firstText(row.review_content, row.review_text)),
  }),
};
