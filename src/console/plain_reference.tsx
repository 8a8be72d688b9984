/**
 * The API reference as plain HTML, for browsers without scripts: each route with
 * its parameters, bodies and answers, and each schema.
 *
 * @module
 */
import { renderToString } from "preact-render-to-string";

const METHODS = ["get", "put", "post", "delete"] as const;

/** What the page reads of the document: it is JSON by then. */
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: unknown;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Body>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Record<string, Body> }>
  >;
}

interface Body {
  readonly schema?: unknown;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}

/** Writes the page of an OpenAPI document. */
export function plainReference(document: string): string {
  const { info, paths, components } = JSON.parse(document);
  const operations = Object.entries<Record<string, Operation>>(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method: method.toUpperCase(), operation }];
    })
  );
  return "<!DOCTYPE html>" + renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>intake API, plain</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/docs/plain.css" />
      </head>
      <body>
        <header>
          <a href="/">intake</a> <a href="/docs">Version that sends requests</a>{" "}
          <a href="/openapi.json">openapi.json</a>
        </header>
        <main>
          <h1>intake API {info.version}</h1>
          <p>{info.description}</p>
          <ul>
            {operations.map(({ path, method, operation }) => (
              <li>
                <a href={`#${operation.operationId}`}>{method} {path}</a> {operation.summary}
              </li>
            ))}
          </ul>
          {operations.map((each) => <Route {...each} />)}
          <section>
            <h2>Schemas</h2>
            {Object.entries(components.schemas).map(([name, schema]) => (
              <Schema name={name} schema={schema} />
            ))}
          </section>
        </main>
      </body>
    </html>,
  );
}

function Route({ path, method, operation }: {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}) {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  return (
    <section id={operationId}>
      <h2>{method} {path}</h2>
      <p>{summary}. {description}</p>
      {parameters.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">In</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map((each) => (
              <tr>
                <th scope="row">{each.name}{each.required && " (required)"}</th>
                <td>{each.in}</td>
                <td>{each.description} {kindOf(each.schema)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {requestBody !== undefined && <h3>Body</h3>}
      {Object.entries(requestBody?.content ?? {}).map((each) => <Content content={each} />)}
      <h3>Answers</h3>
      {Object.entries(responses).map(([status, { description, content = {} }]) => (
        <>
          <p>
            <strong>{status}</strong> {description}
          </p>
          {status < "300" && Object.entries(content).map((each) => <Content content={each} />)}
        </>
      ))}
    </section>
  );
}

/** A body: its media type, its schema, and its first example. */
function Content({ content: [media, body] }: { readonly content: readonly [string, Body] }) {
  const example = body.example ?? Object.values(body.examples ?? {})[0]?.value;
  return (
    <>
      <p>
        <code>{media}</code> {kindOf(body.schema)}
      </p>
      {example !== undefined && (
        <pre
          tabindex={0}
        >{typeof example === "string" ? example : JSON.stringify(example, null, 2)}</pre>
      )}
    </>
  );
}

function Schema({ name, schema }: { readonly name: string; readonly schema: unknown }) {
  return (
    <details id={`schema-${name}`}>
      <summary>{name}</summary>
      <pre tabindex={0}>{JSON.stringify(schema, null, 2)}</pre>
    </details>
  );
}

/** A link to a schema that has a name, the kind of one that has none. */
function kindOf(schema: unknown) {
  const { $ref, type, enum: values } = (schema ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof $ref === "string") {
    const name = $ref.split("/").at(-1);
    return <a href={`#schema-${name}`}>{name}</a>;
  }
  const words = Array.isArray(values) ? values.join(" | ") : type;
  return words === undefined ? null : <code>{String(words)}</code>;
}
