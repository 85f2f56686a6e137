import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeCards } from "../../../../src/ui/read/marginLayout.ts";

const card = fc.record({
  wanted: fc.integer({ min: 0, max: 5000 }),
  height: fc.integer({ min: 20, max: 200 }),
  weight: fc.constantFrom(1, 1, 1, 1000),
});
const cards = fc
  .array(card, { maxLength: 60 })
  .map((made) => made.toSorted((a, b) => a.wanted - b.wanted));

describe("the cards of the margin", () => {
  test("never overlap, keep their order, and none stands above the text", () => {
    fc.assert(
      fc.property(cards, fc.integer({ min: 0, max: 12 }), (placed, gap) => {
        const tops = placeCards(placed, gap);
        expect(tops).toHaveLength(placed.length);
        for (const [i, top] of tops.entries()) {
          expect(top).toBeGreaterThanOrEqual(0);
          const before = placed[i - 1];
          const topBefore = tops[i - 1];
          if (before && topBefore !== undefined)
            expect(top).toBeGreaterThanOrEqual(topBefore + before.height + gap - 1e-6);
        }
      }),
    );
  });

  test("stand level with their words where there is room", () => {
    const placed = [0, 100, 300].map((wanted) => ({ wanted, height: 80, weight: 1 }));
    expect(placeCards(placed, 8)).toEqual([0, 100, 300]);
  });

  test("share the way when they want the same place", () => {
    const placed = [200, 200].map((wanted) => ({ wanted, height: 80, weight: 1 }));
    const [first = 0, second = 0] = placeCards(placed, 8);
    expect((first + second) / 2).toBeCloseTo(200);
    expect(second - first).toBe(88);
  });

  test("make room for the active one, which hardly moves", () => {
    const placed = [200, 210, 220].map((wanted, i) => ({
      wanted,
      height: 80,
      weight: i === 1 ? 1000 : 1,
    }));
    expect(placeCards(placed, 8)[1]).toBeCloseTo(210, 0);
  });
});
