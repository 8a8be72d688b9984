/**
 * Ends of the runs that are one thing in a text, whatever they hold:
 * addresses, paths, code, traces. Every search is bounded, so that no text
 * can make reading quadratic.
 *
 * @module
 */

/** Characters that a search for the end of a run looks ahead at most. */
const LOOK_AHEAD_CHARACTERS = 300;
const INLINE_CODE_CHARACTERS = 200;
const TAG_CHARACTERS = 120;

const TOP_DOMAINS = new Set(["com", "org", "net", "io", "gov", "edu", "dev", "co", "uk", "de"]);
const FILE_ENDINGS = new Set(
  ["js", "ts", "tsx", "jsx", "py", "json", "dll", "exe", "log", "txt", "png", "jpg", "jpeg", "pdf"]
    .concat(["csv", "xml", "html", "css", "cpp", "h", "hpp", "cc", "java", "md", "yml", "yaml"])
    .concat(["zip", "sh", "go", "rs", "rb", "php", "mp3", "mp4", "xlsx", "docx", "toml", "cfg"]),
);

/** Whether a character code is white space of any kind. */
export function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x3000 ||
    code === 0xfeff || code === 0x2028 || code === 0x2029;
}

/** End of the unbroken run of non-blanks that starts at `from`. */
export function endOfRun(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** End of an address or a path: its run without the marks that close a sentence. */
export function endOfAddress(text: string, from: number): number {
  let end = endOfRun(text, from);
  while (end > from + 1 && ".,;:!?)]}>\"'".includes(text.charAt(end - 1))) end--;
  return end;
}

/** End of the mail address whose name starts at `from`; -1 if there is none. */
export function endOfMail(text: string, from: number): number {
  const limit = Math.min(text.length, from + 64);
  let at = from;
  while (at < limit && isMailName(text.charCodeAt(at))) at++;
  if (text.charAt(at) !== "@" || at === from) return -1;
  const host = at + 1;
  const end = endOfAddress(text, host);
  const address = text.slice(host, Math.min(end, host + 100));
  const dot = address.indexOf(".");
  return dot > 0 && dot < address.length - 1 ? end : -1;
}

function isMailName(code: number): boolean {
  const small = code | 32;
  return (small >= 97 && small <= 122) || (code >= 48 && code <= 57) ||
    code === 46 || code === 43 || code === 45 || code === 95 || code === 37;
}

/**
 * What a word followed by a dot and another word is, without a blank between:
 * "example.com" an address, "index.js" a file; a missing blank otherwise.
 *
 * @param dot Where the dot stands.
 */
export function kindOfDotted(text: string, dot: number): "xurl" | "xpath" | null {
  if (isBlank(text.charCodeAt(dot + 1))) return null;
  let at = dot + 1;
  while (at < text.length && at < dot + 8 && /[a-z0-9]/i.test(text.charAt(at))) at++;
  const ending = text.slice(dot + 1, at).toLowerCase();
  if (FILE_ENDINGS.has(ending)) return "xpath";
  if (!TOP_DOMAINS.has(ending)) return null;
  // "crashes.De" is a new sentence; an address is written small.
  return text.slice(dot + 1, at) === ending ? "xurl" : null;
}

/** End of code between single backticks on one line; -1 if there is none. */
export function endOfInlineCode(text: string, from: number): number {
  const limit = Math.min(text.length, from + INLINE_CODE_CHARACTERS);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) return -1;
    if (code === 96) return at > from + 1 ? at + 1 : -1;
  }
  return -1;
}

/** End of the fenced block that starts at `from`; the end of the text where it never closes. */
export function endOfFence(text: string, from: number): number {
  const close = text.indexOf("```", from + 3);
  return close < 0 ? text.length : close + 3;
}

/** End of an HTML comment or tag that starts at `from`; -1 if there is none. */
export function endOfMarkup(text: string, from: number): number {
  if (text.startsWith("<!--", from)) {
    const close = text.indexOf("-->", from + 4);
    return close < 0 ? text.length : close + 3;
  }
  const next = text.charAt(from + 1);
  if (!/[a-z/]/i.test(next)) return -1;
  const limit = Math.min(text.length, from + TAG_CHARACTERS);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 62) return at + 1;
    if (code === 60 || code === 10) return -1;
  }
  return -1;
}

/** End of the Markdown target "(…)" that starts at `from`; -1 if there is none. */
export function endOfLinkTarget(text: string, from: number): number {
  const limit = Math.min(text.length, from + LOOK_AHEAD_CHARACTERS);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 41) return at + 1;
    if (code === 10) return -1;
  }
  return -1;
}

/** A line of a stack trace or a log. */
const TRACE_LINE =
  /^(?:at [\w$.<>[\]` /\\-]{1,120}[(:]|at [\w$.]+\.[\w$.<>]+\s*$|File "[^"]{1,200}", line \d|Traceback \(most|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|#\d+ 0x|(?:INFO|DEBUG|WARN|ERROR|FATAL)[:\s[]|[A-Za-z]\/[\w.]{2,40}\(\s*\d+\):)/;
const TRACE_LINE_CHARACTERS = 240;

/** End of the line that starts at `from`, where that is part of a stack trace or a log; else -1. */
export function endOfTraceLine(text: string, from: number): number {
  if (!couldBeTrace(text.charCodeAt(from), text.charCodeAt(from + 1))) return -1;
  const newline = text.indexOf("\n", from);
  const end = newline < 0 ? text.length : newline;
  const looked = Math.min(end, from + TRACE_LINE_CHARACTERS);
  return TRACE_LINE.test(text.slice(from, looked)) ? end : -1;
}

/** By its first two characters: most lines are told from traces without more. */
function couldBeTrace(first: number, second: number): boolean {
  if (second === 47) return first === 97 || (first >= 65 && first <= 90); // "E/Tag(12):"
  switch (first) {
    case 97: // "at …"
      return second === 116;
    case 70: // "File", "FATAL"
      return second === 105 || second === 65;
    case 84: // "Traceback"
      return second === 114;
    case 73: // "INFO"
      return second === 78;
    case 68: // "DEBUG"
      return second === 69;
    case 87: // "WARN"
      return second === 65;
    case 69: // "ERROR"
      return second === 82;
    default: // "[2024-…", "#1 0x…", "2024-…"
      return first === 91 || first === 35 || (first >= 48 && first <= 57);
  }
}
