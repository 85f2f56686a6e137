import { describe, expect, test } from "vitest";
import { quotationOf } from "../../../src/model/quotation.ts";

/** The kind of quotation of what stands between ⟦ and ⟧. */
function kind(marked: string) {
  const text = marked.replaceAll(/[⟦⟧]/g, "");
  const ranges: { start: number; end: number }[] = [];
  let offset = 0;
  for (const piece of marked.split("⟦").entries()) {
    const [before, after = ""] = piece[1].split("⟧");
    const length = before?.length ?? 0;
    if (piece[0] > 0) ranges.push({ start: offset, end: offset + length });
    offset += length + after.length;
  }
  return quotationOf(text, ranges);
}

describe("the kind of quotation", () => {
  test.each([
    ["English", "⟦“We oppose this,”⟧ Wang said."],
    ["English without its marks", "“⟦We oppose this⟧,” Wang said."],
    ["straight", '"⟦We oppose this⟧," Wang said.'],
    ["British", "‘⟦We don’t oppose this⟧,’ Wang said."],
    ["German", "„⟦Wir sind dagegen⟧“, sagte Wang."],
    ["German in chevrons", "»⟦Wir sind dagegen⟧«, sagte Wang."],
    ["French", "« ⟦Nous nous y opposons⟧ », a dit Wang."],
    ["Chinese", "王毅说：“⟦中方坚决反对⟧。”"],
    ["Japanese", "王氏は「⟦断固反対する⟧」と述べた。"],
    ["Japanese in double marks", "『⟦断固反対する⟧』と述べた。"],
    ["an Arabic text", "قال وانغ: «⟦نعارض ذلك⟧»"],
  ])("is direct in quotation marks: %s", (_, marked) => {
    expect(kind(marked)).toBe("direct");
  });

  test("is direct when it is split round its cue", () => {
    expect(kind("“⟦We oppose this⟧,” Wang said, “⟦and will act⟧.”")).toBe("direct");
  });

  test("is direct over several paragraphs, each with its own opening mark", () => {
    expect(kind("⟦“We oppose this.\n“We will act.”⟧ That was all.")).toBe("direct");
  });

  test("is indirect outside quotation marks", () => {
    expect(kind("Wang said that ⟦China opposes this⟧.")).toBe("indirect");
    expect(kind("“No,” Li said. Wang said that ⟦China opposes this⟧.")).toBe("indirect");
    expect(kind("⟦China’s ministers don’t oppose it⟧, said Wang.")).toBe("indirect");
    expect(kind("Readers of the Qur‘an, he said, ⟦oppose it⟧.")).toBe("indirect");
  });

  test("is mixed when some of the words stand in quotation marks", () => {
    expect(kind("Wang called it ⟦a case of “bullying” by others⟧.")).toBe("mixed");
    expect(kind("⟦China opposes this⟧, Wang said, “⟦and will act⟧.”")).toBe("mixed");
  });

  test("does not hang on marks in other paragraphs", () => {
    expect(kind("“An open quotation.\nWang said that ⟦China opposes this⟧.")).toBe("indirect");
  });
});
