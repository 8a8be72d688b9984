/**
 * The profiles that there are, in the order in which they are tried: the more
 * particular before the more general.
 *
 * @module
 */
import { APP_STORE_API, APP_STORE_FEED } from "./app_store.ts";
import { DISCOURSE_ARCHIVE, DISCOURSE_POSTS } from "./discourse.ts";
import { FRESHDESK_CSV, FRESHDESK_TICKETS } from "./freshdesk.ts";
import { GITHUB } from "./github.ts";
import { GOOGLE_FORMS_API, GOOGLE_FORMS_SHEET } from "./google_forms.ts";
import { HELP_SCOUT } from "./help_scout.ts";
import { INTERCOM } from "./intercom.ts";
import { JIRA } from "./jira.ts";
import { MAIL } from "./mail.ts";
import { PLAY_API, PLAY_CSV } from "./play_console.ts";
import type { Profile } from "./profile.ts";
import { TRUSTPILOT_API, TRUSTPILOT_CSV } from "./trustpilot.ts";
import { TYPEFORM_API, TYPEFORM_CSV } from "./typeform.ts";
import { ZENDESK_TICKETS, ZENDESK_VIEW } from "./zendesk.ts";

/** Every profile. */
export const PROFILES: readonly Profile[] = [
  INTERCOM,
  HELP_SCOUT,
  FRESHDESK_TICKETS,
  ZENDESK_TICKETS,
  DISCOURSE_POSTS,
  APP_STORE_API,
  APP_STORE_FEED,
  PLAY_API,
  TRUSTPILOT_API,
  TYPEFORM_API,
  GOOGLE_FORMS_API,
  GITHUB,
  PLAY_CSV,
  TRUSTPILOT_CSV,
  JIRA,
  FRESHDESK_CSV,
  ZENDESK_VIEW,
  DISCOURSE_ARCHIVE,
  MAIL,
  TYPEFORM_CSV,
  GOOGLE_FORMS_SHEET,
];
