import type { Range } from "./range.ts";
import { nextParagraph, paragraphAt, sentenceStarts, trimmed } from "./sentence.ts";

export type Edge = "start" | "end";
/** How far an edge moves at once. */
export type Stride = "word" | "clause";

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * The range with one edge moved on in the text (by 1) or back (by -1): to the next word's edge, or to
 * that of the next clause or sentence. Signs at the edge that belong to no word are left out. It
 * crosses paragraphs, never the other edge. Null where the edge cannot go on.
 */
export function movedEdge(
  text: string,
  range: Range,
  edge: Edge,
  stride: Stride,
  by: 1 | -1,
): Range | null {
  const now = range[edge];
  const fits = (at: number) =>
    (at - now) * by > 0 && (edge === "start" ? at < range.end : at > range.start);
  for (
    let at: Range | null = paragraphAt(text, now);
    // Behind the other edge there is nowhere to go.
    at && (edge === "start" ? at.start < range.end : at.end > range.start);
    at = nextParagraph(text, at, by)
  ) {
    const { start } = at;
    const paragraph = text.slice(start, at.end);
    const within = { start: range.start - start, end: range.end - start };
    const places =
      stride === "word"
        ? wordEdges(paragraph, edge, by)
        : clauseEdges(paragraph, { edge, range: within, by });
    for (const place of places) if (fits(start + place)) return { ...range, [edge]: start + place };
  }
  return null;
}

/** Where words begin or end in a paragraph, in the order they are come to. */
function wordEdges(paragraph: string, edge: Edge, by: 1 | -1): number[] {
  const edges = [...words.segment(paragraph)].flatMap(({ segment, index, isWordLike }) => {
    if (isWordLike !== true && !/^[\p{S}%‰&@#§]/u.test(segment)) return [];
    if (edge === "start") return [index];
    // The stop of "U.S." is its own.
    const end = index + segment.length;
    return [/^\p{L}(?:\.\p{L})+$/u.test(segment) && paragraph.charAt(end) === "." ? end + 1 : end];
  });
  return by === 1 ? edges : edges.toReversed();
}

/** Where the next clause begins or ends in a paragraph, nearest first. */
function* clauseEdges(
  paragraph: string,
  { edge, range, by }: { edge: Edge; range: Range; by: 1 | -1 },
): Generator<number> {
  const ends = [range[edge], paragraph.length]; // where it stands, signs may be left out
  const borders = [...sentenceStarts(paragraph), ...clauseStarts(paragraph), ...ends]
    .filter((border) => (border - range[edge]) * by >= 0)
    .toSorted((a, b) => (a - b) * by);
  for (const border of borders) {
    const piece =
      edge === "start"
        ? trimmed(paragraph, border, Math.min(paragraph.length, range.end))
        : trimmed(paragraph, Math.max(0, range.start), border);
    if (piece) yield piece[edge];
  }
}

/** Where something begins behind a comma, semicolon, colon or dash: no comma of a number is one. */
function clauseStarts(paragraph: string): number[] {
  return [...paragraph.matchAll(/[,;:،؛…](?=["”’»“]?(?:\s|$))|[，；：、—]|\s[–-]+(?=\s)/gu)].map(
    ({ 0: sign, index }) => index + sign.length,
  );
}
