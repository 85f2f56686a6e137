import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namePattern } from "../../../src/import/fileName.ts";

function read(pattern: string, name: string): Record<string, string> | null | string {
  const made = namePattern(pattern);
  if (!made.ok) return made.problem.what;
  const readings = made.value(name);
  return readings && Object.fromEntries(readings.map(({ field, value }) => [field, value]));
}

describe("a pattern of file names", () => {
  test.each([
    [
      "{date}_{publisher}_{title}",
      "batch.zip/2024-05-03_The Paper_Steel_tariffs.txt",
      { publishedAt: "2024-05-03", publisher: "The Paper", title: "Steel tariffs" },
    ],
    ["{date} {title}", "20240503 Steel.docx", { publishedAt: "2024-05-03", title: "Steel" }],
    [
      "{publisher}/{date}_{title}",
      "News/Guardian/3.5.2024_Steel.txt",
      { publisher: "Guardian", publishedAt: "2024-05-03", title: "Steel" },
    ],
    [
      "{publisher}/{date}_{title}",
      "News/Guardian/23.5.2024_Steel.txt",
      { publisher: "Guardian", publishedAt: "2024-05-23", title: "Steel" },
    ],
    ["{*}-{title} ({language})", "0012-关税 (zh-hans).txt", { title: "关税", language: "zh-Hans" }],
    ["{title}.txt", "Steel.txt", { title: "Steel" }],
    ["{date}_{title}", "Steel.txt", null],
  ])("%s reads %s", (pattern, name, expected) => {
    expect(read(pattern, name)).toEqual(expected);
  });

  test.each([
    ["{name}", "A pattern has no part “{name}”."],
    ["plain", "The pattern names no part of an article."],
    ["{date}{title}", "Two parts of the pattern follow one another with nothing between them."],
  ])("%s is refused", (pattern, what) => {
    expect(read(pattern, "a.txt")).toBe(what);
  });

  test("reads back what a name was made of", () => {
    const part = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} ,']{0,12}[\p{L}\p{N}]$/u);
    fc.assert(
      fc.property(
        part,
        part,
        fc.constantFrom("_", " - ", "__", "+", "(", "."),
        (publisher, title, between) => {
          fc.pre(!publisher.includes(between) && !title.includes(between));
          expect(
            read(`{publisher}${between}{title}`, `${publisher}${between}${title}.txt`),
          ).toEqual({ publisher, title });
        },
      ),
    );
  });
});
