import type { Node } from "prosemirror-model";
import { Decoration, DecorationSet } from "prosemirror-view";
import { Positions, textOf, type Block } from "../model/document.ts";
import type { Highlights } from "./highlights.ts";
import {
  contains,
  drawnMargin,
  elementAt,
  neededMargin,
  noBlocks,
  type BlockSpan,
  type Layout,
} from "./layout.ts";

/**
 * How far around the caret blocks are laid out wherever the window is, in window heights: browsers
 * cannot move a caret through text that is not, and one key moves it by a window at most.
 */
const caretMargin = 2;
const neededCaretMargin = 1.2;

/** Code units that are shown at once when an article is opened: more than the largest windows hold. */
const shownFirst = 20_000;

/**
 * Code units in a window, by its height in pixels, with the margin that is needed: the marks of the
 * first of them are drawn before there is a layout that could tell, so that opening an article
 * needs one layout and draws no more than is seen. Lines have about 70 characters and 30 pixels.
 */
const drawnFirst = ((1 + neededMargin) * 70) / 30;

/** What of one document is on the screen: which blocks, whose marks, and what is laid out. */
export class Drawing {
  readonly positions: Positions;
  /** How many code units a block has on average, from which the stylesheet estimates heights. */
  readonly typicalLength: number;
  /** The document as far as it is shown: all, or its first blocks. */
  document: Node;
  highlights: Highlights;
  decorations = DecorationSet.empty;
  /** The blocks whose marks are drawn. */
  drawn: BlockSpan;
  private readonly whole: Node;
  private aroundCaret = noBlocks;
  private shown = 0;

  constructor(document: Node, highlights: Highlights) {
    this.whole = document;
    this.highlights = highlights;
    this.positions = new Positions(document);
    const { blocks } = this.positions;
    this.typicalLength = Math.ceil((blocks.at(-1)?.end ?? 0) / blocks.length);
    this.document = this.upTo(shownFirst);
    this.drawn = { first: 0, last: this.positions.blockAt(window.innerHeight * drawnFirst) };
    this.draw();
  }

  get complete(): boolean {
    return this.document === this.whole;
  }

  /** The article text. */
  text(): string {
    return textOf(this.whole);
  }

  /** How many text blocks are shown. */
  get blockCount(): number {
    return this.shown;
  }

  /** The element that draws a text block below the text's own, `root`; null for one not shown. */
  element(root: Element, index: number): Element | null {
    return elementAt(root, this.positions.blocks[index]?.path ?? [Infinity]);
  }

  /** Shows about `length` code units more. */
  grow(length: number): void {
    const { end } = this.positions.blocks[this.blockCount - 1] ?? { end: 0 };
    this.document = this.upTo(end + length);
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

  /**
   * How far below the top of the first block an offset is, in pixels, by its place in its block: for
   * what is not laid out. Blocks that are not shown yet count like those that are.
   */
  estimatedTop(layout: Layout, offset: number): number {
    const { blocks } = this.positions;
    const index = this.positions.blockAt(offset);
    const shown = Math.min(index, this.blockCount - 1);
    const { start, end } = blocks[shown] ?? { start: 0, end: 0 };
    const { top, bottom, height } = layout.block(shown);
    const origin = layout.rect.top;
    if (shown < index) return ((bottom - origin) * offset) / end;
    return top - origin + (height * (offset - start)) / (end - start + 1);
  }

  /** Takes all blocks to be near, for paper. */
  everything(): void {
    this.drawn = { first: 0, last: this.blockCount - 1 };
  }

  draw(): void {
    this.decorations = DecorationSet.create(this.document, [
      ...this.highlights.drawn(this.blocks(this.drawn)),
      ...this.blocks(this.aroundCaret).map(({ start, end, position }) =>
        Decoration.node(position - 1, position + end - start + 1, { class: "is-near-caret" }),
      ),
    ]);
  }

  private blocks({ first, last }: BlockSpan): Block[] {
    return this.positions.blocks.slice(first, last + 1);
  }

  /** The document up to the end of the block that the offset stands in. */
  private upTo(offset: number): Node {
    const { blocks } = this.positions;
    const index = Math.min(this.positions.blockAt(offset), blocks.length - 1);
    const last = blocks[index];
    this.shown = index + 1;
    if (!last || last === blocks.at(-1)) return this.whole;
    return this.whole.cut(0, last.position + last.end - last.start + 1);
  }
}
