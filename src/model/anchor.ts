import { z } from "zod";
import { insidePair, rangeSchema, type Range } from "./range.ts";

/**
 * What finds a statement's words again: their position, the words themselves and a little of what
 * stands around them (the W3C Web Annotation model's text position and text quote selectors).
 */
export interface Anchor extends Range {
  /** The exact words: `text.slice(start, end)` of the text they were marked in. */
  readonly exact: string;
  /** Up to `contextLength` code units before them. */
  readonly prefix: string;
  /** Up to `contextLength` code units after them. */
  readonly suffix: string;
}

export const anchorSchema = rangeSchema.safeExtend({
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
});

/** Five or six words on each side: enough to tell apart the same phrase twice in one article. */
const contextLength = 32;

/** The anchor of a range; the range must lie within the text. */
export function anchorOf(text: string, { start, end }: Range): Anchor {
  if (start < 0 || end > text.length || start >= end)
    throw new RangeError(`No range ${start}–${end} in a text of ${text.length} code units`);
  const before = Math.max(0, start - contextLength);
  const after = Math.min(text.length, end + contextLength);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(insidePair(text, before) ? before + 1 : before, start),
    suffix: text.slice(end, insidePair(text, after) ? after - 1 : after),
  };
}

/** Whether the anchor's words stand where it says. */
export function holds(text: string, anchor: Anchor): boolean {
  return (
    text.startsWith(anchor.exact, anchor.start) && anchor.end - anchor.start === anchor.exact.length
  );
}

/**
 * Where the anchor's words stand in a text that may have changed: at their position if they are
 * still there with their context, else at that occurrence of the exact words whose surroundings
 * agree most, the nearest one on a tie. `null` when the words are gone. O(text length).
 */
export function findAnchor(text: string, anchor: Anchor): Range | null {
  let best: Range | null = null;
  let bestScore = -Infinity;
  for (
    let start = text.indexOf(anchor.exact);
    start !== -1;
    start = text.indexOf(anchor.exact, start + 1)
  ) {
    const end = start + anchor.exact.length;
    // Context counts in characters that agree; distance only breaks ties, so it stays below one.
    const score =
      agreeingBefore(text, start, anchor.prefix) +
      agreeingAfter(text, end, anchor.suffix) -
      Math.abs(start - anchor.start) / (text.length + 1);
    if (score > bestScore) {
      best = { start, end };
      bestScore = score;
    }
  }
  return best;
}

/** How many code units of context tell a place, two or three words: fewer stand elsewhere by chance. */
const tellingContext = 16;

/**
 * Where words that are gone from a text probably stood: at the longest piece of their surroundings
 * that the text still has, the nearest such place. O(text length) for each piece that is tried, some
 * hundreds at most.
 */
export function formerPlace(text: string, { start, prefix, suffix }: Anchor): number {
  for (let length = Math.max(prefix.length, suffix.length); length >= tellingContext; length -= 1) {
    // What stood next to the words, a quotation mark say, may be gone with them.
    for (let at = prefix.length - length; at >= 0; at -= 1) {
      const found = nearest(text, prefix.slice(at, at + length), start - length);
      if (found !== null) return found + length;
    }
    for (let at = 0; at <= suffix.length - length; at += 1) {
      const found = nearest(text, suffix.slice(at, at + length), start);
      if (found !== null) return found;
    }
  }
  return Math.min(start, text.length);
}

/** The occurrence of some words that is nearest to an offset. */
function nearest(text: string, words: string, offset: number): number | null {
  const before = text.lastIndexOf(words, Math.max(0, offset));
  const after = text.indexOf(words, Math.max(0, offset));
  if (before === -1) return after === -1 ? null : after;
  return after === -1 || offset - before <= after - offset ? before : after;
}

function agreeingBefore(text: string, start: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && text[start - 1 - n] === prefix[prefix.length - 1 - n]) n += 1;
  return n;
}

function agreeingAfter(text: string, end: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && text[end + n] === suffix[n]) n += 1;
  return n;
}
