import type { Node } from "prosemirror-model";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Range } from "../../model/range.ts";
import type { Mark, ReaderEvents } from "../../reader/mark.ts";
import { Reader } from "../../reader/reader.ts";

/** The reader of the text on the screen, and word of when its layout changed. */
export interface ReaderHandle {
  readonly reader: Reader;
  readonly element: HTMLElement;
  readonly onLayout: (listener: () => void) => () => void;
}

/**
 * Shows a document in the element that `place` is given to, for as long as both are there.
 * `marks` are those it is opened with; `setMarks` gives it others. `events` may be other functions at each render; the reader always calls the newest.
 */
export function useReader(document: Node, marks: readonly Mark[], events: ReaderEvents) {
  const first = useRef(marks);
  const newest = useRef(events);
  useEffect(() => {
    newest.current = events;
  });
  const [handle, setHandle] = useState<ReaderHandle | null>(null);
  const place = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const listeners = new Set<() => void>();
      const told: ReaderEvents = {
        onSelect: (...args) => newest.current.onSelect?.(...args),
        onPick: (...args) => newest.current.onPick?.(...args),
        onHover: (ids) => newest.current.onHover?.(ids),
        onCaret: (ids) => newest.current.onCaret?.(ids),
        onLayout: () => {
          for (const listener of listeners) listener();
        },
      };
      const reader = new Reader(element, document, told, { marks: first.current });
      setHandle({
        reader,
        element,
        onLayout(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      });
      return () => {
        setHandle(null);
        reader.destroy();
      };
    },
    [document],
  );
  return { handle, place };
}

/** A range of the text as what a popup is placed against; follows it when the text is scrolled. */
export function anchorFor({ reader, element }: ReaderHandle, range: Range) {
  return { getBoundingClientRect: () => reader.rect(range), contextElement: element };
}
