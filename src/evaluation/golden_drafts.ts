/**
 * The golden file of drafts: one block a message, one line a field, so that a
 * change of rules is a diff that somebody reads.
 *
 * @module
 */
import type { Reply } from "../triage/domain/reply.ts";

/** A message and what was drafted for it; fields are lines of plain text. */
export interface DraftBlock {
  readonly id: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A field of one message that is not what it was. */
export interface FieldChange {
  readonly id: string;
  readonly message: string;
  readonly field: string;
  /** `null`: there was, or there is, no such field. */
  readonly before: string | null;
  readonly after: string | null;
}

const HEAD = "== ";
const LINE_END = " ⏎ ";

/** Takes a reply apart into the lines of a block. */
export function draftBlock(id: string, message: string, reply: Reply): DraftBlock {
  return { id, message, fields: fieldsOf(reply) };
}

function fieldsOf(reply: Reply): Record<string, string> {
  switch (reply.intent) {
    case "bug_report": {
      const { ticket } = reply;
      return {
        title: ticket.title,
        weight: `${ticket.severity}, ${ticket.priority}`,
        component: `${ticket.affected_component}, ${ticket.assigned_team}`,
        steps: ticket.reproduction_steps.join(" | "),
        letter: reply.letter,
      };
    }
    case "feature_request": {
      const { requirement } = reply;
      return {
        title: requirement.title,
        description: requirement.description,
        story: requirement.user_story,
        value: requirement.business_value,
        complexity: requirement.complexity_estimate,
        component: requirement.affected_components.join(", "),
        letter: reply.letter,
      };
    }
    case "general_inquiry": {
      const { inquiry } = reply;
      return {
        category: inquiry.inquiry_category,
        pages: inquiry.suggested_resources.map(({ title }) => title).join(" | "),
        letter: reply.letter,
      };
    }
  }
}

/** The file of some blocks. */
export function renderBlocks(blocks: readonly DraftBlock[]): string {
  return blocks.map(({ id, message, fields }) =>
    [
      `${HEAD}${id}`,
      line("message", message),
      ...Object.entries(fields).map(([field, text]) => line(field, text)),
    ].join("\n") + "\n"
  ).join("\n");
}

function line(field: string, text: string): string {
  return `${field}: ${oneLine(text)}`.trimEnd();
}

function oneLine(text: string): string {
  return text.replace(/\r\n|[\r\n\u2028\u2029]/g, LINE_END);
}

/** Reads what {@linkcode renderBlocks} wrote. */
export function parseBlocks(file: string): DraftBlock[] {
  return file.split(new RegExp(`^${HEAD}`, "m")).slice(1).map((block) => {
    const [id = "", ...lines] = block.trimEnd().split("\n");
    const entries = lines.map((text): [string, string] => {
      const colon = text.indexOf(":");
      return [text.slice(0, colon), text.slice(colon + 2)];
    });
    const { message = "", ...fields } = Object.fromEntries(entries);
    return { id, message, fields };
  });
}

/** What changed from one file to another, message by message, field by field. */
export function changesBetween(before: string, after: string): FieldChange[] {
  const [old, now] = [before, after].map((file) =>
    new Map(parseBlocks(file).map((block) => [block.id, block]))
  );
  const ids = new Set([...old?.keys() ?? [], ...now?.keys() ?? []]);
  return [...ids].flatMap((id) => {
    const was = old?.get(id), is = now?.get(id);
    const fields = new Set([
      ...Object.keys(was?.fields ?? {}),
      ...Object.keys(is?.fields ?? {}),
    ]);
    return [...fields].flatMap((field): FieldChange[] => {
      const change = { before: was?.fields[field] ?? null, after: is?.fields[field] ?? null };
      if (change.before === change.after) return [];
      return [{ id, message: is?.message ?? was?.message ?? "", field, ...change }];
    });
  });
}
