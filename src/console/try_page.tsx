/**
 * *Try it*: type a message, see what the service makes of it.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import type { Explanation } from "../triage/domain/explanation.ts";
import type { FieldError } from "../triage/domain/failure.ts";
import { MESSAGE_LIMITS } from "../triage/domain/message.ts";
import type { ToldRise } from "../triage/domain/rising.ts";
import type { ExampleName } from "./example_form.tsx";
import { renderPage, type Viewer } from "./frame.tsx";
import { HighlightedMessage, ScoresTable } from "./judgement_view.tsx";
import { DROPPED_LINE_BREAK } from "./marks.tsx";
import { RisingPanel } from "./rising_panel.tsx";
import { Letter, ReplyCard } from "./reply_view.tsx";
import { VerdictLine } from "./verdict_line.tsx";

/** What the form holds. */
export interface TryForm {
  readonly message: string;
  readonly product: string;
  /** Whether the message is kept as a case. */
  readonly keep: boolean;
}

/** What the service made of the message. */
export interface TryResult {
  readonly answer: Answer;
  readonly explanation: Explanation;
}

/** What the page shows. */
export interface TryPageProps {
  readonly viewer: Viewer;
  readonly form: TryForm;
  /** Names to choose from; others can be typed. */
  readonly products: readonly string[];
  readonly result: TryResult | null;
  /** What is wrong with the form. */
  readonly errors: readonly FieldError[];
  /** What rises, for those who may read cases. */
  readonly rising: readonly ToldRise[];
}

/** Writes the page. */
export function tryPage(props: TryPageProps): string {
  const { viewer, form, result } = props;
  return renderPage({
    title: "Try it",
    section: "/",
    viewer,
    children: (
      <>
        <h1>What would we answer?</h1>
        {result === null && <RisingPanel rising={props.rising} />}
        <Form {...props} />
        {result === null && form.message === "" && <Examples />}
        {result && <Result result={result} message={form.message} />}
      </>
    ),
  });
}

const EXAMPLE_WORDS: Readonly<Record<ExampleName, string>> = {
  bug: "something broken",
  wish: "a wish",
  question: "a question",
  grave: "one for a person",
};

/** Fills the form with a click. */
function Examples() {
  return (
    <p class="row hint">
      {"For example: "}
      {Object.entries(EXAMPLE_WORDS).map(([name, words]) => (
        <a href={`/?example=${name}`} data-row>{words}</a>
      ))}
    </p>
  );
}

function Form({ form, products, errors }: TryPageProps) {
  const faultOf = (path: string) => errors.find((error) => error.path === path)?.message;
  return (
    <form method="post" action="/console/try" class="card stack">
      <Fault id="message-fault" text={faultOf("message")} name="The message" />
      <label class="field">
        Message from a customer
        <textarea
          name="message"
          rows={5}
          required
          maxLength={MESSAGE_LIMITS.message_characters}
          aria-describedby={faultOf("message") && "message-fault"}
          data-submit-on="Control+Enter"
        >
          {DROPPED_LINE_BREAK}
          {form.message}
        </textarea>
      </label>
      <Fault id="product-fault" text={faultOf("product")} name="The product" />
      <div class="row fields">
        <label class="field">
          Product
          <input
            name="product"
            list="products"
            required
            maxLength={MESSAGE_LIMITS.product_characters}
            value={form.product}
            aria-describedby={faultOf("product") && "product-fault"}
          />
        </label>
        <datalist id="products">{products.map((name) => <option value={name} />)}</datalist>
        <label class="check">
          <input type="checkbox" name="keep" value="yes" checked={form.keep} />
          Keep it as a case
        </label>
        <button type="submit" class="main" aria-keyshortcuts="Control+Enter">Try it</button>
      </div>
    </form>
  );
}

function Fault({ id, text, name }: { id: string; text: string | undefined; name: string }) {
  return text === undefined ? null : <p id={id} class="fault" role="alert">{name} {text}.</p>;
}

function Result({ result, message }: { readonly result: TryResult; readonly message: string }) {
  const { answer, explanation } = result;
  return (
    <section aria-label="Result" id="result">
      <VerdictLine
        intent={answer.message_type}
        confidence={answer.confidence_score}
        first={null}
        category={answer.message_type === "general_inquiry"
          ? answer.response_data.inquiry_category
          : null}
        ticket_id={null}
        secondary={explanation.secondary_types}
        situation={explanation.situation ?? null}
      />
      <p class="hint">
        {explanation.case_id === null
          ? "Not kept: ticket numbers are 0."
          : <a href={`/console/cases/${explanation.case_id}`}>Kept as a case: open it</a>}
      </p>
      <div class="columns">
        <div class="stack">
          <HighlightedMessage
            message={message}
            evidence={explanation.evidence}
            setAside={explanation.set_aside}
          />
          <ScoresTable explanation={explanation} />
        </div>
        <div class="stack">
          <ReplyCard answer={answer} />
          <Letter text={answer.customer_response} />
        </div>
      </div>
    </section>
  );
}
