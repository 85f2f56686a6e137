import { folded } from "../../model/name.ts";
import type { Row } from "./rows.ts";

/** What a key does in a list of entries. */
export type KeyAction =
  | { readonly kind: "go"; readonly index: number }
  | { readonly kind: "expand"; readonly expanded: boolean }
  | { readonly kind: "edit" | "choose" | "clear" | "delete" }
  | { readonly kind: "move"; readonly way: "up" | "down" | "in" | "out" };

interface RowKeys {
  readonly rows: readonly Row[];
  readonly active: number;
  /** Whether the arrows move a row, with Alt. */
  readonly movable: boolean;
  /** What was typed to find a row, and when (ms). */
  readonly typed: { words: string; at: number };
}

type Pressed = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey">;

/** Rows that Page Up and Page Down pass. */
const page = 12;

/** Letters typed within so many milliseconds are one word. */
const typingPause = 700;

/** The keys of a tree, after the WAI-ARIA Authoring Practices; null for all others. */
export function keyAction(event: Pressed, keys: RowKeys): KeyAction | null {
  const { rows, active, movable } = keys;
  const row = rows[active];
  if (!row || event.ctrlKey || event.metaKey) return null;
  const go = (index: number): KeyAction => ({ kind: "go", index });
  if (event.altKey) {
    const way = arrows[event.key];
    return movable && way ? { kind: "move", way } : null;
  }
  switch (event.key) {
    case "ArrowDown":
      return go(active + 1);
    case "ArrowUp":
      return go(active - 1);
    case "Home":
      return go(0);
    case "End":
      return go(rows.length - 1);
    case "PageDown":
      return go(active + page);
    case "PageUp":
      return go(active - page);
    case "ArrowRight":
      if (row.expanded === null) return null;
      return row.expanded ? go(active + 1) : { kind: "expand", expanded: true };
    case "ArrowLeft":
      if (row.expanded) return { kind: "expand", expanded: false };
      return row.parentId === null ? null : go(rows.findIndex(({ id }) => id === row.parentId));
    case "Enter":
    case "F2":
      return { kind: "edit" };
    case " ":
      return { kind: "choose" };
    case "Escape":
      return { kind: "clear" };
    case "Delete":
      return { kind: "delete" };
    default:
      return event.key.length === 1 ? typeAhead(event.key, keys) : null;
  }
}

const arrows: Readonly<Record<string, "up" | "down" | "in" | "out">> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/** The next row whose name begins with what was typed; the same letter again goes on to the next. */
function typeAhead(key: string, { rows, active, typed }: RowKeys): KeyAction | null {
  const now = performance.now();
  typed.words = now - typed.at < typingPause ? typed.words + key : key;
  typed.at = now;
  const letters = new Set(folded(typed.words));
  const sought = letters.size === 1 ? folded(key) : folded(typed.words);
  // A longer word may still fit the row that it has found; a single letter looks further on.
  const from = sought.length > 1 ? active : active + 1;
  for (let i = 0; i < rows.length; i += 1) {
    const index = (from + i) % rows.length;
    if (folded(rows[index]?.name ?? "").startsWith(sought)) return { kind: "go", index };
  }
  return null;
}
