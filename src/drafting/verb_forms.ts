/**
 * English verb forms, for the few places where a customer's verb has to be
 * turned: "click" into "clicking", "pressed" into "press".
 *
 * @module
 */

const IRREGULAR: Readonly<Record<string, string>> = {
  went: "go",
  gone: "go",
  goes: "go",
  did: "do",
  does: "do",
  done: "do",
  had: "have",
  has: "have",
  was: "be",
  were: "be",
  is: "be",
  are: "be",
  am: "be",
  been: "be",
  being: "be",
  got: "get",
  gotten: "get",
  put: "put",
  ran: "run",
  began: "begin",
  begun: "begin",
  broke: "break",
  broken: "break",
  brought: "bring",
  built: "build",
  bought: "buy",
  caught: "catch",
  chose: "choose",
  chosen: "choose",
  came: "come",
  cut: "cut",
  drew: "draw",
  drawn: "draw",
  drove: "drive",
  fell: "fall",
  fallen: "fall",
  felt: "feel",
  found: "find",
  forgot: "forget",
  froze: "freeze",
  frozen: "freeze",
  gave: "give",
  given: "give",
  held: "hold",
  hung: "hang",
  kept: "keep",
  knew: "know",
  left: "leave",
  let: "let",
  lost: "lose",
  made: "make",
  meant: "mean",
  met: "meet",
  paid: "pay",
  read: "read",
  reset: "reset",
  rode: "ride",
  said: "say",
  saw: "see",
  seen: "see",
  sent: "send",
  set: "set",
  shot: "shoot",
  showed: "show",
  shown: "show",
  shut: "shut",
  spent: "spend",
  spun: "spin",
  stood: "stand",
  stuck: "stick",
  swam: "swim",
  took: "take",
  taken: "take",
  taught: "teach",
  told: "tell",
  thought: "think",
  threw: "throw",
  thrown: "throw",
  tried: "try",
  tries: "try",
  typed: "type",
  undid: "undo",
  woke: "wake",
  wore: "wear",
  wrote: "write",
  written: "write",
  hit: "hit",
  logged: "log",
  chosed: "choose",
  tapped: "tap",
  clicked: "click",
  dying: "die",
  lying: "lie",
  tying: "tie",
  syncing: "sync",
  synced: "sync",
  using: "use",
  used: "use",
  choosing: "choose",
  closing: "close",
  closed: "close",
  saving: "save",
  saved: "save",
  typing: "type",
  changing: "change",
  changed: "change",
  sharing: "share",
  shared: "share",
  moving: "move",
  moved: "move",
  removing: "remove",
  removed: "remove",
  deleting: "delete",
  deleted: "delete",
  creating: "create",
  created: "create",
  updating: "update",
  updated: "update",
  restoring: "restore",
  restored: "restore",
  enabling: "enable",
  disabling: "disable",
  leaving: "leave",
  making: "make",
  taking: "take",
  giving: "give",
  merging: "merge",
  merged: "merge",
  resizing: "resize",
  resized: "resize",
  duplicating: "duplicate",
  duplicated: "duplicate",
  renaming: "rename",
  renamed: "rename",
  pasting: "paste",
  pasted: "paste",
  completing: "complete",
  completed: "complete",
  archiving: "archive",
  archived: "archive",
  subscribing: "subscribe",
  upgrading: "upgrade",
  upgraded: "upgrade",
  scheduling: "schedule",
  scheduled: "schedule",
  rotating: "rotate",
  rotated: "rotate",
  navigating: "navigate",
  navigated: "navigate",
  toggling: "toggle",
  toggled: "toggle",
  activating: "activate",
  activated: "activate",
  increasing: "increase",
  writing: "write",
  coming: "come",
  having: "have",
  driving: "drive",
  riding: "ride",
  replacing: "replace",
  replaced: "replace",
  exchanging: "exchange",
  invited: "invite",
  inviting: "invite",
  comparing: "compare",
  booking: "book",
  agreed: "agree",
  cancelled: "cancel",
  cancelling: "cancel",
  focused: "focus",
  freeing: "free",
  freed: "free",
};
const DOUBLING = new Set(
  "tap run log get put set cut swim stop drop drag plan scan plug unplug pin quit skip snap swap trim zip hit sit let begin shut shop chat rub ship split spin submit reset wrap nap pop slip strip step tag trip ban bug dim flip grab hop jog knit map mop pat rip rob sip tip wet win permit commit refer transfer admit forget format"
    .split(" "),
);
const NOT_DOUBLED = new Set(["format", "transfer"]);
const NOT_VERB_ING = new Set([
  "nothing",
  "something",
  "anything",
  "everything",
  "thing",
  "during",
  "string",
  "spring",
  "morning",
  "evening",
  "king",
  "ring",
  "wing",
  "bring",
  "sling",
  "ceiling",
]);

/** The base form of a verb: "clicked", "clicks" and "clicking" give "click". */
export function baseForm(word: string): string {
  const known = IRREGULAR[word];
  if (known !== undefined && Object.hasOwn(IRREGULAR, word)) return known;
  if (word.length < 4) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh|o)es$/u.test(word) && !/(?:ose|ase|use|ise|ize|ze)s$/u.test(word)) {
    return word.slice(0, -2);
  }
  if (word.endsWith("s") && !/(?:ss|us|is)$/u.test(word)) return word.slice(0, -1);
  if (word.endsWith("ied")) return `${word.slice(0, -3)}y`;
  if (word.endsWith("ed") && word.length > 4) return stemToBase(word.slice(0, -2));
  if (word.endsWith("ing") && word.length > 5 && !NOT_VERB_ING.has(word)) {
    return stemToBase(word.slice(0, -3));
  }
  return word;
}

/** Whether a word has the form of a gerund ("restoring"). */
export function isGerund(word: string): boolean {
  return word.endsWith("ing") && word.length > 5 && !NOT_VERB_ING.has(word) &&
    /[aeiouy]/u.test(word.slice(0, -3));
}

/** The gerund of a base form: "click" gives "clicking", "tap" "tapping", "save" "saving". */
export function gerund(base: string): string {
  if (base === "be") return "being";
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`;
  if (base.endsWith("e") && !/(?:ee|oe|ye)$/u.test(base)) return `${base.slice(0, -1)}ing`;
  if (DOUBLING.has(base) && !NOT_DOUBLED.has(base)) return `${base}${base.at(-1)}ing`;
  return `${base}ing`;
}

/** The third person of a base form: "show" gives "shows", "try" "tries". */
export function thirdPerson(base: string): string {
  if (base === "be") return "is";
  if (base === "have") return "has";
  if (/(?:[sxz]|ch|sh|[^aeiou]o)$/u.test(base)) return `${base}es`;
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

function stemToBase(stem: string): string {
  // Doubled last letter: tapping, dragged; but not "press", "fill", "add".
  if (/([bdgmnprt])\1$/u.test(stem) && DOUBLING.has(stem.slice(0, -1))) return stem.slice(0, -1);
  return SILENT_E.test(stem) && !ENDS_WITHOUT_E.has(stem) ? `${stem}e` : stem;
}

// Stems that lost an e: sav-ing, clos-ed, updat-ed, enabl-ed.
const SILENT_E =
  /(?:[aeiou][cgsvz]|[^aeiou][cgvz]|[bdfgkpt]l|at|id|ad|od|ud|ak|ik|ok|ir|or|ur|ar|et|ot|ut|it|ip|op|ap|im|am|om|in|an|on)$/u;
const ENDS_WITHOUT_E = new Set(
  "edit visit submit open log listen limit exit happen enter order register press click tap sign sort start import export upload download connect load add scan turn check attach select print send upgrad book pay play clear track filter search cancel answer deliver monitor sync reload wait repeat treat cover remind confirm claim contain explain train gain drain obtain contact format transfer offer consider render follow allow borrow join pair repair appear chair hear program design repeat look hook boot reboot shoot scroll unlock lock disappear return rain join complain remain obtain retain reopen await exit inherit delet"
    .split(" ").filter((stem) => !["upgrad", "delet"].includes(stem)),
);
