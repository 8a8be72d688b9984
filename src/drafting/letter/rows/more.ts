/**
 * Sentences for letters that would be curt without them: what can be added,
 * where a reply goes, what is of use meanwhile.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const OPEN = { asks: ["nothing"] } as const;
const ASKING = {
  asks: [
    "steps",
    "happening",
    "weakness_steps",
    "device",
    "error",
    "account",
    "held_account",
    "noticed",
    "payment",
    "order",
    "contract",
    "reference",
    "callback",
    "since",
    "when",
    "service_when",
    "place",
    "aid",
    "usage",
    "deadline",
  ],
} as const;

/** What a short letter adds. */
export const MORE_ROWS: readonly SentenceRow[] = [
  ...rowsOf("more_question", { situation: ["how_to"], wants_answer: [true], ...OPEN }, [
    [
      "more",
      "If you would like to add [where you are|how far you came|what you have tried so far], [simply reply to this message|a reply to this message is enough]; it is put with your question[, so that you need not explain it again| and read together with it].",
      ["invites"],
    ],
    [
      "more",
      "Should there be more to it, such as [what you want to achieve|what you see instead|why you need it], [write it in a reply|just reply]; the more exactly we know what you are after, the more [useful|fitting] the answer [will be|can be].",
      ["invites"],
    ],
    [
      "more",
      "[Anything that makes your case different|Whatever is special about your case] is worth a line in a reply, [even if it seems small|also later]; it [helps us to answer what you really ask|spares you a second question].",
      ["invites"],
    ],
  ]),
  ...rowsOf("more_policy", { situation: ["policy", "press"], wants_answer: [true], ...OPEN }, [
    [
      "more",
      "If the answer depends on something that [only you know|is not in your message], such as [the country, the date or the contract it is about|when it was bought, or for how many people it is], [please add it in a reply|a short reply with it helps]; it is put with your message.",
      ["invites"],
    ],
    [
      "more",
      "[Rules and prices|Such things] can differ [from case to case|with the country and the day]; [if yours is a particular one|if there is something particular about yours], a line about it in a reply [makes the answer more exact|helps us to answer for your case and not in general].",
      ["invites"],
    ],
  ]),
  ...rowsOf("more_told", { situation: ["how_to", "policy", "press"], ...OPEN }, [
    [
      "more",
      "[Should there be more to your message than we have taken up here|If we have missed a part of what you wrote], [reply and say so|tell us in a reply]; it [comes to the same place|is put with your message], and [nothing has to be told twice|you do not have to begin again].",
      ["invites"],
    ],
  ]),
  ...rowsOf("more_errand", {
    situation: ["order_status", "cancel", "change_details", "refund", "money"],
  }, [
    [
      "more",
      "[Please leave out|We do not need] card numbers, passwords and codes[ in whatever you send us|]; [the number of the order or contract|a number and a name] is [always enough|all that it takes] to find it, and [a reply comes to the same place|your reply is put with this message].",
      ["invites"],
    ],
    [
      "more",
      "[If something about it changes meanwhile|Should anything change before you hear from us], [tell us in a reply|a short reply is enough]; it is put with your message, so that [whoever takes it up sees both|both are read together] and [nothing is done twice|nothing gets lost].",
      ["invites"],
    ],
  ]),
  ...rowsOf("more_report", { situation: ["fault", "outage", "accessibility"], ...OPEN }, [
    [
      "more",
      "Should [it change|anything change meanwhile], for example [if it stops by itself|if it happens elsewhere too|if you find a way around it], [a line in a reply helps|tell us in a reply]; it is [put with your report|read together with your report], so that nothing has to be told twice.",
      ["invites"],
    ],
    [
      "more",
      "[If you have a picture of it|A picture or the exact time of it], [you can send it|is welcome] in a reply; [it is not needed for us to begin|we begin without it], but it [often shows what words cannot|sometimes shortens the way to the cause].",
      ["invites"],
    ],
  ]),
  ...rowsOf("more_wish", { situation: ["wish"] }, [
    [
      "more",
      "[You can add to it at any time|Whatever you want to add later can come] in a reply to this message; it is [put with what you wrote|kept beside it], [so that those who read it see both|and both are read together].",
      [],
    ],
    [
      "more",
      "[A drawing or an example|An example from elsewhere] [is welcome too|often says more than words]: [a reply to this message is put with it|just reply to this message], and [those who read your wish see both|both are read together].",
      [],
    ],
  ]),
  ...rowsOf("more_answered", {
    ...ASKING,
    situation: [
      "fault",
      "outage",
      "accessibility",
      "account_security",
      "data_exposed",
      "security_report",
      "privacy_request",
      "legal",
      "escalation",
      "vulnerable_customer",
      "press",
    ],
  }, [
    [
      "more",
      "[A reply to this message|Your reply] [comes to the same place|is put with what you wrote], so [nothing has to be told twice|you do not have to tell it all again], and [a few words are enough|it need not be long].",
      [],
    ],
    [
      "more",
      "[You can simply reply to this message|Just reply to this message]: [whatever you send is put with what you wrote before|it is read together with what you wrote], [also later|at any time].",
      [],
    ],
  ]),
  ...rowsOf("more_any", {
    ...OPEN,
    situation: [
      "account_security",
      "data_exposed",
      "security_report",
      "privacy_request",
      "legal",
      "escalation",
      "vulnerable_customer",
      "injury",
    ],
  }, [
    [
      "more",
      "If you want to add something, [reply to this message|a reply to this message is enough]; [it is put with what you wrote|it comes to the same person], so that [nothing has to be told twice|you do not have to start again].",
      ["invites"],
    ],
    [
      "more",
      "[Anything that you remember later|Whatever else belongs to it], [such as a date, a name or a paper|a date, a number or a name], can be added in a reply; it is [read together with your message|put with what you wrote].",
      ["invites"],
    ],
  ]),
  ...rowsOf("more_person", { situation: ["person_requested"] }, [
    [
      "more",
      "[A sentence or two on what it is about|If you like, a sentence on what it is about] [helps us to choose the right person|brings you to the right person straight away]; [whatever you write here is before them|they have your message before them], so that [nothing has to be told twice|you do not begin again from the start].",
      ["invites"],
    ],
  ]),
  ...rowsOf("more_foreign", { situation: ["foreign"] }, [
    [
      "more",
      "Please do not send the same message again; it is already here, and a second one [would only take longer|does not make it faster].",
      [],
    ],
  ]),
];
