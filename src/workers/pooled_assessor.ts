/**
 * Assesses messages on as many threads as there are.
 *
 * @module
 */
import type { Catalog } from "../triage/domain/catalog.ts";
import type { Assessment, Assessor, CatalogSource } from "../triage/domain/ports.ts";
import type { ReviewOptions } from "../triage/domain/review.ts";
import { startWorker } from "./early_worker.ts";
import { WorkerPool, type WorkerPoolOptions } from "./worker_pool.ts";
import type { ToWorker } from "./worker_messages.ts";

/** Options of {@linkcode openPooledAssessor}. */
export interface PooledAssessorOptions
  extends Pick<WorkerPoolOptions, "workers" | "silence_ms" | "onNotice"> {
  /** Whatever it gives is what the next message is assessed with, on every thread. */
  readonly catalog: CatalogSource;
  readonly options: ReviewOptions;
  /** @default starts src/workers/assess_worker.ts */
  readonly start?: () => Worker;
}

/** An assessor with threads of its own. */
export interface PooledAssessor extends Assessor {
  /** Ends them. */
  close(): void;
}

/**
 * Starts the threads; resolves as soon as the first takes messages.
 *
 * @throws {Error} When none can be started.
 */
export async function openPooledAssessor(
  { catalog, options, start = startWorker, ...rest }: PooledAssessorOptions,
): Promise<PooledAssessor> {
  let told: { readonly catalog: Catalog; readonly message: ToWorker } | null = null;
  const setting = () => {
    const current = catalog();
    if (told?.catalog !== current) {
      told = {
        catalog: current,
        message: { catalog: current, review_below_margin: options.review_below_margin },
      };
    }
    return told.message;
  };
  const pool = new WorkerPool({ ...rest, start, setting });
  try {
    const version = await pool.ready();
    return {
      version,
      async assess(request, signal) {
        return JSON.parse(await pool.submit(JSON.stringify(request), signal)) as Assessment;
      },
      close: () => pool.close(),
    };
  } catch (error) {
    pool.close();
    throw error;
  }
}
