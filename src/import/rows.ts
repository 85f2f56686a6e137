import { done, refused, type Result } from "../model/problem.ts";
import type { Skipped, Table, TableRow } from "./format.ts";

/** A table with more columns than this is none of articles. */
const mostColumns = 300;

/**
 * The table of some rows: the first holds the columns' names where it looks like that, else columns
 * are called A, B, C … A row with more cells than there are columns is left out, and said.
 */
export function tableOf(
  name: string,
  sheet: string,
  rows: readonly TableRow[],
  skipped: readonly Skipped[] = [],
): Result<Table> {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [first] = filled;
  if (!first) return refused(`“${name}” has no rows.`, "Choose a table that has some.");
  const named = namesColumns(first.cells, filled[1]?.cells);
  const body = named ? filled.slice(1) : filled;
  if (body.length === 0)
    return refused(
      `“${name}” has the names of its columns and no rows below them.`,
      "Choose a table that has some.",
    );
  const width = named
    ? first.cells.findLastIndex((cell) => cell.trim() !== "") + 1
    : body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (width > mostColumns)
    return refused(
      `“${name}” has ${width} columns; at most ${mostColumns} can be read.`,
      "Keep the columns that say something of the articles, and save it again.",
    );
  const columns = Array.from({ length: width }, (_, i) =>
    named ? (first.cells[i] ?? "").trim() || letterOf(i) : letterOf(i),
  );
  const left: Skipped[] = [...skipped];
  const kept = body.flatMap(({ number, cells }) => {
    const used = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
    if (used > width) {
      left.push({
        what: `Row ${number}`,
        why: `it has ${used} cells, and the table has ${width} columns: a separator stands in a cell that is not in quotation marks`,
      });
      return [];
    }
    return [{ number, cells: columns.map((_, i) => cells[i] ?? "") }];
  });
  return done({ sheet, columns, rows: kept, skipped: left });
}

/** Names are short, all different, and there is no text, date or address among them. */
function namesColumns(cells: readonly string[], next: readonly string[] | undefined): boolean {
  const names = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (next === undefined && names.length < 2) return false;
  if (new Set(names.map((each) => each.toLowerCase())).size < names.length) return false;
  return names.every((each) => each.length <= 60 && !/^[\d\s./:-]+$|^https?:|[.!?]$/u.test(each));
}

/** A, B, … Z, AA, AB … as spreadsheets call their columns. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
