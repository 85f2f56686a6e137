import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlap, type Range } from "../../../src/model/range.ts";
import { nextUnmarked, sentenceAt } from "../../../src/model/sentence.ts";
import { textAndRange } from "../arbitraries.ts";

const text =
  "Mr. Bekov met George W. Bush in the U.S. capital. Talks went on.\n\n“We will act.” Why?\nTrade grew and fell.";

function at(words: string): Range {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}
const said = (range: Range | null) => range && text.slice(range.start, range.end);

describe("the next sentence that nothing is marked in", () => {
  /** All of them in the order they are come to. */
  function visited(by: 1 | -1, from: number, marked: readonly Range[] = []): (string | null)[] {
    const all: (string | null)[] = [];
    for (let now = from; all.length < 5;) {
      const next = nextUnmarked(text, marked, now, by);
      all.push(said(next));
      if (!next) break;
      now = by === 1 ? next.end : next.start;
    }
    return all;
  }
  const first = "Mr. Bekov met George W. Bush in the U.S. capital";

  test("is come to one after the other, as statements have them, and round again", () => {
    const sentences = [first, "Talks went on", "“We will act.”", "Why?", "Trade grew and fell"];
    expect(visited(1, 0)).toEqual(sentences);
    expect(visited(-1, text.length)).toEqual(sentences.toReversed());
    expect(visited(1, at("Trade").start + 1)[0]).toBe(first);
    expect(visited(-1, 5)[0]).toBe("Trade grew and fell");
  });

  test("is none of which anything is marked", () => {
    const marked = [at("went"), at("act"), at("and"), at("Bush")];
    expect(visited(1, 0, marked).slice(0, 2)).toEqual(["Why?", "Why?"]);
    expect(visited(1, 0, [...marked, at("Why")])).toEqual([null]);
  });

  test("overlaps no mark, in any text; there is none only when all are marked", () => {
    const ways = fc.constantFrom<1 | -1>(1, -1);
    fc.assert(
      fc.property(textAndRange, ways, fc.nat(), ({ text: any, range }, by, offset) => {
        const next = nextUnmarked(any, [range], Math.min(offset, any.length), by);
        if (next) expect(overlap(next, range)).toBe(false);
        else expect(nextUnmarked(any, [range], 0, 1)).toBeNull();
      }),
    );
  });
});

describe("the sentence at the caret", () => {
  test("is the one it stands in, or where it stands behind all the last one", () => {
    expect(said(sentenceAt(text, 0, []))).toMatch(/capital$/);
    expect(said(sentenceAt(text, at("went").end, []))).toBe("Talks went on");
    expect(said(sentenceAt(text, text.length, []))).toBe("Trade grew and fell");
    expect(sentenceAt(text, text.indexOf("\n\n") + 1, [])).toBeNull();
  });

  test("is what is not marked of it yet, around the caret; all of it when nothing is left", () => {
    expect(said(sentenceAt(text, at("grew").end, [at("Trade grew")]))).toBe("and fell");
    expect(said(sentenceAt(text, at("fell").end, [at("and fell")]))).toBe("Trade grew and fell");
  });
});
