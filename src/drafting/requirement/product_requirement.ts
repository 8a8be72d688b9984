/**
 * The requirement behind a wish: title, story, value, size.
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
import { inTheirWords } from "./in_their_words.ts";
import { reasonOf } from "./reason.ts";
import { roleOf } from "./role.ts";
import { asTold } from "../english/rewording.ts";
import { findWish, type Wish } from "./wish.ts";
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
const WANTED_CHARACTERS = 220;
const DESCRIBED_SENTENCES = 8;
// "Give us a setting!" says no more.
const GENERIC = /^(?:setting|option|feature|button|switch|way|function)$/i;
/** The end of a story whose reason nobody has told. */
const NO_REASON = "… (the message gives no reason)";
/** What can not be told in our words: a question, a stand-in, a quotation in single marks. */
const QUOTING = /[?!\[]|^this: "|(?<!\p{L})'\S/u;
const QUOTATION = /("[^"]*"|“[^”]*”)/u;

/** Drafts a requirement. */
export function draftRequirement(context: DraftContext): DraftedRequirement {
  const { request: { product } } = context;
  const wish = findWish(context);
  const components = affected(context, wish);
  const names = components.length > 0 ? components : [product.default_component];
  const reason = wish === null ? null : reasonOf(wish, context);
  const title = titleOf(wish, reason, context);
  return {
    requirement: {
      title,
      description: describe(context, title, wish),
      user_story: storyOf(context, wish, reason),
      business_value: businessValue(context),
      complexity_estimate: estimateComplexity(
        context.sentences,
        wish?.span ?? wish?.statement.sentence ?? null,
        names.length,
      ),
      affected_components: names,
      status: "Under Review",
    },
    wish,
  };
}

function affected({ parts, request: { product } }: DraftContext, wish: Wish | null): string[] {
  const phrases: WeighedPhrase[] = [];
  if (wish !== null) phrases.push({ phrase: phraseOf(wish.topic), weight: WISH_WEIGHT });
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

function titleOf(wish: Wish | null, reason: string | null, context: DraftContext): string {
  const topic = wish?.topic ?? "";
  const without = topic.replace(/\s+instead of\s.*$/i, "");
  const title = headline(without.length >= 12 ? without : topic);
  if (GENERIC.test(title)) {
    // "a setting so that the balance is hidden": what it is for names it.
    if (reason !== null && !reason.startsWith("…")) return headline(`${title} so that ${reason}`);
    return `Request for ${/^o/i.test(title) ? "an" : "a"} ${title.toLowerCase()}`;
  }
  if (isPresentable(title)) return title;
  const component = context.request.product.default_component;
  return headline(`Request about ${context.product ?? component}`);
}

function storyOf(context: DraftContext, wish: Wish | null, reason: string | null): string {
  const role = roleOf(context);
  const wanted = wish === null
    ? `to tell you what I miss in ${context.thing}`
    : cutAtWord(wish.wanted, WANTED_CHARACTERS);
  const end = reason ?? NO_REASON;
  const article = /^[aeiou]/i.test(role) && !/^(?:user|uni|one|eu)/i.test(role) ? "an" : "a";
  return cutAtWord(
    `As ${article} ${role}, I want ${wanted}, so that ${end}`,
    REPLY_LIMITS.story_characters - 1,
  ) + ".";
}

/** In the third person; a quotation stays as it is. */
function told(wanted: string): string {
  return wanted.split(QUOTATION).map((piece) => QUOTATION.test(piece) ? piece : asTold(piece))
    .join("");
}

function describe(
  context: DraftContext,
  title: string,
  wish: Wish | null,
): string {
  const { text, product } = context;
  const said = inTheirWords(context, DESCRIBED_SENTENCES);
  const who = `A customer${product === null ? "" : ` of ${product}`}`;
  const wanted = wish === null || QUOTING.test(wish.wanted) ? "" : told(wish.wanted);
  const asked = wanted === "" || wanted.length > WANTED_CHARACTERS
    ? `${who} has written about this: “${title.replace(/["“”]/gu, "'")}”.`
    : `${who} would like ${wanted}.`;
  const words = said === "" ? text : said;
  return cutAtWord(
    words === "" ? asked : `${asked} In their words: ${words}`,
    REPLY_LIMITS.description_characters,
  );
}
