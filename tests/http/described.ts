/**
 * Holds every answer of an app against the OpenAPI document.
 *
 * @module
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { App } from "../../src/http/app.ts";
import { type OpenApiDocument, openApiDocument } from "../../src/http/openapi/openapi.ts";

/** The document that answers are held against. */
export const DOCUMENT: OpenApiDocument = openApiDocument("1.2.3");

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as typeof addFormats.default)(ajv);
ajv.addSchema(DOCUMENT, "openapi");

/** Statuses that any address may answer with, whether the document lists them there or not. */
const ANYWHERE = [404, 405];
/** Folders of files that belong to a page and are no part of the API. */
const PAGE_FILES = /^\/(?:docs|console)\//;

/** The same app; an answer that the document does not describe throws. */
export function described(app: App): App {
  return async function describedApp(request) {
    const { method } = request;
    const { pathname } = new URL(request.url);
    const response = await app(request);
    await check(method, pathname, response.clone());
    return response;
  };
}

async function check(method: string, pathname: string, response: Response): Promise<void> {
  const where = `${method} ${pathname} ${response.status}`;
  const path = Object.keys(DOCUMENT.paths ?? {}).find((template) => matches(template, pathname));
  const operation = path === undefined
    ? undefined
    : (DOCUMENT.paths?.[path] as Record<string, Operation>)[verb(method)];
  const described = operation?.responses?.[String(response.status)];
  if (described === undefined) {
    const page = PAGE_FILES.test(pathname);
    if (page && !isProblem(response)) return;
    if (page || ANYWHERE.includes(response.status)) return await checkProblem(where, response);
    throw new Error(`${where} is not in the OpenAPI document`);
  }
  for (const [name, { required }] of Object.entries(described.headers ?? {})) {
    if (required && !response.headers.has(name)) throw new Error(`${where} lacks ${name}`);
  }
  if (method === "HEAD") return;
  const media = response.headers.get("content-type")?.split(";")[0] ?? "none";
  const contents = Object.keys(described.content ?? {});
  if (contents.length === 0) {
    if (await response.text() !== "") throw new Error(`${where} has a body`);
    return;
  }
  if (!contents.includes(media)) {
    throw new Error(`${where}: expected ${contents.join(" or ")}, got ${media}`);
  }
  const schema = [
    "paths",
    path ?? "",
    verb(method),
    "responses",
    String(response.status),
    "content",
    media,
    "schema",
  ];
  const text = await response.text();
  for (const value of valuesOf(text, media)) checkValue(where, schema, value);
}

function isProblem(response: Response): boolean {
  return response.headers.get("content-type") === "application/problem+json";
}

interface Operation {
  readonly responses?: Record<string, {
    readonly headers?: Record<string, { readonly required?: boolean }>;
    readonly content?: Record<string, unknown>;
  }>;
}

function valuesOf(text: string, media: string): unknown[] {
  if (media === "application/x-ndjson") {
    return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
  }
  return [media.endsWith("json") ? JSON.parse(text) : text];
}

async function checkProblem(where: string, response: Response): Promise<void> {
  const text = await response.text();
  if (text !== "") checkValue(where, ["components", "schemas", "Problem"], JSON.parse(text));
}

function checkValue(where: string, pointer: readonly string[], value: unknown): void {
  const validate = ajv.getSchema(`openapi#/${pointer.map(escape).join("/")}`);
  if (validate === undefined) throw new Error(`${where}: no schema at ${pointer.join(" ")}`);
  if (!validate(value)) {
    throw new Error(`${where} breaks the OpenAPI document: ${ajv.errorsText(validate.errors)}`);
  }
}

/** A step of a JSON pointer inside a URI fragment. */
function escape(step: string): string {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function verb(method: string): string {
  return method === "HEAD" ? "get" : method.toLowerCase();
}

function matches(template: string, pathname: string): boolean {
  const pattern = template.replaceAll(/[.+*?^$()[\]|\\]/g, "\\$&").replaceAll(
    /\{\w+\}/g,
    "[^/]+",
  );
  return new RegExp(`^${pattern}$`).test(pathname);
}
