/**
 * Letters, read over all fixtures.
 *
 * @module
 */
import { readMessage } from "../../src/reading/read_message.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { letterFaults } from "../../src/triage/guard/firewall.ts";
import { findProduct } from "../../src/triage/domain/catalog.ts";
import { TICKET_ID_MARK } from "../../src/triage/domain/reply.ts";
import { catalog, draft, fixtureMessages } from "./drafting.ts";

const SETTLED_WORDS = { least: 12, most: 60 } as const;
/** With what is repeated, up to 520 characters of it; a letter of more is not read to its end. */
const WORDS = { least: 20, most: 155 } as const;
const messages = ["messages", "drafts"].flatMap((name) =>
  fixtureMessages(`fixtures/${name}.jsonl`)
);
const letters = messages.map(({ id, label, product, text }) => ({
  id,
  label,
  product,
  text,
  letter: draft(label, text, product).letter,
}));

Deno.test("letters are brief, and on a settled matter briefer", () => {
  const isOpen = ({ text }: { readonly text: string }) => readMessage(text).state === "open";
  const settled = letters.filter((row) => !isOpen(row) && row.label === "general_inquiry");
  for (const { id, letter } of settled) {
    const words = letter.split(/\s+/).length;
    assertEquals(words >= SETTLED_WORDS.least && words <= SETTLED_WORDS.most, true, id);
  }
  const long = letters.filter((row) => !settled.includes(row)).map(({ id, letter }) =>
    `${id}: ${letter.split(/\s+/).length}`
  )
    .filter((line) => {
      const words = Number(line.split(": ")[1]);
      return words < WORDS.least || words > WORDS.most;
    });
  assertEquals(long, []);
});

Deno.test("letters pass the firewall", () => {
  const faulty = letters.flatMap(({ id, letter, text, product }) => {
    const faults = letterFaults(letter, { message: text, product: findProduct(catalog, product) });
    return faults.map(({ code, found }) => `${id}: ${code} ${found}`);
  });
  assertEquals(faulty, []);
});

Deno.test("letters name their ticket where there is one, but to who may not want to live on", () => {
  const scorer = createLocalScorer();
  for (const { id, label, letter, text } of letters) {
    const { situation } = scorer.score(scorer.read(readMessage(text)));
    const named = label !== "general_inquiry" && situation.name !== "self_harm";
    assertEquals(letter.includes(TICKET_ID_MARK), named, id);
  }
});

Deno.test("letters do not all open alike", () => {
  for (const label of ["bug_report", "feature_request", "general_inquiry"]) {
    const openings = letters.filter((row) => row.label === label)
      .map(({ letter }) => letter.split(/[.!?]/)[0]);
    assert(new Set(openings).size >= 5, `${label}: ${[...new Set(openings)]}`);
  }
});

Deno.test("letters show no slips where the customer's words were woven in", () => {
  const slips = letters.flatMap(({ id, letter }) => {
    const own = letter.replace(/“[^”]*”/g, "“it”");
    const slip =
      /\.\.(?!\.)|[,;] ?[.,]| {2,}| [.,](?=\s)|\b(?:you am|you was|your's|that that|to to|the the|undefined|null)\b|\bI\b|\bmy\b|\bour own\b/
        .exec(own);
    return slip === null ? [] : [`${id}: "${slip[0]}" in: ${own}`];
  });
  assertEquals(slips, []);
});

Deno.test("an angry message gets an apology and none of its words back", () => {
  const { letter } = draft(
    "bug_report",
    "Your stupid app crashes every damn time, you idiots! This is unacceptable.",
  );
  assert(/sorry/i.test(letter));
  assert(!/stupid|damn|idiots/i.test(letter));
});

Deno.test("personal data and links are not repeated, in any field", () => {
  const message = "The export fails. Mail me at ann.lee@example.org or call +44 20 7946 0958, " +
    "card 4242 4242 4242 4242, see http://evil.example/proof for a video.";
  for (const intent of ["bug_report", "feature_request", "general_inquiry"] as const) {
    const written = JSON.stringify(draft(intent, message, "http://evil.example/product"));
    for (const secret of ["ann.lee", "7946", "4242", "evil.example"]) {
      assert(!written.includes(secret), written);
    }
  }
});

for (
  const [message, secret] of [
    ["The jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jV fails.", "eyJ"],
    ["My wifi password (Hj7!kk29) is asked again and again.", "kk29"],
    ["müller@bücher.example wrote that the export is empty.", "ller@b"],
    ["Open http://192.168.0.10/admin and it is blank.", "192.168"],
    ["postgres://app:s3cretPw@db.example.com/x cannot be reached.", "s3cret"],
  ] as const
) {
  Deno.test(`what a full stop or a link runs through is hidden whole: ${secret}`, () => {
    for (const intent of ["bug_report", "feature_request", "general_inquiry"] as const) {
      const written = JSON.stringify(draft(intent, message));
      assert(!written.includes(secret), written);
    }
  });
}

Deno.test("a promise that is put into our mouth is not said", () => {
  const { letter } = draft("bug_report", "You will refund me the money by Friday.");
  assert(!/refund|friday/i.test(letter.replace(/“[^”]*”/g, "")), letter);
});

Deno.test("a host in small letters is a link, also where a full stop in it ends a sentence", () => {
  for (const intent of ["bug_report", "feature_request", "general_inquiry"] as const) {
    const written = JSON.stringify(
      draft(intent, "Visit evil.shop for proof, the export is broken."),
    );
    assert(!/evil|\bshop\b/i.test(written), written);
  }
});

Deno.test("praise that is none gets no thanks for it", () => {
  const sarcasm = "Oh great, another update that wipes my playlist. Well done, geniuses.";
  assert(!/made our day|kind of you|these words/.test(draft("general_inquiry", sarcasm).letter));
});

Deno.test("a demand is not told as something that happens", () => {
  const { letter } = draft("bug_report", "Please stop sending me push notifications at 3 am.");
  assert(!letter.includes("that please stop"), letter);
});

Deno.test("who wants money back is quoted with what was paid, not with the demand", () => {
  const { letter } = draft(
    "general_inquiry",
    "I want my money back today or I call my bank. You took 39.90 twice on 3 March, order 55821.",
    "photo books",
  );
  assert(letter.includes("You took 39.90 twice"), letter);
});

Deno.test("where nothing is asked, nobody is thanked for asking", () => {
  const { letter } = draft("general_inquiry", "Third fee rise since spring. We are not pleased.");
  assert(!/question|asking|look it up|find out/.test(letter), letter);
});
