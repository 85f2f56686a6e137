import fc from "fast-check";
import { joinRanges, type Range } from "../../../src/model/range.ts";
import type { Mark } from "../../../src/reader/mark.ts";

export const range = (length: number): fc.Arbitrary<Range> =>
  fc
    .tuple(fc.nat(length), fc.nat(length))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

/** Marks anywhere in a text of that length, in no order, of one or more ranges. */
export const marks = (length: number): fc.Arbitrary<Mark[]> =>
  fc.array(fc.array(range(length), { minLength: 1, maxLength: 3 }), { maxLength: 12 }).map((all) =>
    all.map((ranges, i) => ({
      id: `s${i}`,
      ranges: joinRanges(ranges),
      colours: ["#c2410c"],
      line: "solid" as const,
      sign: String(i + 1),
    })),
  );

/** The ids of the marks over the character at an offset, found by looking at each. */
export function over(all: readonly Mark[], offset: number): string[] {
  return all
    .filter(({ ranges }) => ranges.some(({ start, end }) => start <= offset && offset < end))
    .map(({ id }) => id);
}
