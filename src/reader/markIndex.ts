import type { Range } from "../model/range.ts";
import { firstWhere } from "./firstWhere.ts";
import type { Mark } from "./mark.ts";

/** One range of a mark. */
export interface Stretch extends Range {
  readonly mark: Mark;
  /** Code units in all ranges of the mark together: the shorter a mark, the higher it lies. */
  readonly length: number;
}

/**
 * Says which marks lie over a place. Made anew for each set of marks, so it is made of plain numbers:
 * the index of ten thousand takes about a millisecond.
 */
export class MarkIndex {
  private readonly marks: readonly Mark[];
  /** Of each stretch where it starts and ends, and whose it is; sorted by start, then by mark. */
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly owners: Int32Array;
  /** `reach[i]` is the furthest end among the stretches up to `i`: where a search backwards may stop. */
  private readonly reach: Int32Array;

  constructor(marks: readonly Mark[]) {
    this.marks = marks;
    let count = 0;
    for (const { ranges } of marks) count += ranges.length;
    // Start and owner in one number, exact below 2^53, so that sorting needs no comparison function.
    const keys = new Float64Array(count);
    let next = 0;
    marks.forEach(({ ranges }, owner) => {
      for (const { start } of ranges) keys[next++] = start * marks.length + owner;
    });
    keys.sort();
    this.starts = new Int32Array(count);
    this.ends = new Int32Array(count);
    this.owners = new Int32Array(count);
    this.reach = new Int32Array(count);
    let furthest = 0;
    keys.forEach((key, i) => {
      const owner = key % marks.length;
      const start = (key - owner) / marks.length;
      const end = marks[owner]?.ranges.find((range) => range.start === start)?.end ?? start;
      furthest = Math.max(furthest, end);
      this.starts[i] = start;
      this.ends[i] = end;
      this.owners[i] = owner;
      this.reach[i] = furthest;
    });
  }

  /** The stretches that share a code unit with the span, by start. */
  over(span: Range): Stretch[] {
    const found: Stretch[] = [];
    const after = firstWhere(this.starts.length, (i) => (this.starts[i] ?? 0) >= span.end);
    for (let i = after - 1; i >= 0; i -= 1) {
      if ((this.reach[i] ?? 0) <= span.start) break;
      const stretch = this.stretch(i);
      if (stretch && span.start < stretch.end) found.push(stretch);
    }
    return found.toReversed();
  }

  /** The marks over the character at `offset`, topmost first. */
  at(offset: number): Mark[] {
    return byHeight(this.over({ start: offset, end: offset + 1 }));
  }

  private stretch(i: number): Stretch | null {
    const mark = this.marks[this.owners[i] ?? -1];
    if (!mark) return null;
    const length = mark.ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    return { start: this.starts[i] ?? 0, end: this.ends[i] ?? 0, mark, length };
  }
}

/** The marks of these stretches, topmost first: the shortest lies on top, so that all can be reached. */
export function byHeight(stretches: readonly Stretch[]): Mark[] {
  return stretches.toSorted((a, b) => a.length - b.length).map(({ mark }) => mark);
}
