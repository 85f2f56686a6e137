import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read } from "../../../src/suggest/reading.ts";
import { tokenise } from "../../../src/suggest/token.ts";

function sentences(text: string): string[] {
  const { sentences: all, tokens } = read(text);
  return all.map(({ start, end }) => text.slice(tokens[start]?.start, tokens[end - 1]?.end));
}

describe("tokens", () => {
  test("clitics, abbreviations, numbers and doubled marks", () => {
    expect(
      tokenise("Sen. Beck's plan costs $1.5 million, ''he said.''").map((token) => token.text),
    ).toEqual([
      "Sen.",
      "Beck",
      "'s",
      "plan",
      "costs",
      "$1.5",
      "million",
      ",",
      "''",
      "he",
      "said",
      ".",
      "''",
    ]);
  });

  test("an apostrophe after a plural is a word of its own, but not where it closes a quotation", () => {
    const apostrophes = (text: string) =>
      tokenise(text)
        .filter((token) => /^['’]$/u.test(token.text))
        .map((token) => token.kind);
    expect(apostrophes("They back parents’ right to know.")).toEqual(["word"]);
    expect(apostrophes("‘We need answers’ she said.")).toEqual(["mark"]);
    expect(apostrophes("'We need answers' she said.")).toEqual(["mark", "mark"]);
  });

  test("are in order and apart, and cover all but white space", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const tokens = tokenise(text);
        const gaps = tokens.map((token, i) => text.slice(tokens[i - 1]?.end ?? 0, token.start));
        expect(tokens.map((token) => text.slice(token.start, token.end))).toEqual(
          tokens.map((token) => token.text),
        );
        expect(gaps.join("")).toMatch(/^[\s\u200B]*$/u);
        expect(tokens.every((token, i) => token.start >= (tokens[i - 1]?.end ?? 0))).toBe(true);
      }),
    );
  });
});

describe("sentences", () => {
  test("end at stops, not at abbreviations, initials or inside a quotation that is attributed", () => {
    expect(
      sentences("Mr. J. P. Lee left the U.S. on Monday. “Go!” Lee said. “Now.” It rained."),
    ).toEqual([
      "Mr. J. P. Lee left the U.S. on Monday.",
      "“Go!” Lee said.",
      "“Now.”",
      "It rained.",
    ]);
  });

  test("begin neither with a comma nor after a politician's party and state", () => {
    expect(
      sentences("Sen. Ada Brill (R-N.H.), who left, was late. Rep. Lee (D-Tex.) was not."),
    ).toEqual(["Sen. Ada Brill (R-N.H.), who left, was late.", "Rep. Lee (D-Tex.) was not."]);
    expect(sentences("He met then-Sen. Barr. It rained.")).toEqual([
      "He met then-Sen. Barr.",
      "It rained.",
    ]);
  });

  test("begin with every paragraph", () => {
    expect(sentences("No stop here\nNor here")).toEqual(["No stop here", "Nor here"]);
  });
});
