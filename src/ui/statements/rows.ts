import type { Group } from "../../model/query/arranging.ts";
import type { Statement } from "../../model/statement.ts";
import type { Shown } from "./shown.ts";

/** A line of the table. */
export type Row =
  | { readonly is: "group"; readonly key: string; readonly group: Group; readonly open: boolean }
  | { readonly is: "statement"; readonly key: string; readonly statement: Statement };

/**
 * The lines of what is shown; a closed group is its head alone. A line is made when it is asked
 * for, so that a hundred thousand of them cost nothing.
 */
export class Rows {
  readonly count: number;
  readonly #shown: Shown;
  readonly #closed: ReadonlySet<string>;
  /** The line of each group's head. */
  readonly #heads: readonly number[];

  constructor(shown: Shown, closed: ReadonlySet<string>) {
    this.#shown = shown;
    this.#closed = closed;
    let count = 0;
    this.#heads = (shown.groups ?? []).map((group) => {
      const head = count;
      count += closed.has(group.key) ? 1 : 1 + group.statements.length;
      return head;
    });
    this.count = shown.groups ? count : shown.statements.length;
  }

  at(index: number): Row | undefined {
    const { statements, groups } = this.#shown;
    if (!groups) {
      const statement = statements[index];
      return statement && { is: "statement", key: statement.id, statement };
    }
    const place = lastUpTo(this.#heads, index);
    const group = groups[place];
    if (!group || index >= this.count) return undefined;
    const open = !this.#closed.has(group.key);
    const head = this.#heads[place] ?? 0;
    if (index === head) return { is: "group", key: `group ${group.key}`, group, open };
    const statement = group.statements[index - head - 1];
    return statement && { is: "statement", key: `${place} ${statement.id}`, statement };
  }

  /** What tells a line from others, as long as the same is shown. */
  key(index: number): string | number {
    return this.#shown.groups ? index : (this.#shown.statements[index]?.id ?? index);
  }
}

/** The place of the last value that is at most `value`; the values rise. */
function lastUpTo(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
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
