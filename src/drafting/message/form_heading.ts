/**
 * The headings of report forms ("### Expected behavior", "Environment:"): they
 * say what the lines below are, and nothing of the matter itself.
 *
 * @module
 */
import { withoutEnd } from "../english/text_end.ts";

/** What stands under a heading. */
export type FormSection = "told" | "expected" | "actual" | "aside";

const MARKED = /^[ \t]*(?:#{1,6}[ \t]+|\*\*|__)?/u;
const SECTIONS: readonly (readonly [FormSection, RegExp])[] = [
  [
    "expected",
    /^(?:expected|expectation|what (?:did|do) (?:i|you|we) expect|what should (?:have )?happen|desired)\b[^.!?]{0,40}$/i,
  ],
  [
    "actual",
    /^(?:actual|observed|current) (?:behaviou?r|result|outcome|output)s?$|^(?:actual|actually|observed|what (?:actually )?(?:happens|happened)(?: instead)?)$/i,
  ],
  [
    "aside",
    /^(?:environment|your environment|system(?: info(?:rmation)?)?|versions?|device(?: info(?:rmation)?)?|logs?|log output|console output|stack ?trace|screenshots?|videos?|screenshots? or videos?|check ?list|before submitting|attachments?|platform|setup|configuration|config|severity|impact|labels?|related issues?|possible (?:solution|fix)|acceptance criteria)(?: and [\w ]{3,20})?$/i,
  ],
  [
    "told",
    /^(?:describe the (?:bug|issue|problem)|bug description|description|(?:bug|issue|problem) (?:report|summary)|summary|details|overview|what is the (?:issue|problem|bug)|the problem|the issue|(?:steps )?to reproduce|steps|steps to reproduce(?: the (?:bug|issue|behaviou?r|problem))?|how to reproduce|reproduction(?: steps)?|repro(?: steps)?|additional (?:context|info(?:rmation)?|notes)|anything else|context|notes?|is your feature request related to a problem|describe the (?:solution|feature)(?: you['’]d like)?|describe alternatives(?: you['’]ve considered)?|use case|motivation|proposal|proposed solution|feature description|title|subject|bug|issue)$/i,
  ],
];
const HEADING_CHARACTERS = 70;

/** What the lines under a heading are; `null` where a line is no heading of a form. */
export function formSection(line: string): FormSection | null {
  if (line.length > HEADING_CHARACTERS) return null;
  const bare = withoutEnd(line.replace(MARKED, ""), ":?*_=-");
  for (const [section, pattern] of SECTIONS) if (pattern.test(bare)) return section;
  return null;
}
