import { overlap, type Range } from "../model/range.ts";
import type { Hint, Mark } from "./mark.ts";
import { byHeight, type Stretch } from "./markIndex.ts";

/** A piece of one block over which the same marks lie from its first to its last character. */
export interface Segment extends Range {
  /** Topmost first; empty where there is only a hint or the kept selection. */
  readonly marks: readonly Mark[];
  /** Those of `marks` that begin here. */
  readonly beginning: readonly Mark[];
  /** Whether it lies in the selection that is drawn while the focus is elsewhere. */
  readonly kept: boolean;
  /** The hint that it lies in. */
  readonly hint: Hint | null;
}

/** What a block is cut by. What does not reach into the block is ignored. */
export interface Layers {
  /** Sorted by start. */
  readonly stretches: readonly Stretch[];
  readonly kept: readonly Range[];
  readonly hints: readonly Hint[];
}

/**
 * Cuts a block at the edges of what lies over it. The segments are in order, they do not overlap,
 * leave out what nothing lies over, and no two neighbours are alike.
 */
export function segmentsOf(block: Range, layers: Layers): Segment[] {
  const stretches = layers.stretches.filter((stretch) => overlap(stretch, block));
  const kept = layers.kept.filter((range) => overlap(range, block));
  const hints = layers.hints.filter((hint) => overlap(hint, block));
  const edges = edgesWithin(block, [...stretches, ...kept, ...hints]);
  const segments: Segment[] = [];
  let open: Stretch[] = [];
  let next = 0;
  edges.forEach((start, i) => {
    const end = edges[i + 1];
    if (end === undefined) return;
    const opening = stretches.slice(next).filter((stretch) => stretch.start <= start);
    next += opening.length;
    open = [...open.filter((stretch) => stretch.end > start), ...opening];
    const covers = (range: Range) => range.start <= start && end <= range.end;
    const marks = byHeight(open);
    const segment: Segment = {
      start,
      end,
      marks,
      beginning: marks.filter((mark) => begins(mark, start, block)),
      kept: kept.some(covers),
      hint: hints.find(covers) ?? null,
    };
    const last = segments.at(-1);
    if (last && last.end === start && alike(last, segment))
      segments[segments.length - 1] = { ...last, end };
    else if (marks.length > 0 || segment.kept || segment.hint) segments.push(segment);
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

function alike(a: Segment, b: Segment): boolean {
  return (
    a.kept === b.kept &&
    a.hint === b.hint &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, i) => mark === b.marks[i])
  );
}
