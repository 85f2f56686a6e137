import type { Range } from "../../model/range.ts";

/** Something in the text that one goes to: a statement or a suggestion. */
export interface Stop {
  readonly key: string;
  readonly ranges: readonly Range[];
}

/**
 * The next stop in the text, or the one before: from the one that is chosen, else from the caret.
 * Undefined at the end; without a chosen one it begins again at the other end.
 */
export function nextStop(
  stops: readonly Stop[],
  chosen: string | null,
  caret: number,
  by: 1 | -1,
): Stop | undefined {
  const sorted = stops.toSorted((a, b) => startOf(a) - startOf(b));
  const at = sorted.findIndex(({ key }) => key === chosen);
  if (at !== -1) return sorted[at + by];
  return by === 1
    ? (sorted.find((stop) => startOf(stop) >= caret) ?? sorted[0])
    : (sorted.findLast((stop) => startOf(stop) < caret) ?? sorted.at(-1));
}

function startOf({ ranges }: Stop): number {
  return ranges[0]?.start ?? 0;
}
