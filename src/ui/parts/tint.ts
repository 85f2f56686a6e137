import type { RefCallback } from "react";
import { legible } from "../../model/colour.ts";

const kept = new Map<string, RefCallback<HTMLElement>>();

/**
 * Gives an element its entry's colour as `--c`, adjusted where it could not be seen. A ref rather than a style attribute, since the same
 * few colours come back for thousands of chips: one callback a colour, and no new object a render.
 */
export function tint(colour: string): RefCallback<HTMLElement> {
  const made = kept.get(colour);
  if (made) return made;
  const callback: RefCallback<HTMLElement> = (element) =>
    element?.style.setProperty("--c", legible(colour));
  kept.set(colour, callback);
  return callback;
}
