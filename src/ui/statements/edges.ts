import type { RefCallback } from "react";

const made = new Map<number, RefCallback<HTMLElement>>();

/**
 * Tells an element where it stops when the table is scrolled sideways, in pixels, as `--edge`. One
 * callback a place, so that no cell is touched again at each render.
 */
export function edgeOf(pixels: number): RefCallback<HTMLElement> {
  const there = made.get(pixels);
  if (there) return there;
  const callback: RefCallback<HTMLElement> = (element) =>
    element?.style.setProperty("--edge", `${pixels}px`);
  made.set(pixels, callback);
  return callback;
}
