/**
 * Computes from a regular expression what a text must hold for it to match: one
 * of several stretches of letters. Only what is certain is used; a pattern of which
 * nothing is certain has no gate.
 *
 * @module
 */

/** Letters that a stretch of a gate has at least. Shorter ones stand in most texts. */
export const GATE_LETTERS = 3;

/** Of these one stands in every text that the pattern matches; `null` where none is certain. */
export type Gate = ReadonlySet<string> | null;

/**
 * Computes the gate of a pattern, in small letters.
 *
 * @example
 * ```ts
 * gateOf(/\b(?:closed|all solved)\b/i); // Set { "closed", "all solved" }
 * ```
 */
export function gateOf(pattern: RegExp): Gate {
  const reader = new SourceReader(pattern.source);
  return reader.alternatives();
}

class SourceReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Reads "a|b|c" up to a closing bracket or the end. */
  alternatives(): Gate {
    let all: Set<string> | null = new Set();
    for (;;) {
      const gate = this.#sequence();
      if (gate === null) all = null;
      else if (all !== null) { for (const stretch of gate) all.add(stretch); }
      if (this.#source[this.#at] !== "|") return all;
      this.#at++;
    }
  }

  /** Reads what stands in a row; its best gate is the sequence's. */
  #sequence(): Gate {
    let best: Gate = null;
    let run = "";
    const consider = (gate: Gate) => {
      if (gate !== null && gate.size > 0 && (best === null || isBetter(gate, best))) best = gate;
    };
    const endRun = () => {
      if (lettersOf(run) >= GATE_LETTERS) consider(new Set([run]));
      run = "";
    };
    while (this.#at < this.#source.length) {
      const char = this.#source[this.#at] ?? "";
      if (char === "|" || char === ")") break;
      const letter = this.#literal();
      if (letter !== null) {
        const repeated = this.#quantifier();
        if (repeated === "once") {
          run += letter;
          continue;
        }
        endRun();
        continue;
      }
      endRun();
      const gate = this.#compound();
      const repeated = this.#quantifier();
      if (repeated !== "maybe") consider(gate);
    }
    endRun();
    return best;
  }

  /** Reads a letter that stands for itself. Blanks do, too, but may be of several kinds in patterns. */
  #literal(): string | null {
    const char = this.#source[this.#at] ?? "";
    if (!/^[a-zA-Z ']$/.test(char)) return null;
    this.#at++;
    return char.toLowerCase();
  }

  /** Reads a group, a class, an escape or a mark. */
  #compound(): Gate {
    const char = this.#source[this.#at++];
    if (char === "\\") {
      const escaped = this.#source[this.#at++];
      if (/[pPu]/.test(escaped ?? "") && this.#source[this.#at] === "{") {
        this.#at = this.#source.indexOf("}", this.#at) + 1;
      }
      return null;
    }
    if (char === "[") {
      for (; this.#source[this.#at] !== "]"; this.#at++) {
        if (this.#source[this.#at] === "\\") this.#at++;
      }
      this.#at++;
      return null;
    }
    if (char !== "(") return null;
    const look = /^\?(?:<?[!=])/.exec(this.#source.slice(this.#at, this.#at + 3))?.[0];
    const named = /^\?(?::|<[a-z]\w*>)/i.exec(this.#source.slice(this.#at, this.#at + 40))?.[0];
    this.#at += (look ?? named ?? "").length;
    const gate = this.alternatives();
    this.#at++; // ")"
    // What must not be there, and what is only looked at, says nothing certain.
    return look === undefined ? gate : null;
  }

  #quantifier(): "once" | "again" | "maybe" {
    const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(
      this.#source.slice(this.#at, this.#at + 12),
    );
    if (found === null) return "once";
    this.#at += found[0].length;
    return /^(?:\+|\{[1-9])/.test(found[0]) ? "again" : "maybe";
  }
}

/** They stand in most messages: a gate of them keeps little out. */
const COMMON = new Set(
  "the you your our and for this that with have has are was were not all can could from but please any just get got our one out in it my me we of to is on an"
    .split(" "),
);

function lettersOf(stretch: string): number {
  const rare = stretch.split(/[ ']/).filter((word) => !COMMON.has(word));
  return Math.max(0, ...rare.map(({ length }) => length));
}

/** Fewer and rarer stretches stand in fewer texts. */
function isBetter(gate: ReadonlySet<string>, than: ReadonlySet<string>): boolean {
  return worth(gate) > worth(than);
}

function worth(gate: ReadonlySet<string>): number {
  return Math.min(...[...gate].map(lettersOf)) - Math.log2(gate.size) / 2;
}
