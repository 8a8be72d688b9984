/**
 * What a letter can name, each looked for only when a sentence asks for it.
 *
 * @module
 */
import type { Resource } from "../../triage/domain/catalog.ts";
import { TICKET_ID_MARK } from "../../triage/domain/reply.ts";
import { answerOf } from "../catalog/page_answer.ts";
import { isBadNews } from "./clause_kind.ts";
import { crisisSentence } from "./crisis_sentence.ts";
import { wovenClause } from "./letter.ts";
import type { LetterFacts } from "./letter_facts.ts";
import type { LetterSituation, LetterState } from "./letter_state.ts";
import { clauseOf, type Drafted, repeatsNothing } from "./matter.ts";
import { rightOf } from "./right.ts";
import { type Quote, quoteOf } from "./quote.ts";
import type { Slot } from "./sentence_row.ts";
import { isQuestion } from "./question.ts";
import { urgencyOf } from "./urgency.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { Wish } from "../requirement/wish.ts";
import { listed } from "../english/rewording.ts";

const GIVEN_MAX = 3;
/** "Human please" says no more than the situation does. */
const BRIEF_CHARACTERS = 20;
const BRIEF: ReadonlySet<LetterSituation> = new Set(["praise", "person_requested"]);

/** What a letter can name; `null` where there is nothing to stand for it. */
export class LetterSlots {
  readonly #context: DraftContext;
  readonly #drafted: Drafted;
  readonly #state: LetterState;
  readonly #facts: LetterFacts;
  readonly #known = new Map<Slot, string | null>();
  readonly #quote: Quote | null;
  #said: string | undefined;

  constructor(context: DraftContext, drafted: Drafted, state: LetterState, facts: LetterFacts) {
    this.#context = context;
    this.#drafted = drafted;
    this.#state = state;
    this.#facts = facts;
    this.#quote = repeatsNothing(context, state) ? null : quoteOf(context);
  }

  /** What stands for a name. */
  get(name: Slot): string | null {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const found = this.#find(name);
    this.#known.set(name, found);
    return found;
  }

  #find(name: Slot): string | null {
    const context = this.#context, state = this.#state, quote = this.#quote;
    const { requirement, resources } = this.#drafted;
    switch (name) {
      case "id":
        return state.type === "general_inquiry" ? null : TICKET_ID_MARK;
      case "clause":
        // What was repeated whole says more than one clause of it.
        return quote?.statements.length === 1
          ? clauseOf(quote.statements[0], context, this.#drafted)
          : null;
      case "bad": {
        const clause = this.get("clause");
        return clause !== null && isBadNews(clause) ? clause : null;
      }
      case "told":
        // "He slept" alone says nothing of what is praised.
        return quote === null ||
            BRIEF.has(state.situation) && quote.words.length < BRIEF_CHARACTERS
          ? null
          : ended(quote.words);
      case "question":
        // Where more than questions is repeated, nobody "asks" it all.
        return quote?.asks === true && quote.statements.every(isQuestion)
          ? ended(quote.words)
          : null;
      case "reach":
        return NUMBER_GIVEN.test(context.text) ? "the number that you gave" : null;
      case "wish": {
        const wish = requirement?.wish ?? null;
        return wish === null || !isSimpleWish(wish) || context.parts.statements.length > 1 ||
            SAYS_MORE.test(context.text)
          ? null
          : wovenClause(wish.wording?.wanted ?? "", context);
      }
      case "given":
        return this.#given();
      case "urgency":
        return urgencyOf(context.text);
      case "right":
        return rightOf(context.text);
      case "thing":
        return thingOf(context);
      case "system":
        return thingOf(context) ?? "our systems";
      case "crisis":
        return crisisSentence(context);
      case "page":
        return linesOf(resources);
    }
  }

  /** What was told beside the matter itself, as a list. */
  #given(): string | null {
    const facts = this.#facts;
    const { situation } = this.#state;
    const all = [
      ...facts.references,
      ...(BY_PAYMENT.has(situation) ? [...facts.amounts, ...facts.dates] : []),
      ...(WITH_DEVICE.has(situation) ? facts.devices : []),
    ].filter((fact) => !this.#isSaid(fact));
    return all.length === 0 ? null : listed([...new Set(all)].slice(0, GIVEN_MAX));
  }

  /** Whether the letter names a fact already, by its last word: "order 55821" is told by its number. */
  #isSaid(fact: string): boolean {
    this.#said ??= (this.#quote?.words ?? "").toLowerCase();
    return this.#said.includes(fact.slice(fact.lastIndexOf(" ") + 1).toLowerCase());
  }
}

/** Situations in which something is found by day and amount. */
const BY_PAYMENT: ReadonlySet<LetterSituation> = new Set(["money", "refund", "cancel"]);
/** Situations in which it matters which device it is. */
const WITH_DEVICE: ReadonlySet<LetterSituation> = new Set(["fault", "outage"]);

/** A number to be called on was given; it is never said again. */
const NUMBER_GIVEN = /\[phone number\]/;
/** A wish of one sentence that also says why. */
const SAYS_MORE = /[,;:(–]/;
/** What stands after "you would like" without a slip: one thing, in few words. */
const SIMPLE_WISH = /^(?:an? |to [a-z]+ (?:the|an?|my|our|more|all) )/;
const NOT_SIMPLE =
  /[,;:]|\b(?:and|but|or|is|are|was|were|has|makes?|ought|should|must|wants|needs)\b/;
const WISH_CHARACTERS = 60;

function isSimpleWish({ wording }: Wish): boolean {
  return wording !== null && wording.wanted.length <= WISH_CHARACTERS &&
    SIMPLE_WISH.test(wording.wanted) && !NOT_SIMPLE.test(wording.wanted);
}

/** A quotation that ends a sentence. */
function ended(quote: string | null): string | null {
  return quote === null || /[!?…]”$/u.test(quote) ? quote : `${quote}.`;
}

const NAME = /^\p{Lu}[\p{L}\d]*(?: \p{Lu}[\p{L}\d]*)?$/u;

/** "the app", "Ledgerly"; `null` where the product is called by no name that takes a place in a sentence. */
function thingOf({ product, thing }: DraftContext): string | null {
  if (product === null) return null;
  if (/^the (?:app|portal|web portal)$/.test(thing)) return thing;
  if (NAME.test(product)) return product;
  return !/\p{Lu}/u.test(product) && /(?:lock|car|editor|platform|console|monitor)$/.test(product)
    ? thing
    : null;
}

function linesOf(resources: readonly Resource[] = []): string {
  const links = resources.map(({ title, url }) => `- ${title}: ${url}`).join("\n");
  const answer = answerOf(resources);
  return answer === "" ? links : `${links}\n\n${answer}`;
}
