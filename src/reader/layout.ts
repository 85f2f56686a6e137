import { firstWhere } from "./firstWhere.ts";

/** Indices of blocks, both included; `last` is before `first` when there are none. */
export interface BlockSpan {
  readonly first: number;
  readonly last: number;
}

export const noBlocks: BlockSpan = { first: 0, last: -1 };

export function contains(outer: BlockSpan, inner: BlockSpan): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/**
 * How far beyond the window marks are drawn, in window heights; and how far they must at least
 * reach before more are drawn. The distance between the two is how far one can scroll at no cost.
 */
export const drawnMargin = 1.5;
export const neededMargin = 0.25;

/** The element at a text block's path below the text's own, `root`; null for one not shown. */
export function elementAt(root: Element, path: readonly number[]): Element | null {
  let at: Element | null = root;
  for (const step of path) at = at?.children.item(step) ?? null;
  return at;
}

/** The text blocks that are shown, as elements below the text's own. */
interface ShownBlocks {
  readonly blockCount: number;
  element(root: Element, index: number): Element | null;
}

/**
 * Where the blocks of the text are on the screen. Reads the page's layout and keeps none of it, so
 * it is never out of date; each question costs O(log blocks).
 */
export class Layout {
  private readonly root: HTMLElement;
  private readonly blocks: ShownBlocks;
  private readonly resized: ResizeObserver;
  private readonly over = new AbortController();

  /**
   * @param root the text's element
   * @param blocks its text blocks, in order from top to bottom
   * @param moved called when blocks may have come to stand elsewhere in the window: with the first
   *   layout, and from then on at most once a frame for each cause, just before the frame is drawn
   */
  constructor(root: HTMLElement, blocks: ShownBlocks, moved: () => void) {
    this.root = root;
    this.blocks = blocks;
    this.resized = new ResizeObserver(moved);
    this.resized.observe(root);
    const { signal } = this.over;
    // Whatever scrolls around the text.
    window.addEventListener("scroll", moved, { capture: true, passive: true, signal });
    window.addEventListener("resize", moved, { passive: true, signal });
  }

  destroy(): void {
    this.over.abort();
    this.resized.disconnect();
  }

  /** The blocks that stand within the window, or within `margin` of its heights above or below. */
  near(margin: number): BlockSpan {
    return this.between(-window.innerHeight * margin, window.innerHeight * (1 + margin));
  }

  /** The blocks within `margin` window heights above or below a block. */
  around(index: number, margin: number): BlockSpan {
    const { top, bottom } = this.block(index);
    return this.between(top - window.innerHeight * margin, bottom + window.innerHeight * margin);
  }

  private between(top: number, bottom: number): BlockSpan {
    const after = firstWhere(this.blocks.blockCount, (i) => this.block(i).top > bottom);
    const first = firstWhere(after, (i) => this.block(i).bottom >= top);
    return { first, last: after - 1 };
  }

  /** The rectangle of a block. Asks for no layout of what is in the block. */
  block(index: number): DOMRect {
    return this.blocks.element(this.root, index)?.getBoundingClientRect() ?? new DOMRect();
  }

  get rect(): DOMRect {
    return this.root.getBoundingClientRect();
  }

  /**
   * Scrolls what `place` gives to the middle of what scrolls the text; with "nearest" only as far as
   * is needed. What lies over the foot of it, by its scroll padding, hides what is below. Blocks that
   * come near are laid out on the way, which moves things, so it looks twice.
   */
  scrollTo(place: () => DOMRect, where: "centre" | "nearest"): void {
    const scroller = scrollerOf(this.root);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const box = seenOf(scroller);
      const rect = place();
      const inView = box.top <= rect.top && rect.bottom <= box.bottom;
      if (where === "nearest" && inView) return;
      // Of what is taller than the window, the beginning matters.
      const top = box.top + Math.max(box.height * 0.1, (box.height - rect.height) / 2);
      scroller.scrollTop += rect.top - top;
    }
  }
}

/** The nearest ancestor that scrolls, or the page. */
function scrollerOf(element: HTMLElement): Element {
  for (let outer = element.parentElement; outer; outer = outer.parentElement)
    if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) return outer;
  return document.documentElement;
}

/** The part of the window that the scroller's content can be seen in. */
function seenOf(scroller: Element): DOMRect {
  const { top, left, width, height } =
    scroller === document.documentElement
      ? new DOMRect(0, 0, window.innerWidth, window.innerHeight)
      : scroller.getBoundingClientRect();
  // What is not a length, as "auto", is none.
  const foot = Number.parseFloat(getComputedStyle(scroller).scrollPaddingBottom) || 0;
  return new DOMRect(left, top, width, Math.max(0, height - foot));
}
