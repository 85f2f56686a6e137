import { overlap, type Range } from "../model/range.ts";
import type { Mark } from "./mark.ts";
import { byHeight, type Stretch } from "./markIndex.ts";

/** A piece of one block over which the same marks lie from its first to its last character. */
export interface Segment extends Range {
  /** Topmost first; empty where there is only the kept selection. */
  readonly marks: readonly Mark[];
  /** Those of `marks` that begin here. */
  readonly beginning: readonly Mark[];
  /** Whether it lies in the selection that is drawn while the focus is elsewhere. */
  readonly kept: boolean;
}

/**
 * Cuts a block at the edges of what lies over it. The segments are in order, they do not overlap,
 * leave out what nothing lies over, and no two neighbours are alike.
 *
 * @param stretches sorted by start; those that do not reach into the block are ignored
 */
export function segmentsOf(
  block: Range,
  stretches: readonly Stretch[],
  kept: readonly Range[],
): Segment[] {
  const here = stretches.filter((stretch) => overlap(stretch, block));
  const keptHere = kept.filter((range) => overlap(range, block));
  const edges = edgesWithin(block, [...here, ...keptHere]);
  const segments: Segment[] = [];
  let open: Stretch[] = [];
  let next = 0;
  edges.forEach((start, i) => {
    const end = edges[i + 1];
    if (end === undefined) return;
    open = open.filter((stretch) => stretch.end > start);
    for (let stretch = here[next]; stretch && stretch.start <= start; stretch = here[next]) {
      open.push(stretch);
      next += 1;
    }
    const marks = byHeight(open);
    const isKept = keptHere.some((range) => range.start <= start && end <= range.end);
    if (marks.length === 0 && !isKept) return;
    const last = segments.at(-1);
    if (last?.end === start && last.kept === isKept && sameMarks(last.marks, marks))
      segments[segments.length - 1] = { ...last, end };
    else
      segments.push({
        start,
        end,
        marks,
        beginning: marks.filter((mark) => begins(mark, start, block)),
        kept: isKept,
      });
  });
  return segments;
}

/** Where something starts or ends in the block, in order, each place once. */
function edgesWithin(block: Range, ranges: readonly Range[]): number[] {
  const edges = new Set<number>();
  for (const { start, end } of ranges) {
    edges.add(Math.max(start, block.start));
    edges.add(Math.min(end, block.end));
  }
  return [...edges].toSorted((a, b) => a - b);
}

/** A mark that starts on the separator before a block has its first visible character in the block. */
function begins(mark: Mark, start: number, block: Range): boolean {
  const first = mark.ranges[0]?.start;
  return first === start || (start === block.start && first === start - 1);
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark, i) => mark === b[i]);
}
