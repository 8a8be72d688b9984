/**
 * When a message itself asks for a person.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { readMessage } from "../../src/reading/read_message.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { SITUATIONS } from "../../src/triage/domain/situation.ts";

const scorer = createLocalScorer();
const reasonsOf = (message: string): readonly string[] =>
  scorer.score(scorer.read(readMessage(message))).concerns;

const FOUND: readonly (readonly [reason: string, message: string])[] = [
  ["refund_requested", "Please refund the 79."],
  ["refund_requested", "I'd like our money back for the unused seats."],
  ["refund_requested", "You charged me twice this month."],
  ["account_security", "I think my account was hacked."],
  ["account_security", "There was a login from a city I have never been to."],
  ["account_security", "Somebody else is using my account."],
  ["legal_or_privacy", "What data do you store about me?"],
  ["legal_or_privacy", "My lawyer will contact you."],
  ["legal_or_privacy", "Members can see the health notes of other athletes."],
  ["legal_or_privacy", "Please delete all the data you hold about me."],
  ["injury", "I took the wrong insulin dose because of your app and had to go to hospital."],
  ["escalation", "This is unacceptable, I want to speak to your manager."],
  ["escalation", "This is the third time I write, and nobody has answered my mails."],
  ["escalation", "I HAVE HAD ENOUGH OF THIS APP AND OF ALL OF YOU"],
  ["person_requested", "Can somebody call me back please?"],
  ["person_requested", "I want to talk to a real person, not a robot."],
  ["nothing_understood", "asdf"],
  ["nothing_understood", "???"],
  ["nothing_understood", "🙃🔥"],
  ["nothing_understood", "jklöjklö fghfgh ddddddd"],
  ["nothing_understood", "Hello, is anybody there?"],
  ["nothing_understood", "1234567890"],
];

for (const [reason, message] of FOUND) {
  Deno.test(`${reason}: ${message}`, () => {
    assertEquals(
      reasonsOf(message).includes(reason),
      true,
    );
  });
}

const QUIET = [
  "How do I change the e-mail address on my account?",
  "The app crashes when I open the map.",
  "Please add a dark mode.",
  "Where do I find the refund policy?",
  "I forgot my password, how do I get a new one?",
  "How do I issue a refund to a customer?",
  "Is there a privacy mode for the map?",
  "The button goes back to the start page.",
  "I get a reminder every time I open the app again.",
  "Dark mode pls",
  "Splendid app, thank you!",
  "The phone call button does nothing.",
  "Ramesh Patel 0701234567",
  "Mine Mine",
] as const;

for (const message of QUIET) {
  Deno.test(`no concern: ${message}`, () => assertEquals(reasonsOf(message), []));
}

Deno.test("a language that is not read: any situation is as likely as another", () => {
  const { situation, concerns } = scorer.score(
    scorer.read(readMessage("Bitte löschen Sie mein Konto, ich kann mich nicht mehr anmelden.")),
  );
  assertEquals(concerns, ["language_not_supported"]);
  assertEquals(situation.probability, 1 / SITUATIONS.length);
});

const CLAIMED: readonly string[] = [
  "please close my account and delete my data",
  "Cancel my subscription and erase all personal information you hold on me.",
  "Our DPO asks for your data processing agreement.",
  "Can you send us a data processing agreement to sign?",
  "Where is our data hosted and who are your sub-processors?",
];

for (const message of CLAIMED) {
  Deno.test(`privacy_request: ${message}`, () => {
    assertEquals(reasonsOf(message).includes("privacy_request"), true);
  });
}
