import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trimRange } from "../../../src/model/range.ts";
import { grown, shrunk } from "../../../src/model/unit.ts";
import { textAndRange } from "../arbitraries.ts";

const text = "He left.\nWang said: “We oppose it. We will act.” Then he sat down.\nThe end.";

/** The words of each step from a place to the whole text. */
function steps(start: number, end: number): string[] {
  const words: string[] = [];
  for (let range = grown(text, { start, end }); range; range = grown(text, range))
    words.push(text.slice(range.start, range.end));
  return words;
}

describe("a growing selection", () => {
  test("takes in the word, the sentence, the quotation, the paragraph, the text", () => {
    const at = text.indexOf("oppose") + 2;
    const all = steps(at, at);
    expect(all[0]).toBe("oppose");
    expect(all.slice(1, 3)).toEqual(["We oppose it.", "We oppose it. We will act."]);
    expect(all).toContain("Wang said: “We oppose it. We will act.” Then he sat down.");
    expect(all.at(-1)).toBe(text);
  });

  test("always holds what it grew from and more, and ends at the whole text", () => {
    fc.assert(
      fc.property(textAndRange, ({ text: any, range }) => {
        let now = range;
        for (let next = grown(any, now); next; next = grown(any, now)) {
          expect(next.start).toBeLessThanOrEqual(now.start);
          expect(next.end).toBeGreaterThanOrEqual(now.end);
          expect(next.end - next.start).toBeGreaterThan(now.end - now.start);
          now = next;
        }
        expect(now).toEqual(trimRange(any, 0, any.length));
      }),
    );
  });
});

describe("a shrinking selection", () => {
  test("gives up paragraphs, sentences, what stands around a quotation, words", () => {
    const all: string[] = [];
    for (
      let range = shrunk(text, { start: 0, end: text.length });
      range;
      range = shrunk(text, range)
    )
      all.push(text.slice(range.start, range.end));
    expect(all.slice(0, 2)).toEqual([
      "He left.\nWang said: “We oppose it. We will act.” Then he sat down.",
      "He left.",
    ]);
    const said = "“We oppose it,” Wang said.";
    const left: string[] = [];
    for (
      let range = shrunk(said, { start: 0, end: said.length });
      range;
      range = shrunk(said, range)
    )
      left.push(said.slice(range.start, range.end));
    expect(left).toEqual(["We oppose it,", "We oppose", "We"]);
    const two = "We oppose it. We will act.";
    expect(shrunk(two, { start: 0, end: two.length })).toEqual({ start: 0, end: 13 });
  });

  test("is always a smaller piece of what it was, without white space at its edges", () => {
    fc.assert(
      fc.property(textAndRange, ({ text: any, range }) => {
        for (let now = range, next = shrunk(any, now); next; now = next, next = shrunk(any, now)) {
          expect(next.start).toBeGreaterThanOrEqual(now.start);
          expect(next.end).toBeLessThanOrEqual(now.end);
          expect(next.end - next.start).toBeLessThan(now.end - now.start);
          expect(trimRange(any, next.start, next.end)).toEqual(next);
        }
      }),
    );
  });
});
