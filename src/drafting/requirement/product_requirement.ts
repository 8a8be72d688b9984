/**
 * The requirement behind a wish: title, story, value, size. Wish, reason and
 * what stands around them are told by the roles of the clauses
 * (message/roles.ts). A wish becomes "to sort the list" or "a list" where
 * grammar shows its form (wording.ts); everything else is quoted.
 *
 * @module
 */
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { type ProductRequirement, REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { isUnlisted } from "../../triage/domain/catalog.ts";
import { businessValue } from "./business_value.ts";
import { estimateComplexity } from "./complexity.ts";
import { matchComponents, type WeighedPhrase } from "../catalog/component.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { headline, isPresentable } from "../english/headline.ts";
import { describe } from "./described.ts";
import { reasonOf } from "./reason.ts";
import { roleOf } from "./role.ts";
import { findWish, type Wish } from "./wish.ts";
import { pointOf } from "./wording.ts";
import { unended, withInnerQuotes } from "../english/rewording.ts";
import { phraseOf } from "../english/words.ts";

/** A requirement and the wish it was drawn from. */
export interface DraftedRequirement {
  readonly requirement: ProductRequirement;
  readonly wish: Wish | null;
}

const WISH_WEIGHT = 2;
// A component counts as affected with at least this share of the clearest one's weight.
const AFFECTED_SHARE = 0.45;
const AFFECTED_MAX = 4;
const QUOTED_CHARACTERS = 220;
/** The end of a story whose reason nobody has told. */
const NO_REASON = "… (the message gives no reason)";

/** Drafts a requirement. */
export function draftRequirement(context: DraftContext): DraftedRequirement {
  const { request: { product } } = context;
  const wish = findWish(context);
  const components = affected(context, wish);
  const names = components.length > 0 ? components : [product.default_component];
  return {
    requirement: {
      title: titleOf(wish, context),
      description: describe(context, wish),
      user_story: storyOf(context, wish),
      business_value: businessValue(context),
      complexity_estimate: estimateComplexity(
        context.sentences,
        wish?.stretch ?? null,
        names.length,
      ),
      affected_components: names,
      status: "Under Review",
    },
    wish,
  };
}

function affected(
  { parts, show, request: { product } }: DraftContext,
  wish: Wish | null,
): string[] {
  const phrases: WeighedPhrase[] = [];
  if (wish !== null) {
    const { stretch: { start, end } } = wish;
    phrases.push({ phrase: phraseOf(show(start, end)), weight: WISH_WEIGHT });
  }
  // Of a product that the catalogue does not list, what else is told names things of that trade.
  if (!isUnlisted(product)) {
    if (wish !== null) phrases.push({ phrase: wish.statement.phrase, weight: 0.6 });
    for (const statement of parts.statements) {
      if (statement !== wish?.statement) phrases.push({ phrase: statement.phrase, weight: 0.4 });
    }
  }
  const matches = matchComponents(product, phrases);
  const least = (matches[0]?.weight ?? 0) * AFFECTED_SHARE;
  return matches.filter((match) => match.weight >= least).slice(0, AFFECTED_MAX)
    .map((match) => match.component.name);
}

function titleOf(wish: Wish | null, context: DraftContext): string {
  const title = wish === null ? "" : headline(wish.wording?.topic ?? unworded(wish, context));
  return isPresentable(title)
    ? title
    : headline(`Request about ${context.product ?? context.request.product.default_component}`);
}

/** A wish of no certain form: behind its lead-in, else its sentence if that has room, else its clause. */
function unworded({ stretch, statement, told }: Wish, { show }: DraftContext): string {
  const point = pointOf(stretch, show), { text } = statement.phrase;
  const led = point.length < stretch.end - stretch.start;
  const said = led || text.length > REPLY_LIMITS.title_characters ? point : text;
  return said.length > REPLY_LIMITS.title_characters ? show(told.start, told.end) : said;
}

/** The clause that tells the wish, as it stands. */
function wordsOf({ stretch: { start, end } }: Wish, { show }: DraftContext): string {
  return unended(show(start, end));
}

function storyOf(context: DraftContext, wish: Wish | null): string {
  const role = roleOf(context);
  const end = (wish === null ? null : reasonOf(wish, context)) ?? NO_REASON;
  const article = /^[aeiou]/i.test(role) && !/^(?:user|uni|one|eu)/i.test(role) ? "an" : "a";
  return cutAtWord(
    `As ${article} ${role}, I want ${wantedIn(wish, context)}, so that ${end}`,
    REPLY_LIMITS.story_characters - 1,
  ) + ".";
}

function wantedIn(wish: Wish | null, context: DraftContext): string {
  if (wish === null) return `to tell you what I miss in ${context.thing}`;
  if (wish.wording !== null) return wish.wording.wanted;
  const { phrase: { text } } = wish.statement;
  const words = text.length <= QUOTED_CHARACTERS || !wish.sure ? text : wordsOf(wish, context);
  const quote = cutAtWord(withInnerQuotes(words), QUOTED_CHARACTERS);
  return `${wish.sure ? "this" : "this looked into"}: “${unended(quote)}”`;
}
