/**
 * Loaded before the service: SIGUSR2 sets its clock back by an hour.
 *
 * @module
 */

const HOUR_MS = 60 * 60 * 1000;
const SystemDate = Date;
let behind_ms = 0;

globalThis.Date = class extends SystemDate {
  constructor(...given: unknown[]) {
    // deno-lint-ignore no-explicit-any
    super(...(given.length === 0 ? [SystemDate.now() - behind_ms] : given) as [any]);
  }

  static override now(): number {
    return SystemDate.now() - behind_ms;
  }
} as DateConstructor;

Deno.addSignalListener("SIGUSR2", () => {
  behind_ms += HOUR_MS;
  console.error(`the clock says ${new Date().toISOString()}`);
});
