import { strToU8, zipSync, type Zippable } from "fflate";
import { describe, expect, test } from "vitest";
import { imported, refusalOf, tableIn } from "./reading.ts";

const workbook = `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="News" sheetId="1" r:id="rId1"/><sheet name="Old" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`;
const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`;
const styles = `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`;
const strings = `<sst><si><t>Date</t></si><si><t>Headline</t></si><si><r><t xml:space="preserve">Rich </t></r><r><t>text &amp; all</t></r><rPh><t>yomi</t></rPh></si></sst>`;
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const rows =
  `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>Body</t></is></c></row>` +
  `<row r="3"><c r="A3" s="1"><v>45415</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="str"><f>X()</f><v>关税_x000D_&#10;up</v></c></row>` +
  `<row r="4"><c r="A4" s="2"><v>45415.75</v></c><c r="B4"><v>12.5</v></c><c r="D4" t="e"><v>#REF!</v></c></row>`;

function book(parts: Record<string, string> = {}): Uint8Array {
  const all = {
    "xl/workbook.xml": workbook,
    "xl/_rels/workbook.xml.rels": relations,
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": strings,
    "xl/worksheets/sheet1.xml": sheet(rows),
    "xl/worksheets/sheet2.xml": sheet(rows),
    ...parts,
  };
  const files: Zippable = Object.fromEntries(Object.entries(all).map(([n, x]) => [n, strToU8(x)]));
  return zipSync(files);
}

describe("an Excel workbook", () => {
  test("is a table of what its cells show: dates, rich text, formulas, gaps", async () => {
    const table = await tableIn("a.xlsx", book());
    expect(table.sheet).toBe("News");
    expect(table.columns).toEqual(["Date", "Headline", "C", "Body"]);
    expect(table.rows).toEqual([
      { number: 3, cells: ["2024-05-03", "Rich text & all", "yes", "关税\r\nup"] },
      { number: 4, cells: ["2024-05-03 18:00", "12.5", "", ""] },
    ]);
  });

  test("counts its days from 1904 where it says so", async () => {
    const old = workbook.replace("<sheets>", '<workbookPr date1904="1"/><sheets>');
    const table = await tableIn("a.xlsx", book({ "xl/workbook.xml": old }));
    expect(table.rows[0]?.cells[0]).toBe("2028-05-04");
  });

  test("of several sheets is a table for each that is not hidden", async () => {
    const both = workbook.replace(' state="hidden"', "");
    const read = await imported("a.xlsx", book({ "xl/workbook.xml": both }));
    expect(read.kind === "tables" && read.tables.map(({ sheet: name }) => name)).toEqual([
      "News",
      "Old",
    ]);
  });

  test("cut off, without a workbook, or with no rows is refused", async () => {
    expect(await refusalOf("a.xlsx", book().slice(0, 900))).toBe(
      "“a.xlsx” is damaged or was cut off: its table of contents is missing.",
    );
    expect(await refusalOf("a.xlsx", zipSync({ "a.txt": strToU8("x") }))).toContain(
      "holds no workbook",
    );
    expect(await refusalOf("a.xlsx", book({ "xl/worksheets/sheet1.xml": sheet("") }))).toContain(
      "has no rows",
    );
  });
});
