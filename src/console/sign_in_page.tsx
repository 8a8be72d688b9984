/**
 * The door: sign in with an API key.
 *
 * @module
 */
import { renderPage } from "./frame.tsx";

/** What the page shows. */
export interface SignInPageProps {
  /** Path to go to afterwards. */
  readonly next: string;
  /** Why the last try failed. */
  readonly fault: string | null;
}

/** Writes the page. */
export function signInPage({ next, fault }: SignInPageProps): string {
  return renderPage({
    title: "Sign in",
    section: null,
    viewer: { name: null, may_try: false, may_read: false, may_review: false },
    children: (
      <div class="narrow">
        <h1>Sign in</h1>
        <form method="post" action="/console/sign-in" class="card stack">
          {fault !== null && <p id="key-fault" class="fault" role="alert">{fault}</p>}
          <input type="hidden" name="next" value={next} />
          <label class="field">
            API key
            <input
              type="password"
              name="key"
              required
              autocomplete="current-password"
              maxLength={512}
              aria-describedby={fault === null ? undefined : "key-fault"}
            />
          </label>
          <button type="submit" class="main">Sign in</button>
          <p class="hint">
            Whoever runs the service makes keys with <code>intake key create</code>.
          </p>
        </form>
      </div>
    ),
  });
}
