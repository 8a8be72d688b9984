/**
 * The files of the API reference, Swagger UI's from its package. Loaded on
 * demand: the bundle has 1.7 MB and start-up is not to wait for it.
 *
 * @module
 */
import bundle from "swagger-ui-dist/swagger-ui-bundle.js" with { type: "text" };
import style from "swagger-ui-dist/swagger-ui.css" with { type: "text" };
import pageStyle from "./docs/page.css" with { type: "text" };
import page from "./docs/page.html" with { type: "text" };
import plainStyle from "./docs/plain.css" with { type: "text" };
import start from "./docs/start.js" with { type: "text" };
import type { StaticFile } from "../answer/static_file.ts";

/** By path. */
export const DOCS_ASSETS: Readonly<Record<string, StaticFile>> = {
  "/docs": { media: "text/html; charset=utf-8", text: page },
  "/docs/page.css": { media: "text/css; charset=utf-8", text: pageStyle },
  "/docs/plain.css": { media: "text/css; charset=utf-8", text: plainStyle },
  "/docs/start.js": { media: "text/javascript; charset=utf-8", text: start },
  "/docs/swagger-ui-bundle.js": { media: "text/javascript; charset=utf-8", text: bundle },
  "/docs/swagger-ui.css": { media: "text/css; charset=utf-8", text: style },
};
