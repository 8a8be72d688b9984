/**
 * Whether a message was meant for somebody else: it says so, or greets a
 * dentist, and we carry parcels.
 *
 * @module
 */
import type { DraftContext } from "../message/draft_context.ts";

/** Whom nobody greets so who writes to a company. */
const GREETED =
  /^\s*(?:dear|hello|hi|good (?:morning|afternoon|evening)),? (?:(?:my|our) )?(dentist|doctor|vet|landlord|landlady|teacher|headmaster|headmistress|professor|vicar|father|mother|mum|mom|dad|darling|sweetheart|grandma|grandpa|granny|neighbou?r|plumber|hairdresser|physio\w*|midwife|santa(?: claus)?|mayor|coach)\b\s*[,.!:\n–]/i;

/** The writer says it: "Sent to wrong address I think?", "Sorry, wrong number." */
const SAID_SO =
  /^\W*(?:(?:oh|oops|sorry|apologies)[,.!]? )?(?:(?:i (?:think|may have|might have|have|must have|just) )*sent (?:this |it |that )?to (?:the |a )?wrong|wrong (?:number|address|person|inbox|recipient|window|chat)\b)|\b(?:this|it|(?:e-?mail|message|letter)) (?:was|is) (?:not (?:meant|intended) for you|(?:meant|intended) for (?:my|our|somebody|someone|another) )/i;

/** Whether the writer says so. */
export function isSaidToBeForSomebodyElse({ text }: DraftContext): boolean {
  return SAID_SO.test(text);
}

/** Whether the writer says so, or greets somebody whom the product's name does not name. */
export function isForSomebodyElse(context: DraftContext): boolean {
  if (isSaidToBeForSomebodyElse(context)) return true;
  const { text, request } = context;
  const greeted = GREETED.exec(request.document.own.greeting || text)?.[1]?.toLowerCase();
  if (greeted === undefined) return false;
  const name = request.product_name.toLowerCase();
  return !name.includes(greeted) && !(TRADES.get(greeted)?.test(name) ?? false);
}

/** The names that a product may have under which somebody is greeted so. */
const TRADES: ReadonlyMap<string, RegExp> = new Map([
  ["dentist", /dent|clinic|smile|practice/],
  ["doctor", /clinic|health|practice|surgery|hospital|medic|care/],
  ["vet", /pet|animal|veterin|clinic|paw/],
  ["landlord", /hous|rent|propert|let|home/],
  ["landlady", /hous|rent|propert|let|home/],
  ["teacher", /school|learn|class|tutor|academy|course|nursery|studio/],
  ["professor", /universit|college|learn|course|campus/],
  ["plumber", /plumb|heat|boiler|water|home/],
  ["coach", /fit|gym|train|sport|run/],
  ["mayor", /city|town|council|municip/],
]);
