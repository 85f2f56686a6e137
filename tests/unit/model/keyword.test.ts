import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hitsIn, keywordPattern, namePattern, occurrences } from "../../../src/model/keyword.ts";
import { articleText, textAndRange } from "../arbitraries.ts";

function found(text: string, keyword: string): string[] {
  const pattern = keywordPattern(keyword);
  if (!pattern.ok) throw new Error(pattern.problem.what);
  return hitsIn(text, [{ id: "x", pattern: pattern.value }]).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("a keyword", () => {
  test("is found where a word begins, whatever its ending and case", () => {
    expect(found("Tariffs, counter-tariff, supertariff", "tariff")).toEqual(["Tariff", "tariff"]);
  });

  test("of several words is found across any white space", () => {
    expect(found("free  trade and free\u00a0trade", "free trade")).toHaveLength(2);
  });

  test("in a script without spaces is found anywhere", () => {
    expect(found("反对关税政策", "关税")).toEqual(["关税"]);
  });

  test("between slashes is a regular expression", () => {
    expect(found("Levy, levies, heavy", "/lev(y|ies)/")).toEqual(["Levy", "levies"]);
    expect(found("Levy, levies, heavy", "/lev(y|ies)/i")).toEqual(["Levy", "levies"]);
  });

  test.each(["/lev(/", "/a*/", "/(a+)+b/", "/((x|y{2,})z)*!/"])(
    "%s is refused with what is wrong and what to do",
    (keyword) => {
      const pattern = keywordPattern(keyword);
      expect(pattern.ok).toBe(false);
      if (!pattern.ok) {
        expect(pattern.problem.what).toContain(keyword);
        expect(pattern.problem.remedy).not.toBe("");
      }
    },
  );

  test.each(["/(ab)+/", String.raw`/\(a+\)+/`, "/[(a+)]+b/", "/(a|b){2,3}c+/"])(
    "%s may be used: nothing in it repeats a repetition",
    (keyword) => {
      expect(keywordPattern(keyword).ok).toBe(true);
    },
  );

  test("of any characters never throws, and finds just pieces of the text", () => {
    fc.assert(
      fc.property(articleText, fc.string({ minLength: 1 }), (text, keyword) => {
        const pattern = keywordPattern(keyword);
        if (!pattern.ok) return;
        for (const { start, end } of hitsIn(text, [{ id: "x", pattern: pattern.value }])) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe("a name", () => {
  test("is found whole and with its case", () => {
    const text = "Wang met Wangari. wang.";
    expect([...text.matchAll(namePattern("Wang"))].map(({ index }) => index)).toEqual([0]);
  });
});

test("words that were selected are among their occurrences, when they are whole words", () => {
  fc.assert(
    fc.property(textAndRange, ({ text, range }) => {
      const before = text.slice(0, range.start);
      const after = text.slice(range.end);
      fc.pre(!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after));
      const words = text.slice(range.start, range.end);
      fc.pre(!/[\s\u200b]/u.test(words));
      // An earlier occurrence may overlap this one ("ana" in "ana ana" does not, "aa" in "aaa" would).
      const places = occurrences(text, words);
      expect(places.some(({ start, end }) => start <= range.start && range.start < end)).toBe(true);
    }),
  );
});
