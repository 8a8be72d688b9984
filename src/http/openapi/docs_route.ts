/**
 * `GET /openapi.json`, `GET /docs`, the API reference that can send requests, and
 * `GET /docs/plain`, the same without scripts.
 *
 * @module
 */
import type { Route } from "../door/route.ts";
import { staticFile } from "../answer/static_file.ts";

/**
 * Everything from this service alone, and nothing inline. The one exception is
 * images: Swagger UI's style sheet holds its icons as data.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const FILES = [
  "/docs",
  "/docs/page.css",
  "/docs/plain.css",
  "/docs/start.js",
  "/docs/swagger-ui-bundle.js",
  "/docs/swagger-ui.css",
];

/**
 * The document and its page.
 *
 * @param version Version of the service; the document names it.
 */
export function docsRoutes(version: string): readonly Route[] {
  let document: string | undefined;
  let plain: string | undefined;
  return [
    {
      path: "/openapi.json",
      scope: "open",
      methods: {
        async GET() {
          document ??= JSON.stringify(
            (await import("./openapi.ts")).openApiDocument(version),
          );
          return new Response(document, { headers: { "content-type": "application/json" } });
        },
      },
    },
    {
      path: "/docs/plain",
      scope: "open",
      methods: {
        async GET(request) {
          const { openApiDocument } = await import("./openapi.ts");
          const { plainReference } = await import("../../console/plain_reference.tsx");
          plain ??= plainReference(JSON.stringify(openApiDocument(version)));
          const file = { media: "text/html; charset=utf-8", text: plain };
          return await staticFile(request, file, { "content-security-policy": POLICY });
        },
      },
    },
    ...FILES.map((path): Route => ({
      path,
      scope: "open",
      methods: {
        async GET(request) {
          const file = (await import("./docs_assets.ts")).DOCS_ASSETS[path];
          if (file === undefined) throw new Error(`Cannot find the file ${path}`);
          return await staticFile(request, file, { "content-security-policy": POLICY });
        },
      },
    })),
  ];
}
