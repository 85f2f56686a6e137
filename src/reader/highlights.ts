import { Decoration } from "prosemirror-view";
import type { Block } from "../model/document.ts";
import { sameRanges, type Range } from "../model/range.ts";
import type { Mark } from "./mark.ts";
import { MarkIndex } from "./markIndex.ts";
import { segmentsOf, type Segment } from "./segment.ts";

/** How many lines stand under a segment at most; a fourth would run into the next line of text. */
const lineLimit = 3;

/** What lies over the text, and how it is drawn. A value: each change makes a new one. */
export class Highlights {
  readonly index: MarkIndex;
  /** The statements whose segments stand out, for a card that is chosen or pointed at. */
  private readonly active: string | null;
  private readonly hovered: ReadonlySet<string>;
  /** What is drawn as selected although the focus, and so the browser's selection, is elsewhere. */
  private readonly kept: readonly Range[];

  private constructor(
    index: MarkIndex,
    active: string | null,
    hovered: ReadonlySet<string>,
    kept: readonly Range[],
  ) {
    this.index = index;
    this.active = active;
    this.hovered = hovered;
    this.kept = kept;
  }

  static readonly none = new Highlights(new MarkIndex([]), null, new Set(), []);

  withMarks(marks: readonly Mark[]): Highlights {
    return new Highlights(new MarkIndex(marks), this.active, this.hovered, this.kept);
  }

  withActive(active: string | null): Highlights {
    return active === this.active
      ? this
      : new Highlights(this.index, active, this.hovered, this.kept);
  }

  withHovered(ids: readonly string[]): Highlights {
    const hovered = new Set(ids);
    if (hovered.size === this.hovered.size && ids.every((id) => this.hovered.has(id))) return this;
    return new Highlights(this.index, this.active, hovered, this.kept);
  }

  withKept(kept: readonly Range[]): Highlights {
    return sameRanges(kept, this.kept)
      ? this
      : new Highlights(this.index, this.active, this.hovered, kept);
  }

  /** The decorations of these blocks, which follow one another. */
  drawn(blocks: readonly Block[]): Decoration[] {
    const start = blocks[0]?.start ?? 0;
    const stretches = this.index.over({ start, end: blocks.at(-1)?.end ?? start });
    return blocks.flatMap((block) =>
      segmentsOf(block, stretches, this.kept).map((segment) => {
        const from = block.position + segment.start - block.start;
        return Decoration.inline(
          from,
          from + segment.end - segment.start,
          this.attributes(segment),
        );
      }),
    );
  }

  private attributes({ marks, beginning, kept }: Segment) {
    const [top] = marks;
    if (!top) return { nodeName: "span", class: "is-kept" };
    const colours = linesUnder(marks);
    const classes = ["st", `st-line-${top.line}`, `st-lines-${colours.length}`];
    if (marks.length > 1) classes.push("is-overlap");
    if (marks.some(({ id }) => id === this.active)) classes.push("is-active");
    if (marks.some(({ id }) => this.hovered.has(id))) classes.push("is-hovered");
    if (kept) classes.push("is-kept");
    const sign = beginning.map((mark) => mark.sign).join(" ");
    return {
      nodeName: "mark",
      class: classes.join(" "),
      style: `--depth:${marks.length};${colours.map((colour, i) => `--c${i + 1}:${colour}`).join(";")}`,
      "data-statements": marks.map(({ id }) => id).join(" "),
      ...(sign && { "data-sign": sign }),
    };
  }
}

/**
 * The colours of the lines under a segment: the main one of each mark before the others of any, so
 * that every mark that lies there shows.
 */
function linesUnder(marks: readonly Mark[]): string[] {
  const main = marks.flatMap(({ colours }) => colours.slice(0, 1));
  const others = marks.flatMap(({ colours }) => colours.slice(1));
  return [...main, ...others].slice(0, lineLimit);
}
