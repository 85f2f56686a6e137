import { documentOfBlocks, type BlockContent } from "../model/document.ts";
import type { FoundArticle, Reading } from "./format.ts";
import { headlineOf, leadReadings } from "./lead.ts";
import { metadataOf } from "./plainText.ts";

/**
 * The article of blocks that came with their structure. A first heading, or a first line that reads
 * like one, is its title; byline, date and dateline are read and stay.
 */
export function articleOfBlocks(
  blocks: readonly BlockContent[],
  remarks: readonly string[] = [],
): FoundArticle {
  const lines = blocks.map((block) => ({
    text: block.kind === "paragraph" || block.kind === "heading" ? wordsOf(block.pieces) : "",
    blankAfter: true,
  }));
  const headline = blocks.length > 1 ? titleOf(blocks[0], lines) : null;
  const body = headline ? blocks.slice(1) : blocks;
  const readings = [
    ...(headline ? [headline] : []),
    ...leadReadings(lines.slice(headline ? 1 : 0)),
  ];
  return {
    metadata: metadataOf(readings),
    readings,
    document: documentOfBlocks(body),
    remarks,
  };
}

function titleOf(
  first: BlockContent | undefined,
  lines: readonly { text: string; blankAfter: boolean }[],
): Reading | null {
  if (first?.kind !== "heading") return headlineOf(lines);
  const value = wordsOf(first.pieces);
  return { field: "title", value, words: value, from: "headline", remark: "" };
}

function wordsOf(pieces: readonly { readonly text: string }[]): string {
  return pieces
    .map(({ text }) => text)
    .join("")
    .trim();
}
