/**
 * Counts false alarms and finds planted outbreaks on simulated desks
 * (`deno task bench:rising [YEARS]`): the figures of docs/matters.md.
 *
 * @module
 */
import { HOUR_MS } from "../../src/matters/rhythm.ts";
import { RISING_LIMITS } from "../../src/matters/rising.ts";
import { watch } from "../matters/rising_run.ts";
import { componentOf, matterName, type Outbreak, simulate } from "../matters/simulated_desk.ts";

const DAY_MS = 24 * HOUR_MS;
const BEGIN = RISING_LIMITS.past_days * DAY_MS;

/** False alarms on desks where nothing is the matter. */
function falseAlarms(years: number, messages_a_day: number): void {
  let alarms = 0;
  for (let seed = 1; seed <= years; seed++) {
    const arrivals = simulate({ seed, days: RISING_LIMITS.past_days + 360, messages_a_day });
    alarms += watch(arrivals, BEGIN).length;
  }
  const months = years * 12;
  console.log(
    `${messages_a_day} messages a day: ${alarms} false alarms in ${months} months, ` +
      `${(alarms / months).toFixed(2)} a month`,
  );
}

/** One kind of outbreak, planted once a day at another hour each time. */
function planted(kind: string, matter: number | null, per_hour: number, reports: number): void {
  const times: number[] = [];
  let missed = 0;
  let late = 0;
  for (const seed of [101, 102, 103, 104]) {
    const days = RISING_LIMITS.past_days;
    const outbreaks = Array.from({ length: 20 }, (_, number): Outbreak => ({
      at: BEGIN + (number * 31 + seed) * HOUR_MS,
      reports,
      per_hour,
      matter_id: matter === null ? `new-${number}` : matterName(matter + number % 3),
      component: componentOf(matter ?? number),
    }));
    const found = watch(simulate({ seed, days: days + 28, outbreaks }), BEGIN);
    for (const { at, matter_id } of outbreaks) {
      const first = found.find((rise) =>
        rise.name === matter_id && rise.found_at >= at && rise.found_at < at + 12 * HOUR_MS
      );
      if (first === undefined) missed++;
      else times.push(first.found_at - at);
      if (first !== undefined && first.found_at - at > HOUR_MS / 2) late++;
    }
  }
  times.sort((a, b) => a - b);
  const all = times.length + missed;
  const minutes = (ms: number | undefined) => ms === undefined ? "-" : Math.round(ms / 60_000);
  console.log(
    `| ${kind} | ${reports} at ${per_hour} an hour | ${times.length} of ${all} | ` +
      `${times.length - late} | ${minutes(times[Math.floor(times.length / 2)])} |`,
  );
}

if (import.meta.main) {
  const years = Number(Deno.args[0] ?? 3);
  console.log("| outbreak of | reports | found | within 30 minutes | median, minutes |");
  console.log("| --- | --- | --- | --- | --- |");
  for (const reports of [5, 10, 20, 50]) planted("a new matter", null, 12, reports);
  planted("a new matter", null, 4, 10);
  for (const [kind, matter] of [["rare", 100], ["usual", 30], ["frequent", 5]] as const) {
    planted(`a ${kind} matter`, matter, 12, 20);
  }
  falseAlarms(years, 1_000);
}
