/**
 * Sentences for what is settled, praise, offers, machines, what nobody could
 * understand, and messages in other languages; and what stands beside any letter.
 *
 * @module
 */
import { AUTOMATIC_LETTER } from "../../../triage/automatic_letter.ts";
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const INQUIRY = { type: ["general_inquiry"] } as const;
const READ = { review: [true] } as const;
const UNREAD = { review: [false] } as const;

/** What is settled, and what stands beside any letter. */
export const SETTLED_ROWS: readonly SentenceRow[] = [
  ...rowsOf("solved", { situation: ["solved"] }, [
    [
      "opening",
      "It is good to hear that it works for you again. Thank you for telling us; nothing more is needed from you.",
      ["pleased", "asks_nothing", "closes"],
      { aspect: ["any"] },
    ],
    [
      "opening",
      "Thank you for letting us know. We're glad that this is solved, and there is nothing left for you to do.",
      ["pleased", "asks_nothing", "closes"],
      { aspect: ["any"] },
    ],
    ["opening", "That is good news, thank you for writing. We consider the matter solved.", [
      "pleased",
      "closes",
    ], { aspect: ["any"] }],
    [
      "close",
      "Should it come back, [just reply here|a reply here is enough] and we'll take it up again.",
      [],
      { aspect: ["any"] },
    ],
    [
      "opening",
      "Thank you for letting us know; we take it that [this is settled|nothing is open any more].",
      [],
      { aspect: ["unsure"] },
    ],
    ["close", "[If something is still open|Should we have read that wrongly], just reply here.", [
      "invites",
    ], { aspect: ["unsure"] }],
    [
      "opening",
      "Thank you for letting us know. Nothing further will be done about it, and you don't need to do anything either.",
      ["asks_nothing", "closes"],
      { aspect: ["withdrawn"] },
    ],
    ["opening", "Thank you for the word; then we'll leave it at that.", ["closes"], {
      aspect: ["withdrawn"],
    }],
    ["close", "Should you need us after all, just reply here.", [], { aspect: ["withdrawn"] }],
    ["opening", "Thank you for telling us. It is good to hear that it runs so well for you.", [
      "pleased",
    ], { aspect: ["no_fault"] }],
    [
      "opening",
      "That is lovely to hear, thank you. We pass it on to the people who look after it.",
      ["pleased", "passed_on"],
      { aspect: ["no_fault"] },
    ],
  ]),
  ...rowsOf("praise", { situation: ["praise"] }, [
    [
      "opening",
      "Thank you for your kind words. They are passed on to the people who look after this, and they will be delighted.",
      ["pleased", "passed_on"],
      { aspect: ["thanks"] },
    ],
    ["opening", "How kind of you to write. We pass your words on to the people who earned them.", [
      "pleased",
      "passed_on",
    ], { aspect: ["thanks"] }],
    [
      "opening",
      "Thank you very much. It is good to hear that you're happy with it.",
      ["pleased"],
      { aspect: ["thanks"] },
    ],
    [
      "opening",
      "Thank you for taking the time to [write this|tell us]; it is good to hear that {clause}.",
      ["pleased"],
      { aspect: ["any"] },
    ],
    ["opening", "How kind of you to tell us: {told}", ["pleased"], { aspect: ["any"] }],
    ["opening", "Thank you very much for these words: {told}", ["pleased"], { aspect: ["any"] }],
    ["opening", "Thank you for taking the time to write this; it made our day.", ["pleased"], {
      aspect: ["any"],
    }],
    ["opening", "Thank you very much for these kind words.", ["pleased"], { aspect: ["any"] }],
    [
      "next",
      "We pass it on to everybody who had a part in it, because [nothing cheers them up more|they hear of what goes wrong more often than of what goes well].",
      ["pleased", "passed_on"],
      { aspect: ["any"] },
    ],
    [
      "next",
      "Your words go to the people who earned them[; they will be delighted|, and they will be glad of them].",
      ["pleased", "passed_on"],
      { aspect: ["any"] },
    ],
    [
      "close",
      "We hope it stays that way, and are here if it ever does not.",
      [],
      { aspect: ["any"] },
    ],
  ]),
  ...rowsOf("unsolicited", { ...INQUIRY, situation: ["unsolicited"] }, [
    [
      "opening",
      "Thank you for your message. We pass offers on to the people they may concern; if there is interest, they will get in touch with you.",
      ["passed_on"],
    ],
  ]),
  ...rowsOf("automatic", { ...INQUIRY, situation: ["automatic"] }, [
    ["opening", AUTOMATIC_LETTER],
  ]),
  ...rowsOf("nothing", { ...INQUIRY, situation: ["nothing"] }, [
    ["opening", "Thank you for getting in touch."],
    ["opening", "Thank you for your message."],
    ["understood", "We could not make out from it what you need."],
    ["understood", "Unfortunately we can't tell from it how we may help."],
    [
      "ask",
      "Could you reply with a few words: which product it is about, what you wanted to do, and what happened instead?",
      ["asks"],
      { asks: ["matter"] },
    ],
    [
      "ask",
      "It would help us if you could tell us in a reply what you wanted to do, and what happened or what you would like to know.",
      ["asks"],
      { asks: ["matter"] },
    ],
    [
      "next",
      "A person will look at what you sent and at your reply. If it went out by mistake, simply ignore this letter.",
      ["person"],
      READ,
    ],
    ["next", "A person will read it. If it was sent by accident, you can leave it at that.", [
      "person",
    ], READ],
    ["next", "If it was sent by accident, you can leave it at that.", [], UNREAD],
  ]),
  ...rowsOf("foreign", { ...INQUIRY, ...READ, situation: ["foreign"] }, [
    ["opening", "Thank you for your message."],
    ["opening", "Thank you for writing to us."],
    [
      "next",
      "We can't read your language automatically, so a person will read your message and answer it. If you would like to add something, such as a number or a name that belongs to it, simply reply to this message, in your own language or in English; both are fine.",
      ["person", "answer", "invites"],
    ],
    [
      "next",
      "Our automatic reading doesn't know your language well enough. A person will therefore read your message, in full, and write back to you. You can add to it at any time by replying here, in your own language or in English, whichever you prefer. You do not have to translate anything.",
      ["person", "answer", "invites"],
    ],
  ]),
  ...rowsOf("unsure", { mood: ["unsure"], review: [true], situation: ["fault", "wish"] }, [
    [
      "close",
      "A person will read your message as well, to be sure that it was understood rightly.",
      ["person"],
    ],
    ["close", "To be sure that nothing in it was misread, a person will read your message too.", [
      "person",
    ]],
  ]),
];
