import { documentOfBlocks, textOf, type BlockContent } from "../model/document.ts";
import { done, type Result } from "../model/problem.ts";
import { decodeText } from "./encoding.ts";
import {
  articles,
  hasExtension,
  type FoundArticle,
  type ImportFormat,
  type InputFile,
} from "./format.ts";
import { metadataOf, wordless } from "./plainText.ts";

/** A saved web page: the article in it, without menus, advertisements, scripts and styles. */
export const html: ImportFormat = {
  label: "Web page",
  extensions: [".html", ".htm", ".xhtml"],
  maxBytes: 20 * 2 ** 20,
  recognises: (file) => hasExtension(file, ".html", ".htm", ".xhtml") || looksLikePage(file),
  async read(file, { encoding }) {
    const decoded = await decodeText(file, encoding, declaredEncoding(file.bytes));
    if (!decoded.ok) return decoded;
    const article = await articleOfPage(decoded.value.text, `“${file.name}”`);
    return article.ok ? done(articles([article.value], decoded.value.encoding)) : article;
  },
};

/** The article of a page; where none is found in it, all of its words are. */
async function articleOfPage(text: string, source: string): Promise<Result<FoundArticle>> {
  const [{ Readability }, { cleanPage }, { absolute, blocksOfDom }, { pageReadings }] =
    await Promise.all([
      import("@mozilla/readability"),
      import("./cleanPage.ts"),
      import("./domBlocks.ts"),
      import("./pageMetadata.ts"),
    ]);
  const page = cleanPage(text.toWellFormed());
  const readings = pageReadings(text, page);
  const metadata = metadataOf(readings);
  // Else Readability would take them to be links within our own page.
  for (const link of page.querySelectorAll("a[href]"))
    link.setAttribute("href", absolute(link.getAttribute("href") ?? "", metadata.url));
  const whole = blocksOfDom(page.body, metadata.url);
  // Readability takes its document apart.
  const found = new Readability<Element>(page, { serializer: (node) => node as Element }).parse();
  const inArticle = found?.content ? blocksOfDom(found.content, metadata.url) : [];
  const blocks = inArticle.length > 0 ? inArticle : whole;
  const byline =
    found?.byline
      ?.replaceAll(/\s+/g, " ")
      .replace(/^by:?\s+/i, "")
      .trim() ?? "";
  const title = metadata.title || found?.title?.trim() || "";
  const document = documentOfBlocks(withoutTitle(blocks, title));
  if (!/[^\s\u200b]/u.test(textOf(document))) return wordless(source);
  return done({
    metadata: { ...metadata, title, byline: metadata.byline || byline },
    readings,
    document,
    remarks:
      inArticle.length > 0 ? [] : ["no article was found in the page: all of its text is kept"],
  });
}

/** The headline is the article's title, and stands once. */
function withoutTitle(blocks: readonly BlockContent[], title: string): readonly BlockContent[] {
  const [first] = blocks;
  if (!first || (first.kind !== "heading" && first.kind !== "paragraph")) return blocks;
  const words = first.pieces
    .map(({ text }) => text)
    .join("")
    .trim();
  return words === title && blocks.length > 1 ? blocks.slice(1) : blocks;
}

function looksLikePage({ name, bytes }: InputFile): boolean {
  if (/\.(?:txt|text|md|markdown|csv|tsv)$/i.test(name)) return false;
  const start = new TextDecoder().decode(bytes.subarray(0, 300)).trimStart();
  return /^(?:<!doctype html|<html\b)/i.test(start);
}

/** What the page says in its first kilobyte, as the HTML standard has it looked for. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
  const name = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1];
  try {
    return name === undefined ? undefined : new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
