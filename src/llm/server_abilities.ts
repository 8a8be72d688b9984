/**
 * What may be asked of a server. OpenAI-compatible servers differ in what they
 * refuse: no JSON schema, no token probabilities, another name for the token
 * limit, no temperature while they think.
 *
 * @module
 */
import type { ModelFailureFacts } from "./failure_facts.ts";
import type { Parameter } from "./refused_parameter.ts";

/** How an answer's shape is asked for, best first. */
export type AnswerFormat = "json_schema" | "json_object" | "text";

/** How much a model may think first, least first. */
export const EFFORTS = ["none", "minimal", "low"] as const;

/** How much a model may think first. */
export type Effort = typeof EFFORTS[number];

/** What may be asked of a server. */
export interface ServerAbilities {
  readonly format: AnswerFormat;
  readonly logprobs: boolean;
  readonly temperature: boolean;
  /** `null`: it is not sent. */
  readonly effort: Effort | null;
  readonly max_completion_tokens: boolean;
  readonly max_tokens: boolean;
  /** Whether the static part of the prompt is marked for the server's cache. */
  readonly caching: boolean;
}

/** OpenAI's models cache at marked places from the 5.6 family on. */
const CACHING_MODELS = /(?:^|\/)gpt-(?:5\.[6-9]|[6-9]|\d\d)/;
const OPENAI_HOST = /(?:^|\.)openai\.com$/;

/**
 * Everything, until the server refuses it: what OpenAI's models can without
 * thinking. Other servers also get the older name of the token limit, which
 * some of them know alone and without which their answers have no end.
 *
 * @param base_url `null`: OpenAI's.
 */
export function allAbilities(model: string, base_url: string | null): ServerAbilities {
  return {
    format: "json_schema",
    logprobs: true,
    temperature: true,
    effort: "none",
    max_completion_tokens: true,
    max_tokens: base_url !== null && !OPENAI_HOST.test(new URL(base_url).hostname),
    caching: CACHING_MODELS.test(model),
  };
}

const LESSER_FORMAT = { json_schema: "json_object", json_object: "text", text: null } as const;

/**
 * What remains after a refusal; `null` when the failure refuses no ability, so
 * that asking for less would not help.
 */
export function lessAbilities(
  abilities: ServerAbilities,
  { parameter = null, unexplained = false }: Pick<ModelFailureFacts, "parameter" | "unexplained">,
): ServerAbilities | null {
  if (parameter !== null) return without(abilities, parameter);
  return unexplained ? plainer(abilities) : null;
}

function without(abilities: ServerAbilities, parameter: Parameter): ServerAbilities | null {
  switch (parameter.name) {
    case "format": {
      const format = LESSER_FORMAT[abilities.format];
      return format === null ? null : { ...abilities, format };
    }
    case "effort":
      return abilities.effort === null
        ? null
        : { ...abilities, effort: moreEffort(abilities.effort, parameter) };
    default:
      return abilities[parameter.name] ? { ...abilities, [parameter.name]: false } : null;
  }
}

/** The next value; none where the server does not know the parameter at all. */
function moreEffort(effort: Effort, { value, takes }: Parameter): Effort | null {
  const rest = EFFORTS.slice(EFFORTS.indexOf(effort) + 1);
  if (takes.length > 0) return rest.find((other) => takes.includes(other)) ?? null;
  return value ? rest[0] ?? null : null;
}

/** What is left to leave out where a server does not say what it refuses; the newest first. */
function plainer(abilities: ServerAbilities): ServerAbilities | null {
  const { effort, caching, logprobs, temperature, max_completion_tokens, max_tokens } = abilities;
  if (effort !== null || caching) return { ...abilities, effort: null, caching: false };
  const format = LESSER_FORMAT[abilities.format];
  if (format !== null) return { ...abilities, format };
  return logprobs || temperature || max_completion_tokens || max_tokens
    ? {
      ...abilities,
      logprobs: false,
      temperature: false,
      max_completion_tokens: false,
      max_tokens: false,
    }
    : null;
}
