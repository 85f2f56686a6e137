import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldedText, loose } from "../../../../src/model/query/folding.ts";
import { insidePair } from "../../../../src/model/range.ts";
import { rawText } from "../../arbitraries.ts";

const anyFolding = fc.record({ matchCase: fc.boolean(), matchAccents: fc.boolean() });
const exactly = { matchCase: true, matchAccents: true };

describe("folding", () => {
  test("takes away case and accents, however they are written", () => {
    expect(foldedText("ÉLYSÉE e\u0301lyse\u0301e Müller ŠKODA İzmir")).toBe(
      "elysee elysee muller skoda izmir",
    );
    expect(foldedText("קָמַץ مُحَمَّد")).toBe("קמץ محمد");
    expect(foldedText("don’t “say”")).toBe('don\'t "say"');
  });

  test("leaves what makes another letter", () => {
    expect(foldedText("が한हिन्दी中")).toBe("が한हिन्दी中");
  });

  test("keeps what counts", () => {
    expect(foldedText("É", { matchCase: true, matchAccents: false })).toBe("E");
    expect(foldedText("E\u0301", { matchCase: false, matchAccents: true })).toBe("é");
    expect(foldedText("E\u0301", exactly)).toBe("É");
  });

  test("maps each piece back to whole characters that fold to it", () => {
    fc.assert(
      fc.property(rawText, anyFolding, fc.nat(), fc.nat(), (text, folding, a, b) => {
        const folded = fold(text, folding);
        const [start, end] = [a % (folded.text.length + 1), b % (folded.text.length + 1)].toSorted(
          (x, y) => x - y,
        ) as [number, number];
        const place = folded.original(start, end);
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeLessThanOrEqual(text.length);
        // Nothing is ever found that begins or ends in the middle of a character.
        fc.pre(start < end && !insidePair(folded.text, start) && !insidePair(folded.text, end));
        const again = foldedText(text.slice(place.start, place.end), folding);
        expect(again).toContain(folded.text.slice(start, end));
        // No character more than needed: each end stands in the first and last of them.
        expect(again.length - (end - start)).toBeLessThanOrEqual(2 * 4);
      }),
    );
  });

  test("finds the words of an accented text where they stand", () => {
    const text = "Straße café naïve 中文 “ja”";
    const whole = fold(text, loose);
    for (const word of ["cafe", "naive", "中文"]) {
      const start = whole.text.indexOf(word);
      const { start: from, end } = whole.original(start, start + word.length);
      expect(foldedText(text.slice(from, end))).toBe(word);
    }
  });
});
