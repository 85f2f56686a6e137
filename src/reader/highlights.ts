import { Decoration, type DecorationAttrs } from "prosemirror-view";
import type { Block } from "../model/document.ts";
import { sameRanges, type Range } from "../model/range.ts";
import { firstWhere } from "./firstWhere.ts";
import type { Hint, Mark } from "./mark.ts";
import { MarkIndex } from "./markIndex.ts";
import { segmentsOf, type Segment } from "./segment.ts";

/** How many lines stand under a segment at most; a fourth would run into the next line of text. */
const lineLimit = 3;

interface Shown {
  readonly index: MarkIndex;
  /** The statements whose segments stand out, for a card that is chosen or pointed at. */
  readonly active: string | null;
  readonly hovered: ReadonlySet<string>;
  /** What is drawn as selected although the focus, and so the browser's selection, is elsewhere. */
  readonly kept: readonly Range[];
  readonly hints: readonly Hint[];
}

/** What lies over the text, and how it is drawn. A value: each change makes a new one. */
export class Highlights {
  private readonly shown: Shown;

  private constructor(shown: Shown) {
    this.shown = shown;
  }

  static readonly none = new Highlights({
    index: new MarkIndex([]),
    active: null,
    hovered: new Set(),
    kept: [],
    hints: [],
  });

  get index(): MarkIndex {
    return this.shown.index;
  }

  withMarks(marks: readonly Mark[]): Highlights {
    return new Highlights({ ...this.shown, index: new MarkIndex(marks) });
  }

  withActive(active: string | null): Highlights {
    return active === this.shown.active ? this : new Highlights({ ...this.shown, active });
  }

  withHovered(ids: readonly string[]): Highlights {
    const hovered = new Set(ids);
    const same =
      hovered.size === this.shown.hovered.size && ids.every((id) => this.shown.hovered.has(id));
    return same ? this : new Highlights({ ...this.shown, hovered });
  }

  withKept(kept: readonly Range[]): Highlights {
    return sameRanges(kept, this.shown.kept) ? this : new Highlights({ ...this.shown, kept });
  }

  withHints(hints: readonly Hint[]): Highlights {
    return hints === this.shown.hints ? this : new Highlights({ ...this.shown, hints });
  }

  /** The decorations of these blocks, which follow one another. */
  drawn(blocks: readonly Block[]): Decoration[] {
    const start = blocks[0]?.start ?? 0;
    const end = blocks.at(-1)?.end ?? start;
    const layers = {
      stretches: this.index.over({ start, end }),
      kept: this.shown.kept,
      hints: within(this.shown.hints, { start, end }),
    };
    return blocks.flatMap((block) =>
      segmentsOf(block, layers).map((segment) => {
        const from = block.position + segment.start - block.start;
        const to = from + segment.end - segment.start;
        return Decoration.inline(from, to, this.attributes(segment));
      }),
    );
  }

  private attributes({ marks, beginning, kept, hint }: Segment): DecorationAttrs {
    const beside = [...(kept ? ["is-kept"] : []), ...(hint ? ["hint"] : [])];
    const hintStyle = hint ? `--hint:${hint.colour}` : "";
    const [top] = marks;
    if (!top) return { nodeName: "span", class: beside.join(" "), style: hintStyle };
    const lines = linesUnder(marks);
    const classes = ["st", `st-line-${top.line}`, `st-lines-${lines.length}`, ...beside];
    for (const [i, line] of lines.entries())
      if (i > 0 && line.broken) classes.push(`st-broken-${i + 1}`);
    if (marks.length > 1) classes.push("is-overlap");
    const suggested = marks.every((mark) => mark.suggested);
    if (suggested) classes.push("is-suggested");
    if (marks.some(({ id }) => id === this.shown.active)) classes.push("is-active");
    if (marks.some(({ id }) => this.shown.hovered.has(id))) classes.push("is-hovered");
    const style = [
      `--depth:${marks.length}`,
      ...lines.map(({ colour }, i) => `--c${i + 1}:${colour}`),
      hintStyle,
    ];
    const sign = beginning.map((mark) => mark.sign).join(" ");
    return {
      nodeName: suggested ? "span" : "mark",
      class: classes.join(" "),
      style: style.join(";"),
      "data-statements": marks.map(({ id }) => id).join(" "),
      ...(sign && { "data-sign": sign }),
    };
  }
}

/** The hints that reach into a span: they are disjoint, so they are sorted by their ends too. */
function within(hints: readonly Hint[], { start, end }: Range): readonly Hint[] {
  const first = firstWhere(hints.length, (i) => (hints[i]?.end ?? 0) > start);
  const after = firstWhere(hints.length, (i) => (hints[i]?.start ?? 0) >= end);
  return hints.slice(first, after);
}

/**
 * The lines under a segment: the main colour of each mark before the others of any, so that every mark
 * that lies there shows; broken where it is only suggested.
 */
function linesUnder(marks: readonly Mark[]): { colour: string; broken: boolean }[] {
  const lines = marks.map(({ colours, suggested }) =>
    colours.map((colour) => ({ colour, broken: suggested === true })),
  );
  return [
    ...lines.flatMap((own) => own.slice(0, 1)),
    ...lines.flatMap((own) => own.slice(1)),
  ].slice(0, lineLimit);
}
