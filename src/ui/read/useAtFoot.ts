import { useLayoutEffect } from "react";
import type { Range } from "../../model/range.ts";
import { onNoticesHeight } from "../parts/notices.tsx";
import type { ReaderHandle } from "./useReader.ts";

/** Pixels at least between the words and what tells of them. */
const gap = 8;

/**
 * Keeps words in sight while something about them lies over the foot of the text: tells the scroller
 * how much of it that takes (`--foot`), and scrolls until the words stand above it. Notices stand
 * between the two, above what of the window it takes (`--foot-room`). One thing at a time may lie there.
 *
 * @param element what lies there; null while nothing does
 * @param words of several ranges all, as far as they fit; at least the one where the caret stands,
 *   else the first
 */
export function useAtFoot(
  { reader, element: text }: ReaderHandle,
  element: HTMLElement | null,
  words: readonly Range[],
): void {
  useLayoutEffect(() => {
    const scroller = text.closest<HTMLElement>(".pane-scroll");
    const { caret } = reader;
    const [first] = words;
    if (!element || !scroller || !first) return undefined;
    const least = words.find(({ start, end }) => start <= caret && caret <= end) ?? first;
    const all = { start: first.start, end: words.at(-1)?.end ?? first.end };
    const page = document.documentElement;
    const keep = () => {
      const { top } = element.getBoundingClientRect();
      const covered = Math.ceil(scroller.getBoundingClientRect().bottom - top) + gap;
      scroller.style.setProperty("--foot", `calc(${covered}px + var(--notices-height, 0px))`);
      page.style.setProperty("--foot-room", `${Math.ceil(window.innerHeight - top)}px`);
      for (const range of [all, least]) reader.reveal(range, "nearest");
    };
    keep();
    const resized = new ResizeObserver(keep);
    resized.observe(element);
    const forget = onNoticesHeight(keep);
    return () => {
      resized.disconnect();
      forget();
      page.style.removeProperty("--foot-room");
      scroller.style.removeProperty("--foot");
    };
  }, [reader, text, element, words]);
}
