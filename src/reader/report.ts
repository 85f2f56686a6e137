import type { Range } from "../model/range.ts";
import type { ReaderEvents, SelectedBy } from "./mark.ts";

/** Tells the reader's owner what changed, and only what changed since it was last told. */
export class Report {
  private readonly events: ReaderEvents;
  private selected: Range | null = null;
  private caretIn = "";
  private over = "";
  private frame = 0;

  constructor(events: ReaderEvents) {
    this.events = events;
  }

  /** Takes note of a selection that needs no telling. */
  known(range: Range | null): void {
    this.selected = range;
  }

  selection(range: Range | null, by: SelectedBy, done: boolean): void {
    const changed = range?.start !== this.selected?.start || range?.end !== this.selected?.end;
    this.selected = range;
    // That a pointer let go is news by itself.
    if (changed || (done && by === "pointer")) this.events.onSelect?.(range, by, done);
  }

  caret(ids: readonly string[]): void {
    const caretIn = ids.join(" ");
    if (caretIn === this.caretIn) return;
    this.caretIn = caretIn;
    this.events.onCaret?.(ids);
  }

  hover(ids: readonly string[]): void {
    const over = ids.join(" ");
    if (over === this.over) return;
    this.over = over;
    this.events.onHover?.(ids);
  }

  pick(ids: readonly string[], offset: number): void {
    if (ids.length > 0) this.events.onPick?.(ids, offset);
  }

  key(event: KeyboardEvent): boolean {
    return this.events.onKey?.(event) === true;
  }

  /** Tells once, in the next frame, however often it is called before. */
  layout(): void {
    if (!this.events.onLayout || this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.events.onLayout?.();
    });
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
  }
}
