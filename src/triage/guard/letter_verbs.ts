/**
 * The verbs of a letter: which of them we may say of ourselves, ask of a
 * customer, or say of a report.
 *
 * @module
 */

/** The few true things that we do, by dictionary form. */
const OUR_VERBS = new Set(
  ("thank thanks appreciate understand see know hear read note record log register file track capture document list look " +
    "investigate review check examine assess study reproduce replicate consider evaluate explore discuss weigh pass forward share " +
    "raise bring ask need want like hope wish regret apologize apologise be have do let keep inform notify follow write reply " +
    "respond answer contact reach get come find learn help assist value welcome suggest recommend make assign submit receive " +
    "miss mind recognize recognise acknowledge realize realise listen care gather imagine take try attempt identify pinpoint " +
    "figure gladly say tell commit love regularly touch describe decide promise able unable intend appreciate say touch " +
    "mention aim guess love trouble update add create open save put file raise start hand enter enjoy agree think report advise wish")
    .split(" "),
);
const LOGGED =
  /^\w+ (?:it|this|both|these|them|that|a (?:new )?(?:note|ticket|report|request|case|record)|ticket|the (?:report|request|details|reference|ticket|case|issue|matter)|your (?:\w+ )?(?:idea|request|report|suggestion|message|feedback|vote|note|concern|input|question|case|wish|experience|comments?|details))\b/;
/** These say something only with the words behind them: "keep you posted", "make sure to", "take a look". */
const BOUND_VERBS: Readonly<Record<string, RegExp>> = {
  have:
    /^ve\b|^ha(?:ve|s|d) (?:\w+ )?(?:(?:an?|any|no|enough|more|the|that|this|your|all)(?: \w+){0,2} (?:information|answer|overview|news|question|questions|report|request|message|details|update|insight|on record|record|idea|look)|this on|it on|questions|more |a look|a question|what we need|(?:somebody|someone|a person|a colleague) (?:look|check|review|go))/,
  make: /^(?:make|made|making) (?:sure|certain|a note|note|every)/,
  take:
    /^(?:take|took|taken|taking) (?:a |an |another |your |this |that |these |it |questions|every|care|note)/,
  keep:
    /^(?:keep|keeping|kept) (?:you (?:posted|updated|informed|in the loop|up to)|an? (?:eye|note)|track|your|this|it in)/,
  get: /^(?:get|getting|got) (?:back|in touch|to the bottom|your|you started)/,
  come: /^(?:come|came) back to/,
  bring: /^bring\w* (?:this|it|your) /,
  do: /^(?:do|did|does|doing) (?:not|read|our best|what|see|look)/,
  find: /^(?:find|found) (?:out|what|the cause|it)/,
  try:
    /^(?:try|tried|trying) (?:to (?:reproduce|replicate|understand|find|identify|see|learn|pinpoint|help|narrow)|it|out|this|our)/,
  decide:
    /^(?:decide|decides|decided|deciding)(?: (?:what|on what|whether|this|it|about|on|which|how|myself|it)|$)/,
  promise: /^promise (?:anything|any|when|whether|that|a)/,
  commit: /^commit to/,
  list: /^(?:list|listed)/,
  tell: /^t(?:ell|old) you/,
  log: /^logg?\w* (?!in\b|out\b|on\b)/,
  let: /^let(?:ting)? (?:you|us) know|^let me/,
  love: /^love (?:to|hearing)/,
  hand: /^hand\w* (?:it|this|your)/,
  update: /^updat\w* (?:you|your (?:ticket|report|request))/,
  add: LOGGED,
  create: LOGGED,
  open: LOGGED,
  save: LOGGED,
  put: LOGGED,
  file: LOGGED,
  raise: LOGGED,
  start: LOGGED,
  answer: /^answer\w* (?:it|this|that|you|your|to you|any|questions)/,
  pass:
    /^pass\w* (?:it|this|that|them|both|your|on|along|the (?:details?|information|message|report|question|request|matter))/,
  report: LOGGED,
};
/** What a customer may be asked to do. */
const ASK_VERBS = new Set(
  ("tell let share describe check try confirm reply write see look find read follow open use restart keep feel include attach add know note " +
    "help specify provide go refer contact ask reach take have bear elaborate hesitate mention explain respond get say need want like visit update " +
    "view locate navigate allow wait thank be do notice happen run begin review make enjoy prefer")
    .split(" "),
);
const STATE_VERBS = new Set(
  ("be sound look seem help show explain cover describe mean make matter appear contain outline walk go include have take need " +
    "say tell let happen occur follow concern touch lead want refer see read answer guide list belong link know depend " +
    "persist assist do hear carry list view handle learn understand enjoy decide").split(" "),
);
const PARTICIPLES = new Set(
  ("recorded logged noted registered filed passed forwarded reviewed received tracked listed appreciated considered created documented " +
    "captured submitted raised opened saved added shared discussed looked handled linked kept decided evaluated assessed taken held " +
    "valued examined investigated read checked needed supposed intended asked found known described explained shown used " +
    "understood weighed assigned brought flagged written called").split(" "),
);
const SKIPPED = new Set(
  ("have has had ve will ll would d can could may might do does did are re am m is s be been not n't t also just already then still really very " +
    "truly carefully further always only never to so who that what and or for of in with from on at the a an all both")
    .split(" "),
);
const PREDICATES = new Set(
  "afraid sorry happy glad delighted grateful aware able unable certain sure here thrilled pleased always behind"
    .split(" "),
);

/** Verbs by what they may be said of, in dictionary form; participles as they stand. */
export const LETTER_VERBS = {
  ours: OUR_VERBS,
  bound: BOUND_VERBS,
  asked: ASK_VERBS,
  stated: STATE_VERBS,
  participles: PARTICIPLES,
  skipped: SKIPPED,
  predicates: PREDICATES,
} as const;
