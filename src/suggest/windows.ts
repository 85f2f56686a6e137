import { boundaryKinds, type Observations } from "./observations.ts";
import type { Reading, TokenRange } from "./reading.ts";

/**
 * Longest stretch that the chain reads at once, in tokens. Longer texts are cut at paragraphs, as the
 * tables for a text of 100,000 words would take hundreds of megabytes.
 */
const longestWindow = 3000;

/** Stretches of whole paragraphs that cover the text; a single paragraph may be longer. */
export function windowsOf(reading: Reading): TokenRange[] {
  const windows: { start: number; end: number }[] = [];
  for (const { start, end } of reading.paragraphs) {
    const last = windows.at(-1);
    if (last && end - last.start <= longestWindow) last.end = end;
    else windows.push({ start, end });
  }
  return windows;
}

/** What the chain sees of a stretch. */
export function within(observations: Observations, { start, end }: TokenRange): Observations {
  return {
    length: end - start,
    rowsOf: (index, into) => observations.rowsOf(index + start, into),
    inputs: observations.inputs.slice(start, end),
    boundaries: observations.boundaries.subarray(start * boundaryKinds, end * boundaryKinds),
    hinges: observations.hinges.subarray(start, end),
    mayCue: observations.mayCue.subarray(start, end),
  };
}
