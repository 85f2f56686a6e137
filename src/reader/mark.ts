import type { Range } from "../model/range.ts";

/** How the lines under a mark are drawn: so that what colour tells is told without colour too. */
export type Line = "solid" | "dashed" | "dotted" | "double";

/** One statement as the reader draws it in the text. */
export interface Mark {
  /** The statement's id; no white space in it. */
  readonly id: string;
  /** Sorted, disjoint; UTF-16 code units of the article text. */
  readonly ranges: readonly Range[];
  /** `#rrggbb`, one for each of what it is coloured by, at least one; the first is the main one. */
  readonly colours: readonly string[];
  readonly line: Line;
  /** Proposed and not yet accepted: drawn with a broken edge and no tint. */
  readonly suggested?: boolean;
  /** A short sign before its first word that its card shows too ("3"): a link that needs no colour. */
  readonly sign: string;
}

/** A place in the text that is pointed out faintly: a keyword, a name. Hints are sorted and disjoint. */
export interface Hint extends Range {
  /** `#rrggbb` */
  readonly colour: string;
}

/**
 * Who makes a selection: the mouse or a pen, a finger (whose selection has handles, so nothing says
 * when it is finished), or the keyboard.
 */
export type SelectedBy = "pointer" | "touch" | "keyboard";

/**
 * What the reader tells its owner of what the user does; what the owner does through the reader's
 * methods is not told back. Offsets and ranges count UTF-16 code units of the article text.
 */
export interface ReaderEvents {
  /**
   * The selection changed. `range` is trimmed of white space, null when nothing is selected. `done`
   * says that the pointer let go of it (once a gesture, read at that very moment, and told even
   * when the range stayed as it was) or that the keyboard made it (then it may still grow); never
   * with touch.
   */
  readonly onSelect?: (range: Range | null, by: SelectedBy, done: boolean) => void;
  /** A click or tap (no drag) on a place with statements; topmost (shortest) first. */
  readonly onPick?: (ids: readonly string[], offset: number) => void;
  /** The pointer is over these statements, topmost first; empty when it left them. */
  readonly onHover?: (ids: readonly string[]) => void;
  /** The caret, with nothing selected, stands in other statements than before; topmost first. */
  readonly onCaret?: (ids: readonly string[]) => void;
  /**
   * A key was pressed in the text that the reader has no use for (letters, digits, Escape, Delete).
   * Whoever returns true has dealt with it, and the browser does not.
   */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** What is laid out changed: scrolled, resized, other marks. Comes at most once a frame. */
  readonly onLayout?: () => void;
}
