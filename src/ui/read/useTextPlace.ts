import { useEffect, useEffectEvent, useRef } from "react";
import type { Reader } from "../../reader/reader.ts";

/** Where one is in an article's text. */
export interface TextPlace {
  /** UTF-16 code units of the article text. */
  readonly caret: number;
  /** Pixels. */
  readonly scrollTop: number;
}

/** Goes to a place as soon as the text is on the screen, and tells where one is later. */
export function useTextPlace(reader: Reader | undefined, first: TextPlace | null) {
  /** What scrolls around the text. */
  const scroller = useRef<HTMLDivElement>(null);
  const goToFirst = useEffectEvent(() => {
    if (!reader || !first || !scroller.current) return;
    reader.select({ start: first.caret, end: first.caret });
    reader.focus();
    scroller.current.scrollTop = first.scrollTop;
  });
  useEffect(() => {
    if (reader) goToFirst();
  }, [reader]);
  const placeNow = (): TextPlace => ({
    caret: reader?.caret ?? 0,
    scrollTop: scroller.current?.scrollTop ?? 0,
  });
  return { scroller, placeNow };
}
