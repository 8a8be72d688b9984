/**
 * Sentences for an ordinary fault.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const CALM = { mood: ["calm", "wants_person", "foreign", "unsure"] } as const;
const UPSET = { mood: ["upset"] } as const;
const HAZARD = { aspect: ["hazard"] } as const;

/** An ordinary fault. */
export const FAULT_ROWS: readonly SentenceRow[] = [
  ...rowsOf("fault", { situation: ["fault"] }, [
    ["opening", "We are sorry that {bad}[, and thank you for telling us|].", ["sorry"], CALM],
    ["opening", "It should not be that {bad}, and we are sorry[ about it|].", ["sorry"], CALM],
    ["opening", "Thank you for letting us know that {clause}.", [], CALM],
    [
      "opening",
      "We have [read|understood] that {clause}, [and we are sorry for the trouble|and are sorry about it].",
      ["sorry"],
      CALM,
    ],
    ["opening", "We are sorry about this: {told}", ["sorry"], CALM],
    ["opening", "We are sorry for the trouble[ that this gives you|]: {told}", ["sorry"], CALM],
    [
      "opening",
      "Thank you for [telling us|writing], and we are sorry for the trouble: {told}",
      ["sorry"],
      CALM,
    ],
    ["opening", "That should not be, and we are sorry: {told}", ["sorry"], CALM],
    [
      "opening",
      "This is not how it should be, and we are sorry about it: {told}",
      ["sorry"],
      CALM,
    ],
    [
      "opening",
      "You write: {told} We are sorry that [it gives you trouble|you have this trouble].",
      [
        "sorry",
      ],
      CALM,
    ],
    ["opening", "You have every reason to be annoyed, and we are sorry: {told}", ["sorry"], UPSET],
    ["opening", "This has cost you a lot of patience, and we are sorry for it: {told}", [
      "sorry",
    ], UPSET],
    ["opening", "We are sorry that you have had this trouble with us: {told}", ["sorry"], UPSET],
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
      "advice",
      "If it could harm anybody, please stop using it until you have heard from us; where there is danger now, [call your local emergency number first|your local emergency number comes first].",
      ["grave"],
      HAZARD,
    ],
    [
      "advice",
      "Please do without it until you have heard from us if somebody could be hurt, and call your local emergency number first where there is danger.",
      ["grave"],
      HAZARD,
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
    ["record", "Its number is {id}, and we have noted {given} with it."],
    ["known", "We have noted that {tried}[, so you need not do that again|].", []],
    [
      "known",
      "That {tried} is noted; [you need not do it again|there is no need to do it again].",
      [],
    ],
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
      "If you know steps that lead to it and are not in what you wrote, please add them in a reply; [if not, we start from what you wrote|otherwise we go by your description].",
      ["asks", "wants_steps"],
      { asks: ["steps_softly"] },
    ],
    [
      "ask",
      "Should there be steps that lead to it every time, [and have you not written them yet, |]a reply with them helps us to see it ourselves[; without them we go by what you wrote|].",
      ["asks", "wants_steps"],
      { asks: ["steps_softly"] },
    ],
    [
      "ask",
      "If something you do brings it about, [a line on the steps that lead to it helps us|the steps that lead to it help us]; if it comes by itself, what you wrote is enough.",
      ["asks", "wants_steps"],
      { asks: ["steps_softly"] },
    ],
    [
      "ask",
      "What you wrote lets us begin; if you can add the steps that lead to it, [please do|that helps][, and if not, leave it at that|].",
      ["asks", "wants_steps"],
      { asks: ["steps_softly"] },
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
      { asks: ["steps"], ahead: [false] },
    ],
    [
      "next",
      "Meanwhile, those who look after this part [look for the cause|start from what you wrote]; [you will hear from us when they have found it|we will write to you once we know more].",
      ["cause", "answer"],
      {
        asks: ["steps", "steps_softly", "error", "held_account", "device"],
        ahead: [false],
      },
    ],
    [
      "next",
      "[We begin with what you wrote|What you wrote is a beginning]; [your answer is added to it|your answer goes with it], and we will [write to you with what we find|tell you what we see|let you know what we find].",
      ["cause", "answer"],
      {
        asks: ["steps", "error", "held_account"],
        ahead: [false],
      },
    ],
    [
      "next",
      "Those who look after this part [will look into it next|look for the cause now], and [you will hear from us when they have found it|we will write to you once we know more|we will tell you what they find].",
      ["cause", "answer"],
      { steps: [false], asks: ["nothing", "steps_softly", "ending"], ahead: [false] },
    ],
    [
      "next",
      "Next, we [look into it|look for where it comes from] and [write to you with what we find|let you know what we find|tell you what it was].",
      ["cause", "answer"],
      { steps: [false], asks: ["nothing", "steps_softly", "ending"], ahead: [false] },
    ],
    [
      "next",
      "Because of what it keeps you from, it goes ahead of other reports, and [we will write to you once we know more|you will hear from us when we have found the cause].",
      ["cause", "answer"],
      { ahead: [true] },
    ],
    [
      "next",
      "It goes ahead of other reports, because [of what is at stake for you|of what it costs you]; [we will tell you what we find|you will hear from us once we know the cause].",
      ["cause", "answer"],
      { ahead: [true] },
    ],
    [
      "next",
      "We put it before other reports and [look for the cause|look into it], and [write to you with what we find|let you know what it was].",
      ["cause", "answer"],
      { ahead: [true] },
    ],
  ]),
];
