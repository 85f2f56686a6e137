import { done, refused, type Result } from "../model/problem.ts";
import { decodeText } from "./encoding.ts";
import { hasExtension, type ImportFormat, type TableRow } from "./format.ts";
import { tableOf } from "./rows.ts";
import { Slices } from "./slices.ts";

/** Rows between commas, semicolons, tabs or bars, as spreadsheets and databases write them (RFC 4180). */
export const csv: ImportFormat = {
  label: "CSV or TSV",
  extensions: [".csv", ".tsv", ".tab"],
  // Some 20,000 articles. What is read from it takes several times as much memory.
  maxBytes: 100 * 2 ** 20,
  recognises: (file) => hasExtension(file, ".csv", ".tsv", ".tab"),
  async read(file, { encoding, signal }) {
    const decoded = await decodeText(file, encoding);
    if (!decoded.ok) return decoded;
    const text = decoded.value.text.replace(/^\ufeff/, "");
    const rows = await rowsOfCsv(file.name, text, new Slices(signal));
    if (!rows.ok) return rows;
    const table = tableOf(file.name, "", rows.value);
    return table.ok
      ? done({ kind: "tables", tables: [table.value], encoding: decoded.value.encoding })
      : table;
  },
};

/**
 * The rows of a text of cells, blank lines left out. A quotation mark inside a cell that does not
 * begin with one is a letter of it. Refused where a cell in quotation marks is never closed, or
 * goes on after its closing mark: from there on, rows would come out wrong.
 */
export async function rowsOfCsv(
  name: string,
  text: string,
  slices: Slices,
): Promise<Result<TableRow[]>> {
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  let number = 0;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      const end = closingMark(text, at);
      const after = text[end + 1];
      if (end === -1 || (after !== undefined && after !== separator && !/[\r\n]/.test(after)))
        return strayMark(name, line, end === -1 ? "never closes" : "closes too early");
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      line += cell.split("\n").length - 1;
      at = end + 1;
    } else {
      const end = cellEnd(text, at, separator);
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      cells.push("");
    }
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    line += 1;
    if (cells.length > 1 || cells[0] !== "") {
      number += 1;
      rows.push({ number, cells });
    }
    cells = [];
    if (number % 50 === 0) await slices.turn();
  }
  return done(rows);
}

function closingMark(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}

function cellEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === separator || character === "\n" || character === "\r") return at;
  }
  return text.length;
}

/** The separator that gives the first rows the most cells, and all of them as many. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replaceAll(/"(?:[^"]|"")*"/g, "");
  const lines = head.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== "");
  // The last line may be cut.
  const counted = lines.slice(0, lines.length > 2 ? Math.min(30, lines.length - 1) : 30);
  let best = ",";
  let most = 0;
  for (const separator of [",", ";", "\t", "|"]) {
    const counts = counted.map((line) => line.split(separator).length - 1);
    const first = counts[0] ?? 0;
    const score = first * counts.filter((count) => count === first).length;
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

function strayMark(name: string, line: number, what: string): Result<never> {
  return refused(
    `“${name}” cannot be read from line ${line} on: a quotation mark there opens a cell and ${what}.`,
    'Correct that line (a mark inside a cell is written twice: ""), or save the table again from its spreadsheet.',
  );
}
