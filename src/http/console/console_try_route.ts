/**
 * `GET /` and `POST /console/try`: try a message.
 *
 * @module
 */
import type { TryPageProps } from "../../console/try_page.tsx";
import type { Viewer } from "../../console/frame.tsx";
import type { ToldRise } from "../../triage/domain/rising.ts";
import { Failure } from "../../triage/domain/failure.ts";
import { checkMessage } from "../../triage/domain/message.ts";
import { readForm } from "../door/body.ts";
import { type ConsoleParts, html, page, seeOther } from "./console_page.ts";
import type { Route } from "../door/route.ts";

/** Whom cases that are kept from here are from. */
const CUSTOMER = "console";

/** The page and what its form is sent to. */
export function tryRoutes(parts: ConsoleParts): readonly Route[] {
  const { triage, preview, catalog, limits } = parts;
  const products = () => catalog().products.map(({ name }) => name);

  return [{
    path: "/",
    scope: "open",
    methods: {
      GET: page(parts, "open", async (_request, { url, viewer, caller }) => {
        if (!viewer.may_try && viewer.may_read) return seeOther("/console/cases");
        parts.auth.demand(caller, "process");
        const { tryPage } = await import("../../console/try_page.tsx");
        const { EXAMPLES } = await import("../../console/example_form.tsx");
        const names = products();
        const message = exampleOf(url.searchParams.get("example"), EXAMPLES);
        const form = { message, product: names[0] ?? "", keep: false };
        const rising = await risingFor(viewer, parts);
        return html(tryPage({ viewer, form, products: names, result: null, errors: [], rising }));
      }),
    },
  }, {
    path: "/console/try",
    scope: "open",
    methods: {
      // Reloading what is no page of its own leads back to the form.
      GET: () => seeOther("/"),
      POST: page(parts, "process", async (request, { viewer }) => {
        const { tryPage } = await import("../../console/try_page.tsx");
        const fields = await readForm(request, limits);
        const form = {
          // Browsers send line breaks as CR LF; the page shows offsets of what was sent.
          message: (fields.get("message") ?? "").replaceAll("\r\n", "\n"),
          product: fields.get("product") ?? "",
          keep: fields.get("keep") === "yes",
        };
        const props: TryPageProps = {
          viewer,
          form,
          products: products(),
          result: null,
          errors: [],
          rising: [],
        };
        try {
          const { message, product } = form;
          const sent = checkMessage({ customer_id: CUSTOMER, message, product });
          const result = await (form.keep ? triage : preview)(sent, request.signal);
          return html(tryPage({ ...props, result }));
        } catch (failure) {
          if (!(failure instanceof Failure) || failure.code !== "invalid_message") throw failure;
          return html(tryPage({ ...props, errors: failure.errors ?? [] }), 422);
        }
      }),
    },
  }];
}

/** What rises, where the viewer may see it; a store that is away shows none. */
export async function risingFor(
  viewer: Viewer,
  { rising }: Pick<ConsoleParts, "rising">,
): Promise<readonly ToldRise[]> {
  return viewer.may_read ? await rising.rising().catch(() => []) : [];
}

/** The text of the example that is asked for; none where there is no such one. */
function exampleOf(name: string | null, examples: Readonly<Record<string, string>>): string {
  return name !== null && Object.hasOwn(examples, name) ? examples[name] ?? "" : "";
}
