import type { Metadata } from "../model/article.ts";
import { noMetadata } from "../model/article.ts";
import { documentOf } from "../model/document.ts";
import { fieldFault, type Field, type FieldValue, fieldsOn } from "../model/field.ts";
import type { FieldId } from "../model/id.ts";
import type { FoundArticle, Reading, Skipped, Table, TableRow } from "./format.ts";
import { languageTag } from "./headerLines.ts";
import { parseNewsDate } from "./newsDate.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Slices } from "./slices.ts";

/** What a column fills: a part of the article, one of the project's fields, or nothing. */
export type Target = keyof Metadata | "text" | "note" | `field ${FieldId}` | "";

/** What becomes of a table's columns. */
export interface Mapping {
  /** One for each column. */
  readonly targets: readonly Target[];
  /** Which number comes first where a date has two that could be the month. */
  readonly dates: "day first" | "month first";
}

/** What people call these columns, in the languages news is kept in; folded. */
const names: Readonly<Record<string, readonly string[]>> = {
  title: ["title", "headline", "titel", "titre", "título", "titolo", "заголовок", "标题", "標題"],
  text: ["text", "body", "content", "article", "full text", "fulltext", "article text", "story"],
  publishedAt: [
    "date",
    "published",
    "published at",
    "publication date",
    "datum",
    "pubdate",
    "time",
  ],
  publisher: ["publisher", "source", "outlet", "newspaper", "publication", "media", "quelle"],
  byline: ["byline", "author", "authors", "by", "writer", "autor", "auteur", "автор", "作者"],
  place: ["place", "location", "dateline", "city", "ort", "lieu"],
  section: ["section", "category", "rubric", "ressort", "page"],
  url: ["url", "link", "address", "href", "permalink", "web address"],
  language: ["language", "lang", "sprache", "langue"],
  note: ["note", "notes", "comment", "memo", "abstract"],
};
const moreNames: Readonly<Record<string, readonly string[]>> = {
  text: ["texte", "texto", "testo", "inhalt", "volltext", "текст", "正文", "内容", "本文"],
  publishedAt: [
    "fecha",
    "data",
    "дата",
    "日期",
    "published_date",
    "publish date",
    "date published",
  ],
};

/** The mapping that the columns' names suggest, and their content where a name does not. */
export function guessMapping(table: Table, fields: readonly Field[]): Mapping {
  const taken = new Set<Target>();
  const take = (target: Target): Target => {
    if (target === "" || taken.has(target)) return "";
    taken.add(target);
    return target;
  };
  const targets = table.columns.map((column) => take(byName(column, fields)));
  const sample = table.rows.slice(0, 50);
  const cellsOf = (i: number) => sample.flatMap(({ cells }) => cells[i]?.trim() || []);
  const guess = (target: Target, fits: (cells: readonly string[]) => number) => {
    if (taken.has(target)) return;
    const scores = targets.map((given, i) => (given === "" ? fits(cellsOf(i)) : 0));
    const most = Math.max(...scores);
    if (most > 0) targets[scores.indexOf(most)] = take(target);
  };
  const length = (cells: readonly string[]) =>
    cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
  const all = (cells: readonly string[], fits: (cell: string) => boolean) =>
    cells.length > 0 && cells.every(fits) ? 1 : 0;
  guess("text", (cells) => (length(cells) > 150 ? length(cells) : 0));
  guess("publishedAt", (cells) =>
    all(cells, (cell) => parseCellDate(cell, "day first") !== null && /\d{4}/.test(cell)),
  );
  guess("url", (cells) => all(cells, (cell) => /^https?:\/\//.test(cell)));
  if (!taken.has("text")) guess("text", (cells) => (length(cells) > 40 ? length(cells) : 0));
  const dateColumn = targets.indexOf("publishedAt");
  return {
    targets,
    dates: dateOrder(table.rows.map(({ cells }) => cells[dateColumn] ?? "")) ?? "day first",
  };
}

function byName(column: string, fields: readonly Field[]): Target {
  const name = column
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s-]+/gu, " ");
  for (const list of [names, moreNames])
    for (const [target, known] of Object.entries(list))
      if (known.includes(name)) return target as Target; // the keys are targets
  const field = fieldsOn(fields, "article").find((each) => each.name.toLowerCase() === name);
  return field ? `field ${field.id}` : "";
}

const numericDate = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/;

/** What the dates of a column show of their order; null when each could be either. */
export function dateOrder(cells: readonly string[]): Mapping["dates"] | null {
  for (const cell of cells) {
    const [, first, second] = numericDate.exec(cell.trim()) ?? [];
    if (Number(first) > 12) return "day first";
    if (Number(second) > 12) return "month first";
  }
  return null;
}

/** Whether a column has dates that read differently by the order of day and month. */
export function hasOpenDates(cells: readonly string[]): boolean {
  return dateOrder(cells) === null && cells.some((cell) => numericDate.test(cell.trim()));
}

/** A date as cells have it, YYYY-MM-DD or less; a time of day after it is dropped. Null when it is none. */
export function parseCellDate(cell: string, order: Mapping["dates"]): string | null {
  const words = cell.trim();
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(words);
  if (compact) return parseNewsDate(compact.slice(1).join("-"))?.date ?? null;
  const yearFirst = /^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?(?!\d)/.exec(words);
  if (yearFirst) {
    const [, year = "", month = "", day = ""] = yearFirst;
    return parseNewsDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)?.date ?? null;
  }
  const numbers = numericDate.exec(words);
  if (numbers) {
    const [, first = "", second = "", year = ""] = numbers;
    const [day, month] = order === "day first" ? [first, second] : [second, first];
    return parseNewsDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)?.date ?? null;
  }
  const plain = words.replace(
    /,?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?$/i,
    "",
  );
  return parseNewsDate(plain)?.date || null;
}

/** The articles of a table's rows; those without text are left out, and said. */
export async function articlesOfTable(
  table: Table,
  mapping: Mapping,
  fields: readonly Field[],
  slices: Slices,
): Promise<{ articles: FoundArticle[]; skipped: Skipped[] }> {
  const byId = new Map<string, Field>(fields.map((field) => [`field ${field.id}`, field]));
  const articles: FoundArticle[] = [];
  const skipped: Skipped[] = [...table.skipped];
  for (const row of table.rows) {
    const article = articleOfRow(row, table, mapping, byId);
    if (article) articles.push(article);
    else skipped.push({ what: `Row ${row.number}`, why: "it has no text" });
    await slices.turn();
  }
  return { articles, skipped };
}

function articleOfRow(
  { cells }: TableRow,
  { columns }: Table,
  { targets, dates }: Mapping,
  byId: ReadonlyMap<string, Field>,
): FoundArticle | null {
  const metadata: Record<keyof Metadata, string> = { ...noMetadata };
  const readings: Reading[] = [];
  const values: Record<FieldId, FieldValue> = {};
  const remarks: string[] = [];
  const texts: string[] = [];
  const notes: string[] = [];
  for (const [i, target] of targets.entries()) {
    const cell = (cells[i] ?? "").trim().toWellFormed();
    if (target === "" || cell === "") continue;
    const column = columns[i] ?? "";
    if (target === "text") texts.push(cell);
    else if (target === "note") notes.push(cell);
    else if (isMetadata(target)) {
      const read = metadataCell(target, cell, dates);
      metadata[target] = metadata[target] || read.value;
      readings.push({ field: target, words: cell, from: "column", ...read });
    } else {
      const field = byId.get(target);
      const value = field && fieldCell(field, cell, dates);
      if (field && value !== undefined && fieldFault(field, value) === null)
        values[field.id] = value;
      else remarks.push(`${column}: “${cell}” does not fit the field`);
    }
  }
  const text = texts.join("\n\n");
  if (!/[^\s\u200b]/u.test(text)) return null;
  const paragraphs = paragraphsOf(text, () => false).map((paragraph) => paragraph.text);
  return {
    metadata,
    readings,
    document: documentOf(paragraphs.join("\n")),
    remarks,
    note: notes.join("\n"),
    fields: values,
  };
}

function isMetadata(target: Target): target is keyof Metadata {
  return target in noMetadata;
}

function metadataCell(
  target: keyof Metadata,
  cell: string,
  dates: Mapping["dates"],
): Pick<Reading, "value" | "remark"> {
  if (target === "publishedAt") {
    const date = parseCellDate(cell, dates);
    return { value: date ?? "", remark: date === null ? `“${cell}” is no date` : "" };
  }
  if (target === "language") {
    const tag = languageTag(cell);
    return { value: tag, remark: tag === "" ? `“${cell}” is no language tag such as “en”` : "" };
  }
  return { value: cell.replaceAll(/\s+/gu, " "), remark: "" };
}

function fieldCell(field: Field, cell: string, dates: Mapping["dates"]): FieldValue | undefined {
  switch (field.kind) {
    case "text":
      return cell;
    case "number": {
      const number = Number(cell.replace(/^(-?\d+),(\d+)$/, "$1.$2"));
      return Number.isFinite(number) ? number : undefined;
    }
    case "yes/no":
      if (/^(?:yes|y|true|1|ja|oui|sí|да|是)$/iu.test(cell)) return true;
      return /^(?:no|n|false|0|nein|non|нет|否)$/iu.test(cell) ? false : undefined;
    case "date":
      return parseCellDate(cell, dates) ?? undefined;
    case "choice":
      return field.choices.find((choice) => choice.toLowerCase() === cell.toLowerCase());
  }
}
