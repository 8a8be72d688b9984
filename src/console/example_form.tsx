/**
 * Messages to try the service with where there is nothing to look at yet.
 *
 * @module
 */

/** Made up. The last one is what a person should look at. */
export const EXAMPLES = {
  bug: "Since yesterday's update the app crashes every time I open the settings page.",
  wish: "Please add an export of the weekly report as PDF. I copy it by hand for my manager.",
  question: "How do I change the card that my subscription is billed to?",
  grave: "Somebody else has got hold of my account and changed the e-mail address.",
} as const;

/** Name of an example. */
export type ExampleName = keyof typeof EXAMPLES;

/** A button that sends an example, which becomes a case. */
export function ExampleForm({ example, product }: {
  readonly example: ExampleName;
  readonly product: string;
}) {
  return (
    <form method="post" action="/console/try" class="stack">
      <input type="hidden" name="message" value={EXAMPLES[example]} />
      <input type="hidden" name="product" value={product} />
      <input type="hidden" name="keep" value="yes" />
      <q>{EXAMPLES[example]}</q>
      <button type="submit">Send this example</button>
    </form>
  );
}
