/**
 * The words of forms: headings of issue forms, their comments, hints and
 * unanswered sections, check boxes, the fields of contact forms, the questions
 * and scores of surveys. What somebody wrote into them is own.
 *
 * @module
 */
import type { Canvas, Line } from "./canvas.ts";

/** A heading is no longer than this. */
const HEADING_CHARACTERS = 110;
const COMMENT_OPEN = "<!--";

const HEADING_MARK = /^(?:#{1,6}\s*|\*\*|__|[-*]\s+\*\*|\d{1,2}[.)]\s+(?=[\p{Lu}]))/u;
/** A line that is marked as a heading, whole. */
const MARKED_HEADING = /^(?:#{2,6}\s*\S.{0,100}|\*\*[^*]{2,90}\*\*:?)$/u;
const HEADINGS_MIN = 2;
/** Headings that people do not write of themselves. */
const HEADING =
  /^(?:(?:please )?(?:describe|explain|tell us about) (?:the|your) (?:bug|issue|problem|feature|solution|request|question|idea|proposal)\b.{0,60}|describe (?:the )?(?:solution|alternatives|feature|behaviou?r)\b.{0,50}|(?:bug|issue|problem|feature) (?:description|report|summary|request)|(?:is|does) (?:your|this) (?:feature )?(?:request|issue|bug)\b.{0,60}|(?:steps|how) (?:to|for) reproduc\w+(?: (?:the|this|it)\b.{0,30})?|(?:minimal )?repro(?:duction|ducible)?(?: (?:steps|code|example|link|rate))?|(?:to )?reproduce|reproducible (?:in|example)\b.{0,40}|(?:expected|actual|current|desired|observed)(?: (?:or desired|vs\.? actual))? (?:behaviou?r|results?|outcome|output)s?|what (?:did|do|were) you (?:expect|do|see|try|doing)\b.{0,50}|what (?:is|was) (?:the )?(?:expected|actual|current|problem|issue|bug|happening|wrong)\b.{0,40}|what (?:actually )?(?:happens|happened)(?: instead)?|what should (?:have )?happen(?:ed)?(?: instead)?|what (?:version|browser|operating system|os|device|platform)\b.{0,60}|(?:your |system |user )?(?:environment|configuration|setup)(?: (?:details|info(?:rmation)?))?|(?:system|device|version|server|software|hardware|browser|debug|platform|app|client) (?:info(?:rmation)?|details?|versions?)|(?:relevant |console |error |crash |debug |server )?(?:log|stack ?trace|console|traceback)s?(?: (?:output|files?|messages?))?|(?:relevant )?log output|screenshots?(?:(?: or |\/| and |, )(?:videos?|recordings?|screen ?casts?|logs?))*(?: \(.{0,40}\))?|additional (?:context|info(?:rmation)?|notes?|comments?|details)|any(?:thing)? (?:else|additional|other)\b.{0,60}|other (?:info(?:rmation)?|context|comments?|details|notes)|(?:possible|proposed|suggested) (?:solution|fix|change|implementation)s?|alternatives?(?: considered)?|use[ -]?cases?|motivation|acceptance criteria|checklist|check ?list|before (?:you )?submitting\b.{0,50}|(?:pre|sub)mission checklist|prerequisites|code of conduct|contribution|(?:are you |would you be )willing to\b.{0,50}|attachments?|severity|impact|priority|(?:affected )?versions?(?: affected)?|platforms?|operating system|os|browsers?|devices?|regression\??|workarounds?|environment variables|issue (?:type|kind|category)|(?:tell us )?(?:what|how|when) (?:went wrong|did it happen|often does (?:it|this) happen)|contact details|feature area|component|summary|description|context|details|overview|problem|solution|reason|steps|title|subject|issue|bug|question|notes?|result)$/i;
/** Of these a mark has to show that they are headings: people write them as words too. */
const MARKED_ONLY =
  /^(?:problem|solution|reason|steps|title|subject|issue|bug|question|notes?|result|details|overview|context|summary|description|component|priority|impact|severity|platforms?|versions?|devices?|browsers?|os|environment|logs?|console|setup|configuration|alternatives?|motivation|contribution|attachments?|workarounds?|screenshots?|regression\??)$/i;
/** Sections that ask for data, not for words. */
const DATA_SECTION =
  /^(?:(?:your |system |user |affected )?(?:environment|configuration|setup|versions?|platforms?|operating system|os|browsers?|devices?|component|severity|priority|impact|regression\??|feature area)\b.{0,30}|(?:system|device|version|server|software|hardware|browser|debug|platform|app|client) (?:info(?:rmation)?|details?|versions?)|what (?:version|browser|operating system|os|device|platform)\b.{0,60}|issue (?:type|kind|category)|contact details|environment variables)$/i;
/** Questions that forms and surveys put, a line of their own. */
const PROMPT =
  /^(?:why (?:are you|did you|do you|have you)\b.{0,60}|what (?:were you|are you|would you|do you|did you|should we|can we|could we|is the (?:main|one|most)|is your|made you|happened|went wrong)\b.{0,80}|how (?:can we|could we|likely|satisfied|easy|often|would you|did you|do you)\b.{0,80}|(?:please )?tell us (?:more|why|about|what)\b.{0,60}|(?:may|can|should) we (?:contact|quote|call|publish|share)\b.{0,40}|would you (?:like|recommend|be willing)\b.{0,60}|is there (?:anything|an existing|something)\b.{0,60}|any (?:other|further|additional)\b.{0,50}|your (?:question|message|comment|feedback|answer|name|e-?mail|phone)|(?:general |further |other )?(?:comments?|remarks?|suggestions?|feedback)|was ist passiert|was hast du erwartet|code that shows\b.{0,40}|page|feature request type|existing issue|problem type)[\s?:*]{0,4}$/i;
const NO_ANSWER =
  /^(?:_?no response_?|n\/?a|none(?: provided)?|not applicable|nothing|nil|-+|—|tbd|\?+|no|_?keine (?:angabe|antwort)_?|\.{1,3})\.?$/i;
/** Hints of unedited forms. */
const HINT =
  /^(?:[-*\d.)\s]{0,5})(?:a (?:clear|concise)(?: and (?:clear|concise))? description\b.{0,140}|(?:steps to reproduce the behaviou?r)\b.{0,40}:?|go to ['"‘“]?\.{3}['"’”]?|click on ['"‘“]?\.{3,4}['"’”]?|scroll down to ['"‘“]?\.{3,4}['"’”]?|see error|if applicable, add\b.{0,90}|add any other context\b.{0,90}|ex\. i'm always frustrated when\b.{0,20}|please (?:provide|fill|describe|complete|include|add|attach|paste|select|enter|replace|delete|remove|be as)\b.{0,160}(?:below|here|above|template|section|form|fields?|details|possible|issue|bug|this (?:line|text))\b.{0,40}|(?:e\.g\.|eg:?|for example:?) .{0,80}|\[e\.g\. .{0,60}\]?|(?:os|browser|version|device)\s*:?\s*\[e\.g\..{0,40}\])$/i;
/** What a program writes above what somebody sent or said. */
const PREAMBLE =
  /^(?:you (?:have|received|got) (?:a )?)?(?:new )?(?:message|submission|enquiry|inquiry|request|entry|response|feedback|voice ?mail|missed call|call|sms) (?:received )?(?:from|via|through) .{2,80}$/i;
/** Buttons of which one is chosen: "( ) complaint (x) praise". */
const RADIO = /\([ xX]?\).{0,60}\([ xX]?\)|\[[ xX]?\].{0,60}\[[ xX]?\]/;
/** What programs write: "[name] => Grete", "/label ~feature". */
const PROGRAM_LINE = /^(?:\[\w{1,30}\] => ?|\/\w{2,20} ~?\S{1,40}$)/;
/** "**Browser:** Firefox": a label in bold print before its value. */
const BOLD_LABEL =
  /^(?:[-*]\s+)?(?:\*\*|__)[^*_]{2,60}(?:\*\*|__):?\s+(?=\S)|^(?:[-*]\s+)?(?:\*\*|__)[^*_]{2,60}:(?:\*\*|__)\s*(?=\S)/;
const CHECK_BOX = /^(?:[-*+]\s*)?\[[ xX✓✔]?\]\s/u;

const FIELD =
  /^(?:[-*•]\s+|\d{1,2}[.)]\s+)?(?:\*\*|__|_)?([\p{L}][\p{L}\p{N} .'’/()#?&-]{0,44}?)(?:\*\*|__|_)?\s{0,3}[:=|;](?:\*\*|__|_)?\s*(.*)$/u;
/** Fields whose value is the customer's words. */
const MESSAGE_FIELD =
  /^(?:your )?(?:message|transcript(?:ion)?|comments?|nachricht|mensaje|messaggio|bericht|mensagem|subject|betreff|title|summary|description|details?|your (?:question|issue|request|feedback)|question|enquiry|inquiry|request|feedback|(?:describe|description of)(?: (?:the|your))? .{2,30}|how can we help(?: you)?|what can we (?:do|help)\b.{0,30}|(?:what|tell us what) (?:happened|went wrong|is (?:the )?(?:problem|issue|wrong))|what(?:'s| is) (?:the )?(?:problem|issue|wrong)|problem|issue|reason|additional (?:information|comments|details)|note|notes|text|body|expected(?: (?:result|behaviou?r|outcome))?|actual(?: (?:result|behaviou?r|outcome))?|steps(?: to reproduce)?|result|customer note|remarks?|freitext|anliegen|mensagem|feedback|why|other)\??$/i;
/** Fields about the customer or the thing: their lines hold no words to judge. */
const DATA_FIELD =
  /^(?:(?:your|customer|contact|account|user|company|first|last|full|family|sur|given|billing|shipping|delivery|event|school|patient|guest|e-?mail|phone|telephone|mobile|post(?:al)?|zip|preferred|product|serial|model|order|invoice|booking|reservation|ticket|case|reference|policy|contract|member(?:ship)?|customer|tracking|app|device|os|operating|browser|firmware|software|hardware|system|build|issue|request|support|purchase|submission|submitted|date|time|page|ip|user|form|plan|licen[cs]e|store|shop|branch|department|site)[ -]?){1,3}(?:s|name|email|e-mail|mail|address|number|no\.?|nr\.?|id|#|code|phone|date|time|type|kind|category|version|model|system|agent|url|of (?:birth|contact|purchase|visit)|title|role|plan|level|status|method|source|page|country|city|language|on|by|at|from|via|used|contact)?$|^(?:topic|reason for (?:contact|contacting us|return|your (?:message|enquiry))|(?:\p{L}+ ){1,2}(?:number|no\.?|id|code)|name|e-?mail|mail|phone|telephone|tel|mobile|address|company|organi[sz]ation|country|city|town|zip|postcode|order|invoice|booking|product|model|version|device|os|browser|platform|build|serial|date|time|url|website|page|ip|priority|severity|urgency|category|department|language|locale|plan|id|ref(?:erence)?|attachments?|screenshots?|consent|newsletter|captcha|age|gender|role|position|store|location|rating|stars?|score|status|environment|items?|total|amount|price|remark|quantity|frequency|reading|console type|type|station|delivery|consent|captcha|salutation|anrede|vertragsnummer|kundennummer|bestellnummer|datenschutz|segment|agent|group|class|team|salutation|anrede|vorname|nachname|telefon|firma|nom|prénom|téléphone|nombre|apellidos|teléfono|cognome|telefono|naam|telefoon)$/iu;
const FIELD_CHARACTERS = 400;
const LABEL_WORDS = 6;
const LABEL_CHARACTERS = 40;
/** The value of a field that asks for data is no longer. */
const DATA_CHARACTERS = 80;
/** So many fields make a form. */
const FIELDS_MIN = 2;

const SURVEY_QUESTION = /^(?:q|question|frage)?\s?\d{1,2}\s?[.):-]?\s+(?=\S)/i;
const SCORE =
  /^[("'[]?\s*(?:\d{1,3}(?:\s?(?:\/|of|out of)\s?\d{1,3})?|yes|no|y|n|maybe|n\/a|none|never|rarely|sometimes|often|always|(?:very |somewhat |rather )?(?:satisfied|dissatisfied|happy|unhappy|likely|unlikely|easy|difficult|good|poor|bad|excellent|neutral)|(?:strongly |somewhat )?(?:dis)?agree|[★☆*⭐]{1,10})\s*[)"'\]]?[.!]?$/i;
/** So many numbered questions with scores make a survey. */
const QUESTIONS_MIN = 2;

/** Paints the words of forms. */
export function paintForm(canvas: Canvas): void {
  paintComments(canvas);
  const lines = canvas.ownLines();
  paintSections(canvas, lines);
  paintLabels(canvas, canvas.ownLines());
  if (!paintSurvey(canvas, lines)) paintFields(canvas, canvas.ownLines());
}

function paintComments(canvas: Canvas): void {
  const { text } = canvas;
  for (let from = text.indexOf(COMMENT_OPEN); from >= 0;) {
    const close = text.indexOf("-->", from + COMMENT_OPEN.length);
    const end = close < 0 ? text.length : close + 3;
    canvas.paint(from, end, "form_text");
    from = text.indexOf(COMMENT_OPEN, end);
  }
}

/** The heading that a line is, bare of its marks; `null` where it is none. */
function headingOf(
  line: string,
): { readonly bare: string; readonly marked: boolean; readonly prompts?: boolean } | null {
  if (line.length > HEADING_CHARACTERS) return null;
  const mark = HEADING_MARK.exec(line);
  const bare = line.slice(mark?.[0].length ?? 0).replace(/[\s:*_=?-]{1,12}$/, "").trim();
  if (HEADING.test(bare)) return { bare, marked: mark !== null };
  return PROMPT.test(bare) && (mark !== null || /[?:]$/.test(line))
    ? { bare, marked: true, prompts: true }
    : null;
}

/** Several lines marked as headings make a form, whatever they say. */
function isStructured(lines: readonly Line[]): boolean {
  const marked = lines.filter(({ trimmed }) => MARKED_HEADING.test(trimmed)).length;
  return marked > HEADINGS_MIN ||
    (marked === HEADINGS_MIN && lines.some(({ trimmed }) => headingOf(trimmed) !== null));
}

/** Labels in bold print and programs' keys: of such a line only the value is anybody's words. */
function paintLabels(canvas: Canvas, lines: readonly Line[]): void {
  for (const pattern of [BOLD_LABEL, PROGRAM_LINE]) {
    const found = lines.flatMap((line) => {
      const label = pattern.exec(line.trimmed)?.[0];
      return label === undefined ? [] : [{ line, label }];
    });
    if (found.length < HEADINGS_MIN && pattern === BOLD_LABEL) continue;
    for (const { line, label } of found) {
      const value = line.trimmed.slice(label.length).trim();
      const start = line.start + canvas.text.slice(line.start, line.end).indexOf(label);
      const data = NO_ANSWER.test(value) || (!isSentence(value) && value.length <= DATA_CHARACTERS);
      canvas.paint(start, data ? line.next : start + label.length, "form_text");
    }
  }
}

function paintSections(canvas: Canvas, lines: readonly Line[]): void {
  const structured = isStructured(lines);
  let sections = 0;
  const found: { readonly line: Line; readonly at: number; readonly prompts: boolean }[] = [];
  for (const [at, line] of lines.entries()) {
    const isPreamble = at === 0 && PREAMBLE.test(line.trimmed) &&
      /form|website|page|portal|voice ?mail|call|sms|\d{2}[:.]\d\d/i.test(line.trimmed);
    if (
      isPreamble || RADIO.test(line.trimmed) || CHECK_BOX.test(line.trimmed) ||
      HINT.test(line.trimmed)
    ) {
      canvas.paint(line.start, line.next, "form_text");
      continue;
    }
    const heading = headingOf(line.trimmed) ??
      (structured && MARKED_HEADING.test(line.trimmed) && line.trimmed.length <= HEADING_CHARACTERS
        ? { bare: "", marked: true }
        : null);
    if (heading === null) continue;
    const ended = /[:?]$|\*\*$|__$/.test(line.trimmed);
    if (MARKED_ONLY.test(heading.bare) && !heading.marked && !ended) continue;
    if (!heading.marked && !ended && at === 0 && lines.length < 3) continue;
    sections++;
    found.push({ line, at, prompts: heading.prompts === true });
  }
  for (const { line, at, prompts } of found) {
    // A question alone is the customer's.
    if (prompts && found.length < HEADINGS_MIN) continue;
    canvas.paint(line.start, line.next, "form_text");
    paintAnswer(canvas, lines, at);
    const next = lines[at + 1];
    const below = lines[at + 2];
    const isWhole = next !== undefined &&
      (below === undefined || headingOf(below.trimmed) !== null || below.start > next.next);
    if (sections > 1 && next !== undefined && isWhole && NO_ANSWER.test(next.trimmed)) {
      canvas.paint(next.start, next.next, "form_text");
    }
  }
}

/** Data that a form asked for, below its heading: versions, systems, logs. Sentences among it are own. */
function paintAnswer(canvas: Canvas, lines: readonly Line[], heading: number): void {
  const { bare } = headingOf(lines[heading]?.trimmed ?? "") ?? { bare: "" };
  if (!DATA_SECTION.test(bare)) return;
  for (const line of lines.slice(heading + 1)) {
    if (headingOf(line.trimmed) !== null || isSentence(line.trimmed)) return;
    canvas.paint(line.start, line.next, "form_text");
  }
}

function isSentence(line: string): boolean {
  const words = line.split(/\s+/).length;
  return words > 8 || (words > 3 && /[.!?]$/.test(line));
}

/** Questions with scores are a survey's; a free answer is the customer's. */
function paintSurvey(canvas: Canvas, lines: readonly Line[]): boolean {
  const asked = lines.flatMap((line) => {
    const question = questionOf(line.trimmed);
    return question === null ? [] : [{ line, ...question }];
  });
  const scored = asked.filter(({ answer }) => SCORE.test(answer) || NO_ANSWER.test(answer)).length;
  if (scored < QUESTIONS_MIN) return false;
  for (const line of lines) {
    if (PROMPT.test(line.trimmed)) canvas.paint(line.start, line.next, "form_text");
  }
  for (const { line, answer } of asked) {
    const own = !SCORE.test(answer) && !NO_ANSWER.test(answer) && /\p{L}/u.test(answer);
    const start = canvas.text.slice(line.start, line.end).lastIndexOf(answer) + line.start;
    canvas.paint(line.start, own ? start : line.next, "form_text");
  }
  return true;
}

/** A survey's question and what was answered on the same line. */
function questionOf(line: string): { readonly answer: string } | null {
  const numbered = SURVEY_QUESTION.exec(line);
  const rest = line.slice(numbered?.[0].length ?? 0);
  if (!rest.includes("?") && !rest.includes(":") && !rest.endsWith(")")) return null;
  const mark = /^.{4,140}?(?:\?(?:\s?\([^)]{1,60}\))?\s?:?|(?:\([^)]{1,30}\))\s?:|:)\s+(?=\S)/.exec(
    rest,
  );
  if (mark !== null) return { answer: rest.slice(mark[0].length).trim() };
  // A question alone: its answer stands on the next line.
  return /^.{8,140}(?:\?|\([^)]{1,30}\)\s?:?|:)$/.test(rest) && numbered !== null
    ? { answer: "" }
    : null;
}

interface FoundField {
  readonly line: Line;
  readonly kind: "message" | "data" | "unknown";
  readonly value: string;
}

function paintFields(canvas: Canvas, lines: readonly Line[]): void {
  const fields = lines.flatMap((line): FoundField[] => {
    const found = line.trimmed.length > FIELD_CHARACTERS ? null : FIELD.exec(line.trimmed);
    const label = found?.[1]?.trim() ?? "";
    if (label === "" || label.split(/\s+/).length > LABEL_WORDS) return [];
    return [{ line, kind: fieldKind(label), value: found?.[2]?.trim() ?? "" }];
  });
  const known = fields.filter(({ kind }) => kind !== "unknown");
  if (known.length < FIELDS_MIN) return paintLabelLines(canvas, lines);
  if (!known.some(({ kind }) => kind === "data") && known.length <= FIELDS_MIN) return;
  for (const field of fields) paintField(canvas, field, known.length > FIELDS_MIN);
}

/** Of a field that holds words only the label is the form's. */
function paintField(canvas: Canvas, { line, kind, value }: FoundField, isForm: boolean): void {
  const isData = kind === "data"
    ? !isSentence(value)
    : kind === "unknown" && isForm && !isSentence(value) && value.length <= DATA_CHARACTERS;
  if (kind === "unknown" && !isData) return;
  const whole = isData || NO_ANSWER.test(value) || value === "";
  const written = canvas.text.slice(line.start, line.end);
  canvas.paint(
    line.start,
    whole ? line.next : line.start + written.lastIndexOf(value),
    "form_text",
  );
}

/** Labels on lines of their own, each with its value on the next. */
function paintLabelLines(canvas: Canvas, lines: readonly Line[]): void {
  const labels = lines.flatMap(({ trimmed }, at) => {
    const kind = trimmed.length > LABEL_CHARACTERS
      ? "unknown"
      : fieldKind(trimmed.replace(/[:*?]+$/, ""));
    return kind === "unknown" ? [] : [{ at, kind }];
  });
  if (labels.length <= FIELDS_MIN || !labels.some(({ kind }) => kind === "data")) return;
  for (const { at, kind } of labels) {
    const label = lines[at];
    const value = lines[at + 1];
    if (label !== undefined) canvas.paint(label.start, label.next, "form_text");
    if (value !== undefined && kind === "data" && !labels.some((other) => other.at === at + 1)) {
      canvas.paint(value.start, value.next, "form_text");
    }
  }
}

/** Whether a field holds what somebody says, or data about them. */
function fieldKind(label: string): FoundField["kind"] {
  if (MESSAGE_FIELD.test(label)) return "message";
  return DATA_FIELD.test(label) ? "data" : "unknown";
}
