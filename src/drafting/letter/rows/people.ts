/**
 * Sentences where people are in danger, hurt or in need: help first, then what
 * we do; nothing is closed, and nobody is thanked for an idea.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const TICKETED = { type: ["bug_report", "feature_request"] } as const;
const READ = { review: [true] } as const;
const UNREAD = { review: [false] } as const;
const BEREAVED = { aspect: ["bereaved", "wronged"] } as const;
const ONLY_BEREAVED = { aspect: ["bereaved"] } as const;
const WRONGED = { aspect: ["wronged"] } as const;

/** Danger, injury, and customers who need particular care. */
export const PEOPLE_ROWS: readonly SentenceRow[] = [
  ...rowsOf("danger", { situation: ["danger"] }, [
    ["opening", "Thank you for [telling us|writing to us] at once; we take this very seriously.", [
      "grave",
    ]],
    ["opening", "What you write is serious, and we treat it as such.", ["grave"]],
    ["opening", "We have read your message and take it very seriously.", ["grave"]],
    [
      "opening",
      "We are sorry that somebody gives you reason to be afraid, and we take it very seriously.",
      ["sorry", "grave"],
      { aspect: ["watched"] },
    ],
    ["understood", "You write: {told}"],
    ["understood", "You write that {clause}."],
    ["understood", "As we understand it, {clause}."],
    [
      "advice",
      "If anybody is in danger now, please get away from it, stop using it, and call your local emergency number; do not wait for us.",
      ["grave"],
      { aspect: ["hazard"] },
    ],
    [
      "advice",
      "Please do not use it any more and keep others away from it; where anybody is in danger, call your local emergency number first and leave the place.",
      ["grave"],
      { aspect: ["hazard"] },
    ],
    [
      "advice",
      "If you or anybody else is in danger now, please call your local emergency number at once; we cannot send help from here.",
      ["grave"],
      { aspect: ["any"] },
    ],
    [
      "advice",
      "If you feel unsafe, please go where other people are and call your local emergency number first; we cannot send help from here. Where it is safe to do so, switch off the sharing of your location and sign out all other devices.",
      ["grave"],
      { aspect: ["watched"] },
    ],
    [
      "advice",
      "Wherever somebody may be in danger, please call your local emergency number at once; they can act straight away, and we cannot from here.",
      ["grave"],
      { aspect: ["any"] },
    ],
    [
      "next",
      "A person here [reads it|looks at it] before the ordinary messages and writes back to you.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "It goes to a person here ahead of the ordinary messages, and you will hear from them.",
      ["person", "answer"],
      READ,
    ],
    ["next", "It is noted as urgent with us, but please do not wait for our answer.", [], UNREAD],
    ["record", "It is recorded with us as {id}.", [], TICKETED],
    ["record", "The number of your report is {id}.", [], TICKETED],
  ]),
  ...rowsOf("injury", { situation: ["injury"] }, [
    ["opening", "We are very sorry [to read that|that] {bad}.", ["sorry", "grave"]],
    [
      "opening",
      "We are [very|truly] sorry that somebody came to harm, and we take it very seriously.",
      ["sorry", "grave"],
    ],
    [
      "opening",
      "This should never have happened, and we are very sorry that somebody came to harm.",
      ["sorry", "grave"],
    ],
    ["understood", "You write that {clause}.", []],
    ["understood", "As we understand your message, {clause}.", []],
    ["understood", "You write: {told}"],
    [
      "advice",
      "If no doctor has looked at it yet, please have that done, and call your local emergency number if it gets worse. Please let nobody use it, and keep others away from it; left as it is, it may show what went wrong.",
      ["grave"],
    ],
    [
      "advice",
      "What matters first is that a doctor looks at it, if none has yet; call your local emergency number if it gets worse. Please keep others away from it for now; pictures and papers of it may help later.",
      ["grave"],
    ],
    [
      "next",
      "A person here who is responsible for safety will read your message and write to you.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "It goes to a person here, ahead of the ordinary messages, and they will get in touch with you about it.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "It is noted as a matter of safety, and you will hear from us about it.",
      ["answer"],
      UNREAD,
    ],
    ["record", "It is recorded as {id}.", [], TICKETED],
    ["record", "Your report has the number {id}.", [], TICKETED],
  ]),
  ...rowsOf("vulnerable_customer", { situation: ["vulnerable_customer"] }, [
    ["opening", "Please accept our condolences.", ["condoles"], ONLY_BEREAVED],
    ["opening", "We are very sorry to read this, and offer our condolences.", [
      "condoles",
      "sorry",
    ], ONLY_BEREAVED],
    ["opening", "Our condolences to all who were close.", ["condoles"], ONLY_BEREAVED],
    [
      "opening",
      "Our condolences, and we are very sorry that this trouble with us came on top of it.",
      ["condoles", "sorry"],
      WRONGED,
    ],
    [
      "opening",
      "Please accept our condolences; that this was added to it should not have happened, and we are sorry.",
      ["condoles", "sorry"],
      WRONGED,
    ],
    ["understood", "You write: {told}", [], BEREAVED],
    ["understood", "We have read what you write with care: {told}", [], BEREAVED],
    [
      "understood",
      "We will keep it as simple for you as we can.",
      [],
      BEREAVED,
    ],
    ["opening", "Thank you for telling us how things are.", [], { aspect: ["any"] }],
    ["opening", "Thank you for writing to us about this.", [], { aspect: ["any"] }],
    [
      "opening",
      "Thank you for telling us; it is not easy to write about money, and it was right to do it now.",
      [],
      { aspect: ["hardship"] },
    ],
    [
      "opening",
      "It was right to write before it got worse; [many people are in this position at some time|that is the best moment for it].",
      [],
      { aspect: ["hardship"] },
    ],
    ["understood", "You write that {clause}.", [], { aspect: ["any", "hardship"] }],
    ["understood", "As we understand it, {clause}.", [], { aspect: ["any", "hardship"] }],
    ["understood", "You ask: {question}", [], { aspect: ["any", "hardship"] }],
    ["understood", "You write: {told}", [], { aspect: ["any", "hardship"] }],
    ["known", "We look it up under {given}, so you need not look for it again.", []],
    [
      "next",
      "A person will read your message and look for a way that works for you. They will write to you in plain words. If you would rather be reached in another way, just say so.",
      ["person", "answer", "invites"],
      { ...READ, aspect: ["any", "hardship"] },
    ],
    [
      "next",
      "A person will read your message and answer it. You do not have to fill in anything for that.",
      ["person", "answer"],
      { ...READ, aspect: ["any", "hardship"] },
    ],
    [
      "next",
      "Somebody here will take this up with you personally, at your pace, and write to you.",
      ["person", "answer"],
      { ...READ, aspect: ["any", "hardship"] },
    ],
    [
      "next",
      "A person will take care of it and write to you[; you need not tell it a second time|, and you need not fill in anything].",
      ["person", "answer"],
      { ...READ, ...BEREAVED },
    ],
    [
      "next",
      "One person here will look after this for you and tell you in plain words what comes next.",
      ["person", "answer"],
      { ...READ, ...BEREAVED },
    ],
    ["next", "We will write to you in plain words about what comes next.", ["answer"], UNREAD],
    ["record", "It has the number {id} with us.", [], TICKETED],
  ]),
];
