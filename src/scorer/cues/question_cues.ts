/**
 * Cues of a question, of praise and of everyday matters of money and accounts.
 *
 * @module
 */
import type { Cue } from "./cue.ts";

const ask = (name: string, weight: number, phrases: readonly string[], negatable = false): Cue => ({
  name,
  intent: "general_inquiry",
  weight,
  phrases,
  negatable,
});

/** Cues of an inquiry. */
export const QUESTION_CUES: readonly Cue[] = [
  ask(
    "how_do_i",
    1.5,
    ["how do|can|could|would|should i|we|you|one", "how to", "how be|do|long|much|many"]
      .concat(["how do|can * *", "how i|we|you can|do|would", "^ how", "know|tell|show |me how"]),
  ),
  ask(
    "what_is",
    1,
    ["what be|do|does|happen|kind|time|type", "what |be the difference", "what |exactly do"]
      .concat(["^ what", "what * be|do|should|can|have", "know|tell |me what"]),
  ),
  ask("why", 0.6, ["^ why", "why be|do|did|does|have|can|will|would", "why"]),
  ask("where_is", 1, [
    "where be|can|do|would|should",
    "where i|we|you can",
    "^ where",
    "know where",
  ]),
  ask("when_will", 0.8, ["when will|do|can|be", "how soon", "how long will|do|until", "what time"]),
  ask("which", 0.8, [
    "which one|be|of|version|plan|way",
    "^ which",
    "who be|can|do",
    "^ who",
    "whose",
  ]),
  ask("is_there", 1, [
    "^ be there",
    "be there |a|an|any|some|another",
    "be there |a|any way",
    "^ be|do it|this",
  ]),
  ask(
    "is_it_possible",
    1,
    ["be it |still|even|also|really possible|ok|okay|normal|safe|allow|intended|correct"]
      .concat([
        "be it|this|that intend|intended|expect|normal|correct|deliberate",
        "possible to",
        "be i able",
      ])
      .concat(["can i|we", "could i|we", "may i|we", "am i", "be i |do|allow", "do i |have|need"]),
  ),
  ask(
    "aux_first",
    0.7,
    ["^ do|can|could|will|would|be|should|have|did you|i|we|it|they|there|this|the"]
      .concat(["^ do|can|will|be|have|should * *"]),
  ),
  ask(
    "anyone",
    0.8,
    ["do|have|can|could anyone|anybody|someone|somebody", "anyone know|have|else"]
      .concat(["any idea|plan|news|chance|update|advice|tip|suggestion|thoughts|pointer|eta"]),
  ),
  ask(
    "wonder",
    1.1,
    ["wonder", "wondering", "curious", "confused", "confusing", "not sure", "unsure"]
      .concat([
        "figure out",
        "clarify",
        "clarification",
        "explain",
        "understand",
        "just to confirm",
      ])
      .concat(["want|like|love to know|ask|confirm|check|understand|find", "trying to understand"]),
  ),
  ask("question_word", 1.1, [
    "question",
    "quick question",
    "ask",
    "inquire",
    "enquire",
    "query",
    "inquiry",
  ]),
  ask(
    "knowledge",
    0.8,
    ["documentation", "docs", "tutorial", "example", "guide", "manual", "faq"]
      .concat([
        "difference between",
        "best practice",
        "recommended way",
        "right|correct|proper way",
      ])
      .concat([
        "can not find |any|the|a|anything documentation|docs|info|information|doc",
        "instruction",
      ]),
  ),
  ask(
    "intended",
    0.7,
    ["bug or", "by design", "intend", "intended", "or be i|it|that", "or not"]
      .concat(["do|am i miss|do something", "what be i do|miss", "do wrong", "my fault|mistake"]),
  ),
  ask(
    "help_me",
    0.8,
    ["help me|us|with", "need help|assistance|support", "assist", "guide me", "advice"]
      .concat([
        "advise",
        "support team",
        "let me know",
        "tell me",
        "can you |please tell|help|explain|send",
      ])
      .concat(["could you |please tell|help|explain|send|confirm", "point me"]),
  ),
  ask(
    "courtesy",
    0.5,
    ["^ hi|hello|dear|hey", "thanks in advance", "thank you |in|so|for|very", "regards"]
      .concat(["kind|best regard", "many thanks", "thanks", "good morning|afternoon|evening"]),
  ),
  ask(
    "goal",
    0.4,
    ["i|we be try|use|get|look|plan", "i|we want|need|would|try|plan to", "look for"]
      .concat(["i|we be trying|using|looking|planning|thinking|considering", "before i|we"]),
  ),
  ask("refund", 1, ["refund", "money back", "reimburse", "chargeback", "get back my money"]),
  ask(
    "charge",
    0.8,
    ["charge", "fee", "payment", "pay", "bill", "billing", "invoice", "price", "pricing"]
      .concat([
        "cost",
        "discount",
        "coupon",
        "promo",
        "tax",
        "vat",
        "receipt",
        "statement",
        "balance",
      ]),
  ),
  ask(
    "subscription",
    0.8,
    ["subscription", "subscribe", "plan", "renew", "renewal", "trial", "upgrade"]
      .concat([
        "downgrade",
        "cancel",
        "cancellation",
        "membership",
        "license",
        "per month|year|user|seat",
      ]),
  ),
  ask(
    "bank",
    0.8,
    ["card", "transfer", "account", "bank", "transaction", "cash", "withdraw", "currency"]
      .concat(["exchange rate", "top up", "pin", "atm", "deposit", "direct debit"]),
  ),
  ask(
    "account",
    0.7,
    ["my|the|an|a|our account", "password", "username", "sign up", "log in", "login"]
      .concat([
        "verify",
        "verification",
        "profile",
        "email address",
        "delete|close my account",
        "two factor",
      ])
      .concat([
        "change my|the|our",
        "update my|the|our",
        "register",
        "activate",
        "identity",
        "permission",
      ]),
  ),
  ask(
    "delivery",
    0.8,
    ["order", "delivery", "deliver", "ship", "shipping", "stock", "store", "warranty"]
      .concat(["exchange", "return policy", "buy", "purchase", "dealer", "address"]),
  ),
  ask(
    "contact",
    0.9,
    ["speak|talk to", "contact |you|us|support|someone|information", "phone number"]
      .concat([
        "call me|us|back",
        "real person",
        "human",
        "agent",
        "customer service|support|care",
      ]),
  ),
  ask(
    "praise",
    1,
    ["love", "great", "awesome", "perfect", "fun", "excellent", "amazing", "best", "fantastic"]
      .concat([
        "wonderful",
        "thank you",
        "good|great|nice job|work",
        "well do",
        "work great|well|perfectly",
      ])
      .concat([
        "recommend",
        "addictive",
        "favorite",
        "favourite",
        "enjoy",
        "cool",
        "nice",
        "beautiful",
      ]),
    true,
  ),
  ask(
    "dislike",
    0.4,
    ["hate", "terrible", "worst", "waste", "annoying", "uninstall", "disappoint"]
      .concat([
        "disappointed",
        "disappointing",
        "ridiculous",
        "garbage",
        "horrible",
        "awful",
        "sucks",
      ])
      .concat([
        "suck",
        "pathetic",
        "rip off",
        "scam",
        "joke",
        "useless",
        "stupid",
        "crap",
        "boring",
      ]),
  ),
  ask(
    "easy_use",
    0.7,
    ["easy to use", "user friendly", "simple to|and", "very easy|useful|helpful"]
      .concat([
        "keep up the",
        "keep it up",
        "no complaint|problem|issue",
        "happy with",
        "satisfied",
      ]),
  ),
  ask(
    "if_i",
    0.4,
    ["if i |cancel|delete|change|upgrade|switch|move|close", "what if", "what happen if|when|to"]
      .concat([
        "do that|it|this mean",
        "will i |lose|be|get|still|have",
        "do i lose",
        "am i charge",
      ]),
  ),
];
