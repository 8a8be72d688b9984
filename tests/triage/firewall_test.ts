/**
 * What the firewall stops, and what it lets through.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { letterFaults } from "../../src/triage/guard/firewall.ts";
import { checkCatalog } from "../../src/triage/domain/catalog.ts";
import { TICKET_ID_MARK } from "../../src/triage/domain/reply.ts";

const product = checkCatalog({
  default: {
    default_component: "General",
    default_team: "Support",
    resources: [{ title: "Help", url: "https://help.example.net/a" }],
  },
}).default;

function codes(letter: string, message = "The export fails."): readonly string[] {
  return letterFaults(letter, { message, product }).map(({ code }) => code);
}

const STOPPED: readonly (readonly [code: string, letter: string])[] = [
  ["empty", "  "],
  ["too_long", "Thank you. ".repeat(300)],
  ["internal_word", "We have given it a high priority."],
  ["internal_word", "Our teams will look at it."],
  ["internal_word", "It is in the Backlog now."],
  ["internal_word", "Its business value is high."],
  ["strange_link", "See http://evil.example/x for more."],
  ["strange_link", "See evil.com for more."],
  ["strange_link", "See https://help.example.net/b for more."],
  ["strange_link", "See javascript:alert(1) for more."],
  ["strange_link", "See http:\\\\evil.com for more."],
  ["promise", "We will fix it by Friday."],
  ["promise", "It will be solved within 24 hours."],
  ["promise", "You'll have it tomorrow."],
  ["promise", "We will refund the amount."],
  ["promise", "We guarantee that it works."],
  ["invisible_character", "Thank\u202e you."],
  ["invisible_character", "Thank\u0007 you."],
  ["markup", "<b>Thank you</b>"],
  ["markup", "Please read **this**."],
  ["markup", "[Read this](page)"],
  ["personal_data", "We write to ann@example.org then."],
  ["personal_data", "We call you on +44 20 7946 0958 then."],
  ["personal_data", "Your card 4242 4242 4242 4242 is fine."],
  ["insult", "We know that it is stupid."],
  ["invented_id", "It is BUG-12 here."],
];

for (const [code, letter] of STOPPED) {
  Deno.test(`stopped as ${code}: ${letter.slice(0, 50)}`, () => {
    assertEquals(codes(letter).includes(code), true, JSON.stringify(codes(letter)));
  });
}

const PASSED: readonly (readonly [letter: string, message?: string])[] = [
  [`Thank you. It is recorded as ${TICKET_ID_MARK}; we will write to you once we know more.`],
  ["This page should help:\n- Help: https://help.example.net/a"],
  ["Help: https://help.example.net/a."],
  ["We will let you know whether a refund is possible."],
  ["You write that it must be fixed by Friday."],
  ["You would like your team to see it.", "My team wants to see it."],
  ["It belongs to BUG-12, as you say.", "BUG-12 is back."],
  ["It happens in version 2.2.0 with report.pdf, e.g. on node.js."],
];

for (const [letter, message] of PASSED) {
  Deno.test(`let through: ${letter.slice(0, 60)}`, () => assertEquals(codes(letter, message), []));
}
