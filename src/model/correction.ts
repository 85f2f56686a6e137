import type { Node } from "prosemirror-model";
import { Positions, textOf } from "./document.ts";
import { narrowed } from "./narrowing.ts";
import { joinRanges, trimRange, type Range } from "./range.ts";
import { shiftOf, type Replacement } from "./replacement.ts";
import { anchored, quoteOf, type Statement } from "./statement.ts";

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
