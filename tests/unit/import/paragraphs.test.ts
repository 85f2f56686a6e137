import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paragraphsOf } from "../../../src/import/paragraphs.ts";
import { rawText } from "../arbitraries.ts";

function texts(text: string): string[] {
  return paragraphsOf(text, () => false).map((paragraph) => paragraph.text);
}

const first =
  "The 40% duty on imported tool steel was supposed to save plants like the one Darlene Pruszynski runs. Instead, she laid off nine machinists on Tuesday, and three more on the day after.";
const second =
  "“Nobody in this country makes the grade I need,” said Pruszynski, whose father opened the shop in 1971.";

/** Wraps as a terminal or a mail program does: as many words a line as fit. */
function wrap(text: string, width: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

describe("the paragraphs of a plain text", () => {
  test("stand between line ends of any kind", () => {
    expect(texts("One.\r\nTwo.\rThree.\nFour.\u2029Five.\fSix.")).toEqual([
      "One.",
      "Two.",
      "Three.",
      "Four.",
      "Five.",
      "Six.",
    ]);
  });

  test("lose the blank lines and the indents between them", () => {
    expect(texts("\n  One.\n \t\n\n　Two.\n")).toEqual(["One.", "Two."]);
  });

  test.each([60, 72, 78, 100])("are made whole when they were wrapped at %i", (width) => {
    expect(texts(`${wrap(first, width)}\n\n${wrap(second, width)}\n`)).toEqual([first, second]);
  });

  test("are made whole when the last line of one ends a sentence at the margin", () => {
    const short = "A line of forty-five characters, more or less it is.\nIt goes on here.";
    expect(texts(`${wrap(first, 52)}\n\n${short}`)).toEqual([first, short.replace("\n", " ")]);
  });

  test("of Chinese are made whole without spaces", () => {
    const line =
      "中方坚决反对美方的单边霸凌行径不仅是维护自身正当权益也是维护国际社会共同利益及国际公平正义";
    expect(texts(`${line}\n${line}\n公平正义。`)).toEqual([`${line}${line}公平正义。`]);
  });

  test("keep a hyphen that binds words over a line end", () => {
    const text = `${"word ".repeat(12)}co-\noperation ${"word ".repeat(10)}\nend.`;
    expect(texts(text)[0]).toContain(" co-operation ");
  });

  test("that are lines of verse, of a list or of speech stay lines", () => {
    const verse = "Shall I compare thee\nto a summer's day?\nThou art more lovely";
    expect(texts(verse)).toEqual(verse.split("\n"));
    const speech =
      "MODERATOR: Good afternoon. We will take two questions from each side.\nSECRETARY: Thank you all for coming here today in this heat, and welcome.";
    expect(texts(speech)).toEqual(speech.split("\n"));
    const narrow = wrap(first, 36);
    expect(texts(narrow)).toEqual(narrow.split("\n"));
    const wide = wrap(first, 120);
    expect(texts(wide)).toEqual(wide.split("\n"));
    const long = `${first}\n${first}`;
    expect(texts(long)).toEqual([first, first]);
  });

  test("of a very long text are made whole in one go", () => {
    const line = "The 40% duty on imported tool steel was supposed to save plants";
    const text = Array.from({ length: 30_000 }, () => line);
    // Work that grows with the square of the lines would run into the test's time limit.
    expect(texts(text.join("\n"))).toEqual([text.join(" ")]);
  });

  test("hold every character that is not white space, in its order", () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        expect(
          texts(raw)
            .join("")
            .replaceAll(/[\s\u0085]/g, ""),
        ).toBe(raw.replaceAll(/[\s\u0085]/g, ""));
        expect(texts(raw).every((text) => text !== "" && text === text.trim())).toBe(true);
      }),
    );
  });

  test("are whole again whatever the words and the width", () => {
    const word = fc.string({
      unit: fc.constantFrom("a", "b", "c", "d"),
      minLength: 1,
      maxLength: 12,
    });
    const paragraph = fc
      .array(word, { minLength: 40, maxLength: 80 })
      .map((each) => each.join(" "));
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 60, max: 100 }),
        (paragraphs, width) => {
          expect(texts(paragraphs.map((each) => wrap(each, width)).join("\n\n"))).toEqual(
            paragraphs,
          );
        },
      ),
    );
  });
});
