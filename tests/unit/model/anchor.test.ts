import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  anchorOf,
  formerPlace,
  anchorSchema,
  findAnchor,
  holds,
} from "../../../src/model/anchor.ts";
import { articleText, rawText, textAndRange } from "../arbitraries.ts";

describe("an anchor", () => {
  test("finds its range in the text it was made in, however often the words stand there", () => {
    fc.assert(
      fc.property(textAndRange, fc.nat(4), fc.nat(4), ({ text, range }, before, after) => {
        const repeated = text.repeat(before + 1 + after);
        const shift = text.length * before;
        const there = { start: range.start + shift, end: range.end + shift };
        const anchor = anchorOf(repeated, there);
        expect(holds(repeated, anchor)).toBe(true);
        expect(findAnchor(repeated, anchor)).toEqual(there);
      }),
    );
  });

  test("finds its words after edits elsewhere in the text", () => {
    fc.assert(
      fc.property(
        textAndRange,
        rawText,
        rawText,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ text, range }, first, second, part) => {
          // The marker makes the words stand once only, so there is one right answer.
          const words = `¶${text.slice(range.start, range.end)}¶`;
          const whole = text.slice(0, range.start) + words + text.slice(range.end);
          const anchor = anchorOf(whole, { start: range.start, end: range.start + words.length });
          const cut = Math.round(part * range.start);
          const edited = whole.slice(0, cut) + first + whole.slice(range.start) + second;
          const start = cut + first.length;
          expect(findAnchor(edited, anchor)).toEqual({ start, end: start + words.length });
        },
      ),
    );
  });

  test("of the same words twice, it takes those in its surroundings", () => {
    const text = "Wang said yes to tariffs. Li said yes to trade.";
    const anchor = anchorOf(text, { start: 34, end: 37 });
    const edited = "Minister Li said yes to trade. Later, Minister Wang said yes to tariffs.";
    expect(findAnchor(edited, anchor)).toEqual({ start: 17, end: 20 });
  });

  test("goes by what stands before the words, and by what stands after them", () => {
    const before = anchorOf("Wang: no. Li: no.", { start: 14, end: 16 });
    const later = "Wang: no. And then, much later, Li: no.";
    expect(findAnchor(later, before)).toEqual({ start: 36, end: 38 });
    const after = anchorOf("no, said Wang; no, said Li", { start: 0, end: 2 });
    expect(findAnchor("no, said Li; no, said Wang", after)).toEqual({ start: 13, end: 15 });
  });

  test("whose words are gone finds nothing", () => {
    const anchor = anchorOf("We oppose this.", { start: 3, end: 9 });
    expect(findAnchor("We support this.", anchor)).toBeNull();
    expect(holds("We support this.", anchor)).toBe(false);
  });

  test("never holds half a character of what stands around it", () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const { exact, prefix, suffix } = anchorOf(text, range);
        expect([exact, prefix, suffix].every((part) => part.isWellFormed())).toBe(true);
      }),
    );
  });

  test("is not made of nothing, nor of what lies outside the text", () => {
    fc.assert(
      fc.property(articleText, (text) => {
        expect(() => anchorOf(text, { start: 1, end: 1 })).toThrow(RangeError);
        expect(() => anchorOf(text, { start: -1, end: 1 })).toThrow(RangeError);
        expect(() => anchorOf(text, { start: 0, end: text.length + 1 })).toThrow(RangeError);
      }),
    );
  });

  test("that ends before it starts is refused at the border", () => {
    const anchor = { exact: "a", prefix: "", suffix: "" };
    expect(anchorSchema.safeParse({ start: 0, end: 1, ...anchor }).success).toBe(true);
    expect(anchorSchema.safeParse({ start: 1, end: 1, ...anchor }).success).toBe(false);
    expect(anchorSchema.safeParse({ start: 0, end: 1, ...anchor, more: 1 }).success).toBe(false);
  });
});

test("the former place of words that are gone is where their surroundings are", () => {
  const text = "He left.\n“No one asked us.” She did not say more. He left.";
  const start = text.indexOf("No one");
  const anchor = anchorOf(text, { start, end: start + "No one asked us.".length });
  const after = (old: string, words: string) => text.replace(old, words);
  const without = after("“No one asked us.” ", "");
  expect(formerPlace(without, anchor)).toBe(without.indexOf("She"));
  const moved = `A new beginning of the text. ${after("No one asked us.", "")}`;
  expect(formerPlace(moved, anchor)).toBe(moved.indexOf("“") + 1);
  const onlyAfter = "Other words. She did not say more, they say.";
  expect(formerPlace(onlyAfter, anchor)).toBe(onlyAfter.indexOf(" She"));
  // A word or two of them are no sign of the place: then it is as far on as before.
  const elsewhere = `${"Other words. ".repeat(4)}He left. More words.`;
  expect(formerPlace(elsewhere, anchor)).toBe(start);
  expect(formerPlace("Nothing.", anchor)).toBe("Nothing.".length);
});
