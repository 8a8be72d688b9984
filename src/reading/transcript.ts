/**
 * Chats and calls written down: whose turn is whose. Only the customer's turns
 * are own.
 *
 * @module
 */
import type { Canvas, Line } from "./canvas.ts";

/** Turns that make a transcript. */
const TURNS_MIN = 2;
const NAME_CHARACTERS = 40;
const SPEAKER_WORDS = 4;

const TIME = String
  .raw`(?:\d{4}-\d\d-\d\d[ T]|\d{1,2}[./]\d{1,2}[./]\d{2,4},? )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?`;
/** "[10:02] Ann: …", "10:02 Ann: …", "(10:02:33) Ann: …", "Ann (10:02): …", "Ann: …", "<ann> …". */
const TURN = new RegExp(
  `^(?:[[(]?(${TIME})[\\])]?\\s*[-–|,]?\\s*)?(?:<([^<>\\n]{1,${NAME_CHARACTERS}})>|([*_]{0,2}[\\p{L}][\\p{L}\\p{N} ._'’&/()[\\]-]{0,${NAME_CHARACTERS}}?))` +
    `(?:\\s*[[(,]?\\s*(?:at )?(${TIME})\\s*[\\])]?)?\\s*(?::[*_]{0,2}|[*_]{2}:|(?<=>))(?:\\s+(.*))?$`,
  "iu",
);
/** What ends a speaker's name, or is part of a time. */
const TURN_MARK = /[:>]/;
const DIGIT = /\d/;
/** A name and a time on a line of their own; the turn stands below. */
const NAME_LINE = new RegExp(
  `^([\\p{L}][\\p{L}\\p{N} ._'’&/()-]{0,${NAME_CHARACTERS}}?)\\s*[-–—|,•·]?\\s*[[(]?(?:at )?(?:today|yesterday)?,?\\s*(?:at )?(${TIME})[\\])]?$`,
  "iu",
);
/** A time and a name on a line of their own. */
const TIME_LINE = new RegExp(
  `^[[(](${TIME})[\\])]\\s*([\\p{L}][\\p{L}\\p{N} ._'’&/()-]{0,${NAME_CHARACTERS}}?)$`,
  "iu",
);
/** "[Agent] How can I help?": only roles stand so. */
const ROLE_TURN =
  /^\[(agent|bot|assistant|support|system|operator|customer|client|caller|visitor|user|guest|rider|driver|patient|member|me)\]:?\s+(.*)$/i;
const CUSTOMER =
  /^(?:the )?(?:visitor|customer|client|user|guest|rider|caller|shopper|member|patient|tenant|student|parent|passenger|buyer|me|myself|requester|end[ -]?user|kunde|kundin|besucher|cliente?|klant)(?:$|[ (:#\d-])/i;
const AGENT =
  /(?:^|[ (])(?:agent|bot|chat ?bot|support|assistant|operator|advisor|adviser|representative|rep|help ?desk|(?:customer )?service|virtual \w+|moderator|staff|ivr|concierge|associate|specialist|csr|clerk|answerbot|system)(?:$|[ ):\d-])/i;
/** Labels that logs, code and forms put before a colon. */
const NO_SPEAKER =
  /^(?:user agent|commit|next steps?|embedder|z \w+|https?|ftp|file|error|errors|warning|warn|info|debug|note|notes|fatal|trace|log|log output|line|at|date|time|from|to|cc|subject|sent|name|e-?mail|phone|type|version|os|browser|device|platform|status|steps|expected|actual|result|url|id|order|case|class|default|return|lambda|else|try|if|for|while|std|cv|ps|p\.s|re|fw|fwd|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[a-z]?error|\w*exception)$|\d{5,}|[_=<>{}$\\/]/i;
const AGENT_SAYS =
  /\b(?:how (?:can|may) (?:i|we) (?:help|assist)|thanks? (?:you )?for (?:contacting|reaching|calling|chatting|waiting|your patience)|(?:i'm|i am) sorry (?:to hear|about|for)|is there anything else|let me (?:check|look|see)|(?:could|can|may) (?:i|you) (?:please )?(?:have|confirm|provide|give|share)|welcome to|my name is|you(?:'re| are) (?:chatting|speaking|talking) (?:with|to)|please hold|one moment|(?:i have|i've) (?:created|passed|forwarded|escalated|opened))/i;
/** What the program itself writes between turns. */
const NOTICE =
  /^(?:[[(]\d\d?:\d\d(?::\d\d)?[\])]\s*)?(?:[[(*-]{0,3}\s*)?(?:live chat|call \d+\b|chat (?:started|ended|transcript|session|log|id|with)|transcript\b|call (?:started|ended|transcript|summary|recording)|(?:start|end) of (?:chat|transcript|conversation|call)|conversation (?:with|started|ended)|\S{1,30}(?: \S{1,20})? (?:has )?(?:joined|left|entered|ended|closed|started)(?: the)?(?: (?:chat|conversation|call|session))?|this (?:chat|conversation|call) (?:has|was|is|will)|duration\s*:|agent\s*:\s*\S+$|(?:visitor|customer|client) (?:name|e-?mail|ip|id)\b|department\s*:|served by|rating\s*:)/i;

interface Turn {
  readonly line: Line;
  readonly speaker: string;
  readonly timed: boolean;
  /** Offset of what is said. */
  readonly said: number;
}

/** Paints everything in a transcript that the customer did not say. */
export function paintTranscript(canvas: Canvas): void {
  const lines = canvas.lines.filter(({ trimmed }) => trimmed !== "" && !NOTICE.test(trimmed));
  if (lines.length < TURNS_MIN) return;
  const turns = lines.flatMap((line) => {
    const turn = turnOf(canvas.text, line);
    return turn === null ? [] : [turn];
  });
  if (!isTranscript(canvas.text, turns, lines.length)) return;
  const customers = customersOf(canvas.text, turns);
  if (customers.size === 0) return;
  const first = turns[0]?.line.start ?? 0;
  const intro = canvas.text.slice(0, first);
  // Words before the first turn are the sender's, unless the program wrote them.
  if (
    intro.split("\n").every((line) =>
      line.trim() === "" || NOTICE.test(line.trim()) || line.trim().length < 40
    )
  ) {
    canvas.paint(0, first, "other_speaker");
  }
  for (const [at, turn] of turns.entries()) {
    const next = turns[at + 1]?.line.start ?? canvas.text.length;
    canvas.paint(turn.line.start, customers.has(turn.speaker) ? turn.said : next, "other_speaker");
  }
  for (const line of canvas.lines) {
    if (NOTICE.test(line.trimmed)) canvas.paint(line.start, line.next, "other_speaker");
  }
}

function turnOf(text: string, line: Line): Turn | null {
  const start = line.start + text.slice(line.start, line.end).search(/\S/);
  const isTimed = DIGIT.test(line.trimmed);
  const named = isTimed && line.trimmed.length <= NAME_CHARACTERS + 30
    ? NAME_LINE.exec(line.trimmed)
    : null;
  if (named !== null && !NO_SPEAKER.test(named[1] ?? "")) {
    return { line, speaker: fold(named[1] ?? ""), timed: true, said: line.next };
  }
  const timed = isTimed ? TIME_LINE.exec(line.trimmed) : null;
  if (timed !== null && !NO_SPEAKER.test(timed[2] ?? "")) {
    return { line, speaker: fold(timed[2] ?? ""), timed: true, said: line.next };
  }
  const role = ROLE_TURN.exec(line.trimmed);
  if (role !== null) {
    const said = start + line.trimmed.length - (role[2] ?? "").length;
    return { line, speaker: fold(role[1] ?? ""), timed: false, said };
  }
  // Without either mark nobody speaks: most lines of a letter end here.
  const found = TURN_MARK.test(line.trimmed) ? TURN.exec(line.trimmed) : null;
  if (found === null) return null;
  const speaker = (found[2] ?? found[3] ?? "").trim();
  if (speaker.split(/\s+/).length > SPEAKER_WORDS || NO_SPEAKER.test(speaker)) return null;
  return {
    line,
    speaker: fold(speaker),
    timed: found[1] !== undefined || found[4] !== undefined,
    said: start + line.trimmed.length - (found[5] ?? "").length,
  };
}

function fold(speaker: string): string {
  return speaker.toLowerCase().replace(/[()[\]*_]/g, " ").replace(/\s+/g, " ").trim();
}

/** One speaker serves and another is served; the share of lines tells it from a form with fields. */
function isTranscript(text: string, turns: readonly Turn[], lines: number): boolean {
  if (turns.length < TURNS_MIN || turns.length * 4 < lines) return false;
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))];
  const timed = turns.filter(({ timed }) => timed).length >= TURNS_MIN;
  const serves = speakers.some((speaker) => AGENT.test(speaker) && !CUSTOMER.test(speaker)) ||
    AGENT_SAYS.test(text);
  const served = speakers.some((speaker) => CUSTOMER.test(speaker));
  if (speakers.length < 2) return timed && (serves || served);
  // The fields of a form come once each; people speak again.
  const again = turns.length > speakers.length;
  if (timed) {
    return serves || served || (again && alternate(turns) && turns.length * 5 >= lines * 2);
  }
  if (serves || served) return again || (serves && served);
  // Two people by turns, and hardly a line that is not theirs.
  return alternate(turns) && speakers.length === 2 && turns.length > 2 &&
    turns.length * 4 >= lines * 3;
}

/** Nobody speaks twice in a row. */
function alternate(turns: readonly Turn[]): boolean {
  return turns.every(({ speaker }, at) => at === 0 || turns[at - 1]?.speaker !== speaker);
}

/** The speakers whose turns are the customer's. */
function customersOf(text: string, turns: readonly Turn[]): ReadonlySet<string> {
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))];
  const named = speakers.filter((speaker) => CUSTOMER.test(speaker));
  if (named.length > 0) return new Set(named);
  const agents = new Set(speakers.filter((speaker) => AGENT.test(speaker)));
  if (agents.size === 0) {
    for (const turn of turns) if (AGENT_SAYS.test(saidIn(text, turn))) agents.add(turn.speaker);
  }
  const others = speakers.filter((speaker) => !agents.has(speaker));
  // Whom the bot served first is the customer; who comes later took over.
  if (agents.size > 0 && others.length > 0) return new Set(others.slice(0, 1));
  // Customers speak of themselves, agents of the other.
  const most = speakers.map((speaker) => {
    const said = turns.filter((turn) => turn.speaker === speaker)
      .map((turn) => saidIn(text, turn)).join(" ");
    const count = (words: RegExp) => said.match(words)?.length ?? 0;
    return {
      speaker,
      self: count(/\b(?:i|i'm|i’m|my|me|we|our|mine)\b/gi) - count(/\b(?:you|your)\b/gi),
    };
  }).reduce((best, other) => other.self > best.self ? other : best);
  return new Set([most.speaker]);
}

/** What is said in a turn's first line, or in the line below a name. */
function saidIn(text: string, { line, said }: Turn): string {
  const end = said < line.end ? line.end : text.indexOf("\n", said + 1);
  return text.slice(said, end < 0 ? text.length : end);
}
