/**
 * Finds the stretch of a message that tells the wish: the clause that most
 * likely has that role, with what goes on with it in the same sentence. Where
 * none likely has it, the clause that tells what is wrong today.
 *
 * @module
 */
import type { Sentence, Token } from "../../triage/text/document.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { Role } from "../message/role_names.ts";
import { logit, type Told } from "../message/roles.ts";
import type { Statement } from "../message/message_parts.ts";
import { statementOf } from "../message/statement_of.ts";
import { isVerbless } from "./grammar.ts";
import { isLeadIn } from "./lead_in.ts";
import { type Stretch, stretchOf } from "./stretch.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** A wish, ready for a story and a title. */
export interface Wish {
  /** The clause that tells it, with its details up to the end of the sentence or of its role. */
  readonly stretch: Stretch;
  /** The clause alone. */
  readonly told: Told;
  readonly statement: Statement;
  /** Whether something is wished for there, rather than trouble told. */
  readonly sure: boolean;
  /** As an infinitive or a thing; `null` where grammar gives no certain form. */
  readonly wording: Wording | null;
}

/**
 * What counts of a clause: the logit of its role, the span model's for its sentence,
 * that a rule says something is asked for there, that a lead-in stands in the clause.
 */
const WEIGHT = { role: 2, span: 1, asked: 2, led: 1 } as const;
/** How likely a clause that says how it should be is the wish, of how likely it says so. */
const DETAIL = 0.5;
const LOOKED_AT = 6;
/** Of a sentence in which the span model sees no wish. */
const NOT_SEEN = -1;
/** From there on a clause wishes for something, whatever the words. */
const SURE_PROBABILITY = 0.2;

/** The wish of a message; `null` where the message says nothing. */
export function findWish(context: DraftContext): Wish | null {
  const { roles, spans } = context;
  const seen = new Map(
    spans.best("wish", LOOKED_AT).map(({ sentence, score }) => [sentence, score]),
  );
  const likely = (told: Told) =>
    Math.max(roles.probability("wish", told), DETAIL * roles.probability("wish_detail", told));
  let best: { told: Told; statement: Statement; score: number; sure: boolean } | null = null;
  for (const told of new Set([...roles.likeliest("wish", LOOKED_AT), ...roles.told])) {
    const statement = statementOf(told.sentence, context);
    if (statement === undefined) continue;
    const asked = isAskedIn(told.sentence), led = isLedIn(told);
    const score = WEIGHT.role * logit(likely(told)) +
      WEIGHT.span * (seen.get(told.sentence) ?? NOT_SEEN) +
      (asked ? WEIGHT.asked : 0) + (led ? WEIGHT.led : 0);
    if (best !== null && best.score >= score) continue;
    best = { told, statement, score, sure: asked || led || likely(told) > SURE_PROBABILITY };
  }
  if (best === null) return null;
  const stretch = withDetails(best.told, context);
  const wording = wordingOf(stretch, context.show, context.thing);
  const { told, statement } = best;
  return { stretch, told, statement, sure: best.sure || wording !== null, wording };
}

function isAskedIn({ fired }: Sentence): boolean {
  return fired.some(({ rule }) => rule === "wish/asked" || rule === "wish/offered");
}

function isLedIn({ sentence, start, end }: Told): boolean {
  return sentence.fired.some((fired) =>
    isLeadIn(fired.rule) && fired.start >= start && fired.start < end
  );
}

/** They open what a wish is tied to: when, how long, on which condition. */
const BELONGING = new Set(
  "if when whenever before after until till unless once while where without instead except".split(
    " ",
  ),
);
/** "before it starts", "and have it filed": no clause of its own. */
function opensMore(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.normal ?? "";
  const next = tokens[at + 1]?.normal === "then" ? at + 2 : at + 1;
  return BELONGING.has(word) || (word === "and" || word === "or") && tokens[next]?.pos === "VERB";
}

const GOING_ON: ReadonlySet<Role> = new Set<Role>(["wish", "wish_detail"]);

/**
 * A clause with those around it in its sentence that go on with the wish, and
 * what stands in front without a verb of its own: "My old orders, | with the
 * shade beside each".
 */
function withDetails(told: Told, { roles }: DraftContext): Stretch {
  const { sentence } = told;
  const parts = roles.toldIn(sentence);
  const at = parts.findIndex(({ first, last }) => first <= told.first && told.first <= last);
  let from = Math.max(0, at), to = from;
  const goesOn = (place: number) => GOING_ON.has(parts[place]?.role ?? "courtesy");
  const belongs = (place: number) => opensMore(sentence.tokens, parts[place]?.first ?? -1);
  while (to + 1 < parts.length && (goesOn(to + 1) || belongs(to + 1))) to++;
  while (
    from > 0 && (goesOn(from - 1) || isVerbless(sentence.tokens, 0, (parts[from]?.first ?? 0) - 1))
  ) from--;
  const first = parts[from]?.first ?? told.first;
  return stretchOf(sentence, ledFrom(sentence, first), parts[to]?.last ?? told.last);
}

/** "What I'm | after is a list": what leads up to the wish began before the clause. */
function ledFrom({ tokens, fired }: Sentence, first: number): number {
  const start = tokens[first]?.start ?? 0;
  const lead = fired.find((one) =>
    isLeadIn(one.rule) && one.start < start && (one.captured?.start ?? 0) > start
  );
  return lead === undefined ? first : tokens.findIndex(({ end }) => end > lead.start);
}
