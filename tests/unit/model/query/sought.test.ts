import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loose, type Folding } from "../../../../src/model/query/folding.ts";
import { parseSought, SearchableText } from "../../../../src/model/query/sought.ts";
import { rawText } from "../../arbitraries.ts";

/** The words found by a search for one thing. */
function found(text: string, typed: string, folding: Folding = loose): string[] {
  const sought = parseSought(typed, folding);
  if (!sought.ok) throw new Error(sought.problem.what);
  const searchable = new SearchableText(text, folding);
  return sought.value.terms.flatMap((term) =>
    [...searchable.places(term)].map(({ start, end }) => text.slice(start, end)),
  );
}

describe("a search", () => {
  const text = "The Tariff, the tariffs; a Tarif.\nZölle “steel tariffs” and Zolle.";

  test("finds whole words, in any case and with any accents", () => {
    expect(found(text, "tariff")).toEqual(["Tariff"]);
    expect(found(text, "zolle")).toEqual(["Zölle", "Zolle"]);
    expect(found(text, "TARIF")).toEqual(["Tarif"]);
  });

  test("finds beginnings, phrases over line ends and expressions", () => {
    expect(found(text, "tarif*")).toEqual(["Tariff", "tariffs", "Tarif", "tariffs"]);
    expect(found(text, '"a tarif zolle"')).toEqual([]);
    expect(found("a  tarif\nzölle", '"a tarif zol"*')).toEqual(["a  tarif\nzölle"]);
    expect(found(text, "“steel tariffs”")).toEqual(["steel tariffs"]);
    expect(found(text, "/tarif+s?/")).toEqual(["Tariff", "tariffs", "Tarif", "tariffs"]);
    expect(found(text, "/^zölle/")).toEqual(["Zölle"]);
  });

  test("heeds case and accents where it is asked to", () => {
    expect(found(text, "tariff", { matchCase: true, matchAccents: false })).toEqual([]);
    expect(found(text, "Zölle", { matchCase: false, matchAccents: true })).toEqual(["Zölle"]);
    expect(found("cafe\u0301 café", "café", { matchCase: true, matchAccents: true })).toEqual([
      "cafe\u0301",
      "café",
    ]);
    expect(found(text, "/Tarif/", { matchCase: true, matchAccents: true })).toEqual([
      "Tarif",
      "Tarif",
    ]);
  });

  test("finds words of scripts that put no space between them", () => {
    expect(found("中国反对关税。", "关税")).toEqual(["关税"]);
    expect(found("การเจรจา", "เจรจา")).toEqual(["เจรจา"]);
  });

  test("says what is wrong with an expression", () => {
    const sought = parseSought("/(a/", loose);
    expect(sought.ok).toBe(false);
    if (!sought.ok) expect(sought.problem.what).toMatch(/no regular expression/);
  });

  test("reads anything that can be typed, and finds places in order inside the text", () => {
    fc.assert(
      fc.property(rawText, rawText, (where, typed) => {
        const sought = parseSought(typed, loose);
        if (!sought.ok) return;
        const searchable = new SearchableText(where, loose);
        for (const term of sought.value.terms) {
          let last = 0;
          for (const { start, end } of searchable.places(term)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeLessThanOrEqual(where.length);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
        }
      }),
    );
  });

  test("finds a word wherever spaces stand around it", () => {
    const word = fc.stringMatching(/^[a-zäéñ]{1,6}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), (words, n) => {
        const sought = words[n % words.length] ?? "";
        const same = words.filter(
          (each) =>
            each.normalize("NFD").replaceAll(/\p{M}/gu, "") ===
            sought.normalize("NFD").replaceAll(/\p{M}/gu, ""),
        );
        expect(found(words.join(" "), sought)).toEqual(same);
      }),
    );
  });
});
