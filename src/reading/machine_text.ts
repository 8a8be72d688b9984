/**
 * Text that a machine wrote into a message: stack traces, logs, code, queries,
 * JSON. It is evidence that something failed, and no prose: its words have no
 * vote.
 *
 * @module
 */
import type { Canvas, Line } from "./canvas.ts";

/** Longer lines are looked at only so far. */
const LINE_CHARACTERS = 400;

const TRACE =
  /^(?:at [\w$.<>[\]` /\\-]{1,120}[(:]|at [\w$.]+\.[\w$.<>]+\s*$|at .{1,120}\.(?:js|ts|tsx|jsx|java|kt|cs|py|rb|php|go|swift|m|cpp|c):\d+|(?:Caused by|Suppressed)\s?: ?[\w$.]+(?:Exception|Error)|\.{3} \d{1,4} (?:more|common frames)|File "[^"]{1,200}", line \d|Traceback \(most|Exception in thread|(?:Uncaught |Unhandled )?(?:[\w$]{1,60}\.){0,8}[\w$]{0,60}(?:Exception|Error|Fault)(?:\s?[:(]|$)|Fatal (?:error|Exception)|FATAL EXCEPTION|PHP (?:Fatal|Warning|Notice)|panic: |goroutine \d+ \[|Thread \d+ (?:Crashed|name)|\d{1,3}\s+\S{2,40}\s+0x[0-9a-f]{6,16}|#\d{1,3}\s{1,3}(?:0x|pc |\/|[\w.]+\(|\S+\.\w+:\d+)|#\d+ 0x|\[<[0-9a-f]{6,}>\]|Segmentation fault|System\.\w+Exception|ORA-\d{4,5}|SQLSTATE)/;
const LOG =
  /^(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\]?\s+(?:\[|[A-Z]{4,5}\b|\S+:)|(?:INFO|DEBUG|WARN(?:ING)?|ERROR|FATAL|TRACE|NOTICE|CRITICAL)[:\s[\]|-]{1,3}\S|\[(?:INFO|DEBUG|WARN(?:ING)?|ERROR|FATAL|TRACE|CRITICAL|info|debug|warn(?:ing)?|error|fatal)\]|[A-Za-z]\/[\w.]{2,40}\(\s*\d+\):|\w{3}\s+\d{1,2} \d\d:\d\d:\d\d \S+|\d{1,3}(?:\.\d{1,3}){3} - |(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) (?:\/|https?:)\S*|HTTP\/\d|<\d{1,3}>|npm ERR!|error\[E\d+\]|E\s+\w+\s*:|> Task :|error TS\d+)/;
const SQL =
  /^(?:SELECT\s.{1,200}\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|(?:LEFT|RIGHT|INNER|OUTER|CROSS)?\s*JOIN\s+\S+|(?:CREATE|ALTER|DROP)\s+(?:TABLE|INDEX|VIEW|DATABASE)\s|WITH\s+\w+\s+AS\s*\(|(?:FROM|WHERE|GROUP BY|ORDER BY|HAVING|LIMIT)\s+\S.{0,200}[;=<>]?$|SELECT\s+\S.{0,200}$)/;
const JSON_LINE =
  /^(?:[{[]\s*$|[}\]]{1,4}[,;]?\s*$|"[^"\n]{1,80}"\s*:\s*\S.{0,300}|[{[]\s*"[^"\n]{1,80}"\s*[:,\]].{0,300})$/;
const CODE =
  /^(?:(?:import|export|from|const|let|var|function|class|def|public|private|protected|static|package|using|namespace|#include|#define|return|async|await|elif|else:|try:|except|catch|throw|fn|impl|struct|enum|interface|type)\b.{0,200}(?:[;{}()=:>]|\bimport\b.{0,40}|['"])\s*$|(?:if|for|while|switch)\s?\(.{1,200}\)\s?\{?$|[\w$.[\]'"]{1,60}\s?(?:=|\+=|:=|=>)\s?\S.{0,200}[;({\])]$|[\w$.]{2,80}\([^)\n]{0,120}\)\s?[;{]?$|<\/?[A-Za-z][\w:-]{0,40}(?:\s[^<>\n]{0,200})?\/?>\s*$|<[\w:-]+[^<>\n]{0,120}>.{0,160}<\/[\w:-]+>$|[\w.-]{2,40}=\S{0,80}$|[{}()[\];,]{1,8}$|\/\/\s.{1,200}$|\$ [a-z][\w.\/-]{0,30}(?:\s\S.{0,200})?$|>>> .{1,200}|(?:npm|npx|pip|git|docker|kubectl|curl|sudo|apt|brew|yarn|deno|node|python3?|cargo)\s(?:run|install|i|add|pull|push|clone|build|get|apply|exec|-|https?:).{0,200}$)/;
/** A link on a line of its own. */
const LINK_LINE = /^(?:[-*•]\s+)?<?(?:https?:\/\/|www\.)\S{3,}>?$/i;
const BYTES = /^(?:[0-9a-f]{2}[ :]){8,}|^[A-Za-z0-9+/]{60,}={0,2}$|^0x[0-9a-f]{16,}/i;

type Machine = "trace" | "code" | "link" | null;

/** Paints machine text. */
export function paintMachineText(canvas: Canvas): void {
  paintFences(canvas);
  const lines = canvas.ownLines();
  const kinds = lines.map(({ trimmed }) => machineKind(trimmed));
  spread(lines, kinds);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const kind = kinds[at];
    if (line === undefined) break;
    if (kind === "trace") canvas.paint(line.start, line.next, "machine_text");
    else if (kind === "link") canvas.paint(line.start, line.end, "machine_text");
    else if (kind === "code") {
      const grouped = isMachine(kinds[at - 1]) || isMachine(kinds[at + 1]);
      if (grouped || isWholeCode(line.trimmed)) canvas.paint(line.start, line.next, "code");
    }
  }
}

function isMachine(kind: Machine | undefined): boolean {
  return kind === "trace" || kind === "code";
}

/** Lines beside machine text that are no prose belong to it: headers of reports, results of commands. */
function spread(lines: readonly Line[], kinds: Machine[]): void {
  const take = (at: number, beside: number) => {
    const near = Math.abs((lines[at]?.start ?? 0) - (lines[beside]?.next ?? 0)) === 0 ||
      (lines[beside]?.start ?? 0) === (lines[at]?.next ?? -1);
    if (
      kinds[at] === null && near && isMachine(kinds[beside]) &&
      isHardlyProse(lines[at]?.trimmed ?? "")
    ) {
      kinds[at] = kinds[beside] ?? null;
    }
  };
  for (let at = 1; at < lines.length; at++) take(at, at - 1);
  for (let at = lines.length - 2; at >= 0; at--) take(at, at + 1);
}

/** Marks of code, or no small words between. */
function isHardlyProse(line: string): boolean {
  if (/^(?:[-*•]\s|\d{1,2}[.)]\s)/.test(line)) return false;
  const words = line.split(/\s+/);
  const small = words.filter((word) => PROSE_WORDS.has(word.toLowerCase())).length;
  return small === 0 &&
    (/[=<>{}()[\]\\|;_@^]|\.{3}|\w[:.]\w|0x|^\d+$/.test(line) ||
      words.length < 3 && /[:,]\s?\d/.test(line));
}

const PROSE_WORDS = new Set(
  "the a an and or but is are was it its i my we our you this that to of in on with when not no if after have has can"
    .split(" "),
);

/** One line that is code beyond doubt. */
function isWholeCode(line: string): boolean {
  return /^(?:[A-Za-z_]\w*(?:\.\w+)*\(.{1,120}\);?$|SELECT\s.+\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s)/
    .test(
      line,
    ) ||
    /^[{[]\s*"[^"]{1,80}"\s*:.{1,300}[}\]]$/.test(line) || BYTES.test(line) ||
    /^\$ [a-z]/.test(line);
}

function machineKind(line: string): Machine {
  if (line.length < 2 && !/[{}[\]]/.test(line)) return null;
  const look = line.length > LINE_CHARACTERS ? line.slice(0, LINE_CHARACTERS) : line;
  if (TRACE.test(look) || LOG.test(look)) return "trace";
  if (LINK_LINE.test(look)) return "link";
  if (SQL.test(look) || JSON_LINE.test(look) || BYTES.test(look) || CODE.test(look)) return "code";
  return null;
}

/** Blocks between ``` or ~~~. Inside a line the mark is an emphasis. */
function paintFences(canvas: Canvas): void {
  const { text } = canvas;
  for (const mark of ["```", "~~~"]) {
    for (let from = text.indexOf(mark); from >= 0;) {
      const close = text.indexOf(mark, from + 3);
      const end = close < 0 ? text.length : close + 3;
      if (text.slice(from, end).includes("\n")) canvas.paint(from, end, "code");
      from = text.indexOf(mark, end);
    }
  }
}
