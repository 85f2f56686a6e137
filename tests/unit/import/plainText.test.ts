import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noMetadata } from "../../../src/model/article.ts";
import { textOf } from "../../../src/model/document.ts";
import type { FoundArticle } from "../../../src/import/format.ts";
import { articleOfText, type TextOptions } from "../../../src/import/plainText.ts";
import { readSample } from "../../../src/sample/sample.ts";
import { rawText } from "../arbitraries.ts";

function read(text: string, options?: TextOptions): FoundArticle {
  const found = articleOfText(text, "The pasted text", options);
  if (!found.ok) throw new Error(found.problem.what);
  return found.value;
}

const body =
  "The 40% duty on imported tool steel was supposed to save plants.\n\nInstead, the firm laid off nine machinists on Tuesday.";
const bodyText = body.replace("\n\n", "\n");

describe("an article in plain text", () => {
  test("keeps its paragraphs, one a line", () => {
    expect(textOf(read(body).document)).toBe(bodyText);
    expect(textOf(read(body.replaceAll("\n", "\r\n")).document)).toBe(bodyText);
    expect(textOf(read(`\ufeff${body}\n`).document)).toBe(bodyText);
  });

  test("says nothing of itself: nothing is invented", () => {
    expect(read(body)).toMatchObject({ metadata: noMetadata, readings: [] });
  });

  test("neither loses nor changes a word, whatever it is", () => {
    fc.assert(
      fc.property(rawText, fc.boolean(), (raw, keepHeadline) => {
        const found = articleOfText(raw, "The pasted text", { keepHeadline });
        if (!found.ok) {
          expect(raw).toMatch(/^[\s\u200b]*$/);
          return;
        }
        const { readings, document } = found.value;
        const headline = readings.find(({ from }) => from === "headline")?.words ?? "";
        expect((headline + textOf(document)).replaceAll(/[\s\u0085]/g, "")).toBe(
          raw.replaceAll(/[\s\u0085]/g, ""),
        );
        if (keepHeadline) expect(headline).toBe("");
      }),
    );
  });

  test("without words is refused, with a reason", () => {
    for (const empty of ["", " \n\t\r\n", "\u200b\n"])
      expect(articleOfText(empty, "The pasted text")).toEqual({
        ok: false,
        problem: {
          what: "The pasted text has no words, only white space.",
          remedy: "Choose or paste a text that has some.",
        },
      });
  });
});

describe("a headline", () => {
  test.each([
    ["before a blank line", `Steel tariffs rattle toolmakers\n\n${body}`],
    ["before a dateline", `Steel tariffs rattle toolmakers\nTOLEDO, Ohio (CP) — ${body}`],
    ["before a byline", `Steel tariffs rattle toolmakers\nBy Jane Doe\n${body}`],
  ])("goes from the text to the title: %s", (_, text) => {
    const { metadata, document } = read(text);
    expect(metadata.title).toBe("Steel tariffs rattle toolmakers");
    expect(textOf(document)).not.toContain("rattle");
  });

  test("may ask, and may be wrapped", () => {
    expect(read(`🐼 or 🐉?\n\n${body}`).metadata.title).toBe("🐼 or 🐉?");
    const long = "Steel tariffs rattle toolmakers in Ohio as the\ngovernment digs in and importers";
    expect(read(`${long}\n\n${body}`).metadata.title).toBe(long.replace("\n", " "));
  });

  test("stays where it stands when it is no headline", () => {
    const text = `Not a headline at all\n\n${body}`;
    const { metadata, document } = read(text, { keepHeadline: true });
    expect(metadata.title).toBe("");
    expect(textOf(document)).toBe(`Not a headline at all\n${bodyText}`);
  });

  test.each([
    ["a sentence", `It rained.\n\n${body}`],
    ["a sentence in quotation marks", `“It rained.”\n\n${body}`],
    ["a long paragraph", `${"word ".repeat(60)}\n\n${body}`],
    ["a line among lines", `A line without a stop\n${bodyText}`],
    ["a dateline's paragraph", `ALMATY, April 26 (Agency) -- Wang Yi met\n\n${body}`],
    ["all there is", "Steel tariffs rattle toolmakers\n"],
    ["a byline", `By Jane Doe\n\n${body}`],
    ["a date", `3 May 2024\n\n${body}`],
  ])("is not %s", (_, text) => {
    expect(read(text).metadata.title).toBe("");
  });
});

describe("what stands above an article", () => {
  test("is read where it stands, and stays", () => {
    const text = `Steel tariffs rattle toolmakers\n\nBy Jane Doe and John Roe\n\n3 May 2024\n\nTOLEDO, Ohio (CP) — ${body}`;
    const { metadata, readings, document } = read(text);
    expect(metadata).toEqual({
      ...noMetadata,
      title: "Steel tariffs rattle toolmakers",
      byline: "Jane Doe and John Roe",
      publishedAt: "2024-05-03",
      place: "Toledo, Ohio",
      publisher: "CP",
    });
    expect(readings.map(({ field, from, words }) => [field, from, words])).toEqual([
      ["title", "headline", "Steel tariffs rattle toolmakers"],
      ["byline", "byline", "By Jane Doe and John Roe"],
      ["publishedAt", "date line", "3 May 2024"],
      ["place", "dateline", "TOLEDO, Ohio (CP) —"],
      ["publisher", "dateline", "TOLEDO, Ohio (CP) —"],
    ]);
    expect(textOf(document)).toBe(
      `By Jane Doe and John Roe\n3 May 2024\nTOLEDO, Ohio (CP) — ${bodyText}`,
    );
  });

  test("a date without a year is told, and no year invented", () => {
    const { metadata, readings } = read(`ALMATY, April 26 (Agency) -- ${body}`);
    expect(metadata).toEqual({ ...noMetadata, place: "Almaty", publisher: "Agency" });
    expect(readings.find(({ field }) => field === "publishedAt")).toMatchObject({
      value: "",
      remark: "April 26, no year given",
    });
  });

  test("further down is not looked at", () => {
    expect(read(`${body}\n\nBy Jane Doe\n\nLONDON, 3 May 2024 (Reuters) - More.`).metadata).toEqual(
      noMetadata,
    );
  });

  test("that is wrapped or follows a headline without a blank line is read as well", () => {
    const lines = [
      "Steel tariffs rattle toolmakers",
      "TOLEDO, Ohio (CP) — The 40% duty on imported tool steel was supposed",
      "to save plants like the one Darlene Pruszynski runs. Instead, she",
      "laid off nine.",
    ];
    const { metadata, document } = read(lines.join("\n"));
    expect(metadata).toMatchObject({ title: lines[0], place: "Toledo, Ohio" });
    expect(textOf(document)).toBe(lines.slice(1).join(" "));
  });
});

describe("header lines", () => {
  test("fill the fields and are no part of the text", () => {
    const header =
      "Title: Steel tariffs\r\nDate: 3 May 2024\r\nSource: Continental Press\r\nAuthor: Jane Doe\r\nPlace: Toledo\r\nSection: Business\r\nURL: https://example.org/a?b=c:d\r\nLanguage: en-gb\r\n\r\n";
    const { metadata, readings, document } = read(header + body);
    expect(metadata).toEqual({
      ...noMetadata,
      title: "Steel tariffs",
      publishedAt: "2024-05-03",
      publisher: "Continental Press",
      byline: "Jane Doe",
      place: "Toledo",
      section: "Business",
      url: "https://example.org/a?b=c:d",
      language: "en-GB",
    });
    expect(readings[0]).toMatchObject({ from: "header line", words: "Title: Steel tariffs" });
    expect(textOf(document)).toBe(bodyText);
  });

  test("outdo what the text says", () => {
    const { metadata } = read(`Title: T\nPlace: Berlin\n\nA line\n\nLONDON (Reuters) - ${body}`);
    expect(metadata).toMatchObject({ title: "T", place: "Berlin", publisher: "Reuters" });
  });

  test("that cannot be read say so", () => {
    const { metadata, readings } = read(
      `Title: T\nDate: last Tuesday\nLanguage: English\n\n${body}`,
    );
    expect(metadata).toMatchObject({ publishedAt: "", language: "" });
    expect(readings.map(({ remark }) => remark)).toEqual([
      "",
      "“last Tuesday” is no date",
      "“English” is no language tag such as “en”",
    ]);
  });

  test.each([
    ["one line that a report may begin with", `Source: China to cut rates\n\n${body}`],
    ["a name that is none of theirs", `Title: T\nMood: grim\n\n${body}`],
    ["a name twice", `Title: T\nTitle: U\n\n${body}`],
    ["lines with no text after them", "Title: T\nDate: 2024\n\n"],
    ["lines that run on into the text", `Title: T\nDate: 2024\n${bodyText}`],
  ])("are not %s", (_, text) => {
    expect(read(text).readings.filter(({ from }) => from === "header line")).toEqual([]);
  });
});

test("each article of the sample, pasted with its headline, is read as it was written down", async () => {
  const sample = readSample();
  if (!sample.ok) throw new Error(sample.problem.what);
  for (const { title, place, textId } of sample.value.articles) {
    const text = sample.value.texts.find(({ id }) => id === textId)?.text ?? "";
    const found = read(`${title}\r\n\r\n${text.replaceAll("\n", "\r\n\r\n")}\r\n`);
    expect(found.metadata).toMatchObject({ title, place, publishedAt: "" });
    expect(textOf(found.document)).toBe(text);
  }
});
