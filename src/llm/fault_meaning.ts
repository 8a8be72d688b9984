/**
 * What a server's report of a failure means for this call and the next ones.
 *
 * @module
 */
import type { DegradedCode } from "../triage/domain/explanation.ts";
import type { ModelFailureFacts } from "./failure_facts.ts";
import { isUnexplained, refusedParameter } from "./refused_parameter.ts";
import { retryAfterMs } from "./retry_after.ts";
import type { ServerFault } from "./server_fault.ts";
import { toldOutputTokens } from "./told_size.ts";

/** The account has no money left. */
const QUOTA_CODES =
  /insufficient_(?:quota|balance|funds)|billing_hard_limit|billing_not_active|quota_exceeded/i;
const QUOTA_WORDS =
  /exceeded your current quota|insufficient (?:quota|funds|credits?|balance)|credit balance|out of credits?|(?:not enough|no) credits?\b|payment required|billing (?:hard limit|is not active|details)/i;
/** The server will not read this text. */
const FILTERED =
  /content.?filter|content.?policy|content management policy|responsibleaipolicy|moderation|prohibited_content|data_inspection_failed|safety (?:system|setting|filter)/i;
/** What the model wrote did not fit the schema, and the server reports that as a fault of ours. */
const SLIPPED =
  /json_validate_failed|failed to (?:generate|validate) json|output_parse_failed|model_output_invalid|invalid_model_output/i;
/** The message does not fit. */
const TOO_LARGE =
  /context.?(?:length|window|size)|maximum (?:context|prompt|input)|(?:prompt|input|request|message)s? (?:is |are )?too (?:long|large)|too many (?:input )?tokens|exceeds? (?:the )?(?:available |maximum |model'?s? )?(?:context|input|token)|reduce (?:the length|your (?:prompt|message))|string_above_max_length|request_too_large/i;
const WRONG_KEY =
  /(?:invalid|incorrect|wrong|missing|expired|revoked|no|bad) (?:x-)?api.?key|api.?key (?:is |was )?(?:not valid|invalid|not found|expired|missing|revoked|disabled)|invalid_api_key|api_key_invalid|authentication_error|invalid authentication|unauthori[sz]ed/i;
const GONE_MODEL =
  /model_(?:not_found|decommissioned|deprecated|not_available|removed)|\bmodel\b.{0,80}(?:not (?:be )?found|does ?n[o']t exist|not exist|decommissioned|deprecated|retired|shut ?down|no longer (?:available|supported|served)|is not available|not a valid model|not supported by)|(?:invalid|unknown|no such|unsupported) model|not a valid model/i;
const NO_ENDPOINT =
  /(?:unexpected|unknown|invalid|no such|unsupported) (?:endpoint|url|path|route)/i;

/** What a fault comes to. `said` is what the customer wrote: an echo of it means nothing. */
export function failureOfFault(fault: ServerFault, said: string): ModelFailureFacts {
  const { status } = fault;
  const says = (pattern: RegExp) =>
    pattern.test(fault.codes) || pattern.test(fault.words) && !pattern.test(said);
  const facts = (
    code: DegradedCode,
    detail: string,
    then: Partial<ModelFailureFacts> = {},
  ): ModelFailureFacts => ({
    code,
    detail,
    retryable: false,
    outage: false,
    status,
    server_words: `${fault.codes} ${fault.words}`.trim(),
    ...then,
  });
  const retry_after_ms = retryAfterMs(fault.headers);
  const rejected = `The model server answered ${status}`;

  // With a Retry-After the same words mean a rate limit: Gemini says them of both.
  const waits = fault.headers?.has("retry-after") ?? false;
  const spent = status === 402 || QUOTA_CODES.test(fault.codes) ||
    (status === 429 && !waits || status === 400 || status === 403) && says(QUOTA_WORDS);
  if (spent) {
    const every = { outage: true, hopeless: true };
    return facts("model_quota_exhausted", "The model account has no quota left", every);
  }
  const told_output_tokens = toldOutputTokens(fault);
  if (told_output_tokens !== null || status === 413 || status < 500 && says(TOO_LARGE)) {
    return facts("model_rejected", "The message is too long for the model", { told_output_tokens });
  }
  if (status === 429) {
    const then = { retryable: true, retry_after_ms };
    return facts("model_rate_limited", "The model server limits the rate", then);
  }
  const parameter = refusedParameter(fault, said);
  if (parameter !== null) return facts("model_rejected", rejected, { parameter });
  if (status === 408 || status === 409 || status >= 500) {
    return facts("model_error", rejected, { retryable: true, outage: true, retry_after_ms });
  }
  if (says(FILTERED)) return facts("model_refused", "The model server refused the text");
  if (says(SLIPPED)) {
    const detail = "The model's answer did not have the shape that was asked for";
    return facts("model_invalid_output", detail, { retryable: true, maybe_billed: true });
  }
  const hopeless = status === 401 || says(WRONG_KEY) || says(GONE_MODEL) || says(NO_ENDPOINT);
  // A refusal of everything that says no more may be of this one text: it has to come again.
  const outage = hopeless || status === 403 || status === 404 || status === 410;
  const unexplained = isUnexplained(fault);
  return facts("model_rejected", rejected, { outage, hopeless, unexplained });
}
