/**
 * What is the customer's own, and what stands around it: one row a kind of
 * message, its parts written side by side.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { readMessage } from "../../src/reading/read_message.ts";
import { inMessage, type PartKind, proseOf } from "../../src/triage/text/own_words.ts";

type WrittenPart = readonly [PartKind, string];

const MESSAGES: Readonly<Record<string, readonly WrittenPart[]>> = {
  "a plain message": [["own", "The lamp in the hall blinks since Tuesday."]],
  "a greeting on the line": [["greeting", "Hi there, "], ["own", "the lamp blinks."]],
  "no greeting: a name is no word": [["own", "Hi my lamp blinks, please help me to stop it."]],
  "a letter": [
    ["greeting", "Dear support team,\n\nI hope this mail finds you well.\n"],
    ["own", "The lamp in the hall blinks since Tuesday.\n\n"],
    ["closing", "Thanks in advance and kind regards\n"],
    ["signature", "Mira Okafor\nFacility manager\n+00 555 0101"],
  ],
  "Gmail, English": [
    ["own", "Still the same.\n\n"],
    [
      "quoted_history",
      "On Tue, 6 Jan 2026 at 09:12, Desk <desk@example.test> wrote:\n> Please restart.\n> Bye",
    ],
  ],
  "Gmail, wrapped header": [
    ["own", "Still the same.\n\n"],
    [
      "quoted_history",
      "On Tue, 6 Jan 2026 at 09:12, The Lamp Support Desk\n<desk@example.test> wrote:\n> Please restart.",
    ],
  ],
  "German": [
    ["own", "Still the same.\n"],
    ["quoted_history", "Am 06.01.26 um 09:12 schrieb Desk:\n> Bitte neu starten."],
  ],
  "French": [
    ["own", "Still the same.\n"],
    [
      "quoted_history",
      "Le mar. 6 janv. 2026 à 09:12, Desk <desk@example.test> a écrit :\n> Redémarrez.",
    ],
  ],
  "Spanish": [
    ["own", "Still the same.\n"],
    [
      "quoted_history",
      "El mar, 6 ene 2026 a las 9:12, Desk (<desk@example.test>) escribió:\n> Reinicie.",
    ],
  ],
  "Italian": [
    ["own", "Still the same.\n"],
    [
      "quoted_history",
      "Il giorno mar 6 gen 2026 alle ore 09:12 Desk <desk@example.test> ha scritto:\n> Riavvii.",
    ],
  ],
  "Dutch": [
    ["own", "Still the same.\n"],
    ["quoted_history", "Op di 6 jan 2026 om 09:12 schreef Desk <desk@example.test>:\n> Herstart."],
  ],
  "Portuguese": [
    ["own", "Still the same.\n"],
    [
      "quoted_history",
      "Em ter., 6 de jan. de 2026 às 09:12, Desk <desk@example.test> escreveu:\n> Reinicie.",
    ],
  ],
  "Outlook with a rule": [
    ["own", "Still the same.\n\n"],
    [
      "quoted_history",
      "________________________________\nFrom: Desk <desk@example.test>\nSent: Tuesday, January 6, 2026 9:12\nTo: Mira\nSubject: RE: lamp\n\nPlease restart.",
    ],
  ],
  "Outlook without a rule, German": [
    ["own", "Still the same.\n\n"],
    [
      "quoted_history",
      "Von: Desk <desk@example.test>\nGesendet: Dienstag, 6. Januar 2026 09:12\nAn: Mira\nBetreff: AW: Lampe\n\nBitte neu starten.",
    ],
  ],
  "ProtonMail": [
    ["own", "Still the same.\n\n"],
    [
      "quoted_history",
      "-------- Original Message --------\nOn Tuesday, January 6th, 2026 at 09:12, Desk <desk@example.test> wrote:\n\n> Please restart.",
    ],
  ],
  "answers between quoted lines": [
    ["quoted_history", "On 6 Jan 2026, at 09:12, Desk wrote:\n> Which lamp is it?\n"],
    ["own", "The one in the hall.\n"],
    ["quoted_history", "> Did you restart it?\n"],
    ["own", "Twice, it blinks all the same."],
  ],
  "a ticket system's mark": [
    ["own", "Still the same.\n\n"],
    [
      "quoted_history",
      "##- Please type your reply above this line -##\nYour request has been updated.\nDesk: please restart.",
    ],
  ],
  "somebody who tells what was written": [
    ["own", "On the box somebody wrote:\nkeep dry\nand the lamp still got wet."],
  ],
  "a way through menus": [["own", "I went to\n> Settings > Lamp\nand it is greyed out."]],
  "forwarded, nothing added": [
    ["own", "FYI, can you have a look?\n\n"],
    [
      "forward_header",
      "---------- Forwarded message ---------\nFrom: Kim <kim@example.test>\nDate: Wed, 7 Jan 2026\nSubject: lamp\nTo: Office\n\n",
    ],
    ["own", "The lamp stays dark after I badge in."],
  ],
  "forwarded, a matter added": [
    ["own", "I want this fee back, the lamp was returned in time.\n\n"],
    [
      "forward_header",
      "Begin forwarded message:\n\nFrom: Billing <bill@example.test>\nSubject: late fee\nDate: 8 January 2026\nTo: Mira\n\n",
    ],
    ["forwarded", "We charge a late fee of 12.50."],
  ],
  "sent from a phone": [["own", "The lamp blinks.\n\n"], ["signature", "Sent from my iPhone"]],
  "a notice of the law": [
    ["own", "The lamp blinks.\n\n"],
    [
      "disclaimer",
      "This e-mail and any attachments are confidential and intended solely for the addressee.",
    ],
  ],
  "an issue form": [
    ["form_text", "### Describe the bug\n"],
    ["own", "The lamp blinks.\n\n"],
    [
      "form_text",
      "### Steps to reproduce\n_No response_\n\n<!-- Delete what does not apply -->\n- [x] I searched the existing issues\n### Environment\nFirmware 2.1",
    ],
  ],
  "a contact form": [
    ["form_text", "Name: Mira Okafor\nE-mail: mira@example.test\nOrder no: 4471\nMessage: "],
    ["own", "the lamp blinks."],
  ],
  "a question alone": [["own", "The lamp blinks every night.\n\nWhat can we do?"]],
  "a mail as it is sent": [
    [
      "forward_header",
      "Return-Path: <mira@example.test>\nMessage-ID: <1@example.test>\nMIME-Version: 1.0\nFrom: mira@example.test\nTo: desk@example.test\nSubject: lamp\n\n",
    ],
    ["own", "The lamp stays dark."],
  ],
  "a survey": [
    [
      "form_text",
      "Q1 How likely are you to recommend us (0-10): 6\nQ2 Speed (1-5): 4\nQ3 What should we change? ",
    ],
    ["own", "Let us dim the lamp.\n"],
    ["form_text", "Q4 May we contact you? No"],
  ],
  "a chat": [
    ["other_speaker", "[10:02] Agent Lea: How can I help?\n[10:03] Visitor: "],
    ["own", "the lamp blinks\n"],
    ["other_speaker", "[10:04] Agent Lea: Would you like a new one?\n[10:05] Visitor: "],
    ["own", "no, it should just stop"],
  ],
  "a chat of two names": [
    ["other_speaker", "Lea: Thanks for contacting Lamps. How can I help?\nMira: "],
    ["own", "my lamp blinks\n"],
    ["other_speaker", "Lea: Let me check.\nMira: "],
    ["own", "ok"],
  ],
  "a stack trace": [
    ["own", "It stops with this:\n"],
    [
      "machine_text",
      'Exception in thread "main" java.lang.IllegalStateException: no lamp\n\tat test.lamp.Hall.read(Hall.java:88)\n',
    ],
    ["own", "Every morning."],
  ],
  "a query": [
    ["own", "This returns nothing:\n"],
    ["machine_text", "SELECT id FROM lamps WHERE room = 'hall';"],
  ],
  "HTML": [
    ["markup", "<html><head><style>p{margin:0}</style></head><body><p>"],
    ["greeting", "Hello,"],
    ["markup", "</p><p>"],
    ["own", "the "],
    ["markup", "<b>"],
    ["own", "lamp"],
    ["markup", "</b>"],
    ["own", " doesn&#39;t&nbsp;work."],
    ["markup", "</p></body></html>"],
  ],
  "HTML with a quotation": [
    ["markup", "<div>"],
    ["own", "Still dark."],
    ["markup", '</div><blockquote type="cite">'],
    ["quoted_history", "Please restart."],
    ["markup", "</blockquote>"],
  ],
  "Windows line ends": [
    ["own", "The lamp blinks.\r\n\r\n1. Plug it in\r\n2. Press the switch\r\n"],
    ["closing", "Thanks!"],
  ],
};

for (const [name, parts] of Object.entries(MESSAGES)) {
  Deno.test(`readMessage() tells the parts of ${name}`, () => {
    const message = parts.map(([, text]) => text).join("");
    const read = readMessage(message).parts
      .map(({ start, end, kind }): WrittenPart => [kind, message.slice(start, end)]);
    // Blank lines may go to either neighbour.
    const bare = (all: readonly WrittenPart[]) => all.map(([kind, text]) => [kind, text.trim()]);
    assertEquals(bare(read), bare(parts));
  });
}

Deno.test("readMessage() gives one kind of line end, whatever was sent", () => {
  const lines = ["It blinks.", "1. Plug it in", "2. Press the switch"];
  for (const end of ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085"]) {
    assertEquals(readMessage(lines.join(end)).text, lines.join("\n"), JSON.stringify(end));
  }
});

Deno.test("readMessage() gives the text of HTML, entities decoded and lists with their marks", () => {
  const page = "<p>It doesn&#39;t &amp; won&rsquo;t:</p><ol><li>Plug in</li><li>Press</li></ol>";
  assertEquals(readMessage(page).text.trim(), "It doesn't & won’t:\n\n1. Plug in\n2. Press");
});

const AUTHORS = [
  ["machine", "Automatic reply: your ticket\n\nI am away until Monday."],
  ["machine", "I am out of the office until 12 January with limited access to e-mail."],
  [
    "machine",
    "Ich bin bis 12. Januar nicht im Büro. In dringenden Fällen wenden Sie sich an den Empfang.",
  ],
  ["machine", "This is the mail system at host mx.example.test.\n\n550 5.1.1 User unknown"],
  ["machine", "Accepted: lamp review @ Tue 6 Jan 2026"],
  ["machine", "We have received your message and will get back to you within two business days."],
  ["advertiser", "We are a leading manufacturer of lamps. Are you open to a quick call?"],
  [
    "machine",
    "Delivery has been delayed\n\nThere was a temporary problem delivering your message.",
  ],
  [
    "machine",
    "LAMP WEEKLY - Issue 44\n\nTop story: 5 ways to fix slow switches\nRead more at lamp.example/44\n\nAlso in this issue:\n- A new dimmer\n\nUnsubscribe | View in browser",
  ],
  [
    "person",
    "The dimmer flickers since Monday.\n\nBest\nAnn\n\nTo unsubscribe from this group, write to lamps@lists.example.",
  ],
  ["person", "When I invite colleagues I get '550 5.1.1 User unknown'."],
  ["person", "I'm out of office next week: how do I set up an automatic reply in the portal?"],
  ["person", "I am out of office from Monday. The export fails for me, please call Jane instead."],
  ["person", "My out of office message is not sent any more."],
  ["person", "Your automatic reply says that you answer within two days. It has been five."],
  ["person", "The parcel could not be delivered, where is it?"],
  ["person", "I am on holiday until Monday. Why does the lamp log me out?"],
] as const;
for (const [author, message] of AUTHORS) {
  Deno.test(`readMessage() hears a ${author} in ${JSON.stringify(message.slice(0, 50))}`, () => {
    assertEquals(readMessage(message).author, author);
  });
}

const STATES = [
  ["solved", "You can close the ticket, the blinking is gone since the update."],
  ["solved", "Thank you, it works now.\n\n> sorry that the lamp blinks"],
  ["solved", "That did the trick!"],
  ["solved", "Restarting helped, thanks."],
  ["withdrawn", "Never mind, I found the switch."],
  ["withdrawn", "Please ignore my last message."],
  ["withdrawn", "Please withdraw my feature request, we do not need it any more."],
  ["open", "Thanks in advance for adding an API for attendance!"],
  ["thanks", "Thank you so much, great service!"],
  ["no_fault", "Not one crash in two years."],
  ["open", "It works again, but the export is still empty."],
  ["open", "The blinking came back."],
  ["open", "The problem is only half solved."],
  ["open", "Two bulbs are green. Resetting helped for one evening."],
  ["open", "It worked for a day, then it stopped."],
  ["open", "Five stars when you have fixed the blinking."],
  ["open", "My photos are gone."],
  ["open", "Is it solved now?"],
] as const;
for (const [state, message] of STATES) {
  Deno.test(`readMessage() says ${state} of ${JSON.stringify(message.slice(0, 50))}`, () => {
    assertEquals(readMessage(message).state, state);
  });
}

/** Pieces of which mails are made, so that arbitrary texts reach every step. */
const piece = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(...Object.values(MESSAGES).flat().map(([, text]) => text)),
  fc.constantFrom(
    "\r\n",
    "\n\n",
    "\r",
    "> ",
    "<p>",
    "</p>",
    "&amp;",
    "```",
    "<!--",
    "-- \n",
    "Q1 ",
    "\u2028",
  ),
);
const anyMessage = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

Deno.test("the parts of any text tile it: nothing lost, nothing twice", () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      let at = 0;
      for (const { start, end } of readMessage(message).parts) {
        assertEquals(start, at);
        assertEquals(end > start, true);
        at = end;
      }
      assertEquals(at, message.length);
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("every stretch of any text's own words stands in the message", () => {
  fc.assert(
    fc.property(anyMessage, fc.nat(), fc.nat(), (message, from, length) => {
      const own = readMessage(message);
      const start = Math.min(from, own.text.length);
      const end = Math.min(own.text.length, start + length);
      if (start === end) return;
      const span = inMessage(own, start, end);
      assertEquals(0 <= span.start && span.start <= span.end && span.end <= message.length, true);
      // What is no markup stands there letter by letter, but for ends of lines.
      if (!/[<&]/.test(message)) {
        const sent = message.slice(span.start, span.end).replace(
          /\r\n?|[\u2028\u2029\u0085\v\f]/g,
          "\n",
        );
        const kept = own.text.slice(start, end);
        assertEquals(sent.startsWith(kept.slice(0, 1)) && sent.endsWith(kept.slice(-1)), true);
      }
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("asides of any text are in order, inside it, and no prose", () => {
  fc.assert(fc.property(anyMessage, (message) => {
    const own = readMessage(message);
    let at = 0, aside = 0;
    for (const { start, end } of own.asides) {
      assertEquals(at <= start && start < end && end <= own.text.length, true);
      at = end;
      aside += end - start;
    }
    assertEquals(proseOf(own).length, own.text.length - aside);
  }));
});

const STILL_OPEN = [
  "Please cancel my subscription.",
  "please cancel my order 5521",
  "Kindly cancel my membership at the end of the month. Regards, Jo",
  "Please close my account.",
  "Please close my account and delete my data.",
  "Please close the account of my late father.",
  "You can delete my profile now.",
];

for (const text of STILL_OPEN) {
  Deno.test(`what is to be ended is a matter, not its end: ${text}`, () => {
    assertEquals(readMessage(text).state, "open");
  });
}

const SETTLED = [
  "Please close this ticket.",
  "You can close it now.",
  "Please close this.",
  "Please cancel my request, I found the switch.",
  "Feel free to close the case.",
];

for (const text of SETTLED) {
  Deno.test(`a matter that may be closed is settled: ${text}`, () => {
    assertNotEquals(readMessage(text).state, "open");
  });
}
