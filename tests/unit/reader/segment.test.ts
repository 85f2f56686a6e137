import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Range } from "../../../src/model/range.ts";
import type { Mark } from "../../../src/reader/mark.ts";
import { MarkIndex } from "../../../src/reader/markIndex.ts";
import { segmentsOf } from "../../../src/reader/segment.ts";
import { marks, over, range } from "./arbitraryMarks.ts";

const length = 40;

/** The hints stand fast, one within a block, one over an edge of many. */
const hints = [
  { start: 5, end: 9, colour: "#1d4ed8" },
  { start: 18, end: 24, colour: "#0f766e" },
];

function cut(block: Range, all: readonly Mark[], kept: readonly Range[]) {
  return segmentsOf(block, { stretches: new MarkIndex(all).over(block), kept, hints });
}

describe("the segments of a block", () => {
  test("cover exactly what something lies over, and name exactly what lies there", () => {
    fc.assert(
      fc.property(
        marks(length),
        range(length),
        fc.array(range(length), { maxLength: 2 }),
        (all, block, kept) => {
          const segments = cut(block, all, kept);
          for (let offset = block.start; offset < block.end; offset += 1) {
            const here = segments.filter(({ start, end }) => start <= offset && offset < end);
            const ids = over(all, offset);
            const isKept = kept.some(({ start, end }) => start <= offset && offset < end);
            const hint = hints.find(({ start, end }) => start <= offset && offset < end) ?? null;
            expect(here).toHaveLength(ids.length > 0 || isKept || hint ? 1 : 0);
            expect(here[0]?.hint ?? null).toBe(hint);
            expect(here.flatMap((segment) => segment.marks.map(({ id }) => id)).toSorted()).toEqual(
              ids.toSorted(),
            );
            expect(here[0]?.kept ?? false).toBe(isKept);
          }
        },
      ),
    );
  });

  test("are in order, within the block, and no two neighbours are alike", () => {
    fc.assert(
      fc.property(marks(length), range(length), range(length), (all, block, kept) => {
        const segments = cut(block, all, [kept]);
        segments.forEach((segment, i) => {
          expect(segment.start).toBeLessThan(segment.end);
          expect(segment.start).toBeGreaterThanOrEqual(block.start);
          expect(segment.end).toBeLessThanOrEqual(block.end);
          const before = segments[i - 1];
          if (!before) return;
          expect(before.end).toBeLessThanOrEqual(segment.start);
          if (before.end === segment.start)
            expect([before.kept, before.hint, before.marks]).not.toEqual([
              segment.kept,
              segment.hint,
              segment.marks,
            ]);
        });
      }),
    );
  });

  test("name the shortest statement first, as it lies on top", () => {
    fc.assert(
      fc.property(marks(length), (all) => {
        const block = { start: 0, end: length };
        for (const segment of cut(block, all, [])) {
          const lengths = segment.marks.map(({ ranges }) =>
            ranges.reduce((sum, { start, end }) => sum + end - start, 0),
          );
          expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  test("say once in a text where each statement begins", () => {
    fc.assert(
      fc.property(marks(length), range(length), (all, kept) => {
        // Two blocks with a separator between them.
        const blocks = [
          { start: 0, end: 19 },
          { start: 20, end: length },
        ];
        const beginning = blocks.flatMap((block) =>
          cut(block, all, [kept]).flatMap((segment) => segment.beginning.map(({ id }) => id)),
        );
        // One whose first words are the separator alone has nothing there to stand before.
        const visible = all.filter(
          ({ ranges: [first] }) => first?.start !== 19 || first.end !== 20,
        );
        expect(beginning.toSorted()).toEqual(visible.map(({ id }) => id).toSorted());
      }),
    );
  });
});
