import { useLayoutEffect } from "react";
import type { Range } from "../../model/range.ts";
import type { ReaderHandle } from "./useReader.ts";

/** Pixels at least between the words and what tells of them. */
const gap = 8;

/**
 * Keeps words in sight while something about them lies over the foot of the text: tells the scroller
 * how much of it that takes (`--foot`), and scrolls until the words stand above it. One thing at a
 * time may lie there.
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
    const keep = () => {
      const covered = scroller.getBoundingClientRect().bottom - element.getBoundingClientRect().top;
      scroller.style.setProperty("--foot", `${Math.ceil(covered) + gap}px`);
      for (const range of [all, least]) reader.reveal(range, "nearest");
    };
    keep();
    const resized = new ResizeObserver(keep);
    resized.observe(element);
    return () => {
      resized.disconnect();
      scroller.style.removeProperty("--foot");
    };
  }, [reader, text, element, words]);
}
