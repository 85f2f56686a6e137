import { done, refused, type Result } from "../model/problem.ts";
import { decodeText } from "./encoding.ts";
import {
  hasExtension,
  type ImportFormat,
  type InputFile,
  type Skipped,
  type Table,
} from "./format.ts";
import { Slices } from "./slices.ts";

/** One JSON object a line, as archives and scrapers write them. */
export const jsonLines: ImportFormat = {
  label: "JSON Lines",
  extensions: [".jsonl", ".ndjson"],
  maxBytes: 100 * 2 ** 20,
  recognises: (file) => hasExtension(file, ".jsonl", ".ndjson"),
  async read(file, { encoding, signal }) {
    const decoded = await decodeText(file, encoding);
    if (!decoded.ok) return decoded;
    const text = decoded.value.text.replace(/^\ufeff/, "");
    const table = await tableOfLines(file, text, new Slices(signal));
    return table.ok
      ? done({ kind: "tables", tables: [table.value], encoding: decoded.value.encoding })
      : table;
  },
};

/** A table of the records of a JSON array or of JSON lines; null when they are no objects. */
function tableOfRecords(
  records: readonly { readonly number: number; readonly record: unknown }[],
  skipped: readonly Skipped[],
): Table | null {
  const columns = new Map<string, number>();
  const rows: { number: number; cells: string[] }[] = [];
  const left = [...skipped];
  for (const { number, record } of records) {
    if (typeof record !== "object" || record === null || Array.isArray(record)) {
      left.push({ what: `Line ${number}`, why: "it is JSON, but no object with named values" });
      continue;
    }
    const cells: string[] = [];
    for (const [key, value] of Object.entries(record)) {
      const at = columns.get(key) ?? columns.size;
      columns.set(key, at);
      cells[at] = cellOf(value);
    }
    rows.push({ number, cells });
  }
  if (rows.length === 0 || columns.size === 0) return null;
  const names = [...columns.keys()];
  return {
    sheet: "",
    columns: names,
    rows: rows.map(({ number, cells }) => ({ number, cells: names.map((_, i) => cells[i] ?? "") })),
    skipped: left,
  };
}

async function tableOfLines(
  { name }: InputFile,
  text: string,
  slices: Slices,
): Promise<Result<Table>> {
  const records: { number: number; record: unknown }[] = [];
  const skipped: Skipped[] = [];
  let number = 0;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf("\n", start);
    const line = text.slice(start, end === -1 ? text.length : end).trim();
    start = end === -1 ? text.length : end + 1;
    number += 1;
    if (line === "") continue;
    try {
      records.push({ number, record: JSON.parse(line) });
    } catch {
      skipped.push({ what: `Line ${number}`, why: "it is not JSON" });
    }
    await slices.turn();
  }
  const table = tableOfRecords(records, skipped);
  if (table && table.rows.length >= skipped.length) return done(table);
  const line = skipped[0]?.what.toLowerCase();
  return refused(
    `“${name}” is not JSON Lines${line ? `: ${line} is not JSON` : ""}.`,
    "Save it with one JSON object a line, each an article.",
  );
}

/** Lists of plain values become one cell; what is nested deeper is kept as JSON. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((each) => typeof each !== "object"))
    return value.map(String).join("; ");
  if (typeof value === "object" && "name" in value && typeof value.name === "string")
    return value.name;
  return JSON.stringify(value);
}
