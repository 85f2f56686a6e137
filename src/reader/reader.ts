import type { Node } from "prosemirror-model";
import { EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { EditorView, type NodeView } from "prosemirror-view";
import { textOf } from "../model/document.ts";
import { trimRange, type Range } from "../model/range.ts";
import { Drawing } from "./drawing.ts";
import { Gesture } from "./gesture.ts";
import type { Highlights } from "./highlights.ts";
import { navigates, selectionKeys } from "./keys.ts";
import { Layout } from "./layout.ts";
import type { Mark, ReaderEvents } from "./mark.ts";
import { Report } from "./report.ts";
import { positionUnder, pressedInside, readSelection } from "./selecting.ts";
import { surfaceAttributes, unchangeable } from "./surface.ts";
import "./reader.css";

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
  private report: Report;
  private drawing: Drawing;
  /** The article text; null until it is asked for, since most articles are opened to be read. */
  private text: string | null = null;

  /** @param place an empty element in the page, which the reader fills */
  constructor(place: HTMLElement, document: Node, events: ReaderEvents, label = "Article text") {
    this.events = events;
    this.report = new Report(events);
    this.drawing = new Drawing(document);
    const surface = unchangeable(
      () => this.selectedText(),
      () => readSelection(this.view),
    );
    this.view = new EditorView(place, {
      ...surface,
      state: EditorState.create({ doc: document }),
      attributes: surfaceAttributes(label),
      decorations: () => this.drawing.decorations,
      nodeViews: { paragraph: blockView },
      dispatchTransaction: (transaction) => this.apply(transaction),
      handleKeyDown: (_view, event) => this.keyDown(event),
      handleDOMEvents: {
        ...surface.handleDOMEvents,
        focus: () => this.caretMoved(),
        mousedown: pressedInside,
        click: (_view, event) => this.click(event),
        pointerover: (_view, event) => this.hover(event, statementsOf(event.target)),
        pointerleave: (_view, event) => this.hover(event, []),
      },
      scrollThreshold: 32,
      scrollMargin: 64,
    });
    this.layout = new Layout(this.view.dom);
    this.gesture = new Gesture(this.view.dom, () => {
      readSelection(this.view);
      this.tellSelection(true);
    });
    this.resized = new ResizeObserver(() => this.windowMoved());
    this.resized.observe(this.view.dom);
    const { signal } = this.over;
    // Whatever scrolls around the text; scroll events come once a frame, just before it is drawn.
    window.addEventListener("scroll", () => this.windowMoved(), {
      capture: true,
      passive: true,
      signal,
    });
    window.addEventListener("resize", () => this.windowMoved(), { passive: true, signal });
    window.addEventListener("beforeprint", () => this.drawEverything(), { signal });
    this.windowMoved();
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
    this.text = null;
    this.report.destroy();
    this.report = new Report(this.events);
    this.drawing = new Drawing(document);
    this.view.updateState(EditorState.create({ doc: document }));
    this.windowMoved();
  }

  setMarks(marks: readonly Mark[]): void {
    this.show(this.drawing.highlights.withMarks(marks));
  }

  /** Makes one statement stand out, its card being chosen. */
  setActive(id: string | null): void {
    this.show(this.drawing.highlights.withActive(id));
  }

  /** Makes statements stand out a little, their cards being pointed at. */
  setHovered(ids: readonly string[]): void {
    this.show(this.drawing.highlights.withHovered(ids));
  }

  /** Draws ranges as selected while the focus, and with it the browser's selection, is elsewhere. */
  keepSelectionVisible(ranges: readonly Range[]): void {
    this.show(this.drawing.highlights.withKept(ranges));
  }

  /** Selects a range, or with `start` = `end` puts the caret there, and scrolls it into view. */
  select(range: Range): void {
    const { doc, tr } = this.view.state;
    const selection = TextSelection.create(
      doc,
      this.position(range.start),
      this.position(range.end),
    );
    this.view.dispatch(tr.setSelection(selection).setMeta(byOwner, true));
    this.reveal(range, "nearest");
  }

  /** What is selected, without white space at its edges; null when nothing is. */
  get selection(): Range | null {
    const { from, to, empty } = this.view.state.selection;
    return empty ? null : trimRange(this.articleText, this.offset(from), this.offset(to));
  }

  /** Where the caret stands, or the moving end of the selection. */
  get caret(): number {
    return this.offset(this.view.state.selection.head);
  }

  focus(): void {
    this.view.focus();
  }

  /** The statements over the character at `offset`, topmost (shortest) first. */
  statementsAt(offset: number): readonly string[] {
    return this.drawing.highlights.index.at(offset).map(({ id }) => id);
  }

  /** What stands near the window: all that marks are drawn for. */
  visible(): Range {
    const { drawn, positions } = this.drawing;
    return {
      start: positions.blocks[drawn.first]?.start ?? 0,
      end: positions.blocks[drawn.last]?.end ?? 0,
    };
  }

  /**
   * How far below the reader's top the line of an offset is, in pixels: exactly for what stands near
   * the window, else by its place in its block, which needs no layout of that block.
   */
  top(offset: number): number {
    const { drawn, positions } = this.drawing;
    const index = positions.blockAt(offset);
    const origin = this.layout.rect.top;
    if (drawn.first <= index && index <= drawn.last)
      return this.view.coordsAtPos(this.position(offset), 1).top - origin;
    const { start, end } = positions.blocks[index] ?? { start: 0, end: 0 };
    const { top, height } = this.layout.block(index);
    return top - origin + (height * (offset - start)) / (end - start + 1);
  }

  /** The rectangle around a range on the screen, to put something beside it. */
  rect({ start, end }: Range): DOMRect {
    const from = this.view.domAtPos(this.position(start), 1);
    const to = this.view.domAtPos(this.position(end), -1);
    const range = this.view.dom.ownerDocument.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range.getBoundingClientRect();
  }

  /** Scrolls a range to the middle of the view; with "nearest" only as far as is needed to see it. */
  reveal(range: Range, where: "centre" | "nearest" = "centre"): void {
    this.layout.scrollTo(() => this.rect(range), where);
    this.windowMoved();
  }

  private get articleText(): string {
    this.text ??= textOf(this.view.state.doc);
    return this.text;
  }

  private selectedText(): string {
    readSelection(this.view);
    const { from, to } = this.view.state.selection;
    return this.articleText.slice(this.offset(from), this.offset(to));
  }

  private position(offset: number): number {
    return this.drawing.positions.position(offset);
  }

  private offset(position: number): number {
    return this.drawing.positions.offset(position);
  }

  private show(highlights: Highlights): void {
    if (highlights === this.drawing.highlights) return;
    this.drawing.highlights = highlights;
    this.draw();
  }

  private windowMoved(): void {
    if (this.drawing.windowMoved(this.layout)) this.draw();
    else this.report.layout();
  }

  private caretMoved(): void {
    if (this.drawing.caretMoved(this.layout, this.caret)) this.draw();
  }

  private drawEverything(): void {
    this.drawing.everything();
    this.draw();
  }

  private draw(): void {
    if (this.view.hasFocus()) readSelection(this.view);
    this.drawing.draw();
    this.view.updateState(this.view.state);
    this.report.layout();
  }

  private apply(transaction: Transaction): void {
    // What a composition did to the DOM arrives here as a change; the text has none.
    if (transaction.docChanged) return;
    this.view.updateState(this.view.state.apply(transaction));
    if (transaction.getMeta(byOwner) === true) this.report.known(this.selection);
    else this.tellSelection(this.gesture.by === "keyboard");
    this.caretMoved();
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
    // The key before may have moved the caret: what this one does, it does there.
    readSelection(this.view);
    if (selectionKeys(this.view, event)) return true;
    return !navigates(event.key) && this.report.key(event);
  }

  private click(event: MouseEvent): void {
    const at = positionUnder(this.view, event);
    const nothingSelected = this.view.dom.ownerDocument.getSelection()?.isCollapsed ?? true;
    if (event.button === 0 && nothingSelected && at !== null)
      this.report.pick(statementsOf(event.target), this.offset(at));
  }

  private hover(event: PointerEvent, ids: readonly string[]): void {
    if (!this.gesture.pressed && event.pointerType !== "touch") this.report.hover(ids);
  }
}

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
