import { history, redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import { keydownHandler } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { EditorState, Plugin, TextSelection, type Transaction } from "prosemirror-state";
import { DecorationSet, EditorView } from "prosemirror-view";
import { Correction } from "../model/correction.ts";
import { Positions } from "../model/document.ts";
import { overlap } from "../model/range.ts";
import { withStep, type Replacement } from "../model/replacement.ts";
import { correctingKeys, pasted, tidied } from "./correcting.ts";
import { Highlights } from "./highlights.ts";
import { contains, drawnMargin, elementAt, Layout, neededMargin, noBlocks } from "./layout.ts";
import type { Mark } from "./mark.ts";
import { readSelection } from "./selecting.ts";
import { forbid, refuseToTake } from "./surface.ts";
import "./reader.css";
import "./corrector.css";

export interface CorrectorEvents {
  /** The text changed, and with it the correction. Comes at most once a frame. */
  readonly onChange: () => void;
  /** Ctrl+S or Ctrl+Enter was pressed in the text. */
  readonly onSave: () => void;
  /** Escape was pressed in the text. */
  readonly onCancel: () => void;
}

/**
 * An article's text on the screen, to be corrected: typed in, split, joined, pasted into as plain
 * text, with undo of its own. Marks go with their words as the statements will.
 */
export class Corrector {
  private readonly view: EditorView;
  private readonly original: Node;
  private readonly events: CorrectorEvents;
  /** In positions of the documents. */
  private replacements: readonly Replacement[] = [];
  /** The correction of the document as it was when it was last asked for. */
  private known: { readonly document: Node; readonly correction: Correction } | null = null;
  private marks: readonly Mark[] = [];
  private decorations = DecorationSet.empty;
  /** The text blocks as they are drawn. */
  private positions: Positions;
  private readonly layout: Layout;
  /** The blocks whose marks are drawn. */
  private drawn = noBlocks;
  private frame = 0;

  /**
   * @param place an empty element in the page, which the corrector fills
   * @param language BCP 47 tag of the text, for the browser's spelling checker; may be empty
   */
  constructor(place: HTMLElement, document: Node, language: string, events: CorrectorEvents) {
    this.original = document;
    this.positions = new Positions(document);
    this.events = events;
    const keys = keydownHandler({
      ...correctingKeys,
      "Mod-z": undo,
      "Mod-y": redo,
      "Shift-Mod-z": redo,
      "Mod-s": () => this.tell(events.onSave),
      "Mod-Enter": () => this.tell(events.onSave),
    });
    this.view = new EditorView(place, {
      state: EditorState.create({
        doc: document,
        plugins: [
          history(),
          new Plugin({ appendTransaction: (_all, _old, state) => tidied(state) }),
        ],
      }),
      attributes: {
        class: "reader corrector",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "Article text, correcting",
        spellcheck: "true",
        translate: "no",
        ...(language !== "" && { lang: language }),
      },
      decorations: () => this.decorations,
      dispatchTransaction: (transaction) => this.apply(transaction),
      clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, "\n"),
      handleKeyDown: (view, event) => {
        if (event.isComposing || event.keyCode === 229) return false;
        // The key before may have moved the caret: what this one does, it does there.
        if (event instanceof KeyboardEvent) readSelection(view);
        return keys(view, event) || this.cancels(event);
      },
      handleDOMEvents: {
        dragstart: forbid,
        drop: forbid,
        dragenter: refuseToTake,
        dragover: refuseToTake,
        paste: (view, event) => {
          event.preventDefault();
          const text = event.clipboardData?.getData("text/plain") ?? "";
          if (text !== "") view.dispatch(pasted(view.state, text));
          return true;
        },
      },
      scrollThreshold: 96,
      scrollMargin: 128,
    });
    this.layout = new Layout(this.view.dom, this, () => this.windowMoved());
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.layout.destroy();
    this.view.destroy();
  }

  /** @param marks on the text as it was; they are drawn where their words are now */
  setMarks(marks: readonly Mark[]): void {
    this.marks = marks;
    this.draw();
  }

  /** How many text blocks are shown. */
  get blockCount(): number {
    return this.positions.blocks.length;
  }

  /** The element that draws a text block below the text's own, `root`. */
  element(root: Element, index: number): Element | null {
    return elementAt(root, this.positions.blocks[index]?.path ?? [Infinity]);
  }

  /** The document as it is corrected so far. */
  get document(): Node {
    return this.view.state.doc;
  }

  /** What was corrected so far. */
  get correction(): Correction {
    const { document } = this;
    if (this.known?.document !== document) {
      const correction = Correction.between(this.original, document, this.replacements);
      this.known = { document, correction };
    }
    return this.known.correction;
  }

  /** Whether the document is another than at first. */
  get changed(): boolean {
    return !this.document.eq(this.original);
  }

  /** Where the caret stands, in UTF-16 code units of the text as it is now. */
  get caret(): number {
    return new Positions(this.document).offset(this.view.state.selection.head);
  }

  /** Puts the caret at an offset, without scrolling, and gives it the focus. */
  start(offset: number): void {
    const { doc, tr } = this.view.state;
    const position = new Positions(doc).position(offset);
    this.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(position))));
    this.view.focus();
  }

  focus(): void {
    this.view.focus();
  }

  get canUndo(): boolean {
    return undoDepth(this.view.state) > 0;
  }

  get canRedo(): boolean {
    return redoDepth(this.view.state) > 0;
  }

  undo(): void {
    undo(this.view.state, this.view.dispatch);
    this.view.focus();
  }

  redo(): void {
    redo(this.view.state, this.view.dispatch);
    this.view.focus();
  }

  private windowMoved(): void {
    if (!contains(this.drawn, this.layout.near(neededMargin))) this.draw();
  }

  private tell(listener: () => void): true {
    listener();
    return true;
  }

  private cancels(event: KeyboardEvent): boolean {
    if (event.key !== "Escape") return false;
    // What asks about it must not take the same key as its answer.
    event.stopPropagation();
    return this.tell(this.events.onCancel);
  }

  private apply(transaction: Transaction): void {
    const { state, transactions } = this.view.state.applyTransaction(transaction);
    for (const one of transactions) {
      for (const map of one.mapping.maps) this.replacements = withStep(this.replacements, map);
      // Until the next frame draws them anew.
      if (one.docChanged) this.decorations = this.decorations.map(one.mapping, one.doc);
    }
    const changed = state.doc !== this.view.state.doc;
    this.view.updateState(state);
    if (changed) this.changedLater();
  }

  /** A key held down changes the text more often than a frame is drawn. */
  private changedLater(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      // What is being composed is the input method's; to draw it anew would end that.
      if (this.view.composing) this.changedLater();
      else this.draw();
      this.events.onChange();
    });
  }

  /** Draws the marks near the window anew, where their words are now. */
  private draw(): void {
    this.positions = new Positions(this.document);
    this.drawn = this.layout.near(drawnMargin);
    const blocks = this.positions.blocks.slice(this.drawn.first, this.drawn.last + 1);
    const shown = { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0 };
    const marks = this.marks.flatMap((mark) => {
      const ranges = this.correction.rangesOf(mark.ranges);
      return ranges.some((range) => overlap(range, shown)) ? [{ ...mark, ranges }] : [];
    });
    const highlights = Highlights.none.withMarks(marks);
    this.decorations = DecorationSet.create(this.document, highlights.drawn(blocks));
    // What the user selected since is not known yet, and drawing would put the old one back.
    if (this.view.hasFocus()) readSelection(this.view);
    this.view.updateState(this.view.state);
  }
}
