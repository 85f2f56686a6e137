import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprintsOf, LikenessIndex } from "../../../src/model/likeness.ts";

const report = Array.from({ length: 160 }, (_, i) => `word${(i * 7919) % 1009}`).join(" ");
const other = Array.from({ length: 160 }, (_, i) => `term${(i * 7919) % 1009}`).join(" ");
const chinese = Array.from({ length: 240 }, (_, i) =>
  String.fromCharCode(0x4e00 + ((i * 7919) % 5000)),
).join("");

/** For each text the place of the earlier one that it is most like. */
const nearest = (...texts: string[]) => {
  const index = new LikenessIndex();
  return texts.map((text) => {
    const fingerprints = fingerprintsOf(text);
    const place = index.nearest(fingerprints)?.place ?? null;
    index.add(fingerprints);
    return place;
  });
};

describe("texts are alike", () => {
  test("when one is the other with another headline, place and line ends", () => {
    const copy = `By our reporter. BERLIN -- ${report.toUpperCase().replaceAll(" WORD1", ",\nWORD1")}. More.`;
    expect(nearest(report, other, copy)).toEqual([null, null, 0]);
  });

  test("when one is the first half of the other", () => {
    expect(nearest(report, report.slice(0, report.length / 2))).toEqual([null, 0]);
  });

  test("in Chinese, which has no spaces, too", () => {
    expect(nearest(chinese, `据报道，${chinese.slice(20)}`)).toEqual([null, 0]);
  });

  test("and not when they share a quotation, a notice or nothing", () => {
    const quote = report.split(" ").slice(0, 12).join(" ");
    expect(nearest(report, `${other} ${quote}`)).toEqual([null, null]);
    expect(nearest("All rights reserved.", "All rights reserved.")).toEqual([null, null]);
    expect(nearest("", "")).toEqual([null, null]);
  });

  test("a text is most like the one it shares most with", () => {
    const half = `${report.slice(0, report.length * 0.7)} ${other}`;
    expect(nearest(half, report, report)[2]).toBe(1);
  });

  test("wherever it stands among hundreds of others", () => {
    const others = Array.from({ length: 400 }, (_, n) =>
      Array.from({ length: 80 }, (_each, i) => `w${n * 80 + i}`).join(" "),
    );
    for (const place of [0, 127, 128, 300, 399])
      expect(nearest(...others, `A copy. ${others[place] ?? ""}`).at(-1)).toBe(place);
  });

  test("as much as a comparison of all of their fingerprints says", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), {
        minLength: 20,
        maxLength: 80,
      })
      .map((w) => w.join(" "));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (texts) => {
        const sets = texts.map(fingerprintsOf);
        const index = new LikenessIndex();
        for (const [i, set] of sets.entries()) {
          const shares = sets.slice(0, i).map((earlier) => {
            const common = [...set].filter((hash) => earlier.includes(hash)).length;
            const share = common / Math.min(set.length, earlier.length);
            return common >= 6 && share >= 0.5 ? share : 0;
          });
          expect(index.nearest(set)?.share ?? 0).toBe(Math.max(0, ...shares));
          index.add(set);
        }
      }),
    );
  });
});
