import type { BlockContent } from "../model/document.ts";
import { done } from "../model/problem.ts";
import { articles, damaged, hasExtension, startsWith, type ImportFormat } from "./format.ts";
import { databaseArticles } from "./newsDatabase.ts";
import { wordless } from "./plainText.ts";
import { rtfParagraphs, type RtfParagraph } from "./rtfParagraphs.ts";
import { Slices } from "./slices.ts";
import { articleOfBlocks } from "./wordProcessed.ts";

/** Rich Text Format: an article with its headings, lists, tables and links, or a database's many. */
export const rtf: ImportFormat = {
  label: "RTF",
  extensions: [".rtf"],
  maxBytes: 50 * 2 ** 20,
  recognises: (file) => hasExtension(file, ".rtf") || isRtf(file.bytes),
  async read(file, { signal }) {
    if (!isRtf(file.bytes)) return damaged(file.name, "it does not begin as an RTF file");
    const { paragraphs, cutOff } = await rtfParagraphs(bytewise(file.bytes), new Slices(signal));
    const text = paragraphs
      .map(({ pieces }) => pieces.map((piece) => piece.text).join(""))
      .join("\n");
    if (!/[^\s\u200b]/u.test(text))
      return cutOff ? damaged(file.name, "it ends before any text") : wordless(`“${file.name}”`);
    const many = databaseArticles(text);
    if (many) return done(articles(many.articles, null, many.skipped));
    const remarks = cutOff ? ["the file was cut off: some of the text is missing at its end"] : [];
    return done(articles([articleOfBlocks(blocksOf(paragraphs), remarks)]));
  },
};

function isRtf(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66);
}

/** A character for each byte, of the same number; `TextDecoder` has no such encoding. */
function bytewise(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join("");
}

interface OpenList {
  readonly start: number | null;
  readonly items: BlockContent[][];
}

/** The blocks of the paragraphs: neighbouring items are one list, deeper ones a list in an item. */
function blocksOf(paragraphs: readonly RtfParagraph[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let open: OpenList[] = [];
  for (const paragraph of paragraphs) {
    const { pieces, heading, item, goesOn } = paragraph;
    if (pieces.length === 0) continue;
    const block: BlockContent =
      heading > 0
        ? {
            kind: "heading",
            level: heading,
            pieces: pieces.map((piece) => ({ ...piece, strong: false })),
          }
        : { kind: "paragraph", pieces };
    const within = open.at(-1)?.items.at(-1);
    if (goesOn && within && item) within.push(block);
    else if (!item || heading > 0) {
      open = [];
      blocks.push(block);
    } else {
      open = listFor(item, open, blocks);
      open.at(-1)?.items.push([block]);
    }
  }
  return blocks;
}

/** The lists that are open for an item, the one it belongs to last. */
function listFor(
  { depth, ordered, start }: NonNullable<RtfParagraph["item"]>,
  before: readonly OpenList[],
  blocks: BlockContent[],
): OpenList[] {
  const open = before.slice(0, depth + 1);
  if (open.length === depth + 1) {
    const [same] = open.slice(-1);
    if (same && (same.start !== null) === ordered) return open;
    open.pop();
  }
  const list: OpenList = { start: ordered ? start : null, items: [] };
  const parent = open.at(-1)?.items.at(-1) ?? blocks;
  parent.push({ kind: "list", ...list });
  return [...open, list];
}
