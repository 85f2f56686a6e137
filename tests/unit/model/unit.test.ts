import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trimRange } from "../../../src/model/range.ts";
import { grown } from "../../../src/model/unit.ts";
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
