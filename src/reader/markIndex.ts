import { overlap, type Range } from "../model/range.ts";
import type { Mark } from "./mark.ts";

/** One range of a mark. */
export interface Stretch extends Range {
  readonly mark: Mark;
  /** Code units in all ranges of the mark together: the shorter a mark, the higher it lies. */
  readonly length: number;
}

/** Says which marks lie over a place. Made anew for each set of marks, in O(n) when they come sorted. */
export class MarkIndex {
  /** By start; of those that start together, in the order of the marks. */
  private readonly stretches: readonly Stretch[];
  /** `reach[i]` is the furthest end among `stretches[0..i]`: where a search backwards may stop. */
  private readonly reach: Int32Array;

  constructor(marks: readonly Mark[]) {
    const stretches: Stretch[] = [];
    let sorted = true;
    let latest = 0;
    for (const mark of marks) {
      let length = 0;
      for (const range of mark.ranges) length += range.end - range.start;
      for (const { start, end } of mark.ranges) {
        stretches.push({ start, end, mark, length });
        sorted &&= latest <= start;
        latest = start;
      }
    }
    if (!sorted) stretches.sort((a, b) => a.start - b.start);
    this.stretches = stretches;
    this.reach = new Int32Array(stretches.length);
    let furthest = 0;
    stretches.forEach(({ end }, i) => {
      furthest = Math.max(furthest, end);
      this.reach[i] = furthest;
    });
  }

  /** The stretches that share a code unit with the span, by start. */
  over(span: Range): Stretch[] {
    const found: Stretch[] = [];
    for (let i = this.startingBefore(span.end) - 1; i >= 0; i -= 1) {
      const stretch = this.stretches[i];
      if (!stretch || (this.reach[i] ?? 0) <= span.start) break;
      if (overlap(stretch, span)) found.push(stretch);
    }
    return found.toReversed();
  }

  /** The marks over the character at `offset`, topmost first. */
  at(offset: number): Mark[] {
    return byHeight(this.over({ start: offset, end: offset + 1 }));
  }

  /** How many stretches start before `offset`. */
  private startingBefore(offset: number): number {
    let low = 0;
    let high = this.stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.stretches[middle]?.start ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The marks of these stretches, topmost first: the shortest lies on top, so that all can be reached. */
export function byHeight(stretches: readonly Stretch[]): Mark[] {
  return stretches.toSorted((a, b) => a.length - b.length).map(({ mark }) => mark);
}
