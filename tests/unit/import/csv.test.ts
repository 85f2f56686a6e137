import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { rowsOfCsv } from "../../../src/import/csv.ts";
import { Slices } from "../../../src/import/slices.ts";
import { imported, refusalOf, tableIn } from "./reading.ts";

const header = "date,headline,body\n";

describe("a CSV", () => {
  test("is a table of named columns; cells keep line ends and quotation marks", async () => {
    const table = await tableIn(
      "a.csv",
      `\ufeff${header}2024-05-03,"A, B","He said ""no"".\r\n\r\nThen left."\r\n`,
    );
    expect(table.columns).toEqual(["date", "headline", "body"]);
    expect(table.rows).toEqual([
      { number: 2, cells: ["2024-05-03", "A, B", 'He said "no".\r\n\r\nThen left.'] },
    ]);
  });

  test.each([";", "\t", "|"])("may be separated by %s", async (separator) => {
    const table = await tableIn("a.csv", `a${separator}b\n1, 2${separator}3\n4, 5${separator}6\n`);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ["1, 2", "3"],
      ["4, 5", "6"],
    ]);
  });

  test("without names has columns A, B, C", async () => {
    const table = await tableIn("a.csv", "2024-05-03,One was said.\n2024-05-04,Two was said.\n");
    expect([table.columns, table.rows.length]).toEqual([["A", "B"], 2]);
  });

  test("leaves out a row with more cells than columns, and says so", async () => {
    const table = await tableIn(
      "a.csv",
      `${header}2024,One,text\n2024,Two,text, more\n2024,Three\n`,
    );
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ["2024", "One", "text"],
      ["2024", "Three", ""],
    ]);
    expect(table.skipped).toEqual([{ what: "Row 3", why: expect.stringContaining("4 cells") }]);
  });

  test("with a stray quotation mark is refused, with the line", async () => {
    expect(
      await refusalOf("a.csv", `${header}2024,One,text\n2024,"Two,text\n2024,Three,text\n`),
    ).toBe(
      "“a.csv” cannot be read from line 3 on: a quotation mark there opens a cell and never closes.",
    );
    expect(await refusalOf("a.csv", `${header}2024,"One" more,text\n`)).toContain("line 2 on");
  });

  test("of names alone, or of nothing, is refused", async () => {
    expect(await refusalOf("a.csv", header)).toContain("no rows below them");
    expect(await refusalOf("a.csv", " \n\n")).toContain("no rows");
  });

  test("of 200 MB is refused unread", async () => {
    const bytes = new Uint8Array(200 * 2 ** 20);
    expect(await refusalOf("big.csv", bytes)).toBe(
      "“big.csv” has 200 MB; at most 100 MB can be read.",
    );
  });

  test("in another encoding is read, and the encoding said", async () => {
    const read = await imported("a.csv", [0x61, 0x2c, 0x62, 0x0a, 0xe9, 0x74, 0xe9, 0x2c, 0x31]);
    expect(read).toMatchObject({ kind: "tables", encoding: { by: "guess" } });
  });

  test("is read as an independent parser reads it, whatever its cells hold", async () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('"', ",", ";", "\n", "\r\n", "a", " ", "关", "👍") }),
      fc.string({ unit: "grapheme" }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom("\n", "\r\n"), async (data, newline) => {
        const text = Papa.unparse(data, { newline, quotes: true });
        const read = await rowsOfCsv("a.csv", text, new Slices());
        expect(read.ok && read.value.map(({ cells }) => cells)).toEqual(data);
      }),
    );
  });
});

describe("JSON Lines", () => {
  test("are a table of all names that any record has", async () => {
    const table = await tableIn(
      "a.jsonl",
      '{"title":"One","text":"It was.","authors":["Jane Doe","John Roe"]}\n\n{"text":"No.","n":3,"source":{"name":"CP"}}\nnot json\n',
    );
    expect(table.columns).toEqual(["title", "text", "authors", "n", "source"]);
    expect(table.rows).toEqual([
      { number: 1, cells: ["One", "It was.", "Jane Doe; John Roe", "", ""] },
      { number: 3, cells: ["", "No.", "", "3", "CP"] },
    ]);
    expect(table.skipped).toEqual([{ what: "Line 4", why: "it is not JSON" }]);
  });

  test("that are none are refused", async () => {
    expect(await refusalOf("a.jsonl", "one\ntwo\n")).toBe(
      "“a.jsonl” is not JSON Lines: line 1 is not JSON.",
    );
    expect(await refusalOf("a.jsonl", "[1]\n")).toContain("not JSON Lines");
  });
});
