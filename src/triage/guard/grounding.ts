/**
 * Holds a model's reply against the message and the catalogue; what does not
 * stand is replaced by the local draft of that field.
 *
 * @module
 */
import type { OwnWords } from "../text/own_words.ts";
import type { Product } from "../domain/catalog.ts";
import { isDistrusted, isDistrustedLetter } from "./distrust.ts";
import type { Document } from "../text/document.ts";
import { echoes } from "./letter_echo.ts";
import {
  ASKS_FOR_STEPS,
  type LetterDuty,
  plainLetter,
  sentencesOf,
  standingLetter,
} from "./letter_grounding.ts";
import { foreignFaults, letterJudge, sentenceReader } from "./letter_sentence.ts";
import { strangeLinks } from "../text/links.ts";
import { isCategoryOf, isNearLevel, saysSomething } from "./local_bounds.ts";
import { cutAtWord, plainText } from "../text/plain_text.ts";
import { holdsPlaceholder } from "../../masking/redact.ts";
import type { Scorer, WeighedSentences } from "../domain/ports.ts";
import {
  type BugTicket,
  bugTicket,
  type InquiryAnswer,
  type ProductRequirement,
  productRequirement,
  type Reply,
  REPLY_LIMITS,
  TICKET_ID_MARK,
} from "../domain/reply.ts";
import { isSaidIn } from "./said_words.ts";

/** What a reply is held against. */
export interface Ground {
  readonly document: Pick<Document, "text">;
  readonly product: Product;
  /** The product as the client named it. */
  readonly product_name: string;
  /** Reads what the model wrote: its language, sentences and parts of speech. */
  readonly scorer: Pick<Scorer, "read" | "language">;
  /** What a second reader says of the letter's sentences. @default null: nobody read them */
  readonly weighed?: WeighedSentences | null;
}

/** A reply of which every field stands. */
export interface Grounded {
  readonly reply: Reply;
  /** Fields that did not stand and are the local draft's: "ticket.title", "letter", …; "type" for all. */
  readonly replaced: readonly string[];
}

const SEVERITIES = bugTicket.shape.severity.options;
const PRIORITIES = bugTicket.shape.priority.options;

/** Takes the model's field where it stands (not `null`), else the local one, and notes it. */
type Choose = <T>(field: string, drafted: T | null, local: T) => T;

/** The model's reply where it stands, the local draft where it does not. */
export function ground(drafted: Reply, local: Reply, ground: Ground): Grounded {
  const replaced: string[] = [];
  const choose: Choose = (field, value, fallback) => {
    if (value === null) replaced.push(field);
    return value ?? fallback;
  };
  const reply = groundReply(drafted, local, ground, choose);
  return { reply, replaced };
}

function groundReply(drafted: Reply, local: Reply, ground: Ground, choose: Choose): Reply {
  if (drafted.intent === "bug_report" && local.intent === "bug_report") {
    const ticket = groundTicket(drafted.ticket, local.ticket, ground, choose);
    const letter = chooseLetter(drafted, local, ground, choose, ticket.reproduction_steps.length);
    return { intent: "bug_report", ticket, letter };
  }
  if (drafted.intent === "feature_request" && local.intent === "feature_request") {
    const requirement = groundRequirement(drafted.requirement, local.requirement, ground, choose);
    const letter = chooseLetter(drafted, local, ground, choose);
    return { intent: "feature_request", requirement, letter };
  }
  if (drafted.intent === "general_inquiry" && local.intent === "general_inquiry") {
    const inquiry = groundInquiry(drafted.inquiry, local.inquiry, ground, choose);
    const letter = chooseLetter(drafted, local, ground, choose);
    return { intent: "general_inquiry", inquiry, letter };
  }
  return choose("type", null, local);
}

function chooseLetter(
  drafted: Reply,
  local: Reply,
  ground: Ground,
  choose: Choose,
  steps = 0,
): string {
  const standing = letterOf(drafted, local, ground, steps);
  if (standing !== null && standing.replaced > 0) choose("letter.sentence", null, null);
  return choose("letter", standing?.letter ?? null, local.letter);
}

function groundTicket(drafted: BugTicket, local: BugTicket, ground: Ground, choose: Choose) {
  const component = choose(
    "ticket.affected_component",
    knownComponent(drafted.affected_component, ground.product),
    local.affected_component,
  );
  return {
    title: choose("ticket.title", standingTitle(drafted.title, ground), local.title),
    severity: choose(
      "ticket.severity",
      isNearLevel(drafted.severity, local.severity, SEVERITIES) ? drafted.severity : null,
      local.severity,
    ),
    affected_component: component,
    reproduction_steps: choose(
      "ticket.reproduction_steps",
      standingSteps(drafted.reproduction_steps, ground),
      local.reproduction_steps,
    ),
    priority: choose(
      "ticket.priority",
      isNearLevel(drafted.priority, local.priority, PRIORITIES) ? drafted.priority : null,
      local.priority,
    ),
    assigned_team: teamOf(component, ground.product) ?? local.assigned_team,
  };
}

function groundRequirement(
  drafted: ProductRequirement,
  local: ProductRequirement,
  ground: Ground,
  choose: Choose,
): ProductRequirement {
  const { description, user_story, business_value } = productRequirement.shape;
  const text = (name: "description" | "user_story" | "business_value") => {
    const standing = standingText(drafted[name], ground);
    const shape = { description, user_story, business_value }[name];
    return choose(
      `requirement.${name}`,
      standing !== null && shape.safeParse(standing).success ? standing : null,
      local[name],
    );
  };
  const components = [
    ...new Set(drafted.affected_components.map((name) => knownComponent(name, ground.product))),
  ].filter((name) => name !== null).slice(0, REPLY_LIMITS.components);
  return {
    title: choose("requirement.title", standingTitle(drafted.title, ground), local.title),
    description: text("description"),
    user_story: text("user_story"),
    business_value: text("business_value"),
    complexity_estimate: drafted.complexity_estimate,
    affected_components: choose(
      "requirement.affected_components",
      components.length === 0 ? null : components,
      local.affected_components,
    ),
    status: local.status,
  };
}

function groundInquiry(
  drafted: InquiryAnswer,
  local: InquiryAnswer,
  { product, document }: Ground,
  choose: Choose,
): InquiryAnswer {
  const wanted = new Set(drafted.suggested_resources.map(({ url }) => url));
  const known = product.resources.filter(({ url }) => wanted.has(url))
    .map(({ title, url }) => ({ title, url })).slice(0, REPLY_LIMITS.resources);
  return {
    inquiry_category: choose(
      "inquiry.inquiry_category",
      isCategoryOf(drafted.inquiry_category, local.inquiry_category, document.text)
        ? drafted.inquiry_category
        : null,
      local.inquiry_category,
    ),
    // The review rule decides this, never the model.
    requires_human_review: local.requires_human_review,
    suggested_resources: choose(
      "inquiry.suggested_resources",
      known.length < Math.min(wanted.size, REPLY_LIMITS.resources) ? null : known,
      local.suggested_resources,
    ),
  };
}

/** The catalogue's own spelling of a component, by name or alias; `null` when it has none. */
function knownComponent(name: string, product: Product): string | null {
  const wanted = name.trim().toLowerCase();
  const component = product.components.find((known) =>
    [known.name, ...known.aliases].some((alias) => alias.toLowerCase() === wanted)
  );
  if (component !== undefined) return component.name;
  return product.default_component.toLowerCase() === wanted ? product.default_component : null;
}

function teamOf(component: string, product: Product): string | null {
  const known = product.components.find(({ name }) => name === component);
  if (known !== undefined) return known.team;
  return component === product.default_component ? product.default_team : null;
}

/** No field is longer: what is may not even be looked at. */
const TEXT_CHARACTERS = 4_000;

/** One line of plain text without links from elsewhere and without unfilled marks. */
function standingText(text: string, { document, product }: Ground): string | null {
  if (text.length > TEXT_CHARACTERS) return null;
  if (isDistrusted(text, { message: document.text, product })) return null;
  const plain = plainText(text).replace(/\s+/g, " ").trim();
  const allowed = new Set(product.resources.map(({ url }) => url));
  const stands = plain !== "" && strangeLinks(plain, allowed).length === 0 &&
    !holdsPlaceholder(plain) && !/\{\{|\b(?:BUG|FR)-\d/.test(plain);
  return stands ? plain : null;
}

function standingTitle(title: string, ground: Ground): string | null {
  const standing = standingText(title, ground);
  if (standing === null || !saysSomething(standing, ground.document.text, ground.product)) {
    return null;
  }
  const cut = cutAtWord(standing, REPLY_LIMITS.title_characters);
  return bugTicket.shape.title.safeParse(cut).success ? cut : null;
}

/** All steps must be in the customer's words: one that is made up spoils the list. */
function standingSteps(steps: readonly string[], ground: Ground): string[] | null {
  const standing: string[] = [];
  for (const step of steps) {
    const text = standingText(step, ground);
    if (text === null || !isSaidIn(text, ground.document.text)) return null;
    standing.push(text);
  }
  return bugTicket.shape.reproduction_steps.safeParse(standing).success ? standing : null;
}

/** The letter, with local sentences where the model's do not stand; `null`: the local one. */
function letterOf({ intent, letter: drafted }: Reply, local: Reply, ground: Ground, steps: number) {
  const { document, product, product_name, scorer, weighed = null } = ground;
  if (drafted.length > REPLY_LIMITS.letter_characters) return null;
  const at = { message: document.text, product };
  const plain = plainLetter(drafted, intent, document.text);
  if (echoes(plain, document.text)) return null;
  const sentences = sentencesOf(plain).flat();
  const duty = {
    names_id: intent !== "general_inquiry",
    asks: intent === "bug_report" && steps === 0 ? askOf(local.letter) : null,
  };
  const read = (own: OwnWords) => scorer.read(own);
  const basis = { ...at, product_name, sentences, local, read, weighed };
  const reader = sentenceReader(basis);
  if (scorer.language(reader.document) !== "en") return null;
  const faultOf = letterJudge(basis, reader);
  const standing = standingLetter(plain, local.letter, faultOf, duty);
  return standing !== null && isWhole(standing.letter, duty, at) ? standing : null;
}

/** Where the local letter asks for something else, any question will do; where for nothing, none is owed. */
function askOf(local: string): RegExp | null {
  const own = local.replace(/“[^”]*”/g, "");
  if (/\bsteps (?:that )?lead to it\b/.test(own)) return ASKS_FOR_STEPS;
  return own.includes("?") ? /\?/ : null;
}

/** Every sentence stood; together they must still be a letter, and hide nothing between them. */
function isWhole(
  letter: string,
  { names_id, asks }: LetterDuty,
  at: { readonly message: string; readonly product: Product },
): boolean {
  return foreignFaults(letter, at).length === 0 && !isDistrustedLetter(letter, at) &&
    !holdsPlaceholder(letter) &&
    letter.includes(TICKET_ID_MARK) === names_id &&
    !letter.replaceAll(TICKET_ID_MARK, "").includes("{{") &&
    (asks === null || asks.test(letter));
}
