/**
 * How matters are made of cases that are stored already.
 *
 * @module
 */
import type { CaseJoining } from "./case.ts";

/** Goes through existing cases in the background, to put those together that tell of one thing. */
export interface MatterBuilding {
  /**
   * The next cases, in order, that were created before then and that nobody has
   * gone through; with those that need no looking at passed over.
   */
  next(before: Date, limit: number): Promise<readonly BuiltCase[]>;
  /** Notes that a case was gone through, and puts it together with another where there is one. */
  done(caseId: string, joins: CaseJoining | null): Promise<void>;
  /**
   * Puts all cases of the matter of one case into that of another, or the other way: the older
   * stays. An event, so that people take it back. Does nothing where people have done anything with
   * either, or one is solved: what they made of it is theirs.
   */
  merge(caseId: string, other: CaseJoining): Promise<void>;
}

/** A case to be gone through. */
export interface BuiltCase {
  readonly case_id: string;
  /** Whether it could be put together with others: it has its text, is in no matter, and nobody took it out of one. */
  readonly open: boolean;
  /** Cases of the matter that it is in; 0 where it is in none, or its text is erased. */
  readonly matter_cases: number;
}
