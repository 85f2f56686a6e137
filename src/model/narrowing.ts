import type { Replacement } from "./replacement.ts";

/**
 * How much of a replaced piece must stand in the new words too, for these to count as its
 * correction: a third of its characters, white space left out. Two words of which the longer one is
 * corrected have about that; others that share some "the" and "of" with the old ones have less.
 */
const correctionShare = 1 / 3;

/** Words of the old piece times words of the new one that are compared: a few milliseconds' work. */
const comparedWords = 4_000_000;

/**
 * A replacement without the words that both sides have, as when a whole paragraph was pasted over
 * to correct a word of it: what is left of it are the pieces in between.
 */
export function narrowed(before: string, after: string, whole: Replacement): Replacement[] {
  const was = before.slice(whole.start, whole.end);
  const is = after.slice(whole.newStart, whole.newEnd);
  if (was === is) return [];
  if (was === "" || is === "") return [whole];
  const [a, b] = [wordsAndGaps(was), wordsAndGaps(is)];
  if (a.length === 1 && b.length === 1) return [spelled(was, is, whole)];
  const pairs = commonPieces(a, b);
  const common = pairs.reduce((sum, [i]) => sum + inkOf(a[i]), 0);
  if (common < correctionShare * inkOf(was)) return [whole];
  const pieces: Replacement[] = [];
  let [at, newAt, i, j] = [whole.start, whole.newStart, 0, 0];
  for (const [nextI, nextJ] of [...pairs, [a.length, b.length] as const]) {
    const end = at + lengthOf(a, i, nextI);
    const newEnd = newAt + lengthOf(b, j, nextJ);
    const piece = { start: at, end, newStart: newAt, newEnd };
    if (nextI === i + 1 && nextJ === j + 1) pieces.push(spelled(a[i] ?? "", b[j] ?? "", piece));
    else if (end > at || newEnd > newAt) pieces.push(piece);
    const shared = a[nextI]?.length ?? 0;
    [at, newAt, i, j] = [end + shared, newEnd + shared, nextI + 1, nextJ + 1];
  }
  return pieces;
}

/**
 * A word in the place of a word: where they share half of the longer one at beginning and end, it is
 * the same word spelled otherwise, and what differs is in between.
 */
function spelled(was: string, is: string, whole: Replacement): Replacement {
  const [a, b] = [Array.from(was), Array.from(is)];
  const shorter = Math.min(a.length, b.length);
  let begin = 0;
  while (begin < shorter && a[begin] === b[begin]) begin += 1;
  let rest = 0;
  while (rest < shorter - begin && a.at(-1 - rest) === b.at(-1 - rest)) rest += 1;
  if (2 * (begin + rest) < Math.max(a.length, b.length)) return whole;
  const first = a.slice(0, begin).join("").length;
  const last = a.slice(a.length - rest).join("").length;
  return {
    start: whole.start + first,
    end: whole.end - last,
    newStart: whole.newStart + first,
    newEnd: whole.newEnd - last,
  };
}

function wordsAndGaps(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function lengthOf(pieces: readonly string[], from: number, to: number): number {
  return pieces.slice(from, to).reduce((sum, piece) => sum + piece.length, 0);
}

/** Characters that are not white space. */
function inkOf(text = ""): number {
  return text.replaceAll(/\s/g, "").length;
}

/**
 * Pairs of places at which two lists have the same, in order: their common beginning and end, the
 * longest common subsequence of words between (Wagner and Fischer 1974), and what joins its words.
 */
function commonPieces(a: readonly string[], b: readonly string[]): [number, number][] {
  let begin = 0;
  while (begin < a.length && begin < b.length && a[begin] === b[begin]) begin += 1;
  let rest = 0;
  while (
    rest < Math.min(a.length, b.length) - begin &&
    a[a.length - 1 - rest] === b[b.length - 1 - rest]
  )
    rest += 1;
  const words = commonWords(
    wordPlaces(a, begin, a.length - rest),
    wordPlaces(b, begin, b.length - rest),
    (i, j) => a[i] === b[j],
  );
  const pairs: [number, number][] = [];
  for (let i = 0; i < begin; i += 1) pairs.push([i, i]);
  for (const [i, j] of [...words, [a.length - rest, b.length - rest] as const]) {
    const [lastI, lastJ] = pairs.at(-1) ?? [-1, -1];
    const gap: [number, number][] = [];
    // The gap before a word, then the one after the word before, as far as they agree.
    let back = 1;
    while (i - back > lastI && j - back > lastJ && a[i - back] === b[j - back]) {
      gap.unshift([i - back, j - back]);
      back += 1;
    }
    for (let on = 1; lastI + on <= i - back && lastJ + on <= j - back; on += 1) {
      if (a[lastI + on] !== b[lastJ + on]) break;
      pairs.push([lastI + on, lastJ + on]);
    }
    pairs.push(...gap);
    if (i < a.length - rest) pairs.push([i, j]);
  }
  for (let i = rest; i > 0; i -= 1) pairs.push([a.length - i, b.length - i]);
  return pairs;
}

function wordPlaces(pieces: readonly string[], from: number, to: number): number[] {
  const places: number[] = [];
  for (let i = from; i < to; i += 1) if (/[\p{L}\p{N}]/u.test(pieces[i] ?? "")) places.push(i);
  return places;
}

function commonWords(
  a: readonly number[],
  b: readonly number[],
  same: (i: number, j: number) => boolean,
): [number, number][] {
  const width = b.length + 1;
  if (a.length * b.length > comparedWords) return [];
  // longest[i * width + j]: how many words the rests from i and from j on have in common.
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  const equal = (i: number, j: number) => same(a[i] ?? -1, b[j] ?? -1);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = equal(i, j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (equal(i, j)) {
      pairs.push([a[i] ?? -1, b[j] ?? -1]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
