import type { Range } from "../model/range.ts";

/** How the lines under a mark are drawn: so that what colour tells is told without colour too. */
export type Line = "solid" | "dashed" | "dotted" | "double";

/** One statement as the reader draws it in the text. */
export interface Mark {
  /** The statement's id. */
  readonly id: string;
  /** Sorted, disjoint; UTF-16 code units of the article text. */
  readonly ranges: readonly Range[];
  /** `#rrggbb`, one for each of what it is coloured by, at least one; the first is the main one. */
  readonly colours: readonly string[];
  readonly line: Line;
  /** A short sign before its first word that its card shows too ("3"): a link that needs no colour. */
  readonly sign: string;
}

/** What the reader tells its owner. Offsets and ranges count UTF-16 code units of the article text. */
export interface ReaderEvents {
  /**
   * The selection changed. `range` is trimmed of white space, null when nothing is selected; `done`
   * says that the pointer let go of it, or that the keyboard made it (then it may still grow).
   */
  readonly onSelect?: (range: Range | null, by: "pointer" | "keyboard", done: boolean) => void;
  /** A click (no drag) on a place with statements; topmost (shortest) first. */
  readonly onPick?: (ids: readonly string[], offset: number) => void;
  /** The pointer is over these statements; empty when it left them. */
  readonly onHover?: (ids: readonly string[]) => void;
  /** The caret stands in these statements. */
  readonly onCaret?: (ids: readonly string[]) => void;
  /** A key was pressed in the text that the reader has no use for (letters, digits, Escape, Delete). */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** What is laid out changed: scrolled, resized, other marks. Comes at most once a frame. */
  readonly onLayout?: () => void;
}
