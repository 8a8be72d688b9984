/**
 * The matters of a database, for people.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import { Failure } from "../triage/domain/failure.ts";
import type { Intent } from "../triage/domain/intent.ts";
import {
  type KnownMatter,
  type Matter,
  type MATTER_ORDERS,
  type MatterCase,
  type MatterDesk,
  type MatterFilter,
  type MatterRecord,
  type Named,
  type Page,
  type PageAsked,
  type Requirement,
  SEVERITY_RANK,
} from "../triage/domain/matter.ts";
import type { BugTicket } from "../triage/domain/reply.ts";
import { readPlace, writePlace } from "./cursor.ts";
import type { Database, Value } from "./database.ts";
import { knownCases } from "./known_cases.ts";
import { MatterActs } from "./matter_acts.ts";
import { componentOf, titleOf } from "./matter_words.ts";
import { matterDetails } from "./matter_details.ts";
import { matterCases } from "./matter_cases.ts";
import { requirementOf, requirements } from "./requirements.ts";

/** The columns that make a matter. */
export interface MatterRow {
  readonly matter_id: string;
  readonly intent: Intent;
  readonly first_case_id: string | null;
  readonly ticket_id: string | null;
  readonly first_at: number | null;
  readonly last_at: number | null;
  readonly cases: number;
  readonly customers: number;
  readonly severity: number;
  readonly solved_at: number | null;
  readonly solved_by: string | null;
  readonly rising_since: number | null;
  readonly component: string | null;
  readonly answer: string | null;
}

/** Selects {@linkcode MatterRow}s; add a WHERE. The answer is that of the first case that has one. */
export const SELECT_MATTER =
  "SELECT m.matter_id, m.intent, m.first_case_id, m.ticket_id, m.first_at, m.last_at, m.cases, " +
  "m.customers, m.severity, m.solved_at, m.solved_by, " +
  "(SELECT MIN(onset) FROM rising WHERE ended_at IS NULL AND kind = 'matter' " +
  "AND name = m.matter_id) AS rising_since, " +
  "(SELECT c.component FROM cases AS c WHERE c.case_id = m.first_case_id) AS component, " +
  "(SELECT c.answer FROM matter_cases AS member JOIN cases AS c ON c.case_id = member.case_id " +
  "WHERE member.matter_id = m.matter_id AND c.answer IS NOT NULL ORDER BY member.case_id LIMIT 1) " +
  "AS answer FROM matters AS m";

const ORDER_BY: Readonly<Record<typeof MATTER_ORDERS[number], string>> = {
  latest: "m.last_at",
  customers: "m.customers",
  cases: "m.cases",
  severity: "m.severity",
};

/** The matters of a database. */
export class StoredMatters implements MatterDesk {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #acts: MatterActs;

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
    this.#acts = new MatterActs(database);
  }

  async list(
    { type, state }: MatterFilter,
    { order, limit, cursor }: PageAsked & { readonly order: typeof MATTER_ORDERS[number] },
  ): Promise<Page<Matter>> {
    const values: Value[] = [];
    const bind = (value: Value) => `$${values.push(value)}`;
    const wanted = ["m.cases > 0"];
    if (type !== null) wanted.push(`m.intent = ${bind(type)}`);
    if (state !== null) wanted.push(`m.solved_at IS ${state === "solved" ? "NOT " : ""}NULL`);
    const by = ORDER_BY[order];
    if (cursor !== null) {
      const { value, id } = readPlace(order, cursor);
      wanted.push(`(${by}, m.matter_id) < (${bind(value)}, ${bind(id)})`);
    }
    const rows = await this.#database.query<MatterRow>(
      `${SELECT_MATTER} WHERE ${wanted.join(" AND ")} ` +
        `ORDER BY ${by} DESC, m.matter_id DESC LIMIT ${bind(limit + 1)}`,
      values,
    );
    const last = rows[limit - 1];
    const place = last && { latest: last.last_at ?? 0, ...last, id: last.matter_id };
    return {
      items: rows.slice(0, limit).map(toMatter),
      next_cursor: rows.length > limit && place !== undefined
        ? writePlace(order, { value: place[order], id: place.id })
        : null,
    };
  }

  async read(matterId: string): Promise<MatterRecord> {
    const matter = await this.#find("m.matter_id = $1", matterId);
    if (matter === null) throw new Failure("not_found", "There is no such matter");
    return { ...matter, ...await matterDetails(this.#database, matterId) };
  }

  async cases(matterId: string, page: PageAsked): Promise<Page<MatterCase>> {
    if (await this.#find("m.matter_id = $1", matterId) === null) {
      throw new Failure("not_found", "There is no such matter");
    }
    return await matterCases(this.#database, matterId, page);
  }

  ofCase(caseId: string): Promise<Matter | null> {
    return this.#find(
      "m.matter_id = (SELECT matter_id FROM matter_cases WHERE case_id = $1)",
      caseId,
    );
  }

  async named(name: string): Promise<Named | null> {
    const number = name.toUpperCase();
    const [matter] = await this.#database.query<{ matter_id: string; cases: number }>(
      "SELECT matter_id, cases FROM matters WHERE matter_id = $1 OR ticket_id = $2 " +
        "ORDER BY CASE WHEN matter_id = $1 OR cases > 0 THEN 0 ELSE 1 END, last_at DESC LIMIT 1",
      [name, number],
    );
    const known = matter && { matter_id: matter.matter_id };
    if (known !== undefined && (matter?.cases !== 0 || known.matter_id === name)) return known;
    const [one] = await this.#database.query<{ case_id: string }>(
      "SELECT case_id FROM cases WHERE case_id = $1 OR ticket_id = $2",
      [name, number],
    );
    return one ?? known ?? null;
  }

  known(caseIds: readonly string[]): Promise<KnownMatter[]> {
    return knownCases(this.#database, caseIds);
  }

  async begin(caseIds: readonly string[], person: string): Promise<MatterRecord> {
    return await this.read(await this.#acts.begin(caseIds, this.#by(person)));
  }

  async join(matterId: string, what: Named, person: string): Promise<MatterRecord> {
    return await this.read(await this.#acts.join(matterId, what, this.#by(person)));
  }

  async split(matterId: string, caseId: string, person: string): Promise<MatterRecord> {
    return await this.read(await this.#acts.split(matterId, caseId, this.#by(person)));
  }

  async solve(matterId: string, person: string): Promise<MatterRecord> {
    return await this.read(await this.#acts.solve(matterId, true, this.#by(person)));
  }

  async reopen(matterId: string, person: string): Promise<MatterRecord> {
    return await this.read(await this.#acts.solve(matterId, false, this.#by(person)));
  }

  async undo(matterId: string, event: number): Promise<MatterRecord> {
    return await this.read(await this.#acts.undo(matterId, event, this.#now().getTime()));
  }

  requirements(page: PageAsked): Promise<Page<Requirement>> {
    return requirements(this.#database, page);
  }

  asked(caseId: string): Promise<Requirement | null> {
    return requirementOf(this.#database, caseId);
  }

  #by(person: string) {
    return { person, now: this.#now().getTime() };
  }

  async #find(condition: string, value: string): Promise<Matter | null> {
    const [row] = await this.#database.query<MatterRow>(`${SELECT_MATTER} WHERE ${condition}`, [
      value,
    ]);
    return row === undefined ? null : toMatter(row);
  }
}

function toMatter({ intent, answer, severity, ...row }: MatterRow): Matter {
  const told = answer === null ? null : JSON.parse(answer) as Answer;
  const date = (time: number | null) => time === null ? null : new Date(time);
  return {
    matter_id: row.matter_id,
    message_type: intent,
    title: told && titleOf(told),
    first_case_id: row.first_case_id,
    ticket_id: row.ticket_id,
    component: row.component ?? (told && componentOf(told)),
    first_at: date(row.first_at),
    last_at: date(row.last_at),
    cases: row.cases,
    customers: row.customers,
    severity: severityOf(severity),
    solved_at: date(row.solved_at),
    solved_by: row.solved_by,
    rising_since: date(row.rising_since),
  };
}

function severityOf(rank: number): BugTicket["severity"] | null {
  const names = Object.keys(SEVERITY_RANK) as BugTicket["severity"][];
  return names.find((name) => SEVERITY_RANK[name] === rank) ?? null;
}
