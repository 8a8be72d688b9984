/**
 * What every page has around it: head, navigation, main part, footer.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";

/** Who looks at the page. */
export interface Viewer {
  /** Name of the API key signed in with; `null` where no keys are configured or nobody is. */
  readonly name: string | null;
  readonly may_try: boolean;
  readonly may_read: boolean;
  readonly may_review: boolean;
}

/** A page without its frame. */
export interface FramedPage {
  readonly title: string;
  /** Path of the navigation entry that it belongs to. */
  readonly section: string | null;
  readonly viewer: Viewer;
  readonly children: ComponentChildren;
}

interface Entry {
  readonly path: string;
  readonly name: string;
  readonly shown: (viewer: Viewer) => boolean;
}

const REVIEW = "/console/review";

const ENTRIES: readonly Entry[] = [
  { path: "/", name: "Try it", shown: (viewer) => viewer.may_try },
  { path: "/console/cases", name: "Cases", shown: (viewer) => viewer.may_read },
  { path: "/console/matters", name: "Matters", shown: (viewer) => viewer.may_read },
  { path: REVIEW, name: "Review", shown: (viewer) => viewer.may_review },
  { path: "/console/quality", name: "Quality", shown: (viewer) => viewer.may_read },
];

/** The whole page as HTML. */
export function renderPage(page: FramedPage): string {
  return "<!DOCTYPE html>" + renderToString(<Frame {...page} />);
}

function Frame({ title, section, viewer, children }: FramedPage) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – intake`}</title>
        <link rel="icon" href="/console/static/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/console/static/console.css" />
        <script type="module" src="/console/static/console.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top">
          <div class="wide row">
            <a class="wordmark" href="/">intake</a>
            <nav aria-label="Pages">
              <ul>
                {ENTRIES.filter(({ shown }) => shown(viewer)).map(({ path, name }) => (
                  <li>
                    <a href={path} aria-current={path === section ? "page" : undefined}>{name}</a>
                    {path === REVIEW && (
                      <output class="waiting" data-live="/console/review/live" hidden></output>
                    )}
                  </li>
                ))}
                <li>
                  <a href="/docs">API</a>
                </li>
              </ul>
            </nav>
            {viewer.name !== null && <SignedIn name={viewer.name} />}
          </div>
        </header>
        <main id="main" class="wide" tabindex={-1}>{children}</main>
        <footer class="wide">
          <p>
            Times are UTC. Everything on these pages comes from this service alone. <kbd>?</kbd>
            {" "}
            shows the keys.
          </p>
        </footer>
        <Keys />
      </body>
    </html>
  );
}

const KEYS: readonly (readonly [string, string])[] = [
  ["?", "these keys"],
  ["/", "search"],
  ["j  k", "next, previous in a list"],
  ["o", "open what is chosen"],
  ["r", "start the review"],
  ["c", "confirm"],
  ["1  2  3", "set the type"],
  ["s", "skip"],
  ["n", "write a note"],
  ["a", "say whose case it is"],
  ["z", "take a correction back"],
];

function Keys() {
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl class="facts">
        {KEYS.map(([key, what]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

function SignedIn({ name }: { readonly name: string }) {
  return (
    <form method="post" action="/console/sign-out" class="signed-in">
      <span>{name}</span>
      <button type="submit" class="quiet">Sign out</button>
    </form>
  );
}
