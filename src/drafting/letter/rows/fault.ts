/**
 * Sentences for an ordinary fault.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const CALM = { mood: ["calm", "wants_person", "foreign", "unsure"] } as const;
const UPSET = { mood: ["upset"] } as const;

/** An ordinary fault. */
export const FAULT_ROWS: readonly SentenceRow[] = [
  ...rowsOf("fault", { situation: ["fault"], type: ["bug_report"] }, [
    ["opening", "We are sorry that {bad}[, and thank you for telling us|].", ["sorry"], CALM],
    [
      "opening",
      "It should not be that {bad}, and [we are sorry about it|we are sorry].",
      ["sorry"],
      CALM,
    ],
    ["opening", "We can see why it is a nuisance that {bad}.", [], CALM],
    ["opening", "Thank you for letting us know that {clause}.", [], CALM],
    [
      "opening",
      "Thank you for [your report|your message|writing to us]: as we understand it, {clause}.",
      [],
      CALM,
    ],
    [
      "opening",
      "Thanks for [the report|your message], from which we take it that {clause}.",
      [],
      CALM,
    ],
    [
      "opening",
      "You write that {clause}, and [we would like to find out why|that is not how it should be].",
      [],
      CALM,
    ],
    [
      "opening",
      "We have [read|understood] that {clause}, [and we are sorry for the trouble|and are sorry about it].",
      ["sorry"],
      CALM,
    ],
    [
      "opening",
      "What we have [noted|understood] is that {clause}[; thank you for telling us|].",
      [],
      CALM,
    ],
    [
      "opening",
      "You have every reason to be annoyed that {bad}, and we are sorry.",
      ["sorry"],
      UPSET,
    ],
    [
      "opening",
      "It has cost you a lot of patience that {bad}; we are sorry for it.",
      ["sorry"],
      UPSET,
    ],
    [
      "opening",
      "We are sorry that you have had this trouble with us: as we understand it, {clause}.",
      ["sorry"],
      UPSET,
    ],
    [
      "opening",
      "Thank you for your report, which we have [noted|understood] as {title}.",
      [],
      CALM,
    ],
    ["opening", "We have noted your report as {title} and are sorry for the trouble.", ["sorry"]],
    [
      "opening",
      "In short, we understand your message as {title}; we are sorry that it gets in your way.",
      ["sorry"],
    ],
    [
      "opening",
      "Thank you for writing; we have [written it down|put it down] as {title}.",
      [],
      CALM,
    ],
    ["opening", "We are sorry that something does not work as it should with {thing}.", ["sorry"]],
    ["opening", "We are sorry that something does not work as it should.", ["sorry"]],
    ["opening", "We understand that something is wrong, and we are sorry for the trouble.", [
      "sorry",
    ]],
    [
      "opening",
      "We understand that something is wrong with {thing}, and we are sorry for the trouble.",
      ["sorry"],
    ],
    [
      "record",
      "[Your report has the number|Its number is] {id}[; please mention it if you write to us again|, in case you write to us again|].",
    ],
    ["record", "It is [recorded|noted|kept] [with us |]as {id}[, a number to keep at hand|]."],
    ["record", "We have [opened|set up] {id} for it[, so that you can refer to it at any time|]."],
    [
      "record",
      "[If you write to us about it again, please name|To add something later, please name] {id}.",
    ],
    ["record", "[It is recorded|We keep it] as {id}, together with {given}."],
    ["record", "It is recorded as {id}; {given} is noted with it."],
    ["known", "We have noted that {tried}[, so you need not do that again|].", []],
    [
      "known",
      "That {tried} is noted; [you need not do it again|there is no need to do it again].",
      [],
    ],
    ["known", "We have also noted that you need it {deadline}.", []],
    ["known", "That you need it {deadline} is noted with it.", []],
    [
      "ask",
      "Could you [tell us|write down for us|still give us] the steps that lead to it[, one after the other|, from where you start to where it goes wrong|]?",
      ["asks", "wants_steps"],
      { asks: ["steps"] },
    ],
    [
      "ask",
      "To see it ourselves, we need the steps that lead to it: [what you open, what you press and what you see then|where you begin, what you do and what happens].",
      ["asks", "wants_steps"],
      { asks: ["steps"] },
    ],
    [
      "ask",
      "[What helps us most are|What we still need are] the steps that lead to it[; a few words for each are enough|, in the order in which you take them|].",
      ["asks", "wants_steps"],
      { asks: ["steps"] },
    ],
    [
      "ask",
      "Which steps lead to it[, as far as you can tell|, beginning with the screen you are on]?",
      ["asks", "wants_steps"],
      { asks: ["steps"] },
    ],
    [
      "ask",
      "[It would help us|It would bring us further] to know the steps that lead to it[, also if it happens only now and then|, as exactly as you remember them|].",
      ["asks", "wants_steps"],
      { asks: ["steps"] },
    ],
    [
      "ask",
      "Could you tell us what you did last before it happened, and what you have tried since?",
      ["asks", "wants_steps"],
      { asks: ["happening"] },
    ],
    [
      "ask",
      "What helps us most is what you did with it just before, [step by step|in a few words], and what you have tried since.",
      ["asks", "wants_steps"],
      { asks: ["happening"] },
    ],
    ["ask", "Could you still tell us {device}?", ["asks"], { asks: ["device"] }],
    [
      "ask",
      "To follow you exactly, we only need to know {device}[; the rest is clear|].",
      ["asks"],
      { asks: ["device"] },
    ],
    [
      "ask",
      "What is missing is only {device}[; please add it in a short reply|: one line is enough].",
      ["asks"],
      { asks: ["device"] },
    ],
    [
      "ask",
      "What exactly does the message on the screen say? [A picture or the wording is enough|Its exact wording often leads to the cause].",
      ["asks"],
      { asks: ["error"] },
    ],
    ["ask", "Please reply with the exact wording of the message that you see.", ["asks"], {
      asks: ["error"],
    }],
    [
      "ask",
      "To find it, we need to know which account it is about; the name it runs under is enough, but never send passwords or codes.",
      ["asks"],
      { asks: ["held_account"] },
    ],
    ["ask", "Could you tell us the day of the payment or the number of the order?", ["asks"], {
      asks: ["payment"],
    }],
    [
      "ask",
      "To find it, we need the day of the payment or the number of the order; please leave out card numbers.",
      ["asks"],
      { asks: ["payment"] },
    ],
    ["ask", "Could you tell us when it happened?", ["asks"], { asks: ["service_when"] }],
    [
      "ask",
      "Please reply with the day on which it happened; that is how we find out who was there.",
      ["asks"],
      { asks: ["service_when"] },
    ],
    [
      "next",
      "Next, we follow the steps you gave [until we see what you see|and look for the cause], and [write to you with what we find|tell you what comes of it|let you know once we understand it].",
      ["has_steps", "cause", "answer"],
      { steps: [true], ahead: [false] },
    ],
    [
      "next",
      "With your description we can try the same ourselves; [that comes next, and you will hear from us|that is what we do now, and we will tell you what we see].",
      ["has_steps", "cause", "answer"],
      { steps: [true], ahead: [false] },
    ],
    [
      "next",
      "Those who look after this part [will try|now try] the steps you gave and [write to you once they know the cause|let you know what they find].",
      ["has_steps", "cause", "answer"],
      { steps: [true], ahead: [false] },
    ],
    [
      "next",
      "[With them|Once we have them], we try the same ourselves and [write to you with what we find|tell you what we see|let you know where it comes from].",
      ["cause", "answer"],
      { asks: ["steps", "happening"], ahead: [false] },
    ],
    [
      "next",
      "Meanwhile, those who look after this part [look for the cause|start from what you wrote]; [you will hear from us when they have found it|we will write to you once we know more].",
      ["cause", "answer"],
      {
        asks: ["steps", "happening", "error", "held_account", "payment", "service_when", "device"],
        ahead: [false],
      },
    ],
    [
      "next",
      "[We begin with what you wrote|What you wrote is a beginning]; [your answer is added to it|your answer goes with it], and we will [write to you with what we find|tell you what we see|let you know what we find].",
      ["cause", "answer"],
      {
        asks: ["steps", "happening", "error", "held_account", "payment", "service_when"],
        ahead: [false],
      },
    ],
    [
      "next",
      "Those who look after this part [will look into it next|look for the cause now], and [you will hear from us when they have found it|we will write to you once we know more|we will tell you what they find].",
      ["cause", "answer"],
      { steps: [false], asks: ["nothing"], ahead: [false] },
    ],
    [
      "next",
      "Next, we [try to see the same|look for where it comes from] and [write to you with what we find|let you know what we find|tell you what it was].",
      ["cause", "answer"],
      { steps: [false], asks: ["nothing"], ahead: [false] },
    ],
    [
      "next",
      "Because of what it keeps you from, it goes ahead of other reports, and [we will write to you once we know more|you will hear from us when we have found the cause].",
      ["cause", "answer"],
      { ahead: [true] },
    ],
    [
      "next",
      "It goes ahead of other reports, because [more than convenience is at stake|of what it costs you]; [we will tell you what we find|you will hear from us once we know the cause].",
      ["cause", "answer"],
      { ahead: [true] },
    ],
    [
      "next",
      "We put it before other reports and [look for the cause|try to see the same], and [write to you with what we find|let you know what it was].",
      ["cause", "answer"],
      { ahead: [true] },
    ],
  ]),
];
