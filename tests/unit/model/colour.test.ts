import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newTopic, nextColour, palette, type Topic } from "../../../src/model/codebook.ts";
import {
  colourDistance,
  colourFault,
  contrast,
  legible,
  pages,
} from "../../../src/model/colour.ts";
import { idOf } from "../smallBundle.ts";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("the contrast of two colours", () => {
  test("is that of WCAG", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });
});

describe("the distance of two colours", () => {
  test("is small where a colour-blind reader sees none, though others do", () => {
    // Red and olive of the same lightness: the classic pair.
    expect(colourDistance("#b91c1c", "#4d7c0f")).toBeLessThan(0.02);
    expect(colourDistance("#000000", "#ffffff")).toBeCloseTo(1, 2);
  });
});

describe("a colour in use", () => {
  test("can be seen on both pages, whatever it was", () => {
    fc.assert(
      fc.property(colour, (any) => {
        const used = legible(any);
        expect(colourFault(used)).toBeNull();
        expect(contrast(used, "#fdfcf9")).toBeGreaterThanOrEqual(3);
        expect(legible(used)).toBe(used);
        expect(colourFault(any) === null).toBe(used === any);
      }),
    );
  });

  test("is adjusted only where it must be, and says why", () => {
    expect(legible("#1d4ed8")).toBe("#1d4ed8");
    expect(colourFault("#ffee00")).toBe("too light to be seen on the light page");
    expect(colourFault("#000000")).toBe("too dark to be seen on the dark page");
    expect(legible("#ffee00")).not.toBe("#ffee00");
  });

  test("that is no colour stays what it is", () => {
    expect(legible("var(--ink-3)")).toBe("var(--ink-3)");
  });

  test("is reckoned with the style sheet's own values", () => {
    const css = readFileSync("src/ui/tokens.css", "utf8");
    const [light = "", dark = ""] = css.split(":root[data-theme");
    const names = { white: "#ffffff", black: "#000000" } as Record<string, string>;
    const token = (part: string, name: string) => {
      const value = new RegExp(`--${name}: ([^;]+);`).exec(part)?.[1] ?? "";
      return names[value] ?? value;
    };
    for (const [part, page] of [
      [light, pages.light],
      [dark, pages.dark],
    ] as const) {
      expect(["paper", "surface", "rail"].map((name) => token(part, name))).toEqual(page.grounds);
      expect(token(part, "tint-ground")).toBe(page.chipGround);
      expect(token(part, "tint-ink")).toBe(page.ink);
      expect(token(part, "ink")).toBe(page.markInk);
      expect(token(part, "tint-ink-share")).toBe(`${page.textShare * 100}%`);
      expect(token(part, "tint-line-share")).toBe(`${page.lineShare * 100}%`);
      expect(token(part, "mark-lift")).toBe(`${page.markLift * 100}%`);
    }
  });
});

describe("the palette", () => {
  test("can be used as it is, and its neighbours differ for colour-blind readers too", () => {
    for (const [i, each] of palette.entries()) {
      expect(legible(each)).toBe(each);
      const next = palette[(i + 1) % palette.length] ?? each;
      expect(colourDistance(each, next)).toBeGreaterThan(0.15);
      for (const other of palette)
        if (other !== each) expect(colourDistance(each, other)).toBeGreaterThan(0.07);
    }
  });

  test("is given out evenly, unlike the colours beside it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const topics: Topic[] = [];
        for (let i = 0; i < count; i += 1)
          topics.push(newTopic(idOf(1), `topic ${i}`, topics, null));
        const uses = palette.map((each) => topics.filter((topic) => topic.colour === each).length);
        expect(Math.max(...uses) - Math.min(...uses)).toBeLessThanOrEqual(1);
        for (const [i, topic] of topics.entries()) {
          const next = topics[i + 1];
          if (next) expect(next.colour).not.toBe(topic.colour);
        }
      }),
    );
    expect(nextColour([])).toBe(palette[0]);
  });
});
