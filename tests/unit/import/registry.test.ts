import { describe, expect, test } from "vitest";
import { textOf } from "../../../src/model/document.ts";
import { acceptedExtensions, readBlob, readFile } from "../../../src/import/registry.ts";

const utf8 = new TextEncoder();

/** What is said of a file that is refused. */
async function problem(name: string, content: string | readonly number[] | Uint8Array) {
  const bytes = typeof content === "string" ? utf8.encode(content) : Uint8Array.from(content);
  const read = await readFile({ name, bytes });
  if (read.ok) throw new Error(`${name} was read`);
  expect(read.problem.remedy).not.toBe("");
  return read.problem.what;
}

describe("a file", () => {
  test("of text in UTF-8 is an article, with or without a byte order mark, whatever its name", async () => {
    for (const name of ["speech.txt", "SPEECH.TXT", "speech", "speech.docx"])
      for (const mark of ["", "\ufeff"]) {
        const read = await readFile({
          name,
          bytes: utf8.encode(`${mark}中方反对。\r\nÉté 👍.\r\n`),
        });
        if (!read.ok || read.value.kind !== "articles") throw new Error("not read as an article");
        expect(read.value.articles.map(({ document }) => textOf(document))).toEqual([
          "中方反对。\nÉté 👍.",
        ]);
      }
  });

  test.each([
    ["empty", [], "“a.txt” is empty."],
    ["of white space alone", " \r\n\t", "“a.txt” has no words, only white space."],
    ["of a byte order mark alone", "\ufeff", "“a.txt” has no words, only white space."],
    ["a PDF", "%PDF-1.7\n%âãÏÓ", "“a.txt” is a PDF file, not a text file."],
    [
      "a Word file",
      [0x50, 0x4b, 3, 4, 20, 0],
      "“a.txt” is a ZIP archive (Word, Excel and EPUB files are such, too), not a text file.",
    ],
    [
      "a PNG picture",
      [0x89, 0x50, 0x4e, 0x47, 13, 10],
      "“a.txt” is a PNG picture, not a text file.",
    ],
    ["a JPEG picture", [0xff, 0xd8, 0xff, 0xe0], "“a.txt” is a JPEG picture, not a text file."],
    [
      "in UTF-16 with its mark",
      [0xff, 0xfe, 0x57, 0, 0x65, 0],
      "“a.txt” is text in UTF-16, not in UTF-8.",
    ],
    [
      "in UTF-16, big end first",
      [0xfe, 0xff, 0, 0x57, 0, 0x65],
      "“a.txt” is text in UTF-16, not in UTF-8.",
    ],
    [
      "in UTF-16 without a mark",
      Array.from("We oppose this.").flatMap((c) => [c.charCodeAt(0), 0]),
      "“a.txt” is text in UTF-16, not in UTF-8.",
    ],
    [
      "binary",
      [0x57, 0x65, 0, 0x01, 0x02, 0x03],
      "“a.txt” is not a text file: its byte 3 is zero, which no text has.",
    ],
    [
      "in Latin-1",
      [0x57, 0x65, 10, 0x0d, 10, 0xe9, 0x74, 0xe9],
      "“a.txt” is not in UTF-8: line 3 has bytes that stand for no character.",
    ],
    [
      "cut off in a character",
      [0x57, 0x65, 0xe4, 0xb8],
      "“a.txt” is not in UTF-8: line 1 has bytes that stand for no character.",
    ],
    [
      "with half a character in it",
      [0x57, 0xed, 0xa0, 0xbd, 0x65],
      "“a.txt” is not in UTF-8: line 1 has bytes that stand for no character.",
    ],
  ] as const)("that is %s is refused, with a reason", async (_, content, what) => {
    expect(await problem("a.txt", content)).toBe(what);
  });

  test("of text over 50 MB is refused, one of 50 MB is not", async () => {
    const most = 50 * 2 ** 20;
    expect(await problem("a.txt", new Uint8Array(most + 1).fill(0x61))).toBe(
      "“a.txt” has 51 MB; at most 50 MB can be read.",
    );
    const read = await readFile({ name: "a.txt", bytes: new Uint8Array(most).fill(0x61) });
    expect(read.ok).toBe(true);
  });
});

describe("a chosen file", () => {
  test("is read as its bytes are", async () => {
    const read = await readBlob(new File(["We oppose this."], "a.txt"));
    expect(read.ok && read.value.kind).toBe("articles");
  });

  test("larger than any format allows is not even loaded", async () => {
    const huge = new File([], "huge.json");
    Object.defineProperty(huge, "size", { value: 2 ** 40 });
    huge.arrayBuffer = () => Promise.reject(new Error("loaded"));
    const read = await readBlob(huge);
    expect(!read.ok && read.problem.what).toMatch(/^“huge.json” has .* MB; at most 500 MB/);
  });

  test("that is gone or a folder is refused, with a reason", async () => {
    const gone = new File(["We"], "gone.txt");
    gone.arrayBuffer = () => Promise.reject(new DOMException("", "NotFoundError"));
    const read = await readBlob(gone);
    expect(!read.ok && read.problem.what).toContain("“gone.txt” could not be read");
  });
});

test("the file chooser offers what can be read", () => {
  expect(acceptedExtensions.split(",")).toEqual(expect.arrayContaining([".txt", ".json"]));
});
