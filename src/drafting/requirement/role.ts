/**
 * Who is asking: the role of a user story, from the text where it says so.
 *
 * @module
 */
import type { DraftContext } from "../message/draft_context.ts";

const PERSON =
  "(?:coach|assistant coach|head coach|trainer|athlete|swimmer|runner|cyclist|triathlete|member|beginner|parent|mother|mum|mom|father|dad|grandparent|teacher|student|pupil|tutor|lecturer|professor|principal|nurse|doctor|physician|physiotherapist|physio|therapist|vet|dentist|pharmacist|patient|carer|caregiver|developer|programmer|engineer|designer|photographer|musician|singer|conductor|composer|writer|author|editor|journalist|translator|researcher|scientist|analyst|accountant|bookkeeper|treasurer|auditor|lawyer|landlord|tenant|owner|shop owner|business owner|freelancer|contractor|consultant|manager|team lead|team leader|project manager|product manager|director|administrator|admin|sysadmin|organiser|organizer|volunteer|coordinator|secretary|receptionist|assistant|waiter|waitress|chef|cook|baker|farmer|gardener|driver|courier|dispatcher|pilot|hiker|walker|traveller|traveler|commuter|customer|subscriber|reader|listener|gamer|player|seller|buyer|recruiter|employee|employer|worker|night worker|shift worker|nurse|captain|club manager|referee|scout|librarian|architect|builder|electrician|plumber|mechanic|technician|operator|user|power user|new user|pensioner|retiree|widow|widower|single parent|dog owner|cat owner|homeowner|host|guest|moderator)";
const AS_A = new RegExp(
  `(?:^|[.!?,;(]\\s*|\\b(?:i|we),?\\s+|team,\\s+)as (?:an?|the) (?:[\\w-]+ )?(${PERSON}s?)\\b`,
  "i",
);
const I_AM_A = new RegExp(
  `\\b(?:i am|i'm|i’m|im|i work as|being) an? (?:[\\w-]+ ){0,2}?(${PERSON})\\b`,
  "i",
);
const WE_ROLE = new RegExp(`\\b(?:we|us) (${PERSON})(?:s|es)\\b`, "i");

/** The role, lower case: "coach", "parent", or the product's own. */
export function roleOf({ text, request: { product } }: DraftContext): string {
  const found = AS_A.exec(text)?.[1] ?? I_AM_A.exec(text)?.[1] ?? WE_ROLE.exec(text)?.[1];
  return (found ?? product.user_role).toLowerCase();
}
