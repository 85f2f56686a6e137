import type { Node } from "prosemirror-model";
import type { StepMap } from "prosemirror-transform";
import { Positions, textOf } from "./document.ts";
import { joinRanges, trimRange, type Range } from "./range.ts";
import { anchored, quoteOf, type Statement } from "./statement.ts";

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
function shiftOf(replacement: Replacement | undefined, none = 0): number {
  return replacement ? replacement.newEnd - replacement.end : none;
}

/** An article text before and after it was corrected, and where each range of it went. */
export class Correction {
  readonly before: string;
  readonly after: string;
  /** In offsets; sorted, and apart in both texts. */
  readonly replacements: readonly Replacement[];

  private constructor(before: string, after: string, replacements: readonly Replacement[]) {
    this.before = before;
    this.after = after;
    this.replacements = replacements;
  }

  /** What steps did to a document, from its replacements as `withStep` collects them. */
  static between(before: Node, after: Node, replacements: readonly Replacement[]): Correction {
    const [was, is] = [readingOf(before), readingOf(after)];
    const inText = offsetsOf(was.positions, is.positions, replacements);
    return new Correction(
      was.text,
      is.text,
      inText.flatMap((one) => narrowed(was.text, is.text, one)),
    );
  }

  /** Whether something was replaced in a range of the old text, or put at its edges. O(log replacements). */
  touches({ start, end }: Range): boolean {
    return (this.replacements[this.#firstFrom(start)]?.start ?? Infinity) <= end;
  }

  /**
   * Where a range of the old text is now. What was put strictly inside it belongs to it, and so does
   * what took the place of a part of its words; what was put at its edges does not. `null` when no
   * word of it is left: white space and punctuation alone are none, unless it had nothing else.
   */
  rangeOf(range: Range): Range | null {
    if (!this.touches(range)) {
      const shift = shiftOf(this.replacements[this.#firstFrom(range.start) - 1]);
      return { start: range.start + shift, end: range.end + shift };
    }
    const words = this.before.slice(range.start, range.end);
    if (!wordsIn(words).test(this.#left(range))) return null;
    const start = this.#newStart(range.start);
    const end = this.#newEnd(range.end);
    if (this.after.slice(start, end) === words) return { start, end };
    return trimRange(this.after, start, end);
  }

  /** Where ranges of the old text are now: sorted; what came to touch is one. */
  rangesOf(ranges: readonly Range[]): Range[] {
    return joinRanges(ranges.flatMap((range) => this.rangeOf(range) ?? []));
  }

  /** Index of the first replacement that ends at an offset or after it. */
  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.replacements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.replacements[middle]?.end ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What stood in the range and was not replaced. */
  #left({ start, end }: Range): string {
    let left = "";
    let at = start;
    for (const replaced of this.replacements) {
      if (replaced.end < start) continue;
      if (replaced.start >= end) break;
      left += this.before.slice(at, Math.max(at, replaced.start));
      at = Math.max(at, replaced.end);
    }
    return left + this.before.slice(at, Math.max(at, end));
  }

  /** A start keeps to what follows it. */
  #newStart(offset: number): number {
    const around = this.replacements.find(({ start, end }) => start < offset && offset < end);
    if (around) return around.newEnd;
    return offset + shiftOf(this.replacements.findLast(({ end }) => end <= offset));
  }

  /** An end keeps to what precedes it. */
  #newEnd(offset: number): number {
    const around = this.replacements.find(({ start, end }) => start < offset && offset < end);
    if (around) return around.newStart;
    const before = this.replacements.findLast(({ start, end }) => end <= offset && start < offset);
    return offset + shiftOf(before);
  }
}

/** What a correction does to a statement: nothing, or its words are elsewhere, others, or gone. */
export type Effect = "none" | "moved" | "changed" | "lost";

export function effectOf(before: Statement, after: Statement): Effect {
  if (after.lost) return before.lost ? "none" : "lost";
  if (quoteOf(before) !== quoteOf(after)) return "changed";
  const same = before.ranges.every((range, i) => range.start === after.ranges[i]?.start);
  return same ? "none" : "moved";
}

/**
 * A statement on the corrected text. One without a word left keeps its old words and is lost; one
 * that was lost before stays so.
 */
export function corrected(statement: Statement, correction: Correction): Statement {
  const cue = statement.cue && correction.rangeOf(statement.cue);
  const ranges = statement.lost ? [] : correction.rangesOf(statement.ranges);
  if (ranges.length === 0) return { ...statement, cue, lost: true };
  return { ...statement, cue, ranges: anchored(correction.after, ranges) };
}

interface Reading {
  readonly text: string;
  readonly positions: Positions;
}

const readings = new WeakMap<Node, Reading>();

/** The text of a document and its places, read once: while one types, half of them stay the same. */
function readingOf(document: Node): Reading {
  const known = readings.get(document);
  if (known) return known;
  const reading = { text: textOf(document), positions: new Positions(document) };
  readings.set(document, reading);
  return reading;
}

/** Finds a word: a character that is neither white space nor punctuation, where the text has one. */
function wordsIn(text: string): RegExp {
  const word = /[^\s\u200B\p{P}]/u;
  return word.test(text) ? word : /[^\s\u200B]/u;
}

/**
 * Replacements in positions as replacements in offsets. Between two blocks a piece begins at the end
 * of the one before and ends at the start of the one after it, so that it holds what separates them.
 */
function offsetsOf(before: Positions, after: Positions, replacements: readonly Replacement[]) {
  const inText: Replacement[] = [];
  for (const one of replacements) {
    const next = {
      start: before.offset(one.start),
      end: offsetFrom(before, one.end),
      newStart: after.offset(one.newStart),
      newEnd: offsetFrom(after, one.newEnd),
    };
    const last = inText.at(-1);
    if (last && (next.start <= last.end || next.newStart <= last.newEnd))
      inText[inText.length - 1] = { ...last, end: next.end, newEnd: next.newEnd };
    else inText.push(next);
  }
  return inText;
}

/** The offset of a position; between two blocks, the start of the one after it. */
function offsetFrom(positions: Positions, position: number): number {
  const offset = positions.offset(position);
  const block = positions.blockAt(offset);
  if (positions.position(offset) >= position) return offset;
  return positions.blocks[block + 1]?.start ?? offset;
}

/**
 * How much of a replaced piece must stand in the new words too, for these to count as its
 * correction: a third of its characters, white space left out. Two words of which the longer one is
 * corrected have about that; others that share some "the" and "of" with the old ones have less.
 */
const correctionShare = 1 / 3;

/** Words of the old piece times words of the new one that are compared: a few milliseconds' work. */
const comparedWords = 4_000_000;

/**
 * A replacement without the words that both sides have, as when a whole paragraph was pasted over
 * to correct a word of it: what is left of it are the pieces in between.
 */
function narrowed(before: string, after: string, whole: Replacement): Replacement[] {
  const was = before.slice(whole.start, whole.end);
  const is = after.slice(whole.newStart, whole.newEnd);
  if (was === is) return [];
  if (was === "" || is === "") return [whole];
  const [a, b] = [wordsAndGaps(was), wordsAndGaps(is)];
  if (a.length === 1 && b.length === 1) return [spelled(was, is, whole)];
  const pairs = commonPieces(a, b);
  const common = pairs.reduce((sum, [i]) => sum + inkOf(a[i]), 0);
  if (common < correctionShare * inkOf(was)) return [whole];
  const pieces: Replacement[] = [];
  let [at, newAt, i, j] = [whole.start, whole.newStart, 0, 0];
  for (const [nextI, nextJ] of [...pairs, [a.length, b.length] as const]) {
    const end = at + lengthOf(a, i, nextI);
    const newEnd = newAt + lengthOf(b, j, nextJ);
    const piece = { start: at, end, newStart: newAt, newEnd };
    if (nextI === i + 1 && nextJ === j + 1) pieces.push(spelled(a[i] ?? "", b[j] ?? "", piece));
    else if (end > at || newEnd > newAt) pieces.push(piece);
    const shared = a[nextI]?.length ?? 0;
    [at, newAt, i, j] = [end + shared, newEnd + shared, nextI + 1, nextJ + 1];
  }
  return pieces;
}

/**
 * A word in the place of a word: where they share half of the longer one at beginning and end, it is
 * the same word spelled otherwise, and what differs is in between.
 */
function spelled(was: string, is: string, whole: Replacement): Replacement {
  const [a, b] = [Array.from(was), Array.from(is)];
  const shorter = Math.min(a.length, b.length);
  let begin = 0;
  while (begin < shorter && a[begin] === b[begin]) begin += 1;
  let rest = 0;
  while (rest < shorter - begin && a.at(-1 - rest) === b.at(-1 - rest)) rest += 1;
  if (2 * (begin + rest) < Math.max(a.length, b.length)) return whole;
  const first = a.slice(0, begin).join("").length;
  const last = a.slice(a.length - rest).join("").length;
  return {
    start: whole.start + first,
    end: whole.end - last,
    newStart: whole.newStart + first,
    newEnd: whole.newEnd - last,
  };
}

function wordsAndGaps(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function lengthOf(pieces: readonly string[], from: number, to: number): number {
  return pieces.slice(from, to).reduce((sum, piece) => sum + piece.length, 0);
}

/** Characters that are not white space. */
function inkOf(text = ""): number {
  return text.replaceAll(/\s/g, "").length;
}

/**
 * Pairs of places at which two lists have the same, in order: their common beginning and end, the
 * longest common subsequence of words between (Wagner and Fischer 1974), and what joins its words.
 */
function commonPieces(a: readonly string[], b: readonly string[]): [number, number][] {
  let begin = 0;
  while (begin < a.length && begin < b.length && a[begin] === b[begin]) begin += 1;
  let rest = 0;
  while (
    rest < Math.min(a.length, b.length) - begin &&
    a[a.length - 1 - rest] === b[b.length - 1 - rest]
  )
    rest += 1;
  const words = commonWords(
    wordPlaces(a, begin, a.length - rest),
    wordPlaces(b, begin, b.length - rest),
    (i, j) => a[i] === b[j],
  );
  const pairs: [number, number][] = [];
  for (let i = 0; i < begin; i += 1) pairs.push([i, i]);
  for (const [i, j] of [...words, [a.length - rest, b.length - rest] as const]) {
    const [lastI, lastJ] = pairs.at(-1) ?? [-1, -1];
    const gap: [number, number][] = [];
    // The gap before a word, then the one after the word before, as far as they agree.
    let back = 1;
    while (i - back > lastI && j - back > lastJ && a[i - back] === b[j - back]) {
      gap.unshift([i - back, j - back]);
      back += 1;
    }
    for (let on = 1; lastI + on <= i - back && lastJ + on <= j - back; on += 1) {
      if (a[lastI + on] !== b[lastJ + on]) break;
      pairs.push([lastI + on, lastJ + on]);
    }
    pairs.push(...gap);
    if (i < a.length - rest) pairs.push([i, j]);
  }
  for (let i = rest; i > 0; i -= 1) pairs.push([a.length - i, b.length - i]);
  return pairs;
}

function wordPlaces(pieces: readonly string[], from: number, to: number): number[] {
  const places: number[] = [];
  for (let i = from; i < to; i += 1) if (/[\p{L}\p{N}]/u.test(pieces[i] ?? "")) places.push(i);
  return places;
}

function commonWords(
  a: readonly number[],
  b: readonly number[],
  same: (i: number, j: number) => boolean,
): [number, number][] {
  const width = b.length + 1;
  if (a.length * b.length > comparedWords) return [];
  // longest[i * width + j]: how many words the rests from i and from j on have in common.
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  const equal = (i: number, j: number) => same(a[i] ?? -1, b[j] ?? -1);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = equal(i, j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (equal(i, j)) {
      pairs.push([a[i] ?? -1, b[j] ?? -1]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
