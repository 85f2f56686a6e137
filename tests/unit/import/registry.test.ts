import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { textOf } from "../../../src/model/document.ts";
import { acceptedExtensions, readBlob, readFile } from "../../../src/import/registry.ts";
import type { FileRead } from "../../../src/import/format.ts";

const utf8 = new TextEncoder();

async function readAll(file: File, signal?: AbortSignal): Promise<FileRead[]> {
  const all: FileRead[] = [];
  for await (const read of readBlob(file, { signal })) all.push(read);
  return all;
}

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
    for (const name of ["speech.txt", "SPEECH.TXT", "speech"])
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
    [
      "a PDF cut off",
      "%PDF-1.7\n%âãÏÓ",
      "“a.txt” is damaged or was cut off: it cannot be opened as a PDF.",
    ],
    ["an archive", [0x50, 0x4b, 3, 4, 20, 0], "“a.txt” is a ZIP archive, not a text file."],
    [
      "an old Word file",
      [0xd0, 0xcf, 0x11, 0xe0],
      "“a.txt” is an old Word or Excel file, or one that is protected by a password, not a text file.",
    ],
    [
      "a PNG picture",
      [0x89, 0x50, 0x4e, 0x47, 13, 10],
      "“a.txt” is a PNG picture, not a text file.",
    ],
    ["a JPEG picture", [0xff, 0xd8, 0xff, 0xe0], "“a.txt” is a JPEG picture, not a text file."],
    [
      "binary",
      [0x57, 0x65, 0, 0x01, 0x02, 0x03],
      "“a.txt” is not a text file: its byte 3 is zero, which no text has.",
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
    const [read] = await readAll(new File(["We oppose this."], "a.txt"));
    expect(read?.result.ok && read.result.value.kind).toBe("articles");
  });

  test("larger than any format allows is not even loaded", async () => {
    const huge = new File([], "huge.json");
    Object.defineProperty(huge, "size", { value: 2 ** 40 });
    huge.arrayBuffer = () => Promise.reject(new Error("loaded"));
    const [read] = await readAll(huge);
    expect(read && !read.result.ok && read.result.problem.what).toMatch(
      /^“huge.json” has .* MB; at most 500 MB/,
    );
  });

  test("that is gone or a folder is refused, with a reason", async () => {
    const gone = new File(["We"], "gone.txt");
    gone.arrayBuffer = () => Promise.reject(new DOMException("", "NotFoundError"));
    const [read] = await readAll(gone);
    expect(read && !read.result.ok && read.result.problem.what).toContain(
      "“gone.txt” could not be read",
    );
  });
});

test("the file chooser offers what can be read", () => {
  expect(acceptedExtensions.split(",")).toEqual(expect.arrayContaining([".txt", ".json"]));
});

describe("an archive", () => {
  const archive = (files: Record<string, string>) =>
    new File(
      [
        Uint8Array.from(
          zipSync(Object.fromEntries(Object.entries(files).map(([n, t]) => [n, strToU8(t)]))),
        ),
      ],
      "batch.zip",
    );

  test("gives each of its files, one refused one among them", async () => {
    const reads = await readAll(
      archive({
        "may/one.txt": "One was said.",
        "__MACOSX/._one.txt": "\0",
        ".DS_Store": "\0",
        "two.txt": "",
        "inner.zip": "PK",
      }),
    );
    expect(reads.map(({ file, result }) => [file.name, result.ok || result.problem.what])).toEqual([
      ["batch.zip/may/one.txt", true],
      ["batch.zip/two.txt", "“batch.zip/two.txt” is empty."],
      [
        "batch.zip/inner.zip",
        "“batch.zip/inner.zip” is an archive in an archive: it was not opened.",
      ],
    ]);
  });

  test("of no files is refused", async () => {
    const [read] = await readAll(archive({ ".DS_Store": "x" }));
    expect(read?.result.ok === false && read.result.problem.what).toBe(
      "“batch.zip” holds no files.",
    );
  });

  test("stops when it is called off", async () => {
    const off = new AbortController();
    const reads = readBlob(archive({ "a.txt": "One.", "b.txt": "Two." }), { signal: off.signal });
    await reads.next();
    off.abort();
    await expect(reads.next()).rejects.toThrow("abort");
  });
});
