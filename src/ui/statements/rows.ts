import type { Group } from "../../model/query/arranging.ts";
import type { Statement } from "../../model/statement.ts";
import type { Shown } from "./shown.ts";

/** A line of the table. */
export type Row =
  | { readonly is: "group"; readonly key: string; readonly group: Group; readonly open: boolean }
  | { readonly is: "statement"; readonly key: string; readonly statement: Statement };

/** The lines of what is shown; a closed group is its head alone. */
export function rowsOf({ statements, groups }: Shown, closed: ReadonlySet<string>): readonly Row[] {
  if (!groups)
    return statements.map((statement) => ({ is: "statement", key: statement.id, statement }));
  const rows: Row[] = [];
  for (const group of groups) {
    const open = !closed.has(group.key);
    rows.push({ is: "group", key: `group ${group.key}`, group, open });
    if (!open) continue;
    for (const statement of group.statements)
      rows.push({ is: "statement", key: `${group.key} ${statement.id}`, statement });
  }
  return rows;
}

/** Cells are named by their line and column; the head is line -1, the boxes column 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const page = 12;

/** Where a key leads from a cell; null when it is none of moving about. */
export function placeAfter(
  key: string,
  toEnds: boolean,
  { row, column }: CellPlace,
  rows: number,
  columns: number,
): CellPlace | null {
  const last = rows - 1;
  const clamp = (value: number) => Math.max(-1, Math.min(last, value));
  switch (key) {
    case "ArrowDown":
      return { row: toEnds ? last : clamp(row + 1), column };
    case "ArrowUp":
      return { row: toEnds ? Math.min(0, last) : clamp(row - 1), column };
    case "PageDown":
      return { row: clamp(row + page), column };
    case "PageUp":
      return { row: Math.max(Math.min(0, last), row - page), column };
    case "ArrowRight":
      return { row, column: Math.min(columns - 1, column + 1) };
    case "ArrowLeft":
      return { row, column: Math.max(0, column - 1) };
    case "Home":
      return { row: toEnds ? Math.min(0, last) : row, column: 0 };
    case "End":
      return { row: toEnds ? last : row, column: columns - 1 };
    default:
      return null;
  }
}
