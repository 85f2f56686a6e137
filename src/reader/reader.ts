import { keydownHandler } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { EditorState, TextSelection, type Command, type Transaction } from "prosemirror-state";
import { DecorationSet, EditorView, type NodeView } from "prosemirror-view";
import { Positions, textOf } from "../model/document.ts";
import { trimRange, type Range } from "../model/range.ts";
import { Gesture } from "./gesture.ts";
import { Highlights } from "./highlights.ts";
import { Layout, type BlockSpan } from "./layout.ts";
import type { Mark, ReaderEvents } from "./mark.ts";
import { Report } from "./report.ts";
import { surfaceAttributes, unchangeable } from "./surface.ts";
import "./reader.css";

/**
 * How far beyond the window marks are drawn, in window heights; and how far they must at least
 * reach before more are drawn. The distance between the two is how far one can scroll at no cost.
 */
const drawnMargin = 1.5;
const neededMargin = 0.5;

/** Marks a transaction that the owner asked for, so that it is not told back. */
const byOwner = "by owner";

/**
 * An article's text on the screen: read-only, with a caret, selectable in every way a browser
 * offers, and with marks. Marks exist in the DOM for blocks near the window only.
 */
export class Reader {
  private readonly events: ReaderEvents;
  private readonly view: EditorView;
  private readonly layout: Layout;
  private readonly gesture: Gesture;
  private readonly resized: ResizeObserver;
  private readonly over = new AbortController();
  private positions: Positions;
  private highlights = Highlights.none;
  /** The blocks whose marks are drawn. */
  private drawn: BlockSpan = { first: 0, last: -1 };
  private decorations = DecorationSet.empty;
  private report: Report;

  /** @param place an empty element in the page, which the reader fills */
  constructor(place: HTMLElement, document: Node, events: ReaderEvents, label = "Article text") {
    this.events = events;
    this.report = new Report(events);
    this.positions = new Positions(document);
    const surface = unchangeable(
      () => this.selectedText(),
      () => this.readSelection(),
    );
    this.view = new EditorView(place, {
      ...surface,
      state: EditorState.create({ doc: document }),
      attributes: surfaceAttributes(label),
      decorations: () => this.decorations,
      nodeViews: { paragraph: blockView },
      dispatchTransaction: (transaction) => this.apply(transaction),
      handleKeyDown: (_view, event) => this.keyDown(event),
      handleDOMEvents: {
        ...surface.handleDOMEvents,
        mousedown: (_view, event) => this.mouseDown(event),
        click: (_view, event) => this.click(event),
        pointerover: (_view, event) => this.hover(event),
        pointerleave: (_view, event) => this.hover(event),
      },
      scrollThreshold: 32,
      scrollMargin: 64,
    });
    this.layout = new Layout(this.view.dom);
    this.gesture = new Gesture(this.view.dom, () => this.released());
    this.resized = new ResizeObserver(() => this.moved());
    this.resized.observe(this.view.dom);
    const { signal } = this.over;
    // Whatever scrolls around the text; scroll events come once a frame, just before it is drawn.
    window.addEventListener("scroll", () => this.moved(), { capture: true, passive: true, signal });
    window.addEventListener("resize", () => this.moved(), { passive: true, signal });
    window.addEventListener("beforeprint", () => this.drawAll(), { signal });
    this.moved();
  }

  destroy(): void {
    this.over.abort();
    this.resized.disconnect();
    this.gesture.destroy();
    this.report.destroy();
    this.view.destroy();
  }

  /** Shows another text, without marks and with nothing selected. */
  setDocument(document: Node): void {
    this.positions = new Positions(document);
    this.text = null;
    this.report.destroy();
    this.report = new Report(this.events);
    this.highlights = Highlights.none;
    this.decorations = DecorationSet.empty;
    this.drawn = { first: 0, last: -1 };
    this.view.updateState(EditorState.create({ doc: document }));
    this.moved();
  }

  setMarks(marks: readonly Mark[]): void {
    this.show(this.highlights.withMarks(marks));
  }

  /** Makes one statement stand out, its card being chosen. */
  setActive(id: string | null): void {
    this.show(this.highlights.withActive(id));
  }

  /** Makes statements stand out a little, their cards being pointed at. */
  setHovered(ids: readonly string[]): void {
    this.show(this.highlights.withHovered(ids));
  }

  /** Draws ranges as selected while the focus, and with it the browser's selection, is elsewhere. */
  keepSelectionVisible(ranges: readonly Range[]): void {
    this.show(this.highlights.withKept(ranges));
  }

  /** Selects a range, or with `start` = `end` puts the caret there, and scrolls it into view. */
  select({ start, end }: Range): void {
    const { doc, tr } = this.view.state;
    const from = this.positions.position(start);
    const selection = TextSelection.create(doc, from, this.positions.position(end));
    this.view.dispatch(tr.setSelection(selection).setMeta(byOwner, true));
    this.reveal({ start, end }, "nearest");
  }

  /** What is selected, without white space at its edges; null when nothing is. */
  get selection(): Range | null {
    const { from, to, empty } = this.view.state.selection;
    return empty
      ? null
      : trimRange(this.articleText, this.positions.offset(from), this.positions.offset(to));
  }

  /** Where the caret stands, or the moving end of the selection. */
  get caret(): number {
    return this.positions.offset(this.view.state.selection.head);
  }

  focus(): void {
    this.view.focus();
  }

  /** The statements over the character at `offset`, topmost (shortest) first. */
  statementsAt(offset: number): readonly string[] {
    return this.highlights.index.at(offset).map(({ id }) => id);
  }

  /** What stands near the window: all that marks are drawn for. */
  visible(): Range {
    const { blocks } = this.positions;
    return {
      start: blocks[this.drawn.first]?.start ?? 0,
      end: blocks[this.drawn.last]?.end ?? 0,
    };
  }

  /**
   * How far below the reader's top the line of an offset is, in pixels: exactly for what stands near
   * the window, else by its place in its block, which needs no layout of that block.
   */
  top(offset: number): number {
    const index = this.positions.blockAt(offset);
    const origin = this.layout.rect.top;
    if (this.drawn.first <= index && index <= this.drawn.last)
      return this.view.coordsAtPos(this.positions.position(offset), 1).top - origin;
    const { start, end } = this.positions.blocks[index] ?? { start: 0, end: 0 };
    const { top, height } = this.layout.block(index);
    return top - origin + (height * (offset - start)) / (end - start + 1);
  }

  /** The rectangle around a range on the screen, to put something beside it. */
  rect({ start, end }: Range): DOMRect {
    const from = this.view.domAtPos(this.positions.position(start), 1);
    const to = this.view.domAtPos(this.positions.position(end), -1);
    const range = this.view.dom.ownerDocument.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range.getBoundingClientRect();
  }

  /** Scrolls a range to the middle of the view; with "nearest" only as far as is needed to see it. */
  reveal(range: Range, where: "centre" | "nearest" = "centre"): void {
    this.layout.scrollTo(() => this.rect(range), where);
    this.moved();
  }

  private text: string | null = null;

  private get articleText(): string {
    // Most articles are opened to be read: the text is put together when it is first asked for.
    this.text ??= textOf(this.view.state.doc);
    return this.text;
  }

  private selectedText(): string {
    const { from, to } = this.view.state.selection;
    return this.articleText.slice(this.positions.offset(from), this.positions.offset(to));
  }

  private show(highlights: Highlights): void {
    if (highlights === this.highlights) return;
    this.highlights = highlights;
    this.draw();
  }

  /** The window or the text moved: draws the marks of what came near. */
  private moved(): void {
    const needed = this.layout.near(neededMargin);
    if (needed.first < this.drawn.first || needed.last > this.drawn.last) {
      this.drawn = this.layout.near(drawnMargin);
      this.draw();
    } else this.report.layout();
  }

  private drawAll(): void {
    this.drawn = { first: 0, last: this.positions.blocks.length - 1 };
    this.draw();
  }

  private draw(): void {
    if (this.view.hasFocus()) this.readSelection();
    const { state } = this.view;
    const { first, last } = this.drawn;
    this.decorations = this.highlights.drawn(state.doc, this.positions, first, last);
    this.view.updateState(state);
    this.report.layout();
  }

  private apply(transaction: Transaction): void {
    // What a composition did to the DOM arrives here as a change; the text has none.
    if (transaction.docChanged) return;
    this.view.updateState(this.view.state.apply(transaction));
    if (transaction.getMeta(byOwner) === true) this.report.known(this.selection);
    else this.tellSelection(this.gesture.by === "keyboard");
  }

  private released(): void {
    this.readSelection();
    this.tellSelection(true);
  }

  /**
   * Takes over the browser's selection. It reports one some time after it made it: by then the next
   * key may have come, or a redraw have put back the selection before it.
   */
  private readSelection(): void {
    const { dom, state } = this.view;
    const selected = dom.ownerDocument.getSelection();
    const { anchorNode, focusNode } = selected ?? {};
    if (
      !selected ||
      !anchorNode ||
      !focusNode ||
      !dom.contains(anchorNode) ||
      !dom.contains(focusNode)
    )
      return;
    const anchor = this.view.posAtDOM(anchorNode, selected.anchorOffset);
    const head = this.view.posAtDOM(focusNode, selected.focusOffset);
    if (anchor === state.selection.anchor && head === state.selection.head) return;
    const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
    if (!selection.eq(state.selection)) this.view.dispatch(state.tr.setSelection(selection));
  }

  private tellSelection(done: boolean): void {
    const range = this.selection;
    this.report.selection(range, this.gesture.by, done);
    if (!range) this.report.caret(this.statementsAt(this.caret));
  }

  private keyDown(event: KeyboardEvent): boolean {
    // ProseMirror makes up keys from what a keyboard on a screen did to the DOM: those are no keys.
    if (!(event instanceof KeyboardEvent) || event.isComposing || event.keyCode === 229)
      return false;
    if (navigates(event.key)) return false;
    return selectionKeys(this.view, event) || this.report.key(event);
  }

  /** A press inside the selection starts a new one, as where text cannot be dragged. */
  private mouseDown(event: MouseEvent): boolean {
    const { selection, doc, tr } = this.view.state;
    if (event.button !== 0 || event.detail !== 1 || event.shiftKey || selection.empty) return false;
    const at = this.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
    if (at !== undefined && selection.from <= at && at <= selection.to)
      this.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at))));
    return false;
  }

  private click(event: MouseEvent): boolean {
    const at = this.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
    const nothingSelected = this.view.dom.ownerDocument.getSelection()?.isCollapsed ?? true;
    if (event.button === 0 && nothingSelected && at !== undefined)
      this.report.pick(statementsOf(event.target), this.positions.offset(at));
    return false;
  }

  private hover(event: PointerEvent): boolean {
    if (!this.gesture.pressed && event.pointerType !== "touch")
      this.report.hover(event.type === "pointerleave" ? [] : statementsOf(event.target));
    return false;
  }
}

/** As the browser would, but without scrolling to the end. */
const selectAll: Command = ({ doc, tr }, dispatch) => {
  dispatch?.(tr.setSelection(TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size))));
  return true;
};

const selectionKeys = keydownHandler({ "Mod-a": selectAll });

/** A paragraph that knows how long its text is, from which the stylesheet estimates its height. */
function blockView(node: Node): NodeView {
  const dom = document.createElement("p");
  dom.dir = "auto";
  dom.style.setProperty("--length", String(node.content.size));
  return { dom, contentDOM: dom };
}

/** The statements drawn under the pointer, topmost first. */
function statementsOf(target: EventTarget | null): string[] {
  const mark = target instanceof Element ? target.closest<HTMLElement>("[data-statements]") : null;
  return mark?.dataset.statements?.split(" ") ?? [];
}

function navigates(key: string): boolean {
  return /^(Arrow(Up|Down|Left|Right)|Home|End|Page(Up|Down)|Shift|Control|Alt|Meta)$/.test(key);
}
