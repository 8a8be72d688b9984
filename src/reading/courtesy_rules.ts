/**
 * Sentences of a letter's frame: small talk before the matter, thanks in
 * advance and wishes after it. Rows with examples that must and must not match;
 * each is tried on one sentence in small letters, bare of its end marks.
 *
 * @module
 */

/** A kind of sentence that frames a letter. */
export interface CourtesyRule {
  readonly id: string;
  readonly place: "opening" | "closing";
  readonly pattern: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const row = (
  id: string,
  place: CourtesyRule["place"],
  pattern: RegExp,
  yes: readonly string[],
  no: readonly string[],
): CourtesyRule => ({ id, place, pattern, yes, no });

/** What help is called: "your quick reply". */
const HELP =
  "(?:(?:kind|quick|prompt|great|continued|ongoing|swift|speedy|fast|any|early|further|valuable|precious) ){0,2}" +
  "(?:help|time|support|assistance|attention|advice|understanding|patience|reply|response|answer|consideration|cooperation|feedback|efforts?|hard work|service|guidance|input)";
/** What may follow thanks without making them thanks for something. */
const ADDED =
  `(?: (?:in advance|a lot|a bunch|a million|so much|very much|ever so much|again|all|team|guys|everyone|everybody|folks|support|you|and|kind|best|warm|regards|wishes|greetings|for|your|the|all your|with this|on this|in this matter|here|anyway|${HELP}|reading(?: this| my (?:message|mail))?|looking into (?:it|this|the matter)|in anticipation|dear|indeed|already|sir|madam)){0,8}`;

/** The rules. */
export const COURTESY_RULES: readonly CourtesyRule[] = [
  row(
    "well_wish",
    "opening",
    /^(?:i |we )?(?:do )?(?:hope|trust) (?:that )?(?:you|your|this|all|everyone|everything)\b.{0,60}\b(?:well|good|great|nice|fine|okay|ok|weekend|week|day|safe|finds|holidays?|summer|healthy)\b.{0,80}$/,
    [
      "i hope this email finds you well",
      "hope you are all doing well",
      "trust you had a good weekend",
    ],
    ["i hope you fix the export", "hope this helps you to find the bug"],
  ),
  row(
    "how_are_you",
    "opening",
    /^(?:how are you(?: (?:doing|all|today)){0,2}|hope all is well(?: with you)?|happy (?:new year|monday|friday|holidays?|easter))$/,
    ["how are you", "hope all is well", "happy new year"],
    ["how are you going to fix this"],
  ),
  row(
    "why_writing",
    "opening",
    /^(?:i am|i'm|we are|we're) (?:writing|contacting you|reaching out|getting in touch)(?: (?:to you|today|again))*(?: (?:because of|about|regarding|concerning|with regard to) (?:this|the following|a problem|an issue))?$/,
    ["i am writing to you today", "i'm reaching out regarding an issue"],
    ["i am writing because the export fails"],
  ),
  row(
    "sorry_to_bother",
    "opening",
    /^(?:i'm |i am |so |really )*(?:sorry|apologies) (?:to|for) (?:bother|disturb|troubl|writ|contact)\w*\b.{0,40}$/,
    ["sorry to bother you again", "apologies for writing at the weekend"],
    ["sorry but the app is slow"],
  ),
  row(
    "name_given",
    "opening",
    /^my name is \p{L}[\p{L}'-]{1,20}(?: \p{L}[\p{L}'-]{1,20}){0,2}$/u,
    ["my name is ann", "my name is jean-luc example"],
    ["my name is spelt wrong on the last invoice"],
  ),
  row(
    "thanks",
    "closing",
    new RegExp(
      `^(?:and |so |anyway,? |again,? |once again,? |please and )?(?:(?:many|kind|best|warm|big|with) )?(?:thanks?(?: you)?|thx|tks|ta|cheers|tia|tyvm|ty)${ADDED}(?:,? [\\p{L}]{2,15})?$`,
      "u",
    ),
    [
      "thanks",
      "many thanks in advance",
      "thank you for your help",
      "thanks for your quick reply and kind regards",
      "cheers dana",
    ],
    [
      "thanks for fixing the export",
      "thanks to your update nothing works",
      "thank you it works now",
    ],
  ),
  row(
    "regards",
    "closing",
    /^(?:(?:with )?(?:kind|best|warm|warmest|kindest|many) )?(?:regards|wishes|greetings)(?: from .{2,30}| to (?:you|all|the team).{0,20})?$|^(?:br|rgds|sincerely|warmly|respectfully|best|yours|all the best|take care|x{1,3}|yours (?:sincerely|faithfully|truly)|(?:thx|thanks) (?:&|and) bye|bye(?: for now)?|god bless(?: you)?|(?:talk|speak) soon|stay safe|happy holidays)$/u,
    ["kind regards", "all the best", "sincerely", "speak soon"],
    ["best before date is missing"],
  ),
  row(
    "regards_elsewhere",
    "closing",
    /^(?:mfg|lg|vg|danke(?: (?:sch[öo]n|im voraus|und gru(?:ß|ss)))?|(?:viele|beste|liebe|sch[öo]ne|freundliche|mit (?:freundlichen|besten)) gr(?:ü|ue)(?:ß|ss)e?n?|cordialement|bien (?:à vous|cordialement)|merci(?: (?:d'avance|beaucoup))?|(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|gracias(?: de antemano)?|(?:cordiali |distinti )?saluti|grazie(?: mille| in anticipo)?|(?:met )?vriendelijke groet(?:en)?|groet(?:en|jes)?|(?:alvast )?bedankt|atenciosamente|obrigad[oa]|cumprimentos|pozdrawiam|hälsningar|mvh)$/u,
    ["viele grüße", "merci d'avance", "met vriendelijke groet", "gracias"],
    ["danke für nichts, es geht nicht"],
  ),
  row(
    "appreciated",
    "closing",
    new RegExp(
      `^(?:i |we )?(?:would |will |do |'d )?(?:really |greatly |very much |truly |much )?appreciated?(?: (?:it|your|any|all|the|a|${HELP}|very much|so much|greatly|in advance|if you could help|on this|with this)){0,5}$|^(?:any|your|all) ${HELP} (?:(?:on|with|in) this )?(?:would be|is|will be) (?:much |greatly |really |very |highly )?(?:appreciated|welcome)(?: .{0,20})?$`,
    ),
    [
      "much appreciated",
      "any help would be greatly appreciated",
      "i appreciate your help",
      "we appreciate any quick response",
    ],
    ["i would appreciate a dark mode"],
  ),
  row(
    "looking_forward",
    "closing",
    /^(?:i am |i'm |we are |we're |i |we )?look(?:ing)? forward (?:to|for) (?:hear(?:ing)?|your|a|the|any|receiving|getting)\b.{0,60}$|^(?:i am |i'm |we are )?(?:awaiting|waiting for) (?:your|a) (?:reply|response|answer|feedback)\b.{0,30}$|^(?:i |we )?hope to hear\b.{0,50}$/,
    [
      "looking forward to hearing from you",
      "i look forward to your reply",
      "awaiting your response",
      "hope to hear from you soon",
    ],
    ["looking forward to dark mode", "still waiting for your refund"],
  ),
  row(
    "let_me_know",
    "closing",
    /^(?:so |and |please,? |just |kindly ){0,2}(?:(?:do )?let (?:me|us) know(?: (?:soon|please|asap|when you can|as soon as (?:possible|you can)|what you think|if (?:you need|there is|there's|you have|you require|i can provide|anything|that helps|i need to)\b.{0,70}|should you\b.{0,60}))?|(?:please )?(?:feel free|don't hesitate|do not hesitate) to (?:contact|call|reach|ask|get in touch|email|write)\b.{0,60}|get back to (?:me|us)(?: (?:soon|asap|as soon as (?:possible|you can)|when you (?:can|get a chance)|at your (?:earliest )?convenience))?|(?:please )?(?:reply|respond|answer)(?: (?:soon|asap|as soon as possible|at your earliest convenience)))$/,
    [
      "let me know if you need any more information",
      "please don't hesitate to contact me",
      "please get back to me as soon as possible",
      "let me know",
    ],
    ["let me know when the refund arrives", "let me know why this happened"],
  ),
  row(
    "good_wishes",
    "closing",
    /^(?:and )?(?:keep up the (?:good|great|excellent|amazing) work|keep it up|have a (?:nice|good|great|lovely|wonderful|pleasant|fantastic)\b.{0,30}|enjoy (?:your|the) (?:day|weekend|evening|week|rest\b.{0,20}))$/,
    ["have a nice day", "keep up the good work", "enjoy your weekend"],
    ["have a look at the log"],
  ),
  row(
    "trouble",
    "closing",
    /^(?:i'm |so |very )*(?:sorry|apologies|thanks?|thank you) (?:for|about) (?:the|your|any|all the|my) (?:trouble|inconvenience|bother|noise|confusion|long (?:mail|message|text)|hassle)(?: (?:and|in advance).{0,20})?$|^hope (?:this|that|it) helps?$|^(?:pls|plz) (?:help|fix)(?: (?:me|asap|it|this))?(?: thx| thanks| ty)?$/,
    ["sorry for the trouble", "hope this helps", "pls help thx"],
    ["sorry for the trouble with the export, it fails"],
  ),
  row(
    "bare_plea",
    "closing",
    /^(?:please )?(?:(?:help|advise|assist)(?: me| us)?(?: please| asap| urgently| soon)?|(?:can|could) (?:you|someone|anyone|anybody) (?:please )?(?:help|assist|advise)(?: me| us)?(?: (?:please|with this|here|out))?|any (?:ideas?|help|thoughts|suggestions|advice)(?: please)?)$/,
    ["please help", "can you please help me", "any ideas", "please advise"],
    ["please help me to delete my account", "can anyone log in"],
  ),
];
