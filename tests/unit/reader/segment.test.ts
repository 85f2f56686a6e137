import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MarkIndex } from "../../../src/reader/markIndex.ts";
import { segmentsOf } from "../../../src/reader/segment.ts";
import { marks, over, range } from "./arbitraryMarks.ts";

const length = 40;

describe("the segments of a block", () => {
  test("cover exactly what something lies over, and name exactly what lies there", () => {
    fc.assert(
      fc.property(
        marks(length),
        range(length),
        fc.array(range(length), { maxLength: 2 }),
        (all, block, kept) => {
          const segments = segmentsOf(block, new MarkIndex(all).over(block), kept);
          for (let offset = block.start; offset < block.end; offset += 1) {
            const here = segments.filter(({ start, end }) => start <= offset && offset < end);
            const ids = over(all, offset);
            const isKept = kept.some(({ start, end }) => start <= offset && offset < end);
            expect(here).toHaveLength(ids.length > 0 || isKept ? 1 : 0);
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
        const segments = segmentsOf(block, new MarkIndex(all).over(block), [kept]);
        segments.forEach((segment, i) => {
          expect(segment.start).toBeLessThan(segment.end);
          expect(segment.start).toBeGreaterThanOrEqual(block.start);
          expect(segment.end).toBeLessThanOrEqual(block.end);
          const before = segments[i - 1];
          if (!before) return;
          expect(before.end).toBeLessThanOrEqual(segment.start);
          if (before.end === segment.start)
            expect([before.kept, before.marks]).not.toEqual([segment.kept, segment.marks]);
        });
      }),
    );
  });

  test("name the shortest statement first, as it lies on top", () => {
    fc.assert(
      fc.property(marks(length), (all) => {
        const block = { start: 0, end: length };
        for (const segment of segmentsOf(block, new MarkIndex(all).over(block), [])) {
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
        const index = new MarkIndex(all);
        // Two blocks with a separator between them.
        const blocks = [
          { start: 0, end: 19 },
          { start: 20, end: length },
        ];
        const beginning = blocks.flatMap((block) =>
          segmentsOf(block, index.over(block), [kept]).flatMap((segment) =>
            segment.beginning.map(({ id }) => id),
          ),
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
