/**
 * What an assistant can read beside the tools: the catalogue and the API.
 *
 * @module
 */
import type { McpServer } from "@modelcontextprotocol/server";
import type { CatalogSource } from "../triage/domain/ports.ts";

/** What the resources are made of. */
export interface ResourceParts {
  readonly catalog: CatalogSource;
  readonly version: string;
}

const JSON_TYPE = "application/json";

/** Registers the resources. Neither holds a word of a customer's. */
export function registerResources(server: McpServer, { catalog, version }: ResourceParts): void {
  server.registerResource("catalog", "intake://catalog", {
    title: "Product catalogue",
    description: "Products with their components, teams and help pages, as in force now.",
    mimeType: JSON_TYPE,
  }, ({ href }) => ({
    contents: [{ uri: href, mimeType: JSON_TYPE, text: JSON.stringify(catalog()) }],
  }));
  server.registerResource("api", "intake://openapi", {
    title: "HTTP API",
    description: "The OpenAPI document of the service.",
    mimeType: JSON_TYPE,
  }, async ({ href }) => {
    const { openApiDocument } = await import("../http/openapi/openapi.ts");
    return {
      contents: [{
        uri: href,
        mimeType: JSON_TYPE,
        text: JSON.stringify(openApiDocument(version)),
      }],
    };
  });
}
