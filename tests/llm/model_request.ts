/**
 * A request to a model, for tests.
 *
 * @module
 */
import { catalog, type Product } from "../../src/triage/domain/catalog.ts";
import { type Intent, INTENTS } from "../../src/triage/domain/intent.ts";
import type { ModelRequest } from "../../src/triage/domain/ports.ts";

/** A small product. */
export const PRODUCT: Product = catalog.parse({
  default: {
    default_component: "General",
    default_team: "Support Desk",
    components: [
      { name: "Login", aliases: ["sign in", "password"], team: "Identity" },
      { name: "Workouts", aliases: ["training"], team: "Training" },
    ],
    resources: [
      { title: "Sign-in help", url: "https://help.example.com/sign-in", topics: ["password"] },
      { title: "Billing", url: "https://help.example.com/billing", topics: ["invoice"] },
    ],
  },
}).default;

/** The message of the required bug report. */
export const LOGIN_SPINS =
  "I can't log in to the web portal. When I enter my password and click login, the button just " +
  "spins and nothing happens.";

/** A request about {@linkcode PRODUCT}. */
export function modelRequest(
  message = LOGIN_SPINS,
  intents: readonly Intent[] = INTENTS,
): ModelRequest {
  return { message, product_name: "1440 Web Portal", product: PRODUCT, intents };
}
