/**
 * Records of mail: a file with one message (eml), or a mailbox (mbox, RFC 4155).
 * The library that reads a message is loaded when there is one.
 *
 * @module
 */
import type PostalMime from "postal-mime";
import { Failure } from "../triage/domain/failure.ts";
import type { InputRecord } from "./input_record.ts";
import { joinBytes } from "./join_bytes.ts";
import { type Line, splitLines } from "./lines.ts";
import { firstText } from "./profiles/profile.ts";

/** Longest message with its attachments, in bytes. */
export const MAX_MAIL_BYTES = 32 * 1_048_576;

const FROM = new TextEncoder().encode("From ");
/**
 * RFC 4155, appendix A: "From ", who sent it (also "-", "MAILER-DAEMON", "???@???"), and when, as
 * asctime writes it; a zone before or behind the year, or the date of a header, occur too.
 */
const SEPARATOR =
  /^From +(?:"[^"]*"\S*|\S+) +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +\d{1,2},? +\d{1,2}:\d{2}.*\b\d{4}\b|\d{1,2} +[A-Z][a-z]{2} +\d{4},? +\d{1,2}:\d{2})/;
/** What some programs write: no date, but headers follow at once. */
const UNDATED = /^From +\S+ *$/;
const HEADER = /^[A-Za-z][A-Za-z0-9-]*:/;
/** Longest beginning of a line that is held against these, in bytes. */
const SEPARATOR_BYTES = 1_000;
const GREATER = 0x3e;
const NEWLINE = new Uint8Array([0x0a]);

/**
 * Yields a record for each message: `id`, `from` (the sender's address), `name`, `to`,
 * `subject`, `date`, `text` as it stands there (else the HTML), and `attachments`, which
 * are named and not read.
 */
export async function* mailRecords(
  bytes: AsyncIterable<Uint8Array>,
  format: "mbox" | "eml",
  maxMailBytes: number = MAX_MAIL_BYTES,
): AsyncGenerator<InputRecord> {
  const { default: parser } = await import("postal-mime");
  for await (const { line, content } of mailsIn(bytes, format === "mbox", maxMailBytes)) {
    yield { line, value: content instanceof Failure ? content : await readMail(content, parser) };
  }
}

interface Mail {
  readonly line: number;
  readonly content: Uint8Array | Failure;
}

/** A message of a mailbox begins with a separator behind an empty line. */
async function* mailsIn(
  bytes: AsyncIterable<Uint8Array>,
  mailbox: boolean,
  maxBytes: number,
): AsyncGenerator<Mail> {
  let parts: Uint8Array[] = [];
  let size = 0, start = 1, emptyBefore = true;
  const finish = (): Mail => ({
    line: start,
    content: size > maxBytes
      ? new Failure("body_too_large", `Cannot take the mail: the limit is ${maxBytes} bytes`)
      : joinBytes(parts, size),
  });
  for await (const { number, content, next } of withNext(splitLines(bytes, maxBytes))) {
    const line = content instanceof Failure ? new Uint8Array(0) : content;
    if (content instanceof Failure) size = maxBytes + 1;
    const separates = mailbox && emptyBefore && startsWith(line, FROM) &&
      (number === 1 || isSeparator(line, next));
    if (separates) {
      if (size > 0) yield finish();
      [parts, size, start] = [[], 0, number];
      emptyBefore = false;
      continue;
    }
    emptyBefore = line.length === 0;
    const own = mailbox ? unquoted(line) : line;
    size += own.byteLength + 1;
    if (size > maxBytes) parts = [];
    else parts.push(own, NEWLINE);
  }
  if (size > 0) yield finish();
}

function isSeparator(line: Uint8Array, next: Line | null): boolean {
  const text = beginning(line);
  if (SEPARATOR.test(text)) return true;
  return UNDATED.test(text) && next !== null && !(next.content instanceof Failure) &&
    HEADER.test(beginning(next.content));
}

function beginning(line: Uint8Array): string {
  return new TextDecoder().decode(line.subarray(0, SEPARATOR_BYTES));
}

/** Each line with the one behind it. */
async function* withNext(
  lines: AsyncIterable<Line>,
): AsyncGenerator<Line & { readonly next: Line | null }> {
  let line: Line | null = null;
  for await (const next of lines) {
    if (line !== null) yield { ...line, next };
    line = next;
  }
  if (line !== null) yield { ...line, next: null };
}

function startsWith(line: Uint8Array, mark: Uint8Array): boolean {
  return mark.every((byte, at) => line[at] === byte);
}

/** A line of a message that began with "From " was quoted: ">From ". */
function unquoted(line: Uint8Array): Uint8Array {
  if (line[0] !== GREATER) return line;
  let at = 0;
  while (line[at] === GREATER) at++;
  return startsWith(line.subarray(at), FROM) ? line.subarray(1) : line;
}

interface TextPart {
  readonly contentDisposition: { readonly parsed: { readonly params: Record<string, string> } };
  readonly contentType: { readonly parsed: { readonly params: Record<string, string> } };
}

/**
 * A part with a file name is a file, also where it is to be shown inline (RFC 2183, section 2.3):
 * the library puts a log sent so at the end of the text, as if its sender had written it. Its
 * own question is answered anew; it is not in its types.
 */
function filesKeptApart(parser: typeof PostalMime): typeof PostalMime {
  return class extends parser {
    isInlineTextNode(part: TextPart): boolean {
      const name = part.contentDisposition.parsed.params.filename ??
        part.contentType.parsed.params.name;
      const base = parser.prototype as unknown as { isInlineTextNode(part: TextPart): boolean };
      return name === undefined && base.isInlineTextNode.call(this, part);
    }
  };
}

async function readMail(content: Uint8Array, parser: typeof PostalMime): Promise<unknown> {
  try {
    const mail = await new (filesKeptApart(parser))({ maxNestingDepth: 20 }).parse(content);
    const text = firstText(mail.text, mail.html);
    const names = mail.attachments.map(({ filename, mimeType }) => filename ?? mimeType);
    return {
      ...(mail.messageId !== undefined && { id: mail.messageId }),
      from: mail.from?.address ?? null,
      name: mail.from?.name ?? "",
      to: (mail.to ?? []).map(({ address, name }) => address ?? name).join(", "),
      subject: mail.subject ?? "",
      date: mail.date ?? "",
      text,
      ...(names.length > 0 && { attachments: names }),
    };
  } catch {
    // The parser's own message may quote the mail.
    return new Failure("invalid_message", "Cannot read the mail: it is not well-formed");
  }
}
