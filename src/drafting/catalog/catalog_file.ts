/**
 * Reads the product catalogue from a file, and again whenever the file
 * changes. A broken file is reported and never served: the one before stays.
 *
 * @module
 */
import { type Catalog, checkCatalog } from "../../triage/domain/catalog.ts";
import type { CatalogSource } from "../../triage/domain/ports.ts";
import builtIn from "./default_catalog.json" with { type: "json" };

/** Settings of {@linkcode openCatalog}. */
export interface CatalogFileOptions {
  /** Path of a JSON file; without one the built-in catalogue is served. */
  readonly path?: string | null;
  /** Told, in one text, what became of a change of the file. */
  readonly onNotice?: (line: string) => void;
  /** How long a changed file must be quiet before it is read. Defaults to 50. */
  readonly quiet_ms?: number;
}

/** An open catalogue. */
export interface CatalogFile {
  /** The catalogue in force. */
  readonly current: CatalogSource;
  /** Stops watching. */
  close(): void;
}

/** A catalogue larger than this is a mistake. */
export const CATALOG_MAX_BYTES = 2_000_000;

const QUIET_MS = 50;

/** The catalogue that is served where no file is configured. */
export function defaultCatalog(): Catalog {
  return checkCatalog(builtIn);
}

/**
 * Opens the catalogue. The directory is watched, not the file: editors and
 * deployments put a new file in the place of the old one.
 *
 * @throws {TypeError} When the file is no catalogue; the message names paths and values.
 * @throws {Error} When the file cannot be read; the message names it.
 */
export async function openCatalog(options: CatalogFileOptions = {}): Promise<CatalogFile> {
  const { path, onNotice = () => {}, quiet_ms = QUIET_MS } = options;
  if (path === undefined || path === null || path === "") {
    const catalog = defaultCatalog();
    return { current: () => catalog, close: () => {} };
  }
  let last = await readText(path);
  let catalog = parse(path, last);
  const { folder, name } = split(path);
  const watcher = Deno.watchFs(folder, { recursive: false });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const reload = async () => {
    try {
      const text = await readText(path);
      if (closed || text === last) return;
      catalog = parse(path, text);
      last = text;
      onNotice(`The catalogue was read again: ${path}`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (!closed) onNotice(`The catalogue before stays in force. ${why}`);
    }
  };
  const watching = async () => {
    for await (const event of watcher) {
      // Names that start with two dots: mounted configuration swaps a folder of that name.
      const touched = event.paths.some((changed) => {
        const last = split(changed).name;
        return last === name || last.startsWith("..");
      });
      if (!touched) continue;
      clearTimeout(timer);
      timer = setTimeout(reload, quiet_ms);
    }
  };
  watching().catch((error) => {
    if (!closed) onNotice(`The catalogue is no longer watched: ${error}`);
  });
  return {
    current: () => catalog,
    close: () => {
      if (closed) return;
      closed = true;
      clearTimeout(timer);
      watcher.close();
    },
  };
}

async function readText(path: string): Promise<string> {
  let size: number;
  try {
    size = (await Deno.stat(path)).size;
  } catch (error) {
    throw new Error(`Cannot read the catalogue: ${path}: ${reason(error)}`, { cause: error });
  }
  if (size > CATALOG_MAX_BYTES) {
    throw new RangeError(
      `Cannot read the catalogue: ${path} must be at most ${CATALOG_MAX_BYTES} bytes, got ${size}`,
    );
  }
  return await Deno.readTextFile(path);
}

function parse(path: string, text: string): Catalog {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TypeError(`Cannot use the catalogue: ${path} is not JSON: ${reason(error)}`, {
      cause: error,
    });
  }
  try {
    return checkCatalog(value);
  } catch (error) {
    throw new TypeError(`${path}: ${reason(error)}`, { cause: error });
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function split(path: string): { folder: string; name: string } {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return at < 0
    ? { folder: ".", name: path }
    : { folder: path.slice(0, at) || "/", name: path.slice(at + 1) };
}
