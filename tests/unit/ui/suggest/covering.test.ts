import fc from "fast-check";
import { expect, test } from "vitest";
import { joinRanges } from "../../../../src/model/range.ts";
import { coversSame } from "../../../../src/store/suggestions.ts";
import { Covering } from "../../../../src/ui/suggest/covering.ts";

const ranges = fc
  .array(
    fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 40 })).map(([start, length]) => ({
      start,
      end: start + length,
    })),
    { minLength: 1, maxLength: 3 },
  )
  .map(joinRanges);

test("says of any ranges what comparing them one by one says", () => {
  fc.assert(
    fc.property(fc.array(ranges, { maxLength: 30 }), ranges, fc.boolean(), (all, asked, inside) => {
      expect(new Covering(all).covers(asked, inside)).toBe(
        all.some((one) => coversSame(one, asked, inside)),
      );
    }),
  );
});
