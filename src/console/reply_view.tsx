/**
 * What goes out: the ticket, requirement or inquiry as a card, and the letter.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import type { Answer } from "../triage/domain/answer.ts";

/** What the team gets. */
export function ReplyCard({ answer }: { readonly answer: Answer }) {
  switch (answer.message_type) {
    case "bug_report": {
      const { ticket } = answer.response_data;
      return (
        <Card kind={answer.message_type} id={ticket.id} title={ticket.title}>
          <Fact name="Severity">{ticket.severity}</Fact>
          <Fact name="Priority">{ticket.priority}</Fact>
          <Fact name="Component">{ticket.affected_component}</Fact>
          <Fact name="Team">{ticket.assigned_team}</Fact>
          <Fact name="Steps">
            {ticket.reproduction_steps.length === 0
              ? <span class="hint">none given</span>
              : <ol>{ticket.reproduction_steps.map((step) => <li>{step}</li>)}</ol>}
          </Fact>
        </Card>
      );
    }
    case "feature_request": {
      const { product_requirement: requirement } = answer.response_data;
      return (
        <Card kind={answer.message_type} id={requirement.id} title={requirement.title}>
          <Fact name="Story">{requirement.user_story}</Fact>
          <Fact name="Description">{requirement.description}</Fact>
          <Fact name="Value">{requirement.business_value}</Fact>
          <Fact name="Complexity">{requirement.complexity_estimate}</Fact>
          <Fact name="Components">{requirement.affected_components.join(", ")}</Fact>
          <Fact name="Status">{requirement.status}</Fact>
        </Card>
      );
    }
    case "general_inquiry": {
      const { inquiry_category, requires_human_review, suggested_resources } = answer.response_data;
      return (
        <Card kind={answer.message_type} id={null} title={inquiry_category}>
          <Fact name="Person">{requires_human_review ? "should look at it" : "not needed"}</Fact>
          <Fact name="Pages">
            {suggested_resources.length === 0 ? <span class="hint">none fits</span> : (
              <ul>
                {suggested_resources.map(({ title, url }) => (
                  <li>
                    <a href={url} rel="noreferrer">{title}</a>
                  </li>
                ))}
              </ul>
            )}
          </Fact>
        </Card>
      );
    }
  }
}

const CARD_TITLES = {
  bug_report: "Ticket",
  feature_request: "Requirement",
  general_inquiry: "Inquiry",
} as const;

function Card({ kind, id, title, children }: {
  readonly kind: Answer["message_type"];
  readonly id: string | null;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class={`card ticket ${kind}`} aria-labelledby="reply-title">
      <h2 id="reply-title">
        {CARD_TITLES[kind]} {id !== null && <code>{id}</code>}
      </h2>
      <p class="ticket-title">{title}</p>
      <dl class="facts">{children}</dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What the customer gets. `children` stand below it. */
export function Letter({ text, children }: {
  readonly text: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <section class="card letter" aria-labelledby="letter-title">
      <div class="row">
        <h2 id="letter-title">Letter to the customer</h2>
        <CopyButton text={text}>Copy letter</CopyButton>
      </div>
      {text.split(/\n{2,}/).map((paragraph) => <p>{paragraph}</p>)}
      {children}
    </section>
  );
}

/** Copies a text; shown by the script, since nothing can be copied without one. */
export function CopyButton({ text, children, link = false }: {
  readonly text: string;
  readonly children: string;
  /** Whether the text is a path of this service, copied as a whole address. */
  readonly link?: boolean;
}) {
  return (
    <button
      type="button"
      class="quiet"
      data-copy={text}
      data-copy-as={link ? "address" : undefined}
      hidden
    >
      {children}
    </button>
  );
}
