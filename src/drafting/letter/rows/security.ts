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
const SURE = { aspect: ["any", "bank", "secured", "locked_out"] } as const;
const ONLY_SURE = { aspect: ["any", "own"] } as const;
const OF_OTHERS = { aspect: ["any"] } as const;
const OWN = { aspect: ["own"] } as const;
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
      "If you can still get in, please change the password now, from a device that you trust, and wherever else you use the same one; never send us passwords or codes, we do not ask for them.",
      ["grave"],
      { aspect: ["any"] },
    ],
    [
      "advice",
      "Where you can, please set a new password from a device that is surely yours, sign out everywhere else, and leave suspicious messages unopened but undeleted. Never send us or anybody else a password or a code.",
      ["grave"],
      { aspect: ["any"] },
    ],
    [
      "advice",
      "If you can still get in, please change the password from a device you trust, and sign out all others. Please never send us passwords or codes.",
      ["grave"],
      { aspect: ["any"] },
    ],
    [
      "advice",
      "If card or bank details may be in other hands, please call your bank now and have them blocked; then change the password from a device that you trust. Never send us passwords, codes or card numbers.",
      ["grave"],
      { aspect: ["bank"] },
    ],
    [
      "advice",
      "Please have the card or the account blocked by your bank if it may be affected, and change the password from a device that you trust. We never ask you for passwords or codes, so please send none.",
      ["grave"],
      { aspect: ["bank"] },
    ],
    [
      "advice",
      "It was right to change the password; if you can, sign out all other devices too, and have your bank look at anything that may be affected. Please never send us passwords or codes.",
      ["grave"],
      { aspect: ["secured"] },
    ],
    [
      "advice",
      "As you cannot get in yourself, please let your bank know if money may be touched, and set a new password wherever else you use the same one. Never send us passwords or codes.",
      ["grave"],
      { aspect: ["locked_out"] },
    ],
    [
      "advice",
      "Since the way back in is closed to you, please tell your bank if money may be touched, and give nobody a code that reaches you. We never ask you for passwords or codes.",
      ["grave"],
      { aspect: ["locked_out"] },
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
      ONLY_SURE,
    ],
    [
      "opening",
      "We are sorry about this, and we take it seriously: nobody should see what belongs to somebody else.",
      ["sorry", "grave"],
      ONLY_SURE,
    ],
    [
      "opening",
      "You were right to report this. What belongs to one customer must not be seen by another, and we are sorry.",
      ["sorry", "grave"],
      ONLY_SURE,
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
    ["understood", "You write that {clause}.", [], ONLY_SURE],
    ["understood", "As we understand it, {clause}.", [], ONLY_SURE],
    ["understood", "You write: {told}"],
    [
      "understood",
      "We understand that data can be seen by somebody to whom it does not belong.",
      [],
      ONLY_SURE,
    ],
    [
      "advice",
      "If you see what is not yours, please don't copy it or pass it on; if something is saved, keep it to yourself until we have written to you.",
      ["grave"],
      OF_OTHERS,
    ],
    [
      "advice",
      "If you see what is not yours, please leave it closed, and pass nothing of it on until we have written to you.",
      ["grave"],
      OF_OTHERS,
    ],
    [
      "advice",
      "If you can, please take it out of there or hide it from others until you have heard from us.",
      ["grave"],
      OWN,
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
      { ...READ, ...ONLY_SURE },
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
      ONLY_SURE,
    ],
    ["opening", "Thank you for taking the trouble to tell us about a weakness you found.", [
      "grave",
    ], ONLY_SURE],
    ["opening", "We appreciate that you bring this to us, and we take it seriously.", ["grave"]],
    ["opening", "Thank you for telling us about this, which we take seriously.", ["grave"]],
    [
      "understood",
      "We understand that you have found [a weakness|a gap] in the security of {system}.",
      [],
      ONLY_SURE,
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
      ONLY_SURE,
    ],
    [
      "advice",
      "Please do not try it on anybody else's data, and keep the details between us until it is closed.",
      ["grave"],
      ONLY_SURE,
    ],
    [
      "advice",
      "Please keep the details to yourself for now, and leave the accounts and data of others alone.",
      ["grave"],
      ONLY_SURE,
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
