/**
 * Answers to `POST /v1/decisions`, after the SDK's types: a probability for every
 * choice of every question, in the order of the questions.
 *
 * @module
 */
import { plausibleReply } from "./plausible_reply.ts";

// deno-lint-ignore no-explicit-any
type Body = any;

const SURE = 0.9;

/** Decides as the fake model judges. */
export function decisionFor(body: Body, type?: string): unknown {
  const said: Body = plausibleReply({ messages: body.input }, type);
  const answers = body.questions.map(({ name, choices }: Body) => {
    const values: string[] = choices.map(({ value }: Body) => value);
    const judged = name === "message_type" ? said.message_type : undefined;
    const choice = judged !== undefined && values.includes(judged) ? judged : values.at(-1);
    const rest = (1 - SURE) / (values.length - 1);
    const chosen = name === "situation" ? values[0] : choice;
    return {
      type: "choice",
      name,
      choice: chosen,
      confidence: SURE,
      probabilities: values.map((value) => ({
        value,
        probability: value === chosen ? SURE : rest,
      })),
    };
  });
  const input_tokens = Math.ceil(JSON.stringify(body).length / 4);
  return {
    model: body.model,
    answers,
    usage: {
      input_tokens,
      input_tokens_details: { cache_write_tokens: 0, cached_tokens: 0 },
      output_tokens: body.questions.length,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: input_tokens + body.questions.length,
    },
  };
}
