/**
 * The roles that a clause of a message can have, by the type of the message.
 *
 * @module
 */

/** What a clause of a fault's report says, and one of a wish; the matter itself is first. */
export const ROLES = {
  bug_report: [
    "fault",
    "detail",
    "step",
    "works",
    "expected",
    "cause",
    "consequence",
    "tried",
    "question",
    "background",
    "feeling",
    "courtesy",
  ],
  feature_request: [
    "wish",
    "wish_detail",
    "reason",
    "set_aside",
    "today",
    "works",
    "question",
    "background",
    "feeling",
    "courtesy",
  ],
} as const;

/** The types of messages that are told in roles. */
export type TellingIntent = keyof typeof ROLES;
/** What a clause says. */
export type Role = typeof ROLES[TellingIntent][number];
