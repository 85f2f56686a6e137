import type { StepMap } from "prosemirror-transform";

/**
 * A piece of the old text and what stands in its place now. One of the two may be empty. The numbers
 * are offsets in the two texts (UTF-16 code units), or positions in the two documents.
 */
export interface Replacement extends Span {
  readonly newStart: number;
  readonly newEnd: number;
}

/** Like a range, but may be empty. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Replacements in the document, in order and apart, after one more step. Those that touch become
 * one, so that it does not matter whether letters were typed before or after others were deleted.
 */
export function withStep(replacements: readonly Replacement[], map: StepMap): Replacement[] {
  let all = [...replacements];
  map.forEach((start, end, newStart, newEnd) => {
    // The step's own pieces before this one are in already: their places count as they are now.
    all = withReplaced(all, newStart, newStart + end - start, newEnd - newStart);
  });
  return all;
}

function withReplaced(
  all: readonly Replacement[],
  start: number,
  end: number,
  length: number,
): Replacement[] {
  const before = all.filter(({ newEnd }) => newEnd < start);
  const after = all.filter(({ newStart }) => newStart > end);
  const touched = all.slice(before.length, all.length - after.length);
  const growth = length - (end - start);
  const shift = shiftOf(before.at(-1));
  const [first, last] = [touched[0], touched.at(-1)];
  const merged: Replacement = {
    start: first && first.newStart <= start ? first.start : start - shift,
    end: last && last.newEnd >= end ? last.end : end - shiftOf(last, shift),
    newStart: Math.min(start, first?.newStart ?? start),
    newEnd: Math.max(end, last?.newEnd ?? end) + growth,
  };
  const nothing = merged.start === merged.end && merged.newStart === merged.newEnd;
  return [
    ...before,
    ...(nothing ? [] : [merged]),
    ...after.map((one) => ({
      ...one,
      newStart: one.newStart + growth,
      newEnd: one.newEnd + growth,
    })),
  ];
}

/** How much farther on things stand after a replacement than they did. */
export function shiftOf(replacement: Replacement | undefined, none = 0): number {
  return replacement ? replacement.newEnd - replacement.end : none;
}
