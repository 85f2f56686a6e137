import type { Range } from "../model/range.ts";
import { cuesAfter, cuesBefore } from "./cueContext.ts";
import type { Draft, Piece } from "./pieces.ts";
import type { Reading } from "./reading.ts";

/**
 * The statement that a range of the text would be, with the cue of its sentence: the nearest before it,
 * else the nearest behind. Without one it is speech that runs on, or a quotation without a cue. Who says
 * it is left to `attribute`. Null where the range holds no token.
 */
export function draftFor(
  reading: Reading,
  range: Range,
): (Draft & { readonly content: readonly [Piece] }) | null {
  const start = reading.tokens.findIndex((token) => token.end > range.start);
  const after = reading.tokens.findIndex((token) => token.start >= range.end);
  const end = after === -1 ? reading.tokens.length : after;
  if (start === -1 || start >= end) return null;
  const before = cuesBefore(reading)[start] ?? null;
  const behind = cuesAfter(reading)[end - 1] ?? null;
  const cue = before ?? behind;
  const quoted = (reading.quotedOf[start] ?? -1) >= 0;
  const state = before ? "content" : behind ? "fronted" : quoted ? "uncued" : "continued";
  return {
    content: [{ start, end, state }],
    cue: cue && { start: cue.index, end: cue.index + 1 },
    source: null,
  };
}
