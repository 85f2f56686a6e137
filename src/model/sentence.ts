import { quotedPieces } from "./quotation.ts";
import { joinRanges, overlap, subtractRange, trimRange, type Range } from "./range.ts";

const segmenter = new Intl.Segmenter(undefined, { granularity: "sentence" });

/** A stop that ends no sentence: of a title before a name, of an initial, of letters with stops between. */
const goesOn =
  /(?:^|[^\p{L}\p{N}.])(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Gov|Sen|Rep|Hon|St)|\p{Lu}(?:\.\p{L})*)\.\s*$/u;

/** Where the sentences of a paragraph begin, its own beginning first. */
export function sentenceStarts(paragraph: string): number[] {
  let before = 0;
  return [...segmenter.segment(paragraph)].flatMap(({ index }) => {
    if (index > 0 && goesOn.test(paragraph.slice(before, index))) return [];
    before = index;
    return [index];
  });
}

/**
 * A piece of a paragraph as a statement has it: without white space, stops and dashes at its edges;
 * a quotation mark at an edge stays where its fellow stays too. Null when no letter or digit is left.
 */
export function trimmed(paragraph: string, from: number, to: number): Range | null {
  const quoted = quotedPieces(paragraph);
  let { start, end } = trimRange(paragraph, from, to) ?? { start: from, end: from };
  for (let before = -1; before !== end - start;) {
    before = end - start;
    // A mark that opens what is closed beyond, or closes what was opened before.
    const first = quoted.some(
      (piece) => (piece.start === start + 1 && piece.end >= end) || piece.end === start,
    );
    if (first || leading.test(paragraph.slice(start, start + 2))) start += 1;
    const last = quoted.some(
      (piece) => (piece.end === end - 1 && piece.start <= start) || piece.start === end,
    );
    const stop = trailing.test(paragraph.charAt(end - 1));
    if (last || (stop && !acronym.test(paragraph.slice(start, end)))) end -= 1;
    ({ start, end } = trimRange(paragraph, start, Math.max(start, end)) ?? { start, end: start });
  }
  return hasWord(paragraph.slice(start, end)) ? { start, end } : null;
}

const leading = /^(?:[.,;:!?…–—。，；：、！？،؛)\]]|-(?:[\s-]|$))/u;
const trailing = /^[.,;:…–—\-。，；：、،؛([]$/u;
/** Ends in a stop that belongs to its letters: "the U.S." */
const acronym = /(?:^|[^\p{L}\p{N}])\p{L}(?:\.\p{L})+\.$/u;

/**
 * The sentence that a caret stands in, or what of it around the caret is not marked yet.
 * Null where there is no sentence, as in an empty paragraph.
 */
export function sentenceAt(text: string, caret: number, marked: readonly Range[]): Range | null {
  const { start, end } = paragraphAt(text, caret);
  const all = [...sentencesIn(text, start, end)];
  const sentence = all.find((one) => caret <= one.end) ?? all.at(-1);
  if (!sentence) return null;
  const paragraph = text.slice(start, end);
  const free = marked
    .filter((mark) => overlap(mark, sentence))
    .reduce((pieces: readonly Range[], mark) => subtractRange(pieces, mark), [sentence]);
  const here = free.find((piece) => piece.start <= caret && caret < piece.end);
  const piece = here && trimmed(paragraph, here.start - start, here.end - start);
  return piece ? { start: piece.start + start, end: piece.end + start } : sentence;
}

/**
 * The next sentence of which nothing is marked, or the one before; past the end it begins again at
 * the other end. Null when something is marked in every sentence.
 * @param from where to begin: sentences from there on (by 1), or up to there (by -1)
 */
export function nextUnmarked(
  text: string,
  marked: readonly Range[],
  from: number,
  by: 1 | -1,
): Range | null {
  const isMarked = overlapping(marked);
  const beyond = (sentence: Range) => (by === 1 ? sentence.start >= from : sentence.end <= from);
  for (const sentence of sentencesFrom(text, from, by))
    if (beyond(sentence) && !isMarked(sentence)) return sentence;
  for (const sentence of sentencesFrom(text, by === 1 ? 0 : text.length, by))
    if (!isMarked(sentence)) return sentence;
  return null;
}

/** The sentences from the paragraph of an offset to the end of the text, or backwards to its start. */
function* sentencesFrom(text: string, offset: number, by: 1 | -1): Generator<Range> {
  for (let at: Range | null = paragraphAt(text, offset); at; at = nextParagraph(text, at, by)) {
    const sentences = [...sentencesIn(text, at.start, at.end)];
    yield* by === 1 ? sentences : sentences.toReversed();
  }
}

/** The sentences of a paragraph that have words, as statements have them. */
function* sentencesIn(text: string, start: number, end: number): Generator<Range> {
  const paragraph = text.slice(start, end);
  const starts = sentenceStarts(paragraph);
  for (const [i, from] of starts.entries()) {
    const sentence = trimmed(paragraph, from, starts[i + 1] ?? paragraph.length);
    if (sentence) yield { start: start + sentence.start, end: start + sentence.end };
  }
}

/** The paragraph that an offset stands in; may be empty. */
export function paragraphAt(text: string, offset: number): Range {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", offset);
  return { start, end: next === -1 ? text.length : next };
}

/** The paragraph behind one, or before it; null at the end. */
export function nextParagraph(text: string, { start, end }: Range, by: 1 | -1): Range | null {
  if (by === 1) return end < text.length ? paragraphAt(text, end + 1) : null;
  return start > 0 ? paragraphAt(text, start - 1) : null;
}

/** Whether one of the ranges overlaps another, asked in O(log n). */
function overlapping(ranges: readonly Range[]): (other: Range) => boolean {
  const joined = joinRanges(ranges);
  return (other) => {
    let low = 0;
    let high = joined.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((joined[middle]?.end ?? Infinity) <= other.start) low = middle + 1;
      else high = middle;
    }
    const next = joined[low];
    return next !== undefined && overlap(next, other);
  };
}

function hasWord(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}
