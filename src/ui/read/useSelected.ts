import { useRef, useState } from "react";
import { movedEdge, type Edge, type Stride } from "../../model/edge.ts";
import type { Range } from "../../model/range.ts";
import { grown, shrunk } from "../../model/unit.ts";
import type { Reader } from "../../reader/reader.ts";

/** A range after one of its edges was moved. */
export interface Moved {
  readonly range: Range;
  readonly edge: Edge;
}

/** What is selected in the article text, and what keys make of it. */
export function useSelected(text: string, reader: () => Reader | undefined) {
  const [selected, setSelected] = useState<Range | null>(null);
  /** Ranges that the selection was grown from, to shrink it again. */
  const grownFrom = useRef<Range[]>([]);

  const select = (range: Range, moving?: Edge) => {
    setSelected(range.start < range.end ? range : null);
    reader()?.select(range, moving);
  };
  return {
    selected,
    select,
    /** Puts the caret where words begin, and shows them. */
    stand: (range: Range) => {
      select({ start: range.start, end: range.start });
      reader()?.reveal(range, "nearest");
    },
    /** The user selected something else. */
    told: (range: Range | null) => {
      grownFrom.current = [];
      setSelected(range);
    },
    grow: () => {
      const now = selected ?? { start: reader()?.caret ?? 0, end: reader()?.caret ?? 0 };
      const larger = grown(text, now);
      if (!larger) return;
      if (selected) grownFrom.current.push(selected);
      select(larger);
      reader()?.focus();
    },
    shrink: () => {
      if (!selected) return;
      const smaller = grownFrom.current.pop() ?? shrunk(text, selected);
      if (smaller) select(smaller);
    },
    /** Lets the keys that move an edge move the other one. */
    otherEdge: () => {
      const view = reader();
      if (!selected || !view) return;
      view.select(selected, view.caret <= selected.start ? "end" : "start");
      view.focus();
    },
    /** Moves the edge that Shift and the arrow keys move, by a word or a clause; null where it cannot go. */
    moveEdge: (stride: Stride, by: 1 | -1): Moved | null => {
      const view = reader();
      if (!selected || !view) return null;
      const edge = view.caret <= selected.start ? "start" : "end";
      const range = movedEdge(text, selected, edge, stride, by);
      if (!range) return null;
      select(range, edge);
      view.focus();
      return { range, edge };
    },
  };
}
