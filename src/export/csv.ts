import type { Field, FieldValue } from "../model/field.ts";
import type { ArticleId } from "../model/id.ts";
import { codePointCounter, type Range } from "../model/range.ts";
import type { Statement } from "../model/statement.ts";
import { chosenStatements, type ChosenStatement } from "./chosen.ts";
import type { ExportFormat, ExportInput } from "./format.ts";

/** One row a statement, for spreadsheets, R and Python: docs/file-formats.md says each column. */
export const csv: ExportFormat = {
  id: "csv",
  label: "Table (CSV)",
  describe:
    "One row a statement, with its exact words, article, speakers and topics; for Excel, R or Python.",
  extension: ".csv",
  mimeType: "text/csv",
  wholeProject: false,
  options: ["guardFormulas"],
  write: async (input) => csvParts(input),
};

/** Rows written into one part: some hundred kilobytes. */
const rowsAPart = 500;

/** What a cell holds, before it is guarded. Numbers are no formulas, whatever their sign. */
type Cell = string | number;

/** The columns that each table has, in their order. */
const columns: Readonly<Record<string, (row: Row) => Cell>> = {
  statement_id: ({ statement }) => statement.id,
  article_id: ({ article }) => article.id,
  title: ({ article }) => article.title,
  publisher: ({ article }) => article.publisher,
  byline: ({ article }) => article.byline,
  place: ({ article }) => article.place,
  section: ({ article }) => article.section,
  published_at: ({ article }) => article.publishedAt,
  url: ({ article }) => article.url,
  language: ({ article }) => article.language,
  quote: ({ quote }) => quote,
  quote_guarded: ({ quote, guardFormulas }) => (guardFormulas && isFormula(quote) ? "yes" : "no"),
  speakers: ({ speakers }) => list(speakers.map(({ name }) => name)),
  speaker_roles: ({ speakers }) => list(speakers.map(({ role }) => role)),
  organisations: ({ organisations }) => list(organisations),
  topics: ({ topics }) => list(topics.map(({ name }) => name)),
  stances: ({ statement }) => list(statement.topics.map(({ stance }) => stance)),
  quotation: ({ statement }) => statement.quotation,
  cue: ({ statement: { cue }, text }) => (cue ? text.slice(cue.start, cue.end) : ""),
  note: ({ statement }) => statement.note,
  to_discuss: ({ statement }) => (statement.toDiscuss ? "yes" : "no"),
  coder: ({ coder }) => coder,
  origin: ({ statement }) => statement.origin,
  created_at: ({ statement }) => new Date(statement.createdAt).toISOString(),
  updated_at: ({ statement }) => new Date(statement.updatedAt).toISOString(),
  lost: ({ statement }) => (statement.lost ? "yes" : "no"),
  start_utf16: ({ statement }) => list(placesOf(statement).map(({ start }) => String(start))),
  end_utf16: ({ statement }) => list(placesOf(statement).map(({ end }) => String(end))),
  start_codepoint: ({ statement, codePoint }) =>
    list(placesOf(statement).map(({ start }) => String(codePoint(start)))),
  end_codepoint: ({ statement, codePoint }) =>
    list(placesOf(statement).map(({ end }) => String(codePoint(end)))),
  speaker_ids: ({ statement }) => list(statement.speakerIds),
  topic_ids: ({ statement }) => list(statement.topics.map(({ topicId }) => topicId)),
};

/** The columns of the project's own fields, after those that each table has. */
function fieldColumns(fields: readonly Field[]): [string, (row: Row) => Cell][] {
  return fields
    .toSorted((a, b) => (a.on === b.on ? a.position - b.position : a.on === "statement" ? -1 : 1))
    .map(({ id, on, name }) => [`${on}_field: ${name}`, (row) => valueCell(row[on].fields[id])]);
}

/** Where the words stand in the text; those of a lost statement stand nowhere. */
function placesOf({ lost, ranges }: Statement): readonly Range[] {
  return lost ? [] : ranges;
}

function valueCell(value: FieldValue | undefined): Cell {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value ?? "";
}

interface Row extends ChosenStatement {
  /** The exact words. */
  readonly quote: string;
  readonly guardFormulas: boolean;
  /** Of a UTF-16 offset in the article text. */
  readonly codePoint: (offset: number) => number;
}

/** Stands between two ranges of a split quote; their offsets tell where one ends, whatever it holds. */
const rangeSeparator = " […] ";

function csvParts({ bundle, chosen, options: { guardFormulas } }: ExportInput): string[] {
  const all = [...Object.entries(columns), ...fieldColumns(bundle.fields)];
  const cells = all.map(([, cellOf]) => cellOf);
  const parts = [`\ufeff${all.map(([name]) => quoted(name)).join(",")}\r\n`];
  const counters = new Map<ArticleId, Row["codePoint"]>();
  let rows = "";
  let count = 0;
  for (const entry of chosenStatements(bundle, chosen)) {
    const codePoint = counters.get(entry.article.id) ?? codePointCounter(entry.text);
    counters.set(entry.article.id, codePoint);
    const quote = entry.statement.ranges.map(({ exact }) => exact).join(rangeSeparator);
    const row: Row = { ...entry, quote, guardFormulas, codePoint };
    rows += `${cells.map((cellOf) => written(cellOf(row), guardFormulas)).join(",")}\r\n`;
    count += 1;
    if (count % rowsAPart === 0) {
      parts.push(rows);
      rows = "";
    }
  }
  return [...parts, rows];
}

function written(cell: Cell, guardFormulas: boolean): string {
  if (typeof cell === "number") return String(cell);
  return quoted(guardFormulas && isFormula(cell) ? `'${cell}` : cell);
}

/**
 * Whether a spreadsheet could take a cell for a formula: =, +, - or @ at its beginning, or after
 * white space, or in the full-width forms that some of them read alike; or a tab or line break first.
 * After OWASP, "CSV injection".
 */
export function isFormula(cell: string): boolean {
  return /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u.test(cell);
}

/** A field as RFC 4180 wants it. Edges of white space are quoted too, since some readers trim. */
export function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Several values in one cell: "; " between them, and a backslash before ; and \ inside one. */
export function list(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(/[\\;]/g, String.raw`\$&`)).join("; ");
}
