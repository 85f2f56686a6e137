import { noMetadata, type Metadata } from "../model/article.ts";
import { documentOf } from "../model/document.ts";
import { done, refused, type Result } from "../model/problem.ts";
import { decodeText } from "./encoding.ts";
import { articles, type FoundArticle, type ImportFormat, type Reading } from "./format.ts";
import { headerLines } from "./headerLines.ts";
import { headlineOf, leadReadings, startsReport } from "./lead.ts";
import { databaseArticles } from "./newsDatabase.ts";
import { paragraphsOf } from "./paragraphs.ts";

/** A text file: one article, or the many of a news database's export. */
export const plainText: ImportFormat = {
  label: "Plain text",
  extensions: [".txt", ".text"],
  maxBytes: 50 * 2 ** 20,
  recognises: () => true,
  async read(file, { encoding }) {
    const decoded = await decodeText(file, encoding);
    if (!decoded.ok) return decoded;
    const { text, encoding: found } = decoded.value;
    const many = databaseArticles(text);
    if (many) return done(articles(many.articles, found, many.skipped));
    const article = articleOfText(text, `“${file.name}”`);
    return article.ok ? done(articles([article.value], found)) : article;
  },
};

export interface TextOptions {
  /** Leave a headline where it stands: the first line was taken for one and is none. */
  readonly keepHeadline?: boolean;
}

/**
 * The article of a plain text. Header lines and a headline go from the text to the metadata; byline
 * and dateline are read and stay. What is not written is left empty.
 * @param source what the text is called in messages: the file's name, or "The pasted text"
 */
export function articleOfText(
  text: string,
  source: string,
  { keepHeadline = false }: TextOptions = {},
): Result<FoundArticle> {
  if (!/[^\s\u200b]/.test(text)) return wordless(source);
  const { readings: header, rest } = headerLines(text.toWellFormed().replace(/^\ufeff/, ""));
  const paragraphs = paragraphsOf(rest, startsReport);
  const hasTitle = keepHeadline || header.some(({ field }) => field === "title");
  const headline = hasTitle ? null : headlineOf(paragraphs);
  const body = headline ? paragraphs.slice(1) : paragraphs;
  const lead = leadReadings(body);
  const readings = [...header, ...(headline ? [headline] : []), ...lead];
  return done({
    metadata: metadataOf(readings),
    readings,
    document: documentOf(body.map((paragraph) => paragraph.text).join("\n")),
    remarks: [],
  });
}

/** Says of a source that it has no words. */
export function wordless(source: string): Result<never> {
  return refused(
    `${source} has no words, only white space.`,
    "Choose or paste a text that has some.",
  );
}

/** What was read for each field: its first reading that is sure of it. */
export function metadataOf(readings: readonly Reading[]): Metadata {
  const metadata: Record<keyof Metadata, string> = { ...noMetadata };
  for (const { field, value } of readings) if (metadata[field] === "") metadata[field] = value;
  return metadata;
}
