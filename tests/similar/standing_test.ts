// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { standingAmong } from "../../src/similar/rank.ts";
import { SIMILAR_MODEL } from "../../src/similar/similar_model.ts";

/** Log-odds of cases in a row, each like those beside it: `near` between neighbours, else `far`. */
function chain(cases: number, near: number, far: number): Float64Array[] {
  return Array.from(
    { length: cases },
    (_, one) =>
      Float64Array.from({ length: cases }, (_, other) => Math.abs(one - other) === 1 ? near : far),
  );
}

Deno.test("two that are far apart are likelier where a third is near to both", () => {
  const alone = standingAmong(chain(2, -1, -1), SIMILAR_MODEL)[0]?.[1] ?? 0;
  const third = chain(3, 2, -1);
  const between = standingAmong(third, SIMILAR_MODEL)[0]?.[2] ?? 0;
  const apart = standingAmong(
    third.map((row, one) => row.map((odds, other) => one === 1 || other === 1 ? -6 : odds)),
    SIMILAR_MODEL,
  )[0]?.[2] ?? 0;
  assert(between > apart, `${between} ${apart}`);
  assert(Number.isFinite(alone));
});

Deno.test("whatever the log-odds, how two stand is the same from either side and bounded", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }).chain((cases) =>
        fc.array(fc.double({ noNaN: true }), { minLength: cases * cases, maxLength: cases * cases })
      ),
      (values) => {
        const cases = Math.sqrt(values.length);
        const odds = Array.from({ length: cases }, () => new Float64Array(cases));
        for (let one = 0; one < cases; one++) {
          for (let other = 0; other < one; other++) {
            const line = odds[one], across = odds[other];
            assert(line && across);
            line[other] = across[one] = values[one * cases + other] ?? 0;
          }
        }
        const judged = standingAmong(odds, SIMILAR_MODEL);
        judged.forEach((row, one) =>
          row.forEach((value, other) => {
            assert(Number.isFinite(value) && Math.abs(value) <= 8, `${value}`);
            assertEquals(value, judged[other]?.[one]);
          })
        );
      },
    ),
    { numRuns: 200 },
  );
});
