/**
 * Rows that say which matters a message holds: on one matter or two, with the
 * stretches that tell them where a person marked these, and messages put
 * together from two.
 *
 * @module
 */
import { z } from "zod";
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import { Chance } from "./chance.ts";

const intent = z.enum(INTENTS);

/** A row of fixtures/pairs.jsonl: the matter that comes first, and the second if there is one. */
export const pairRow = z.object({
  message: z.string(),
  first: intent,
  second: intent.nullable(),
  first_text: z.string().optional(),
  second_text: z.string().nullish(),
});

/** A row of fixtures/pairs.jsonl. */
export type PairRow = z.infer<typeof pairRow>;

/** Which matters a message holds. */
export interface ToldMatters {
  readonly message: string;
  readonly first: Intent;
  readonly second: Intent | null;
  /** What tells a matter, of which type; `null` where nobody marked it. */
  readonly stretches: readonly { readonly text: string; readonly intent: Intent }[] | null;
  /** Whether the first is known to come first. */
  readonly ordered: boolean;
  /** What it counts beside others. */
  readonly weight: number;
}

/** What a row counts: of pairs there are few. */
const PAIR_WEIGHT = 3, JOINED_WEIGHT = 0.5;
const JOINED = 1400;
const JOINED_CHARACTERS = 260;
/** What stands before and between two messages that are put together; often nothing. */
const FRAMES: readonly (readonly [before: string, between: string])[] = [
  ...[" ", " ", " ", "\n", "\n\n", "\n\n"],
  ...[" Also, ", " And ", " By the way, ", "\nOne more thing: ", "\n\nPS "],
  ...[" While I am here: ", " Separately, ", "\n\nBesides, ", " Oh, and ", " Another thing. "],
].map((between): [string, string] => ["", between]).concat([
  ["1. ", "\n2. "],
  ["- ", "\n- "],
  ["Two things. 1. ", " 2. "],
  ["Hello, two things: first, ", " Second, "],
]);
/** A frame that ends so goes on in the same sentence. */
const GOES_ON = /[\p{L},:] $/u;

/** A row of fixtures/pairs.jsonl as an example. */
export function ofPair({ message, first, second, first_text, second_text }: PairRow): ToldMatters {
  const stretches = first_text === undefined ? null : [{ text: first_text, intent: first }];
  if (second !== null && second_text) stretches?.push({ text: second_text, intent: second });
  return { message, first, second, stretches, ordered: true, weight: PAIR_WEIGHT };
}

/** Messages made of two short ones each, as if one customer had written them. */
export function joinMessages(rows: readonly ToldMatters[]): ToldMatters[] {
  const short = rows.filter(({ message, second, stretches }) =>
    second === null && message.length < JOINED_CHARACTERS && stretches !== null &&
    stretches.length > 0
  );
  const chance = new Chance();
  const draw = <Value>(from: readonly Value[]) =>
    from[Math.floor(chance.next() * from.length)] as Value;
  return Array.from({ length: JOINED }, () => {
    const one = draw(short), other = draw(short), [before, between] = draw(FRAMES);
    const ended = /[.!?]\s*$/.test(one.message) ? one.message.trim() : `${one.message.trim()}.`;
    const begun = GOES_ON.test(before) ? withSmallInitial(ended) : ended;
    const rest = GOES_ON.test(between) ? withSmallInitial(other.message) : other.message;
    return {
      message: before + begun + between + rest,
      first: one.first,
      second: one.first === other.first ? null : other.first,
      stretches: [...stretchesOf(one, begun), ...stretchesOf(other, rest)],
      ordered: false,
      weight: JOINED_WEIGHT,
    };
  });
}

/** The marked stretches as they stand in what was made of the message. */
function stretchesOf({ stretches }: ToldMatters, made: string) {
  return (stretches ?? []).map(({ text, intent }) => ({
    text: made.includes(text) ? text : withSmallInitial(text),
    intent,
  }));
}

function withSmallInitial(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
