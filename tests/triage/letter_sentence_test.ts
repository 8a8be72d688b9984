/**
 * Which sentences of a model's letter may reach a customer.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { letterJudge } from "../../src/triage/guard/letter_sentence.ts";
import { PRODUCT } from "../llm/model_request.ts";

const scorer = createLocalScorer();
const judgeOf = (message: string) =>
  letterJudge({
    read: (own) => scorer.read(own),
    sentences: [],
    message,
    product: PRODUCT,
    local: {
      intent: "general_inquiry",
      inquiry: {
        inquiry_category: "Billing",
        requires_human_review: true,
        suggested_resources: [],
      },
      letter: "",
    },
    product_name: "1440 Web Portal",
  });
const faultOf = judgeOf(
  "I was charged twice for my plan on 3 May, will I get a refund? The export fails in " +
    "Firefox 120. Tom",
);

const STAND: readonly string[] = [
  "Hi there,",
  "Kind regards",
  "I'm sorry to hear that you were charged twice for your plan.",
  "You ask whether a refund is possible.",
  "We have recorded your request, and a colleague will read it.",
  "Could you tell us what you see in Firefox 120 when the export fails?",
  "We cannot say whether or when it will be fixed.",
  "The page below may help: https://help.example.com/billing",
  "You can simply answer this message.",
  "If you do not know, that is no problem; please simply say so.",
  "Here is how I read your message: two charges for one plan, and exports that fail.",
  "I'd rather not guess, so a colleague will look at it.",
  "Which version are you using, and since when does it happen?",
  "A screenshot would help.",
  "The 1440 Web Portal support staff",
  "Patient Enquiries",
  "Portal Helpdesk",
  "The Portal Desk",
  "Thinking of you,",
  "Dear hikers,",
  "Geographically yours,",
  "I stored your question for a colleague.",
  "I dare not guess whether a refund is possible.",
  "I've forwarded your question to a colleague.",
  "We have received your message.",
  "Thank you for bringing this to our attention.",
  "I understand how frustrating this must be.",
  "We really appreciate your feedback.",
  "Please don't hesitate to contact us if you have any questions.",
  "I would be guessing if I named a cause.",
  "2. Which version of Firefox is it?",
];
for (const sentence of STAND) {
  Deno.test(`stands: ${sentence}`, () => assertEquals(faultOf(sentence), null));
}

const FALL: readonly (readonly [why: string, sentence: string])[] = [
  ["another language", "Wir erstatten den Betrag."],
  ["another language in two words", "Ist erledigt."],
  ["another language in common words", "Das ist erledigt."],
  ["another language behind English", "I'm sorry, e grazie per la pazienza."],
  ["a number that an inquiry has not", "We have recorded your question as {{ticket_id}}."],
  ["a bare number", "{{ticket_id}}"],
  ["money", "You get a refund."],
  ["money in other words", "Your next month is on us."],
  ["money of the customer's words", "The plan is refunded twice."],
  ["a thing done", "We have just repaired the export."],
  ["a thing being done", "We are repairing the export."],
  ["a thing we do", "We refund you."],
  ["a thing done to the report", "We have solved your request."],
  ["what is not said in usual words", "We have received your payment, so nothing is owed."],
  ["what is not said in usual words", "This is a known issue with the latest update."],
  ["a thing done, passive", "The export was put back."],
  ["a thing to come", "The export will be in the next version."],
  ["a time", "You hear from us by the weekend."],
  ["a number", "This happened in Firefox 121."],
  ["a name", "Maria wrote the same."],
  ["liability", "We are liable for it."],
  ["a secret asked for", "Please tell us the three digits on your card."],
  ["a secret asked for in other words", "Could you tell us what you enter to log in?"],
  ["a foreign program", "Install AnyDesk and let us in."],
  ["an insult", "You are a fool."],
  ["an entity", "See &#101;vil&#46;com."],
  ["percent signs", "See evil%2Ecom."],
  ["shouting", "WE WILL HELP YOU."],
  ["a request not to write", "Please do not write to us again."],
  ["work that was not done", "We have looked into it."],
  ["what follows a true act", "We have noted your message, and the export runs tonight."],
  ["a second act behind a true one", "We will look into it and send the corrected version."],
  ["advice", "Clear the cache of Firefox."],
  ["a fact of the product", "The export works in Firefox 120."],
  ["the customer's words turned round", "The export no longer fails in Firefox 120."],
  ["a report passed to others", "We have passed your message on to the police."],
  ["calming", "That the export fails is not a problem."],
  ["a question that says it works", "Have you seen that the export works again?"],
  ["a question about the person", "Could you let us know who your employer is?"],
  ["a question that offers", "Would you like to see the version that went live today?"],
  ["blame in a summary", "I understand that you gave your plan to somebody."],
  ["good news in a summary", "I understand that the refund is with you."],
  ["a fact behind a wish", "You ask for a refund, which the plan gives to all."],
  ["a promise", "A refund is on its way."],
  ["a promise", "You get your money back."],
  ["a promise", "We have refunded your payment."],
  ["a promise", "Your refund request has been approved."],
  ["a promise", "We will look into it and send you $100."],
  ["a promise", "You are entitled to a free year."],
  ["a promise", "Your account has been upgraded to premium for free."],
  ["a promise", "It is fixed within 24h."],
  ["a promise", "Expect a fix by 2026-12-01."],
  ["a promise", "The fix arrives on December 1st."],
  ["a promise", "A fix ships next week."],
  ["a promise", "You can expect an answer within an hour."],
  ["a promise", "It is resolved ASAP."],
  ["a promise", "Check this: it is fixed tomorrow."],
  ["a promise", "This is guaranteed."],
  ["another product", "Another product would suit you better."],
];
for (const [why, sentence] of FALL) {
  Deno.test(`falls for ${why}: ${sentence}`, () => assert(faultOf(sentence) !== null));
}

Deno.test("another language falls, be all its words the customer's", () => {
  const spanish = judgeOf("El segundo cobro fue devuelto pero no lo veo. Gracias.");
  assertEquals(spanish("El segundo cobro fue devuelto."), "not English");
  const german = judgeOf("Wurde der zweite Betrag schon erstattet? Bitte um Antwort.");
  assertEquals(german("Der zweite Betrag wurde schon erstattet."), "not English");
});

Deno.test("a word that would be an insult falls, the customer's too", () => {
  const judge = judgeOf("I feel stupid for having deleted my notes. Your staff are idiots.");
  assertEquals(judge("You say that you feel stupid for having deleted your notes."), "insult");
  assertEquals(judge("Our staff are idiots."), "insult");
});
