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
 */
export function useAtFoot(
  { reader, element: text }: ReaderHandle,
  element: HTMLElement | null,
  words: Range | undefined,
): void {
  const start = words?.start;
  const end = words?.end;
  useLayoutEffect(() => {
    const scroller = text.closest<HTMLElement>(".pane-scroll");
    if (!element || !scroller || start === undefined || end === undefined) return undefined;
    const keep = () => {
      const covered = scroller.getBoundingClientRect().bottom - element.getBoundingClientRect().top;
      scroller.style.setProperty("--foot", `${Math.ceil(covered) + gap}px`);
      reader.reveal({ start, end }, "nearest");
    };
    keep();
    const resized = new ResizeObserver(keep);
    resized.observe(element);
    return () => {
      resized.disconnect();
      scroller.style.removeProperty("--foot");
    };
  }, [reader, text, element, start, end]);
}
