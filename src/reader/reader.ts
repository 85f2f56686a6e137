import type { Node } from "prosemirror-model";
import { EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { trimRange, type Range } from "../model/range.ts";
import { afterFrame } from "./afterFrame.ts";
import { Drawing } from "./drawing.ts";
import { Gesture } from "./gesture.ts";
import { Highlights } from "./highlights.ts";
import { navigates, selectionKeys } from "./keys.ts";
import { Layout } from "./layout.ts";
import type { Hint, Mark, ReaderEvents } from "./mark.ts";
import { Report } from "./report.ts";
import { positionUnder, pressedInside, readSelection } from "./selecting.ts";
import { surfaceAttributes, unchangeable } from "./surface.ts";
import "./reader.css";

/**
 * How many code units of a long article appear a frame, after its first blocks: few enough that no
 * frame of it takes as long as a user notices.
 */
const shownPerFrame = 150_000;

/** Marks a transaction that the owner asked for, so that it is not told back. */
const byOwner = "by owner";

/**
 * An article's text on the screen: read-only, with a caret, selectable in every way a browser
 * offers, and with marks. Marks exist in the DOM for blocks near the window only.
 */
export class Reader {
  private readonly view: EditorView;
  private readonly layout: Layout;
  private readonly gesture: Gesture;
  private readonly report: Report;
  private readonly drawing: Drawing;
  /** The article text; null until it is asked for, since most articles are opened to be read. */
  private text: string | null = null;
  private stopGrowing = (): void => {};

  /**
   * @param place an empty element in the page, which the reader fills
   * @param marks what `setMarks` would be given next: an article opens a little sooner with them
   */
  constructor(
    place: HTMLElement,
    document: Node,
    events: ReaderEvents,
    { label = "Article text", marks = [] }: { label?: string; marks?: readonly Mark[] } = {},
  ) {
    this.report = new Report(events);
    this.drawing = new Drawing(document, Highlights.none.withMarks(marks));
    const surface = unchangeable(
      () => this.selectedText(),
      () => readSelection(this.view),
    );
    this.view = new EditorView(place, {
      ...surface,
      state: EditorState.create({ doc: this.drawing.document }),
      attributes: () => ({
        ...surfaceAttributes(label),
        style: `--typical-length:${this.drawing.typicalLength}`,
      }),
      decorations: () => this.drawing.decorations,
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
    this.layout = new Layout(this.view.dom, this.drawing, () => this.windowMoved());
    this.gesture = new Gesture(this.view.dom, () => {
      readSelection(this.view);
      this.tellSelection(true);
    });
    window.addEventListener("beforeprint", this.drawEverything);
    this.growLater();
  }

  destroy(): void {
    window.removeEventListener("beforeprint", this.drawEverything);
    this.stopGrowing();
    this.layout.destroy();
    this.gesture.destroy();
    this.report.destroy();
    this.view.destroy();
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

  /** Points out places faintly, beside the marks. */
  setHints(hints: readonly Hint[]): void {
    this.show(this.drawing.highlights.withHints(hints));
  }

  /** Draws ranges as selected while the focus, and with it the browser's selection, is elsewhere. */
  keepSelectionVisible(ranges: readonly Range[]): void {
    this.show(this.drawing.highlights.withKept(ranges));
  }

  /** Selects a range, or puts the caret at an empty one, in view. Keys then move the edge `moving`. */
  select(range: Range, moving: "start" | "end" = "end"): void {
    this.grow();
    const { doc, tr } = this.view.state;
    const [from, to] = [this.position(range.start), this.position(range.end)];
    const edges = moving === "end" ? ([from, to] as const) : ([to, from] as const);
    const selected = tr.setSelection(TextSelection.create(doc, ...edges));
    this.view.dispatch(selected.setMeta(byOwner, true));
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
    if (index < drawn.first || drawn.last < index)
      return this.drawing.estimatedTop(this.layout, offset);
    return this.view.coordsAtPos(this.position(offset), 1).top - this.layout.rect.top;
  }

  /** The rectangle around a range on the screen, to put something beside it. */
  rect({ start, end }: Range): DOMRect {
    this.grow();
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
    this.text ??= this.drawing.text();
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

  /** Shows `length` code units more of the document: all of it for what cannot wait for the rest. */
  private grow(length = Infinity): void {
    if (this.drawing.complete) return;
    if (this.view.hasFocus()) readSelection(this.view);
    this.drawing.grow(length);
    this.drawing.draw();
    const { anchor, head } = this.view.state.selection;
    const doc = this.drawing.document;
    const selection = TextSelection.create(doc, anchor, head);
    this.view.updateState(EditorState.create({ doc, selection }));
  }

  private growLater(): void {
    if (this.drawing.complete) return;
    this.stopGrowing = afterFrame(() => {
      this.grow(shownPerFrame);
      this.growLater();
    });
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

  private readonly drawEverything = (): void => {
    this.grow();
    this.drawing.everything();
    this.draw();
  };

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
    this.grow();
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

/** The statements drawn under the pointer, topmost first. */
function statementsOf(target: EventTarget | null): string[] {
  const mark = target instanceof Element ? target.closest<HTMLElement>("[data-statements]") : null;
  return mark?.dataset.statements?.split(" ") ?? [];
}
