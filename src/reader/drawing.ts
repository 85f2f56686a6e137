import type { Node } from "prosemirror-model";
import { Decoration, DecorationSet } from "prosemirror-view";
import { Positions } from "../model/document.ts";
import { Highlights } from "./highlights.ts";
import { contains, noBlocks, type BlockSpan, type Layout } from "./layout.ts";

/**
 * How far beyond the window marks are drawn, in window heights; and how far they must at least
 * reach before more are drawn. The distance between the two is how far one can scroll at no cost.
 */
const drawnMargin = 1.5;
const neededMargin = 0.5;

/**
 * How far around the caret blocks are laid out wherever the window is, in window heights: browsers
 * cannot move a caret through text that is not, and one key moves it by a window at most.
 */
const caretMargin = 2;
const neededCaretMargin = 1.2;

/** What of one document is drawn: marks for the blocks near the window, layout for those near the caret. */
export class Drawing {
  readonly document: Node;
  readonly positions: Positions;
  highlights = Highlights.none;
  decorations = DecorationSet.empty;
  /** The blocks whose marks are drawn. */
  drawn = noBlocks;
  private aroundCaret = noBlocks;

  constructor(document: Node) {
    this.document = document;
    this.positions = new Positions(document);
  }

  /** @returns whether blocks came near the window whose marks have to be drawn now */
  windowMoved(layout: Layout): boolean {
    if (contains(this.drawn, layout.near(neededMargin))) return false;
    this.drawn = layout.near(drawnMargin);
    return true;
  }

  /** @returns whether blocks came near the caret that have to be laid out now */
  caretMoved(layout: Layout, offset: number): boolean {
    const index = this.positions.blockAt(offset);
    if (contains(this.aroundCaret, layout.around(index, neededCaretMargin))) return false;
    this.aroundCaret = layout.around(index, caretMargin);
    return true;
  }

  /** Draws the marks of all blocks, for paper. */
  everything(): void {
    this.drawn = { first: 0, last: this.positions.blocks.length - 1 };
  }

  draw(): void {
    this.decorations = DecorationSet.create(this.document, [
      ...this.highlights.drawn(this.blocks(this.drawn)),
      ...this.blocks(this.aroundCaret).map(({ start, end, position }) =>
        Decoration.node(position - 1, position + end - start + 1, { class: "is-near-caret" }),
      ),
    ]);
  }

  private blocks({ first, last }: BlockSpan) {
    return this.positions.blocks.slice(first, last + 1);
  }
}
