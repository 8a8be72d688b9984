/**
 * What the fake server answers to one call.
 *
 * @module
 */
import { refusal as dialectRefusal } from "./dialect.ts";
import { plausibleReply } from "./plausible_reply.ts";
import type { Behaviour, Session } from "./session.ts";
import { withLogprobs } from "./tokens.ts";

/** An answer, before it is put on the wire. */
export type Answer =
  | {
    readonly kind: "json";
    readonly status: number;
    readonly body: unknown;
    readonly headers?: Record<string, string>;
  }
  | { readonly kind: "hang" }
  /** Half a body; then the connection breaks, or nothing more comes. */
  | { readonly kind: "cut"; readonly text: string; readonly breaks: boolean };

// deno-lint-ignore no-explicit-any
type Body = any;

/** Decides an answer. */
export function answerFor(session: Session, body: Body): Answer {
  const { dialect = "openai" } = session.settings;
  const refused = dialectRefusal(dialect, body);
  if (refused !== null) return refused;
  const behaviour = session.next();
  if (typeof behaviour === "object") return given(session, body, behaviour);
  const reply = plausibleReply(body, session.settings.type);
  const content = voiced(dialect, body, JSON.stringify(reply));
  // Servers without a schema chat around the object.
  const plain = dialect !== "openai" && body.response_format === undefined;
  switch (true) {
    case behaviour.startsWith("rate_limit"): {
      const [, seconds] = behaviour.split(":");
      const headers: Record<string, string> = seconds === undefined
        ? {}
        : { "retry-after": seconds };
      return error(429, "Rate limit reached for requests", "rate_limit_exceeded", headers);
    }
    case behaviour === "quota":
      return error(429, "You exceeded your current quota", "insufficient_quota");
    case behaviour === "server_error":
      return error(500, "The server had an error", "server_error");
    case behaviour === "unavailable":
      return error(503, "Overloaded", "overloaded", { "retry-after": "1" });
    case behaviour === "unauthorized":
      return error(401, "Incorrect API key provided: sk-fake", "invalid_api_key");
    case behaviour === "input_filter":
      return error(400, "The prompt was filtered", "content_filter");
    case behaviour === "hang":
      return { kind: "hang" };
    case behaviour === "cut_body" || behaviour === "hang_body": {
      const text = JSON.stringify(completion(session, body, content).body);
      return {
        kind: "cut",
        text: text.slice(0, Math.floor(text.length / 2)),
        breaks: behaviour === "cut_body",
      };
    }
    case behaviour === "not_json_body":
      return { kind: "json", status: 200, body: "<html>gateway</html>" };
    case behaviour === "prose" || plain:
      return completion(
        session,
        body,
        `Sure! Here it is:\n\`\`\`json\n${content}\n\`\`\`\nAnything else?`,
      );
    default:
      return completion(session, body, contentFor(behaviour, content), behaviour);
  }
}

/** Answers that a test spells out. */
function given(session: Session, body: Body, behaviour: Exclude<Behaviour, string>): Answer {
  if ("say" in behaviour) return completion(session, body, behaviour.say);
  if ("body" in behaviour) return { kind: "json", status: 200, body: behaviour.body };
  if ("error" in behaviour) {
    return { kind: "json", status: behaviour.status, body: behaviour.error };
  }
  const answer = completion(session, body, JSON.stringify(plausibleReply(body)));
  const whole = answer.body as Body;
  whole.choices[0].finish_reason = behaviour.finish;
  return answer;
}

/** The answer as a model of some dialects writes it: after its thoughts, with a draft in them. */
function voiced(dialect: string, body: Body, content: string): string {
  const draft = JSON.stringify({ message_type: "general_inquiry", customer_response: "Draft" });
  switch (dialect) {
    case "harmony":
      return `<|channel|>analysis<|message|>Maybe ${draft}?<|end|><|start|>assistant` +
        `<|channel|>final <|constrain|>json<|message|>${content}<|return|>`;
    case "think_tags":
      return `<think>Maybe ${draft}?</think>\n${content}`;
    case "bracket_think":
      return `[THINK]Maybe ${draft}?[/THINK]${content}`;
    case "thinks":
      return (body.max_completion_tokens ?? body.max_tokens) < 4_000 ? "" : content;
    default:
      return content;
  }
}

function contentFor(behaviour: Behaviour, content: string): string | null {
  switch (behaviour) {
    case "invalid_json":
      return content.replaceAll("{", "(");
    case "wrong_enum":
      return content.replace(/"message_type":"\w+"/, '"message_type":"complaint"');
    case "wrong_severity":
      return content.replace(/"severity":"\w+"/, '"severity":"Catastrophic"');
    case "length":
      return content.slice(0, 60);
    case "refusal":
    case "content_filter":
    case "no_content":
      return null;
    default:
      return content;
  }
}

function completion(
  session: Session,
  body: Body,
  content: string | null,
  behaviour: Behaviour = "ok",
): Extract<Answer, { kind: "json" }> {
  const { dialect = "openai", type_probability = 0.97 } = session.settings;
  const speaksLogprobs = !["llama_cpp", "ollama", "strict_validation"].includes(dialect);
  const logprobs = body.logprobs && speaksLogprobs && type_probability !== null && content !== null
    ? withLogprobs(content, type_probability)
    : null;
  const isThought = dialect === "reasoning_content";
  const choice = {
    index: 0,
    finish_reason: finishOf(behaviour, dialect, content),
    message: {
      role: "assistant",
      content: isThought ? null : content,
      ...(isThought ? { reasoning_content: content } : {}),
      refusal: behaviour === "refusal" ? "I can't help with that." : null,
    },
    ...(logprobs === null ? {} : { logprobs: { content: logprobs, refusal: null } }),
  };
  const counted = session.cache.count(body);
  const prompt_tokens = dialect === "short_context" ? 256 : counted.prompt_tokens;
  const completion_tokens = Math.ceil((content ?? "").length / 4);
  const { cached_tokens, cache_write_tokens } = counted;
  const usage = {
    prompt_tokens,
    completion_tokens,
    total_tokens: prompt_tokens + completion_tokens,
    ...(dialect === "openai"
      ? { prompt_tokens_details: { cached_tokens, cache_write_tokens } }
      : {}),
  };
  return {
    kind: "json",
    status: 200,
    headers: { "x-request-id": "req_fake" },
    body: {
      id: "chatcmpl-fake",
      object: "chat.completion",
      created: 1_700_000_000,
      model: body.model,
      choices: behaviour === "empty_choices" ? [] : [choice],
      ...(dialect === "no_usage" ? {} : { usage }),
    },
  };
}

function finishOf(behaviour: Behaviour, dialect: string, content: string | null): string {
  if (behaviour === "content_filter") return "content_filter";
  return behaviour === "length" || dialect === "thinks" && content === "" ? "length" : "stop";
}

function error(
  status: number,
  message: string,
  code: string,
  headers: Record<string, string> = {},
): Answer {
  return {
    kind: "json",
    status,
    headers,
    body: { error: { message, type: code, param: null, code } },
  };
}
