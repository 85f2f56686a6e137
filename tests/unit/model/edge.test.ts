import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { movedEdge, type Edge, type Stride } from "../../../src/model/edge.ts";
import { insidePair, type Range } from "../../../src/model/range.ts";
import { textAndRange } from "../arbitraries.ts";

const text =
  "Bekov said that, in July, trade of 1,000 goods grew – and will grow. “We oppose it,” he told the U.S. side: no.\nHe left.";

function at(words: string): Range {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

/** The words after each of so many moves, until the edge cannot go on. */
function moves(words: string, edge: Edge, stride: Stride, by: 1 | -1, count = 20): string[] {
  const all: string[] = [];
  let range: Range | null = at(words);
  for (let i = 0; i < count; i += 1) {
    range = movedEdge(text, range, edge, stride, by);
    if (!range) break;
    all.push(text.slice(range.start, range.end));
  }
  return all;
}

describe("an edge of a range", () => {
  test("goes on to the end of the next clause and sentence, without the sign there", () => {
    const ends = moves("in", "end", "clause", 1).map((words) => words.split(" ").at(-1));
    expect(ends).toEqual(["July", "grew", "grow", "it", "side", "no", "left"]);
  });

  test("goes back to where a clause began, and on to where the next one begins", () => {
    const starts = moves("U.S. side", "start", "clause", -1).map((words) => words.slice(0, 6));
    expect(starts).toEqual(["he tol", "“We op", "and wi", "trade ", "in Jul", "Bekov "]);
    expect(moves("Bekov said that, in July", "start", "clause", 1)).toEqual(["in July"]);
  });

  test("gives up clauses from the end, the sign behind the last one first", () => {
    expect(
      moves("in July, trade of 1,000 goods grew – and will grow.", "end", "clause", -1),
    ).toEqual([
      "in July, trade of 1,000 goods grew – and will grow",
      "in July, trade of 1,000 goods grew",
      "in July",
    ]);
  });

  test("goes from word to word, over the end of a paragraph", () => {
    expect(moves("told", "end", "word", 1)).toEqual([
      "told the",
      "told the U.S.",
      "told the U.S. side",
      "told the U.S. side: no",
      "told the U.S. side: no.\nHe",
      "told the U.S. side: no.\nHe left",
    ]);
    expect(moves("He left", "start", "word", -1, 2).at(-1)).toBe("side: no.\nHe left");
    expect(moves("that, in July", "start", "word", 1)).toEqual(["in July", "July"]);
    expect(moves("that, in July", "end", "word", -1)).toEqual(["that, in", "that"]);
  });

  test("takes the marks of a quotation along only when it is whole", () => {
    expect(moves("We oppose it,” he told", "end", "clause", -1)).toEqual(["We oppose it"]);
    const quotation = "He said no. “We oppose it.” So be it";
    expect(
      movedEdge(quotation, { start: 0, end: quotation.length }, "end", "clause", -1)?.end,
    ).toBe(quotation.indexOf(" So"));
  });

  test("never passes the other, moves the way it is told, and leads to the end in the end", () => {
    const edges = fc.constantFrom<Edge>("start", "end");
    const strides = fc.constantFrom<Stride>("word", "clause");
    const ways = fc.constantFrom<1 | -1>(1, -1);
    fc.assert(
      fc.property(textAndRange, edges, strides, ways, (given, edge, stride, by) => {
        let now = given.range;
        for (
          let next = movedEdge(given.text, now, edge, stride, by);
          next;
          next = movedEdge(given.text, now, edge, stride, by)
        ) {
          const other = edge === "start" ? "end" : "start";
          expect(next[other]).toBe(now[other]);
          expect((next[edge] - now[edge]) * by).toBeGreaterThan(0);
          expect(next.start).toBeLessThan(next.end);
          expect(insidePair(given.text, next[edge])).toBe(false);
          expect(given.text.slice(next.start, next.end)).not.toMatch(
            edge === "start" ? /^\s/u : /\s$/u,
          );
          now = next;
        }
      }),
    );
  });
});
