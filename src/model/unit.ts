import { quotedPieces } from "./quotation.ts";
import { trimRange, type Range } from "./range.ts";
import { sentenceStarts } from "./sentence.ts";

/**
 * The smallest piece of the text that holds a range and more: its words whole, then the sentence,
 * the quotation, the paragraph, the paragraphs; null when it is all of the text. A range of one
 * offset (`start` = `end`) is a caret.
 */
export function grown(text: string, range: Span): Range | null {
  const size = range.end - range.start;
  const larger = enclosing(text, range).filter(
    ({ start, end }) => start <= range.start && range.end <= end && end - start > size,
  );
  return larger.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

/**
 * A smaller piece of the range: without its last paragraph; of one paragraph, without its last
 * sentence; of one sentence, the quotation in it, or else all but its last word. Null for one word.
 */
export function shrunk(text: string, { start, end }: Range): Range | null {
  const words = text.slice(start, end);
  const lineEnd = words.lastIndexOf("\n");
  const quoted = lineEnd === -1 ? quotedPieces(words)[0] : undefined;
  const candidates: (Span | undefined)[] =
    lineEnd === -1
      ? [withoutLast(words, "sentence"), quoted, withoutLast(words, "word")]
      : [{ start: 0, end: lineEnd }];
  for (const piece of candidates) {
    const smaller = piece && trimRange(text, start + piece.start, start + piece.end);
    if (smaller && smaller.end - smaller.start < end - start) return smaller;
  }
  return null;
}

/** The words up to their last sentence, or to their last word, which takes the signs after it along. */
function withoutLast(words: string, granularity: "word" | "sentence"): Span | undefined {
  const segments = [...new Intl.Segmenter(undefined, { granularity }).segment(words)];
  const last = segments.findLast(({ segment, isWordLike }) =>
    granularity === "word" ? isWordLike === true : segment.trim() !== "",
  );
  return last && last.index > 0 ? { start: 0, end: last.index } : undefined;
}

function enclosing(text: string, { start, end }: Span): Range[] {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", Math.max(from, end));
  const until = next === -1 ? text.length : next;
  const paragraphs = text.slice(from, until);
  const inside = { start: start - from, end: end - from };
  // Inside a quotation its own sentences come first; outside, a sentence holds the quotation whole.
  const quoted = quotedPieces(paragraphs).find(
    (piece) => piece.start <= inside.start && inside.end <= piece.end,
  );
  return [
    spanOf(paragraphs, "word", inside),
    ...(quoted ? [spanOf(paragraphs, "sentence", inside, quoted), quoted] : []),
    spanOf(paragraphs, "sentence", quoted ?? inside),
    { start: 0, end: paragraphs.length },
    { start: -from, end: text.length - from },
  ].flatMap((piece) => trimRange(text, piece.start + from, piece.end + from) ?? []);
}

/** Like a range, but may be empty: a caret. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** From the start of the unit of `within` that the span begins in to the end of that it ends in. */
function spanOf(
  text: string,
  granularity: "word" | "sentence",
  span: Span,
  within: Span = { start: 0, end: text.length },
): Span {
  const whole = text.slice(within.start, within.end);
  const starts = granularity === "word" ? wordStarts(whole) : sentenceStarts(whole);
  const holding = (offset: number) => starts.findLastIndex((at) => at + within.start <= offset);
  const last = holding(Math.max(span.start, span.end - 1));
  return {
    start: within.start + (starts[holding(span.start)] ?? 0),
    end: within.start + (last === -1 ? 0 : (starts[last + 1] ?? whole.length)),
  };
}

function wordStarts(text: string): number[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
  return [...segmenter.segment(text)].map(({ index }) => index);
}
