/**
 * Holds the import table, and a few habits of the house, with their reasons.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";

interface Rule {
  /** Folders of ours that may be imported beside the folder itself. */
  readonly ours: readonly string[];
  /** Outside packages, by the start of their name. */
  readonly outside: readonly string[];
  readonly because: string;
}

const RULES: Readonly<Record<string, Rule>> = {
  keys: {
    ours: [],
    outside: ["node:crypto"],
    because: "settings, commands and the door all read API keys",
  },
  masking: {
    ours: [],
    outside: ["libphonenumber-js", "stdnum"],
    because: "what is private is told by numbers and words alone; what knows numbers stays here",
  },
  triage: {
    ours: ["masking"],
    outside: ["zod"],
    because: "the rules are testable without network, disk or models",
  },
  rules: {
    ours: [],
    outside: [],
    because: "what is said of language is data, and reads with no reader",
  },
  reading: {
    ours: ["triage"],
    outside: ["htmlparser2"],
    because: "what is the customer's own is settled before anything judges",
  },
  scorer: {
    ours: ["triage", "rules", "similar"],
    outside: [
      "wink-nlp",
      "wink-eng-lite-web-model",
      "fasttext.wasm.js",
      "onnxruntime-node",
      "@huggingface/tokenizers",
    ],
    because: "replacing wink or the encoder touches one folder",
  },
  drafting: {
    ours: ["triage", "masking", "rules", "similar"],
    outside: [],
    because: "replies are made of the customer's words, what these mean, and the catalogue",
  },
  llm: {
    ours: ["triage", "masking"],
    outside: ["openai", "@std/async", "zod", "cockatiel", "jsonrepair"],
    because: "replacing the vendor touches one folder",
  },
  matters: {
    ours: ["triage"],
    outside: [],
    because: "what rises is told from counts, with no store and no clock",
  },
  similar: {
    ours: ["triage"],
    outside: [],
    because: "what makes cases alike is told without a database and without the scorer's words",
  },
  store: {
    ours: ["triage", "similar"],
    outside: ["node:sqlite", "node:timers", "node:crypto", "postgres"],
    because: "the domain does not know SQL",
  },
  workers: {
    ours: ["triage", "reading", "scorer", "drafting", "similar"],
    outside: [],
    because: "a thread that reads, scores and drafts knows nothing of customers or cases",
  },
  batch: {
    ours: ["triage"],
    outside: ["node:stream", "node:zlib", "fflate", "read-excel-file", "postal-mime"],
    because: "files and HTTP read records the same way",
  },
  http: {
    ours: ["triage", "keys", "batch", "console"],
    outside: [
      "zod",
      "@std/http",
      "zod-openapi",
      "swagger-ui-dist",
      "node:crypto",
      "node:http",
      "node:net",
      "node:timers",
      "@hono/node-server",
      "rate-limiter-flexible",
    ],
    because: "the path, batches and pages run with no HTTP",
  },
  mcp: {
    ours: ["triage", "keys", "masking", "evaluation", "http"],
    outside: ["@modelcontextprotocol/server", "zod"],
    because: "assistants get what programs get over HTTP, checked by the same schemas",
  },
  outbox: {
    ours: ["triage"],
    outside: ["standardwebhooks", "@std/async"],
    because: "delivery can stop without stopping answers",
  },
  console: {
    ours: ["triage"],
    outside: ["preact", "d3-scale", "d3-shape"],
    because: "pages know nothing of HTTP or SQL",
  },
  telemetry: {
    ours: ["triage", "masking"],
    outside: ["@opentelemetry/api", "node:http", "node:net"],
    because: "tracing can go without a diff elsewhere",
  },
  evaluation: {
    ours: ["triage", "reading"],
    outside: ["zod", "d3-scale", "d3-shape"],
    because: "it measures any scorer",
  },
  training: {
    ours: ["triage", "reading", "rules", "scorer", "drafting", "similar", "evaluation"],
    outside: ["zod"],
    because: "the same features at fit time and at run time",
  },
};

interface RoomRule {
  /** Rooms of the same folder that may be imported beside the room itself. */
  readonly ours: readonly string[];
  readonly because: string;
}

/** Folders that know concrete classes and tie all together. */
const TYING = ["cli", "compose"];

/** Folders with rooms: which of the others each room may import. Files beside the rooms tie them. */
const ROOMS: Readonly<Record<string, Readonly<Record<string, RoomRule>>>> = {
  triage: {
    text: { ours: [], because: "a text is a text, whatever is made of it" },
    domain: {
      ours: ["text"],
      because: "what things are does not depend on what is done with them",
    },
    guard: { ours: ["text", "domain"], because: "what may reach a customer is judged by itself" },
  },
  scorer: {
    words: { ours: [], because: "words are told before anything is known of cues" },
    cues: { ours: ["words"], because: "cues are rows that name words" },
    document: { ours: ["words", "cues"], because: "a text is read once, with the cues it holds" },
    language: { ours: ["words"], because: "which language it is says nothing of what is wanted" },
    model: {
      ours: ["words", "cues", "document"],
      because: "features are counted on documents; weights know nothing else",
    },
    encoder: { ours: [], because: "it reads letters and no words of ours: it can go as it came" },
    matter: {
      ours: ["words", "document", "model"],
      because: "matters are told from what the model says of each part of a message",
    },
    situation: {
      ours: ["words", "cues", "document", "model"],
      because: "a situation is told from the features that tell the type, and from rules",
    },
  },
  drafting: {
    english: { ours: [], because: "English is the same for every message and every catalogue" },
    message: { ours: ["english"], because: "a message is read before anything is made of it" },
    catalog: { ours: ["english"], because: "a catalogue is looked up, whatever for" },
    ticket: {
      ours: ["english", "message", "catalog"],
      because: "a ticket can be changed without looking at requirements or letters",
    },
    requirement: {
      ours: ["english", "message", "catalog"],
      because: "a requirement can be changed without looking at tickets or letters",
    },
    letter: {
      ours: ["english", "message", "catalog", "ticket", "requirement"],
      because: "a letter tells the customer what was made of the message",
    },
  },
  http: {
    answer: { ours: [], because: "answers and problems look alike on every route" },
    door: { ours: ["answer"], because: "who may come in is settled before any work" },
    api: { ours: ["answer", "door"], because: "a route for programs needs no page" },
    console: { ours: ["answer", "door", "api"], because: "pages use what programs may use" },
    openapi: { ours: ["answer", "door", "api"], because: "the document describes the routes" },
    sockets: { ours: ["answer"], because: "sockets know requests and answers, no routes" },
  },
};

/** Lines that a file may have: design.md, house rules. */
const MAX_LINES = 400;

interface Module {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const modules = [...walk("src")].map((path): Module => {
  const text = Deno.readTextFileSync(path);
  // Only at the start of a line: what a comment or a string quotes is no import.
  const found = text.matchAll(
    /^(?:import|export)\s(?:[^;"']*?\sfrom\s)?["']([^"']+)["']|\bawait import\("([^"]+)"\)/gm,
  );
  return { path, text, imports: [...found].map((match) => match[1] ?? match[2] ?? "") };
});

function* walk(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* walk(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

function folderOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** "src/http/app.ts" + "../triage/x.ts" = "src/triage/x.ts". */
function resolve(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

Deno.test("every import of a folder is allowed by its row", () => {
  const broken = modules.flatMap(({ path, imports }) => {
    const rule = RULES[folderOf(path)];
    if (rule === undefined) return [];
    return imports.filter((specifier) => {
      if (!specifier.startsWith(".")) {
        return !rule.outside.some((allowed) => specifier.startsWith(allowed));
      }
      const folder = folderOf(resolve(path, specifier));
      return folder !== folderOf(path) && !rule.ours.includes(folder);
    }).map((specifier) => `${path} imports ${specifier}, but ${rule.because}`);
  });
  assertEquals(broken, []);
});

Deno.test("every folder of src has its row, or is one of the two that tie all together", () => {
  const folders = new Set(
    modules.map(({ path }) => path).filter((path) => path.split("/").length > 2).map(folderOf),
  );
  assertEquals([...folders].filter((name) => !(name in RULES) && !TYING.includes(name)), []);
});

Deno.test("every import of a room is allowed by its row", () => {
  const roomOf = (path: string) => /^src\/(\w+)\/(\w+)\//.exec(path)?.slice(1) ?? [];
  const broken = modules.flatMap(({ path, imports }) => {
    const [folder = "", room] = roomOf(path);
    const rooms = ROOMS[folder];
    if (room === undefined || rooms === undefined) return [];
    const rule = rooms[room];
    if (rule === undefined) return [`${path} is in a room without a row`];
    return imports.filter((specifier) => {
      const target = specifier.startsWith(".") ? resolve(path, specifier) : "";
      const other = roomOf(target)[1];
      return folderOf(target) === folder && other !== room &&
        (other === undefined || !rule.ours.includes(other));
    }).map((specifier) => `${path} imports ${specifier}, but ${rule.because}`);
  });
  assertEquals(broken, []);
});

Deno.test("nothing imports the commands, and only commands import the composition root", () => {
  const broken = modules.filter(({ path }) => !TYING.includes(folderOf(path))).flatMap((module) =>
    module.imports.map((specifier) => resolve(module.path, specifier))
      .filter((target) => target.startsWith("src/cli/") || target === "src/compose/compose.ts")
      .map((target) => `${module.path} imports ${target}`)
  );
  assertEquals(broken, []);
});

Deno.test("a library that reads files is loaded when there is such a file", () => {
  const early = modules.filter(({ text }) =>
    /^import (?!type )[^;]*?from "(?:fflate|read-excel-file|postal-mime)/m.test(text)
  );
  assertEquals(early.map(({ path }) => path), []);
});

/** A table of less is imported as it is read best, in bytes. */
const LARGE_TABLE_BYTES = 300_000;

Deno.test("a large table is imported as bytes: as JSON or text each thread holds it three times", () => {
  const held = modules.flatMap(({ path, text }) =>
    [...text.matchAll(/ from "(\.[^"]+\.json)" with \{ type: "(?:json|text)" \}/g)]
      .map(([, specifier = ""]) => resolve(path, specifier))
      .filter((table) =>
        Deno.statSync(new URL(`../${table}`, import.meta.url)).size > LARGE_TABLE_BYTES
      )
      .map((table) => `${path} holds ${table}`)
  );
  assertEquals(held, []);
});

Deno.test("no import goes round in a circle", () => {
  const targets = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.filter((specifier) => specifier.startsWith("."))
        .map((specifier) => resolve(path, specifier)),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  function visit(path: string, trail: readonly string[]): void {
    if (trail.includes(path)) {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
    }
    if (done.has(path) || trail.includes(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  }
  for (const path of targets.keys()) visit(path, []);
  assertEquals(circles, []);
});

Deno.test("only config.ts and the commands touch the environment", () => {
  const broken = modules.filter(({ path, text }) =>
    path !== "src/config.ts" && folderOf(path) !== "cli" &&
    /\b(?:Deno\.env|process\.env)\b/.test(text)
  );
  assertEquals(broken.map(({ path }) => path), []);
});

Deno.test("only commands write to the console", () => {
  const broken = modules.filter(({ path, text }) =>
    folderOf(path) !== "cli" && /^\s*console\./m.test(text)
  );
  assertEquals(broken.map(({ path }) => path), []);
});

Deno.test(`no file is longer than ${MAX_LINES} lines`, () => {
  const long = modules.map(({ path, text }) => ({ path, lines: text.split("\n").length }))
    .filter(({ lines }) => lines > MAX_LINES);
  assertEquals(long, []);
});

Deno.test("every file says at its head what it is", () => {
  const silent = modules.filter(({ text }) => !/^\/\*\*[\s\S]*?@module/.test(text));
  assertEquals(silent.map(({ path }) => path), []);
});

Deno.test("no file is a drawer for odds and ends, and no marker is left behind", () => {
  const broken = modules.filter(({ path, text }) =>
    /\/(?:utils?|helpers?|types|index|misc|common)\.tsx?$/.test(path) ||
    /\b(?:TODO|FIXME|XXX)\b/.test(text)
  );
  assertEquals(broken.map(({ path }) => path), []);
});

Deno.test("a test that may be skipped says behind its name why", () => {
  const silent = [...walk("tests")].flatMap((path) => {
    const text = Deno.readTextFileSync(path);
    return [...text.matchAll(/Deno\.test\((?:(?!Deno\.test\()[\s\S]){0,400}?\bignore: (?!false)/g)]
      .filter(([test]) =>
        !/NO_[A-Z]+|\(there is no|\(this machine|without\(|not measured|\$\{why\}|\bname,/.test(
          test,
        )
      )
      .map(([test]) => `${path}: ${test.slice(0, 80)}`);
  });
  assertEquals(silent, []);
});
