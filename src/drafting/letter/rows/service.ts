/**
 * Sentences on how somebody was served: complaints, wanting a person, the
 * press, failures that stop many, access for disabled people.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const TICKETED = { type: ["bug_report", "feature_request"] } as const;
const READ = { review: [true] } as const;
const UNREAD = { review: [false] } as const;

/** Complaints, people wanted, press, outages, accessibility. */
export const SERVICE_ROWS: readonly SentenceRow[] = [
  ...rowsOf("escalation", { situation: ["escalation"] }, [
    ["opening", "You expected better from us, and we are sorry that you did not get it.", [
      "sorry",
    ]],
    [
      "opening",
      "We are sorry that it has come to this, and we [take your complaint as one|do not take it lightly].",
      ["sorry"],
    ],
    ["opening", "We are sorry that you have reason to complain, and thank you for telling us.", [
      "sorry",
    ]],
    ["opening", "We are sorry for what you had to go through with us.", ["sorry"]],
    ["understood", "You write that {clause}."],
    ["understood", "As we understand it, {clause}."],
    ["understood", "[You write|We have read this]: {told}"],
    ["understood", "We have read your message as a formal complaint."],
    ["next", "A person will read your message from beginning to end and answer you themselves.", [
      "person",
      "answer",
    ], READ],
    ["next", "It goes to a person who can do something about it, and who will write back to you.", [
      "person",
      "answer",
    ], READ],
    [
      "next",
      "A person takes it from here: they will read all of it and tell you what will be done.",
      ["person", "answer"],
      READ,
    ],
    ["next", "Your complaint is recorded, and you will get an answer to it.", ["answer"], UNREAD],
    ["record", "[It is recorded as|Its number is] {id}.", [], TICKETED],
  ]),
  ...rowsOf("person_requested", { situation: ["person_requested"] }, [
    ["opening", "Thank you for your message; you would like to deal with a person."],
    ["opening", "You would like to speak to somebody, and we understand that."],
    ["opening", "We understand that you would rather talk to a person than read help pages."],
    ["understood", "It is about this: {told}"],
    ["understood", "You write that {clause}."],
    ["ask", "How and at what time are you best reached? A short reply is enough.", ["asks"], {
      asks: ["callback"],
    }],
    ["ask", "Could you reply with the way and the time at which we reach you best?", ["asks"], {
      asks: ["callback"],
    }],
    [
      "next",
      "A person will read what you wrote and get in touch with you.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "One of us will get in touch with you personally; they will have your message before them, so you do not have to start again.",
      ["person", "answer"],
      READ,
    ],
    ["next", "It is noted that you want to be called or written to by a person.", [], UNREAD],
  ]),
  ...rowsOf("press", { situation: ["press"] }, [
    ["opening", "Thank you for turning to us before you publish."],
    ["opening", "Thank you for your inquiry, which we take as one from the press."],
    ["opening", "We have received your inquiry for publication."],
    ["understood", "You ask: {question}"],
    ["understood", "You write: {told}"],
    ["ask", "Until when do you need an answer?", ["asks"], { asks: ["deadline"] }],
    ["ask", "Could you tell us your deadline and where it will appear?", ["asks"], {
      asks: ["deadline"],
    }],
    [
      "next",
      "A person who speaks for us will read it and reply to you; nothing in this letter is a statement for publication.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "It goes to a person who answers the press. Please do not quote this acknowledgement.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "It is passed on to those who answer the press; this acknowledgement is no statement.",
      ["passed_on"],
      UNREAD,
    ],
  ]),
  ...rowsOf("outage", { situation: ["outage"] }, [
    ["opening", "We are sorry that {bad}; we see that it stops many of you.", ["sorry"]],
    ["opening", "We are sorry that so many are held up by this.", ["sorry"]],
    [
      "opening",
      "Thank you for reporting this; we are sorry that you and others have this trouble.",
      ["sorry"],
    ],
    ["opening", "This holds up many people at once, and we are sorry.", ["sorry"]],
    ["understood", "You write that {clause}."],
    ["understood", "As we understand it, {clause}."],
    ["understood", "You write: {told}"],
    ["record", "[It is recorded as|Your report has the number] {id}.", [], TICKETED],
    ["record", "We have opened {id} for it.", [], TICKETED],
    ["ask", "Could you tell us since when it has been so? A short reply is enough.", ["asks"], {
      asks: ["since"],
    }],
    ["ask", "What helps us most is since when it has been so[; a short reply is enough|].", [
      "asks",
    ], { asks: ["since"] }],
    [
      "next",
      "A person takes it up ahead of other reports, and you will hear from them when it runs again or when they know why it does not.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "It goes to a person before other reports; they will tell you what they know, and what comes next.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "Because it stops many, it goes ahead of other reports; [we look for the cause and write to you with what we find|you will hear from us when we know the cause].",
      ["cause", "answer"],
      UNREAD,
    ],
    [
      "next",
      "It goes before other reports, and [we will write to you as soon as we know more|you will hear from us when it runs again or when we know why it does not].",
      ["cause", "answer"],
      UNREAD,
    ],
  ]),
  ...rowsOf("accessibility", { situation: ["accessibility"] }, [
    ["opening", "We are sorry that {bad}; {thing} should be open to everybody.", [
      "sorry",
    ]],
    [
      "opening",
      "Thank you for telling us where {thing} shuts people out[, and we are sorry that it does|]; it should be open to everybody.",
      ["sorry"],
    ],
    ["opening", "We are sorry that {bad}; it should be open to everybody.", [
      "sorry",
    ]],
    ["opening", "We are sorry that it is not as accessible as it should be.", ["sorry"]],
    ["opening", "We are sorry that {thing} is not as accessible as it should be.", [
      "sorry",
    ]],
    ["understood", "You write that {clause}."],
    ["understood", "You ask: {question}"],
    ["understood", "You write: {told}"],
    ["next", "A person will read your message and answer it.", ["person", "answer"], READ],
    [
      "next",
      "It is noted as a matter of access, and we will write to you about what can be done.",
      ["answer"],
      UNREAD,
    ],
    ["next", "We look for what shuts people out and write to you about what can be done.", [
      "answer",
    ], UNREAD],
    ["record", "[It is recorded as|Its number is] {id}.", [], TICKETED],
  ]),
];
