/**
 * Who asks: what people say that they are.
 *
 * @module
 */
import type { Rule } from "../rule.ts";

/** Rows that say who asks; what they point at is the role. */
export const ROLE: readonly Rule[] = [
  {
    id: "role/stated",
    says: "says what they are, as the one who asks",
    any: [
      "^ as a|an|the ..1 { |@role_kind @role }",
      ",|;|( as a|an|the ..1 { |@role_kind @role }",
      "i|we |, as a|an|the ..1 { |@role_kind @role }",
      "i be |also a|an !bit|fan ..2 { |@role_kind @role }",
      "work as a|an ..1 { |@role_kind @role }",
      "be|being a|an ..1 { |@role_kind @role } at|in|of|for|with|myself",
      "we|us { @role }",
      "speak|speaking as a|an ..1 { |@role_kind @role }",
    ],
    unless: ["screen reader"],
    yes: [
      "As a busy project manager I want it.",
      "As a coach I want it.",
      "Please, as a member, let me see it.",
      "I as a teacher need it.",
      "I'm a small business owner.",
      "I am also a patient at the trust.",
      "I work as a night nurse.",
      "Being a coach myself helps.",
      "We coaches need it.",
      "Speaking as a parent, it is long.",
    ],
    no: [
      "As a screen reader user I need it.",
      "The coach wants it.",
      "Use it as the default.",
      "I am a bit lost, teacher.",
      "The nurse is kind.",
      "My teacher likes it.",
      "As a rule it works.",
      "I am a bit tired.",
      "We know the owner.",
      "As the list grows, it slows.",
      "I work in a shop.",
    ],
  },
];
