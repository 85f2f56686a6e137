import { z } from "zod";

/**
 * A piece of an article text: `start` up to but not including `end`, in UTF-16 code units.
 * Never empty, never inside a surrogate pair.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const rangeSchema = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine((range) => range.start < range.end, "a range must end after its start");

/** Whether the two share at least one code unit; ranges that only touch do not. */
export function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

export function sameRanges(a: readonly Range[], b: readonly Range[]): boolean {
  return (
    a.length === b.length &&
    a.every((range, i) => range.start === b[i]?.start && range.end === b[i]?.end)
  );
}

/** Sorts ranges by position and joins those that touch or overlap. */
export function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}

/** The ranges without what `cut` covers. */
export function subtractRange(ranges: readonly Range[], cut: Range): Range[] {
  return ranges.flatMap((range) => {
    if (!overlap(range, cut)) return [range];
    const kept: Range[] = [];
    if (range.start < cut.start) kept.push({ start: range.start, end: cut.start });
    if (cut.end < range.end) kept.push({ start: cut.end, end: range.end });
    return kept;
  });
}

/**
 * A selection as a range: in order, inside the text, without white space at its edges, and never
 * through the middle of a surrogate pair. `null` when nothing but white space is left.
 */
export function trimRange(text: string, from: number, to: number): Range | null {
  let start = Math.max(0, Math.min(from, to));
  let end = Math.min(text.length, Math.max(from, to));
  if (insidePair(text, start)) start -= 1;
  if (insidePair(text, end)) end += 1;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return start < end ? { start, end } : null;
}

/** Whether `offset` stands between the two halves of a character outside the basic plane. */
export function insidePair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** White space as Unicode has it, and the zero-width space that pages leave behind. */
function isSpace(text: string, offset: number): boolean {
  return /[\s\u200B]/u.test(text.charAt(offset));
}

/**
 * Converts UTF-16 offsets of one text to offsets in Unicode code points, which Python, R and DNA's
 * users count in. Builds its table once, so asking is O(log n) in the characters outside the basic plane.
 */
export function codePointCounter(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (let i = 1; i < text.length; i += 1) if (insidePair(text, i)) pairs.push(i);
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
