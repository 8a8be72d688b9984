/**
 * Tells commands from sentences, so that they are passed on letter by letter.
 *
 * @module
 */

// Programs whose names are no English verbs; "make", "go" and the like need a flag behind them.
const PROGRAMS = new Set(
  ("git cd npm npx yarn pnpm pip pip3 python python3 deno bun docker docker-compose podman kubectl helm cmake cargo rustc curl wget " +
    "ssh scp rsync sudo apt apt-get brew ls mkdir rm cp mv grep chmod chown bash sh zsh terraform ansible gradle mvn javac php composer ruby psql mysql sqlite3 systemctl")
    .split(" "),
);
const PROMPT = /^[$%]\s+(?=[a-z./])/u;
const FLAGGED = /^[a-z][\w.-]*(?: [\w./:=@-]+){0,6}? --?[A-Za-z][\w-]*/u;
const IN_PLACE = /^[a-z][\w-]*(?: [a-z][\w-]*){0,3} \.{1,2}\/?$/u;
const PATH = /^\.{1,2}\/\w/u;

/** Whether a line is a command to be typed, not a sentence. */
export function isCommand(line: string): boolean {
  const text = line.trim();
  const first = text.split(" ", 1)[0] ?? "";
  if (PROGRAMS.has(first)) return !/^\S+ (?:is|was|does|doesn't|and|the|to)\b/u.test(text);
  return PROMPT.test(text) || PATH.test(text) || FLAGGED.test(text) || IN_PLACE.test(text);
}

/** A command without the prompt before it. */
export function withoutPrompt(line: string): string {
  return line.trim().replace(PROMPT, "");
}

/**
 * Whether a word is the name of a program in a text: written in small letters
 * there, as a command's first word or between backticks.
 */
export function isProgram(word: string, text: string): boolean {
  const name = word.toLowerCase();
  if (!/^[a-z][\w.-]*$/u.test(name) || name.length < 2) return false;
  // One word between backticks may be a button's.
  if (text.includes(`\`${name} `)) return true;
  if (PROGRAMS.has(name)) return text.includes(`${name} `);
  return text.includes(`${name} `) && text.split("\n").some((line) => {
    const at = line.indexOf(`${name} `);
    const command = at < 0 ? "" : line.slice(at);
    return /^[\s\d.)*$>-]*$/u.test(line.slice(0, Math.max(0, at))) && isCommand(command);
  });
}
