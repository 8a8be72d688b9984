/**
 * Makes a plausible reply of any message, as a fair model would: the type by
 * rough cues, the steps from the message's own clauses, the rest around them.
 *
 * @module
 */

// deno-lint-ignore no-explicit-any
type Body = any;

const BUG =
  /\b(crash\w*|freez\w*|broke\w*|bug|error|fail\w*|not work\w*|doesn'?t|won'?t|can'?t|cannot|stuck|spins?|nothing happens|wrong|missing|disappear\w*|stops?)\b/i;
const WISH =
  /\b(would be (?:great|nice|useful|really|good|helpful)|wish|please add|could you add|feature|suggest\w*|it would|i'd love|should (?:have|be able|support)|add (?:a|an|support))\b/i;

/** @param type Says this type whatever the message. */
export function plausibleReply(body: Body, type?: string) {
  const asked = JSON.stringify(body.messages);
  const last = body.messages.findLast((message: Body) =>
    message.role === "user" && message.content.startsWith("{")
  );
  const { message = "", product = "" } = last === undefined ? {} : JSON.parse(last.content);
  const settled = /The type is settled: (\w+)/.exec(asked)?.[1];
  const intent = settled ?? type ?? guess(message);
  const component = /"components\\*":\[\{\\*"name\\*":\\*"([^"\\]+)/.exec(asked)?.[1] ?? "General";
  const url = /"url\\*":\\*"(https?:[^"\\]+)/.exec(asked)?.[1];
  const subject = message.replace(/\s+/g, " ").trim().slice(0, 60).replace(/\s\S*$/, "") ||
    "message";
  const { response_data, customer_response } = replyOf(intent, {
    message,
    product,
    component,
    url,
    subject,
  });
  const properties = body.response_format?.json_schema?.schema?.properties;
  // Without a schema it writes flat what it was told in words.
  if (properties === undefined) {
    const opinion = settled === undefined
      ? { message_type: intent, probabilities: spread(intent) }
      : {};
    return { ...opinion, response_data, customer_response };
  }
  return {
    triage: { message_type: intent, response_data },
    ...(properties.probabilities === undefined ? {} : { probabilities: spread(intent) }),
    customer_response,
  };
}

function guess(message: string): string {
  if (WISH.test(message)) return "feature_request";
  return BUG.test(message) ? "bug_report" : "general_inquiry";
}

function spread(intent: string) {
  const of = (label: string) => label === intent ? 0.9 : 0.05;
  return {
    bug_report: of("bug_report"),
    feature_request: of("feature_request"),
    general_inquiry: of("general_inquiry"),
  };
}

interface Subject {
  readonly message: string;
  readonly product: string;
  readonly component: string;
  readonly url: string | undefined;
  readonly subject: string;
}

function replyOf(intent: string, { message, product, component, url, subject }: Subject) {
  const about = `Thank you for writing to us about ${product}: "${subject}".`;
  if (intent === "bug_report") {
    const steps = [...message.matchAll(/\b(?:when(?:ever)?|after|if) (I [^.,;!?\n]{4,120})/gi)]
      .flatMap(([, clause]) => (clause ?? "").split(/ and /)).slice(0, 5);
    const ask = steps.length === 0 ? " Could you tell us the steps that lead to it?" : "";
    return {
      response_data: {
        ticket: {
          title: subject.slice(0, 70),
          severity: "High",
          affected_component: component,
          reproduction_steps: steps,
          priority: "High",
        },
      },
      customer_response:
        `${about} We have recorded it as {{ticket_id}} and our engineers look into it next.${ask}`,
    };
  }
  if (intent === "feature_request") {
    return {
      response_data: {
        product_requirement: {
          title: subject.slice(0, 70),
          description: `The customer asks: ${subject}.`,
          user_story: `As a user, I want ${subject}, so that the product fits how I work`,
          business_value: "Medium: a customer asks for it in their own words",
          complexity_estimate: "Medium",
          affected_components: [component],
        },
      },
      customer_response:
        `${about} We have noted your idea as {{ticket_id}} and our product people read it next.`,
    };
  }
  return {
    response_data: {
      inquiry_category: "Usage Question",
      suggested_resources: url === undefined ? [] : [{ url }],
    },
    customer_response: url === undefined
      ? `${about} We read it and come back to you with an answer.`
      : `${about} This page may help: ${url} - and we are here if it does not.`,
  };
}
