/**
 * The files that the pages load, all of them.
 *
 * @module
 */
import style from "./static/console.css" with { type: "text" };
import script from "./static/console.js" with { type: "text" };
import icon from "./static/icon.svg" with { type: "text" };

/** A file with its media type. */
export interface PageFile {
  readonly media: string;
  readonly text: string;
}

/** By path. */
export const PAGE_FILES: Readonly<Record<string, PageFile>> = {
  "/console/static/console.css": { media: "text/css; charset=utf-8", text: style },
  "/console/static/console.js": { media: "text/javascript; charset=utf-8", text: script },
  "/console/static/icon.svg": { media: "image/svg+xml", text: icon },
};
