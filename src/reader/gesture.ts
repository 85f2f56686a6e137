import type { SelectedBy } from "./mark.ts";

/**
 * Tells who makes a selection, and when a pointer let go of it. Browsers report a selection some
 * time after the event that made it, so this remembers what the user used last.
 */
export class Gesture {
  by: SelectedBy = "keyboard";
  /** The main button is down on a press that began in the text. */
  pressed = false;
  private readonly over = new AbortController();
  private readonly released: () => void;

  /**
   * @param released the pointer let go: called in that very event, when the browser's selection is
   *   as the user left it
   */
  constructor(element: HTMLElement, released: () => void) {
    this.released = released;
    const options = { signal: this.over.signal, capture: true };
    element.addEventListener("pointerdown", this.pointerDown, options);
    // A drag may end anywhere.
    element.ownerDocument.addEventListener("pointerup", this.pointerUp, options);
    element.ownerDocument.addEventListener("pointercancel", this.pointerUp, options);
    element.addEventListener("keydown", this.keyDown, options);
  }

  destroy(): void {
    this.over.abort();
  }

  private readonly pointerDown = (event: PointerEvent): void => {
    this.by = event.pointerType === "touch" ? "touch" : "pointer";
    this.pressed = this.by === "pointer" && event.button === 0;
  };

  private readonly pointerUp = (event: PointerEvent): void => {
    if (!this.pressed || event.pointerType === "touch") return;
    this.pressed = false;
    this.released();
  };

  private readonly keyDown = (): void => {
    this.by = "keyboard";
  };
}
