import fc from "fast-check";
import { expect, test } from "vitest";
import { overlap } from "../../../src/model/range.ts";
import { MarkIndex } from "../../../src/reader/markIndex.ts";
import { marks, over, range } from "./arbitraryMarks.ts";

const length = 60;

test("the index finds exactly the stretches over a span, in order", () => {
  fc.assert(
    fc.property(marks(length), range(length), (all, span) => {
      const found = new MarkIndex(all).over(span);
      const expected = all
        .flatMap(({ id, ranges }) =>
          ranges
            .filter((one) => overlap(one, span))
            .map(({ start, end }) => `${start}–${end} ${id}`),
        )
        .toSorted();
      expect(found.map(({ start, end, mark }) => `${start}–${end} ${mark.id}`).toSorted()).toEqual(
        expected,
      );
      expect(found.map(({ start }) => start)).toEqual(
        found.map(({ start }) => start).toSorted((a, b) => a - b),
      );
    }),
  );
});

test("the index finds exactly the marks at a place, the shortest first", () => {
  fc.assert(
    fc.property(marks(length), fc.nat(length), (all, offset) => {
      const found = new MarkIndex(all).at(offset);
      expect(found.map(({ id }) => id).toSorted()).toEqual(over(all, offset).toSorted());
      const lengths = found.map(({ ranges }) =>
        ranges.reduce((sum, { start, end }) => sum + end - start, 0),
      );
      expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    }),
  );
});

test("a mark over the whole text hides none that come after it", () => {
  const mark = (id: string, start: number, end: number) => ({
    id,
    ranges: [{ start, end }],
    colours: ["#c2410c"],
    line: "solid" as const,
    sign: "",
  });
  const index = new MarkIndex([mark("late", 900, 901), mark("all", 0, 1000), mark("early", 5, 6)]);
  expect(index.at(900).map(({ id }) => id)).toEqual(["late", "all"]);
  expect(index.at(5).map(({ id }) => id)).toEqual(["early", "all"]);
  expect(index.at(1000)).toEqual([]);
});
