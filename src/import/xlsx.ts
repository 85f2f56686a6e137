import { done, refused, type Problem, type Result } from "../model/problem.ts";
import { damaged, hasExtension, type ImportFormat, type Table, type TableRow } from "./format.ts";
import { tableOf } from "./rows.ts";
import { Slices } from "./slices.ts";
import { readXml, type XmlEvent } from "./xml.ts";
import { unpack, zipEntries, type ZipEntry } from "./zip.ts";

/** An Excel workbook (ECMA-376 SpreadsheetML): each sheet a table, dates as YYYY-MM-DD. */
export const xlsx: ImportFormat = {
  label: "Excel",
  extensions: [".xlsx"],
  maxBytes: 100 * 2 ** 20,
  recognises: (file) => hasExtension(file, ".xlsx", ".xlsm"),
  async read(file, { signal }) {
    const slices = new Slices(signal);
    const entries = await zipEntries(file);
    if (!entries.ok) return entries;
    const part = partReader(file.name, entries.value, slices);
    try {
      const workbook = await part("xl/workbook.xml");
      if (workbook === null) return damaged(file.name, "it holds no workbook");
      const [shared, styles, targets] = await Promise.all([
        sharedStrings(await part("xl/sharedStrings.xml"), slices),
        dateStyles(await part("xl/styles.xml"), slices),
        relations(await part("xl/_rels/workbook.xml.rels"), slices),
      ]);
      const { sheets, from1904 } = await sheetsOf(workbook, slices);
      const tables: Table[] = [];
      let problem: Problem | null = null;
      for (const { name, relation } of sheets) {
        const xml = await part(targets.get(relation) ?? "");
        if (xml === null) continue;
        const rows = await rowsOf(xml, { shared, styles, from1904 }, slices);
        const table = tableOf(`${file.name}: ${name}`, name, rows);
        if (table.ok) tables.push(table.value);
        else problem ??= table.problem;
      }
      if (tables.length > 0) return done({ kind: "tables", tables, encoding: null });
      return problem
        ? { ok: false, problem }
        : refused(`“${file.name}” has no rows.`, "Choose a workbook that has some.");
    } catch (error) {
      if (error instanceof PartError) return { ok: false, problem: error.problem };
      throw error;
    }
  },
};

class PartError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.what);
    this.problem = problem;
  }
}

/** Reads a part of the package; null when it has none of that name. */
function partReader(file: string, entries: readonly ZipEntry[], slices: Slices) {
  return async (name: string): Promise<string | null> => {
    const entry = entries.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!entry) return null;
    const bytes: Result<Uint8Array> = await unpack(file, entry, slices);
    if (!bytes.ok) throw new PartError(bytes.problem);
    return new TextDecoder().decode(bytes.value);
  };
}

async function sharedStrings(xml: string | null, slices: Slices): Promise<string[]> {
  const strings: string[] = [];
  let [text, inText, phonetic] = ["", false, false];
  await readXml(xml ?? "", slices, (event) => {
    if (event.kind === "text") {
      if (inText && !phonetic) text += event.text;
    } else if (event.name === "t") inText = event.kind === "open";
    else if (event.name === "rPh") phonetic = event.kind === "open";
    else if (event.name === "si") {
      if (event.kind === "open") text = "";
      else strings.push(text);
    }
  });
  return strings;
}

/** Which cell styles show a date: for each, whether it shows a time of day as well. */
async function dateStyles(xml: string | null, slices: Slices): Promise<("date" | "time" | "")[]> {
  const formats = new Map<number, string>();
  const styles: ("date" | "time" | "")[] = [];
  let inCellFormats = false;
  await readXml(xml ?? "", slices, (event) => {
    if (event.kind === "text") return;
    if (event.name === "cellXfs") inCellFormats = event.kind === "open";
    if (event.kind === "close") return;
    const { attributes } = event;
    if (event.name === "numFmt")
      formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
    if (event.name === "xf" && inCellFormats)
      styles.push(dateKind(Number(attributes.numFmtId), formats));
  });
  return styles;
}

/** The formats that are built in by number (ECMA-376, 18.8.30), East Asian ones among them. */
function dateKind(id: number, formats: ReadonlyMap<number, string>): "date" | "time" | "" {
  if (id === 22) return "time";
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "date";
  const code = (formats.get(id) ?? "").replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, "");
  if (!/y|d/i.test(code) || /general/i.test(code)) return "";
  return /h/i.test(code) ? "time" : "date";
}

async function relations(xml: string | null, slices: Slices): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readXml(xml ?? "", slices, (event) => {
    if (event.kind !== "open" || event.name !== "Relationship") return;
    const { Id = "", Target = "" } = event.attributes;
    targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
  });
  return targets;
}

async function sheetsOf(xml: string, slices: Slices) {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  await readXml(xml, slices, (event) => {
    if (event.kind !== "open") return;
    const { attributes } = event;
    if (event.name === "workbookPr") from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "");
    if (event.name === "sheet" && (attributes.state ?? "visible") === "visible")
      sheets.push({ name: attributes.name ?? "", relation: attributes.id ?? "" });
  });
  return { sheets, from1904 };
}

interface CellContext {
  readonly shared: readonly string[];
  readonly styles: readonly string[];
  readonly from1904: boolean;
}

async function rowsOf(xml: string, context: CellContext, slices: Slices): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let number = 0;
  let cell: { column: number; type: string; style: number; text: string } | null = null;
  let inValue = false;
  await readXml(xml, slices, (event: XmlEvent) => {
    if (event.kind === "text") {
      if (cell && inValue) cell.text += event.text;
      return;
    }
    const open = event.kind === "open";
    if (event.name === "row") {
      if (open) {
        number = Number(event.attributes.r ?? number + 1);
        cells = [];
      } else rows.push({ number, cells: Array.from(cells, (each) => each ?? "") });
    } else if (event.name === "c") {
      if (open) {
        const { r = "", t = "n", s = "0" } = event.attributes;
        const column = r === "" ? cells.length : columnOf(r);
        cell = { column, type: t, style: Number(s), text: "" };
      } else if (cell) {
        if (cell.column < 16_384) cells[cell.column] = valueOf(cell, context);
        cell = null;
      }
    } else if (event.name === "v" || event.name === "t") inValue = open;
  });
  return rows;
}

function valueOf(
  { type, style, text }: { type: string; style: number; text: string },
  { shared, styles, from1904 }: CellContext,
): string {
  if (type === "s") return shared[Number(text)] ?? "";
  if (type === "b") return text === "1" ? "yes" : "no";
  if (type === "e") return "";
  const kind = styles[style] ?? "";
  if (type !== "n" || kind === "" || text === "") return text;
  // Days since 1899-12-30, since Lotus 1-2-3 had a 29 February 1900; or since 1904 on old Macs.
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.round(Number(text) * 86_400) * 1000);
  if (Number.isNaN(date.getTime())) return text;
  const iso = date.toISOString();
  return kind === "time" ? iso.slice(0, 16).replace("T", " ") : iso.slice(0, 10);
}

/** "C12" → 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? "A")
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
