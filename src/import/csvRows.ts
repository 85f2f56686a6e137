import { done, refused, type Result } from "../model/problem.ts";

/** A row of a table, with the line of the file on which it begins (from 1). */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a table as RFC 4180 has it, separated by commas, semicolons or tabs, whichever its
 * first line has most of. Empty lines are skipped. Refused where a quote is not closed, or stands
 * inside a cell.
 */
export function csvRows(text: string, name: string): Result<readonly CsvRow[]> {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let began = 1;
  let at = 0;
  const endRow = () => {
    if (cells.length > 1 || cells[0] !== "") rows.push({ line: began, cells });
    cells = [];
    began = line;
  };
  while (at < text.length) {
    const quote = text[at] === '"';
    const from = at;
    if (quote) {
      const end = closing(text, at + 1);
      if (end === -1)
        return refused(
          `“${name}”, line ${line}: a quote begins there and is never closed.`,
          'Close it with ", or write "" for a quote inside a cell.',
        );
      cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
      if (at < text.length && !ends(text, at, separator))
        return refused(
          `“${name}”, line ${line + lineEnds(text.slice(from, at))}: something stands after a closing quote.`,
          'Write "" for a quote inside a cell.',
        );
    } else {
      while (at < text.length && !ends(text, at, separator)) at += 1;
      cells.push(text.slice(from, at));
    }
    line += lineEnds(text.slice(from, at));
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) cells.push("");
      continue;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    endRow();
  }
  if (cells.length > 0) endRow();
  return done(rows);
}

function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const counts = [",", ";", "\t"].map((each) => ({ each, count: first.split(each).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.each ?? ",";
}

function ends(text: string, at: number, separator: string): boolean {
  const char = text[at];
  return char === separator || char === "\n" || char === "\r";
}

/** Where the quote that was opened before `from` is closed; -1 when it is not. */
function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
