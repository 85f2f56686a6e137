import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  codePointCounter,
  insidePair,
  joinRanges,
  overlap,
  sameRanges,
  subtractRange,
  trimRange,
  type Range,
} from "../../../src/model/range.ts";
import { articleText } from "../arbitraries.ts";

const range = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
  .map(([start, length]): Range => ({ start, end: start + length }));

/** The code units that ranges cover. */
function covered(ranges: readonly Range[]): Set<number> {
  const units = new Set<number>();
  for (const { start, end } of ranges) for (let i = start; i < end; i += 1) units.add(i);
  return units;
}

describe("a selection", () => {
  test("becomes a range without white space at its edges and without half characters", () => {
    fc.assert(
      fc.property(
        articleText,
        fc.integer({ min: -5, max: 200 }),
        fc.integer({ min: -5, max: 200 }),
        (text, from, to) => {
          const trimmed = trimRange(text, from, to);
          const [low, high] = [Math.min(from, to), Math.max(from, to)];
          const selected = text.slice(Math.max(0, low), Math.max(0, high));
          if (trimmed === null) {
            expect(selected.replaceAll(/[\s\u200b]/gu, "")).toBe("");
            return;
          }
          const words = text.slice(trimmed.start, trimmed.end);
          expect(words).not.toMatch(/^[\s\u200b]|[\s\u200b]$/u);
          expect(words.isWellFormed()).toBe(true);
          expect(words).toContain(
            selected
              .replace(/^[\udc00-\udfff]/, "")
              .replace(/[\ud800-\udbff]$/, "")
              .replaceAll(/^[\s\u200b]+|[\s\u200b]+$/gu, ""),
          );
        },
      ),
    );
  });

  test("made backwards is the same as made forwards", () => {
    expect(trimRange("We oppose this.", 9, 2)).toEqual(trimRange("We oppose this.", 2, 9));
    expect(trimRange("We oppose this.", 2, 10)).toEqual({ start: 3, end: 9 });
  });

  test("of white space alone is none", () => {
    expect(trimRange("a \n\u00a0\u200b b", 1, 5)).toBeNull();
    expect(trimRange("abc", 2, 2)).toBeNull();
  });
});

describe("ranges", () => {
  test("joined cover the same text, sorted and apart", () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const joined = joinRanges(ranges);
        expect(covered(joined)).toEqual(covered(ranges));
        for (const [i, { start, end }] of joined.entries()) {
          expect(start).toBeLessThan(end);
          const before = joined[i - 1];
          if (before) expect(before.end).toBeLessThan(start);
        }
        expect(sameRanges(joinRanges(joined), joined)).toBe(true);
      }),
    );
  });

  test("from which one is cut keep what it does not cover", () => {
    fc.assert(
      fc.property(fc.array(range), range, (ranges, cut) => {
        const left = subtractRange(joinRanges(ranges), cut);
        const kept = [...covered(ranges)].filter((unit) => unit < cut.start || unit >= cut.end);
        expect(covered(left)).toEqual(new Set(kept));
        expect(left.some((one) => overlap(one, cut))).toBe(false);
      }),
    );
  });

  test("that only touch do not overlap", () => {
    expect(overlap({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
    expect(overlap({ start: 0, end: 4 }, { start: 3, end: 5 })).toBe(true);
  });

  test("differ when one bound does", () => {
    const ranges = [{ start: 0, end: 3 }];
    expect(sameRanges(ranges, [{ start: 0, end: 3 }])).toBe(true);
    expect(sameRanges(ranges, [{ start: 1, end: 3 }])).toBe(false);
    expect(sameRanges(ranges, [{ start: 0, end: 4 }])).toBe(false);
    expect(sameRanges(ranges, [])).toBe(false);
  });
});

describe("code points", () => {
  test("are counted as Python and R count them, at each offset", () => {
    fc.assert(
      fc.property(articleText, (text) => {
        const count = codePointCounter(text);
        const offsets = Array.from({ length: text.length + 1 }, (_, i) => i);
        for (const offset of offsets.filter((each) => !insidePair(text, each)))
          expect(count(offset)).toBe(Array.from(text.slice(0, offset)).length);
      }),
    );
  });
});
