/**
 * The console: its pages, its door and its files.
 *
 * @module
 */
import { PAGE_FILES } from "../../console/static_files.ts";
import { Failure } from "../../triage/domain/failure.ts";
import { cameByHttps } from "../door/client_address.ts";
import { refuseOtherSites } from "../door/auth.ts";
import { readForm } from "../door/body.ts";
import { consoleCasesRoutes } from "./console_cases_route.ts";
import { consoleMattersRoutes } from "./console_matters_route.ts";
import { type ConsoleParts, html, page, seeOther } from "./console_page.ts";
import { consoleReviewRoutes } from "./console_review_route.ts";
import { tryRoutes } from "./console_try_route.ts";
import type { Route } from "../door/route.ts";
import { staticFile } from "../answer/static_file.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Every route of the console. */
export function consoleRoutes(parts: ConsoleParts): readonly Route[] {
  return [
    ...tryRoutes(parts),
    ...consoleCasesRoutes(parts),
    ...consoleMattersRoutes(parts),
    ...consoleReviewRoutes(parts),
    qualityRoute(parts),
    signInRoute(parts),
    signOutRoute(parts),
    ...Object.entries(PAGE_FILES).map(([path, file]): Route => ({
      path,
      scope: "open",
      methods: { GET: (request) => staticFile(request, file) },
    })),
    notFoundRoute(parts),
  ];
}

/** What is not there is a page too. The last of the routes: it matches every address. */
function notFoundRoute(parts: ConsoleParts): Route {
  return {
    path: "/console/:path*",
    scope: "open",
    methods: {
      GET: page(parts, "open", () => {
        throw new Failure("not_found", "There is no such page");
      }),
    },
  };
}

function qualityRoute(parts: ConsoleParts): Route {
  const { statistics, standing, now } = parts;
  return {
    path: "/console/quality",
    scope: "open",
    methods: {
      GET: page(parts, "read", async (_request, { url, viewer }) => {
        const { PERIODS_DAYS, qualityPage } = await import("../../console/quality_page.tsx");
        const asked = Number(url.searchParams.get("days"));
        const days = PERIODS_DAYS.find((period) => period === asked) ?? PERIODS_DAYS[1];
        const to = now();
        // Whole days: the first one is not cut off in the middle.
        const from = new Date(Math.floor(to.getTime() / DAY_MS) * DAY_MS - (days - 1) * DAY_MS);
        const [checked, daily] = await Promise.all([
          statistics.checked(from),
          statistics.daily(from),
        ]);
        return html(
          qualityPage({ viewer, days, from, to, checked, daily, standing: standing?.() ?? null }),
        );
      }),
    },
  };
}

function signInRoute(parts: ConsoleParts): Route {
  const { auth, limits } = parts;
  return {
    path: "/console/sign-in",
    scope: "open",
    methods: {
      POST: page(parts, "open", async (request, { url }) => {
        // Nobody is signed in yet, so the door has not looked at where the form comes from.
        refuseOtherSites(request, url, [], true);
        const fields = await readForm(request, limits);
        const next = localPath(fields.get("next"));
        try {
          const cookie = auth.signIn(fields.get("key") ?? "", cameByHttps(request, url));
          const response = seeOther(next);
          response.headers.set("set-cookie", cookie);
          return response;
        } catch (failure) {
          if (!(failure instanceof Failure) || failure.code !== "unauthorized") throw failure;
          const { signInPage } = await import("../../console/sign_in_page.tsx");
          return html(signInPage({ next, fault: "This is not a key of this service." }), 401);
        }
      }),
    },
  };
}

function signOutRoute(parts: ConsoleParts): Route {
  return {
    path: "/console/sign-out",
    scope: "open",
    methods: {
      POST: page(parts, "open", (request, { url }) => {
        const response = seeOther("/");
        response.headers.set("set-cookie", parts.auth.signOut(request, cameByHttps(request, url)));
        return response;
      }),
    },
  };
}

/** A path of the console, whatever was asked for: nobody is sent elsewhere. */
function localPath(asked: string | null): string {
  return asked !== null && /^\/(?:console\/[\w/?=&%.+-]*)?$/.test(asked) ? asked : "/";
}
