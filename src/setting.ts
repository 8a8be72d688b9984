/**
 * What a setting is, and the kinds of value that settings have.
 *
 * @module
 */

/** One setting, read from one environment variable. */
export interface Setting<T> {
  readonly env: string;
  /** As it would be written in the environment; "" means unset. */
  readonly default: string;
  readonly help: string;
  /** What a value must be, for the error line. */
  readonly wanted: string;
  /** Never printed. */
  readonly secret: boolean;
  /** The value, or `undefined` when it is not what is wanted. */
  readonly parse: (text: string) => T | undefined;
  /** Which part of a value is wrong, without what is secret in it. @default it is not told */
  readonly fault?: (text: string) => string | null;
}

function wholeNumber(min: number, max: number): Pick<Setting<number>, "wanted" | "parse"> {
  return {
    wanted: `a whole number from ${min} to ${max}`,
    parse: (text) => {
      const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN;
      return min <= value && value <= max ? value : undefined;
    },
  };
}

const fraction: Pick<Setting<number>, "wanted" | "parse"> = {
  wanted: "a number from 0 to 1",
  parse: (text) => /^(0(\.\d+)?|1(\.0+)?)$/.test(text) ? Number(text) : undefined,
};

function oneOf<const T extends string>(...values: T[]): Pick<Setting<T>, "wanted" | "parse"> {
  return {
    wanted: values.join(" | "),
    parse: (text) => values.find((value) => value === text),
  };
}

const optionalUsd: Pick<Setting<number | null>, "wanted" | "parse"> = {
  wanted: "an amount in USD such as 2.50",
  parse: (text) =>
    text === "" ? null : /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined,
};

const optionalText: Pick<Setting<string | null>, "wanted" | "parse"> = {
  wanted: "text",
  parse: (text) => text === "" ? null : text,
};

const optionalCount: Pick<Setting<number | null>, "wanted" | "parse"> = {
  wanted: "a whole number from 0 to 1000000",
  parse: (text) => text === "" ? null : wholeNumber(0, 1_000_000).parse(text),
};

/** Elsewhere 0 is "never"; here it would erase everything at once. */
const optionalDays: Pick<Setting<number | null>, "wanted" | "parse"> = {
  wanted: "a whole number from 1 to 1000000, or to be left unset, which erases nothing",
  parse: (text) => text === "" ? null : wholeNumber(1, 1_000_000).parse(text),
};

const origins: Pick<Setting<readonly string[]>, "wanted" | "parse"> = {
  wanted: "origins such as https://desk.example.com, separated by commas",
  parse: (text) => {
    const origins = text.split(",").map((origin) => origin.trim()).filter((origin) =>
      origin !== ""
    );
    return origins.every((origin) => URL.parse(origin)?.origin === origin) ? origins : undefined;
  },
};

const optionalHttpUrl: Pick<Setting<string | null>, "wanted" | "parse"> = {
  wanted: "a URL that begins with http:// or https://",
  parse: (text) => {
    if (text === "") return null;
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) ? text : undefined;
  },
};

/** Kinds of value. An optional one is `null` where the variable is empty. */
export const KIND = {
  wholeNumber,
  fraction,
  oneOf,
  optionalUsd,
  optionalText,
  optionalCount,
  optionalDays,
  origins,
  optionalHttpUrl,
};

/** Puts a setting together from its kind of value and the rest. */
export function setting<T>(
  env: string,
  defaultText: string,
  kind: Pick<Setting<T>, "wanted" | "parse" | "fault">,
  help: string,
  secret = false,
): Setting<T> {
  return { env, default: defaultText, help, secret, ...kind };
}
