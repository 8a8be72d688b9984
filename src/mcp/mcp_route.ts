/**
 * `POST /mcp`: the Model Context Protocol over streamable HTTP, without
 * sessions: each request brings its API key and is answered by itself.
 *
 * @module
 */
import { type BodyLimits, readJson } from "../http/door/body.ts";
import type { Route } from "../http/door/route.ts";
import type { McpParts } from "./mcp_server.ts";

/** The route. It takes a key of any scope where keys are configured; each tool asks for its own. */
export function mcpRoute(parts: McpParts & { readonly limits: BodyLimits }): Route {
  return {
    path: "/mcp",
    scope: "any",
    methods: {
      async POST(request, { caller, countMessage }) {
        const parsedBody = await readJson(request, parts.limits);
        // Loaded when somebody asks: start-up does not wait for the SDK.
        const [{ createMcpHandler }, { createMcpServer }] = await Promise.all([
          import("@modelcontextprotocol/server"),
          import("./mcp_server.ts"),
        ]);
        const handler = createMcpHandler(
          () => createMcpServer(parts, { ...caller, countMessage }),
          { maxSubscriptions: 0 },
        );
        return await handler.fetch(request, { parsedBody });
      },
    },
  };
}
