/**
 * Sentences where an account, data or a weakness is at stake: what is safe to
 * do now, and what must not be sent.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const TICKETED = { type: ["bug_report", "feature_request"] } as const;
const READ = { review: [true] } as const;
const UNREAD = { review: [false] } as const;
const SURE = { aspect: ["any"] } as const;
const UNSURE = { aspect: ["unsure"] } as const;

/** Accounts, data, reports of a weakness, and rights over one's own data. */
export const SECURITY_ROWS: readonly SentenceRow[] = [
  ...rowsOf("account_security", { situation: ["account_security"] }, [
    [
      "opening",
      "Thank you for [telling us|writing to us] at once; [the safety of the account comes first|we take this seriously].",
      ["grave"],
      SURE,
    ],
    ["opening", "It was right to write to us straight away.", ["grave"], SURE],
    ["opening", "We take what you write seriously, and the account comes first now.", [
      "grave",
    ], SURE],
    ["opening", "Thank you for writing to us about this: {told}", [], UNSURE],
    ["opening", "We have read your message, and we take it seriously: {told}", [], UNSURE],
    ["opening", "Thank you for writing to us about this.", [], UNSURE],
    [
      "advice",
      "If somebody else may have got at the account, please change its password from a device that you trust; never send us passwords or codes.",
      ["grave"],
      UNSURE,
    ],
    [
      "advice",
      "Should an account be in other hands, please set a new password from a device that is surely yours. Please send us no passwords or codes.",
      ["grave"],
      UNSURE,
    ],
    ["opening", "We are sorry that {bad}; it was right to tell us straight away.", [
      "sorry",
      "grave",
    ], SURE],
    ["understood", "You write that {clause}."],
    ["understood", "As we understand it, {clause}."],
    ["understood", "You write: {told}"],
    ["understood", "You ask: {question}"],
    ["understood", "We understand that somebody may have got at what is yours.", [], SURE],
    [
      "advice",
      "If you can still get in, please set a new password from a device that you trust, and wherever else you use the same one; tell your bank if a card or money may be touched. Never send us passwords or codes, we do not ask for them.",
      ["grave"],
      SURE,
    ],
    [
      "advice",
      "If a card or money may be touched, please call your bank first; then set a new password from a device that you trust, if you can and have not done so. Never send us passwords, codes or card numbers.",
      ["grave"],
      SURE,
    ],
    [
      "advice",
      "Where you can, please set a new password from a device that is surely yours, sign out everywhere else, and tell your bank if money may be touched. Please never send us or anybody else a password or a code.",
      ["grave"],
      SURE,
    ],
    [
      "next",
      "A person will look at the account, see [what has to be blocked|what has to be done], and write to you.",
      [
        "person",
        "answer",
      ],
      READ,
    ],
    [
      "next",
      "It goes to a person who looks at such cases before others, and you will hear from them.",
      ["person", "answer"],
      READ,
    ],
    ["next", "We will look at the account and write to you.", ["answer"], UNREAD],
    ["record", "It is recorded as {id}.", [], TICKETED],
    ["record", "The number of your report is {id}.", [], TICKETED],
  ]),
  ...rowsOf("data_exposed", { situation: ["data_exposed"] }, [
    [
      "opening",
      "Thank you for telling us [at once|straight away]; this must not happen, and we are sorry about it.",
      ["sorry", "grave"],
      SURE,
    ],
    [
      "opening",
      "We are sorry about this, and we take it seriously: nobody should see what belongs to somebody else.",
      ["sorry", "grave"],
      SURE,
    ],
    [
      "opening",
      "You were right to report this. What belongs to one customer must not be seen by another, and we are sorry.",
      ["sorry", "grave"],
      SURE,
    ],
    ["opening", "Thank you for writing to us about this: {told}", [], UNSURE],
    ["opening", "We have read your message, and we take it seriously: {told}", [], UNSURE],
    ["opening", "Thank you for writing to us about this.", [], UNSURE],
    [
      "advice",
      "Should something that you see belong to somebody else, please open no more of it and do not pass it on.",
      ["grave"],
      UNSURE,
    ],
    [
      "advice",
      "If data of yours or of others is where it should not be, please do not pass it on; we look into that first.",
      ["grave"],
      UNSURE,
    ],
    ["understood", "You write that {clause}.", [], SURE],
    ["understood", "As we understand it, {clause}.", [], SURE],
    ["understood", "You write: {told}"],
    [
      "understood",
      "We understand that data can be seen by somebody to whom it does not belong.",
      [],
      SURE,
    ],
    [
      "advice",
      "If you see what is not yours, please don't copy it or pass it on; if others see what is yours, please hide it from them where you can.",
      ["grave"],
      SURE,
    ],
    [
      "advice",
      "Please pass nothing of it on until you have heard from us; if it is yours and others see it, hide it from them where you can.",
      ["grave"],
      SURE,
    ],
    ["ask", "Could you tell us when you saw it?", ["asks"], { asks: ["when"] }],
    ["ask", "Please reply with the day and the time at which you saw it; that is how we find it.", [
      "asks",
    ], { asks: ["when"] }],
    [
      "next",
      "A person who is responsible for data protection will look into it and write to you.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "It goes to a person ahead of the ordinary messages; they will find out who can see what, and tell you.",
      ["person", "answer", "cause"],
      { ...READ, ...SURE },
    ],
    ["next", "It goes ahead of ordinary reports, and we will write to you about what we find.", [
      "answer",
      "cause",
    ], UNREAD],
    ["record", "It is recorded as {id}.", [], TICKETED],
    ["record", "The number of your report is {id}.", [], TICKETED],
  ]),
  ...rowsOf("security_report", { situation: ["security_report"] }, [
    [
      "opening",
      "Thank you for reporting this to us [first|directly]; [that is the responsible way|we value it].",
      ["grave"],
      SURE,
    ],
    ["opening", "Thank you for taking the trouble to tell us about a weakness you found.", [
      "grave",
    ], SURE],
    ["opening", "We appreciate that you bring this to us, and we take it seriously.", ["grave"]],
    ["opening", "Thank you for telling us about this, which we take seriously.", ["grave"]],
    [
      "understood",
      "We understand that you have found [a weakness|a gap] in the security of {system}.",
      [],
      SURE,
    ],
    [
      "understood",
      "If it is a weakness that you have found, please keep the details between us for now.",
      [],
      UNSURE,
    ],
    [
      "understood",
      "We have understood your message as a report of a weakness in {system}.",
      [],
      SURE,
    ],
    [
      "advice",
      "Please do not try it on anybody else's data, and keep the details between us until it is closed.",
      ["grave"],
      SURE,
    ],
    [
      "advice",
      "Please keep the details to yourself for now, and leave the accounts and data of others alone.",
      ["grave"],
      SURE,
    ],
    ["ask", "Could you send us the steps that show it, in the order in which you take them?", [
      "asks",
    ], { asks: ["weakness_steps"] }],
    [
      "ask",
      "What we still need are the steps by which it can be seen; a few words for each are enough.",
      ["asks"],
      { asks: ["weakness_steps"] },
    ],
    ["known", "We look it up under {given}."],
    [
      "next",
      "A person who looks after security will go through it and write back to you, also about how you would like to be named.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "It goes to a person who looks after security; they will check it and tell you what they find.",
      ["person", "answer", "cause"],
      READ,
    ],
    [
      "next",
      "It will be checked by those who look after security, and we will tell you what comes of it.",
      ["answer", "cause"],
      UNREAD,
    ],
    [
      "record",
      "Its number is {id}; please name it in all further messages about this.",
      [],
      TICKETED,
    ],
    ["record", "It is recorded as {id}.", [], TICKETED],
  ]),
  ...rowsOf("privacy_request", { situation: ["privacy_request"] }, [
    ["opening", "Thank you for your message; we understand that you want us {right}."],
    ["opening", "We have received your request: you want us {right}."],
    ["opening", "We take your message as a formal request, namely for us {right}."],
    ["opening", "We have received your request about personal data."],
    ["opening", "Thank you for your message, which we take as a request about personal data."],
    ["understood", "You write that {clause}."],
    ["understood", "You write: {told}"],
    ["advice", "Please do not send copies of identity papers unless we ask for them."],
    [
      "advice",
      "You do not have to give reasons, and please send no copies of identity papers unless we ask.",
    ],
    [
      "ask",
      "To find what belongs to you, we need the name or the customer number under which it is kept.",
      ["asks"],
      { asks: ["account"] },
    ],
    ["ask", "Could you reply with the account or the customer number that it is about?", ["asks"], {
      asks: ["account"],
    }],
    ["known", "We look it up under {given}."],
    [
      "next",
      "A person who is responsible for data protection will deal with it and answer you in writing.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "Such requests are answered by a person, not automatically; you will get their answer in writing.",
      ["person", "answer"],
      READ,
    ],
    ["next", "You will get an answer to it in writing.", ["answer"], UNREAD],
    ["record", "It has the number {id} with us.", [], TICKETED],
  ]),
];
