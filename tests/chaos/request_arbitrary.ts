/**
 * Requests made from the OpenAPI document: as it says, nearly as it says, and
 * nothing like it.
 *
 * @module
 */
import fc from "fast-check";

/** A request to be sent. */
export interface WildRequest {
  readonly method: string;
  /** With query. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

// deno-lint-ignore no-explicit-any
type Json = any;

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/** Strings of every kind: words, marks, emoji, lone surrogates, control characters. */
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "The button just spins and nothing happens.",
    "Could you add a dark mode?",
    "How do I cancel?",
    "",
    "\0",
    "\ud800",
    "__proto__",
    "a".repeat(10_001),
    "x ".repeat(4_000),
    "1440 Mobile App",
  ),
);

/** Header values may hold what is visible, and blanks between. */
const headerValue = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map(toCharacter) });

function toCharacter(code: number): string {
  return String.fromCharCode(code);
}

/** All requests that the document leads to. */
export function wildRequests(document: Json, knownCaseIds: () => readonly string[]) {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Json).map(([method, operation]) =>
      ({ path, method: method.toUpperCase(), operation }) as Json
    )
  );
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...operations).chain((one) => requestTo(one)) },
    { weight: 1, arbitrary: strayRequest(operations.map(({ path }: Json) => path)) },
  );

  function requestTo({ path, method, operation }: Json): fc.Arbitrary<WildRequest> {
    const parameters: Json[] = operation.parameters ?? [];
    const within = (place: string) => parameters.filter((parameter) => parameter.in === place);
    const content: [string, Json][] = Object.entries(operation.requestBody?.content ?? {});
    const [type, { schema } = { schema: null }] = content[0] ?? ["application/json"];
    return fc.record({
      params: fc.record<Record<string, unknown>>(
        Object.fromEntries(within("path").map(({ name }) => [name, pathPart(name)])),
      ),
      query: fc.record(
        Object.fromEntries(within("query").map(({ name, schema }) => [name, valueOf(schema)])),
        { requiredKeys: [] },
      ),
      headers: fc.record<Record<string, string>>({
        ...Object.fromEntries(
          within("header").map(({ name }) => [name.toLowerCase(), headerValue]),
        ),
        "content-type": fc.oneof(
          { weight: 9, arbitrary: fc.constant(type) },
          { weight: 1, arbitrary: fc.constantFrom("text/plain", "application/json;charset=x", "") },
        ),
        authorization: headerValue.map((value) => `Bearer ${value}`),
        accept: fc.constantFrom("*/*", "text/html", "application/json"),
      }, { requiredKeys: ["content-type"] as never[] }),
      body: schema === null ? fc.constant(null) : bodyOf(schema, type),
    }).map(({ params, query, headers, body }) => ({
      method,
      path: path.replaceAll(
        /\{(\w+)\}/g,
        (_: string, name: string) => encodeURIComponent(asText(params[name]).toWellFormed()),
      ) + queryString(query),
      headers,
      body,
    }));
  }

  function pathPart(name: string): fc.Arbitrary<unknown> {
    const anything = text.map((value) => value.slice(0, 300));
    if (name !== "case_id") return anything;
    return fc.oneof(
      { weight: 2, arbitrary: fc.nat().map((index) => pick(knownCaseIds(), index)) },
      { weight: 1, arbitrary: fc.uuid() },
      { weight: 1, arbitrary: anything },
    );
  }

  function bodyOf(schema: Json, type: string): fc.Arbitrary<WildRequest["body"]> {
    const one = valueOf(schema).map((value) => JSON.stringify(value) ?? "null");
    const valid = type.includes("ndjson")
      ? fc.array(fc.oneof(one, text), { maxLength: 4 }).map((lines) => lines.join("\n"))
      : one;
    return fc.oneof(
      { weight: 6, arbitrary: valid },
      { weight: 1, arbitrary: fc.json() },
      { weight: 1, arbitrary: text },
      {
        weight: 1,
        arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
      },
    );
  }

  /** A value of the schema, most of the time. */
  function valueOf(schema: Json): fc.Arbitrary<Json> {
    return fc.oneof(
      { weight: 12, arbitrary: validOf(schema) },
      { weight: 1, arbitrary: text },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    );
  }

  function validOf(schema: Json): fc.Arbitrary<Json> {
    if (schema.$ref !== undefined) {
      return validOf(document.components.schemas[schema.$ref.split("/").at(-1)]);
    }
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(validOf));
    if (schema.format?.startsWith("date")) {
      return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    }
    switch (schema.type) {
      case "object": {
        const properties = Object.entries(schema.properties ?? {});
        return fc.record(
          Object.fromEntries(properties.map(([name, value]) => [name, valueOf(value)])),
          { requiredKeys: schema.required ?? [] },
        );
      }
      case "integer":
        return fc.integer();
      case "boolean":
        return fc.boolean();
      default:
        return text;
    }
  }
}

function strayRequest(paths: readonly string[]): fc.Arbitrary<WildRequest> {
  const path = fc.oneof(
    fc.constantFrom(...paths),
    fc.webPath(),
    fc.constantFrom("//", "/%", "/%zz", "/cases/%ff", "/customers/%00", "/../etc/passwd", "/.git"),
  );
  return fc.record({ method: fc.constantFrom(...METHODS), path, body: fc.option(text) })
    .map(({ method, path, body }) => ({
      method,
      path: path.startsWith("/") ? path : `/${path}`,
      headers: {},
      body: method === "GET" || method === "HEAD" ? null : body,
    }));
}

function queryString(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).map(([name, value]) =>
    `${name}=${encodeURIComponent(asText(value).toWellFormed())}`
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** Generated objects may lack what `String` asks them for. */
function asText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) ?? "" : String(value);
}

function pick(values: readonly string[], index: number): string {
  return values[index % Math.max(1, values.length)] ?? "none";
}
