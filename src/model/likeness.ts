/** Words of a shingle: five in a row are rarely the same in two texts that do not share a source. */
const shingleLength = 5;
/** One of so many shingles is kept, the same ones in every text: enough to tell, and a quarter of the memory. */
const keptOneOf = 4;
/** Below this share of the shorter text's fingerprints, texts are on one subject and no copies. */
const alikeFrom = 0.5;
/** Fewer common fingerprints, some 30 words, are a quotation or a usual phrase. */
const fewestCommon = 6;
/** A fingerprint of more texts of a part than this is of a legal notice or a footer. */
const commonplace = 64;

/**
 * What is compared of a text: hashes of a sample of its runs of five words, sorted, each once
 * (sampling as in Broder's "modulo" sketches). Case, punctuation and line ends do not matter. Chinese and
 * Japanese, which have no spaces, count by characters.
 */
export function fingerprintsOf(text: string): Uint32Array {
  const words =
    text.toLowerCase().match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{M}\p{N}]+/gu) ??
    [];
  const hashes = words.map(hashOfWord);
  const kept = new Set<number>();
  for (let i = 0; i + shingleLength <= hashes.length; i += 1) {
    let hash = 0;
    for (let j = i; j < i + shingleLength; j += 1)
      hash = mixed((Math.imul(hash, 31) + (hashes[j] ?? 0)) | 0);
    if (hash % keptOneOf === 0) kept.add(hash);
  }
  return Uint32Array.from(kept).toSorted();
}

/** The text that one is most like, by its place in the order of adding, and how much is common. */
export interface Likeness {
  readonly place: number;
  /** The share of the shorter text's fingerprints, from 0 to 1. */
  readonly share: number;
}

/** Finds near-duplicates among many texts by their fingerprints; adding and asking are short steps. */
export class LikenessIndex {
  private readonly sets: Uint32Array[] = [];
  /** For each run of `partSize` texts, each fingerprint and the place of its text in one number, sorted. */
  private readonly parts: Float64Array[] = [];

  add(fingerprints: Uint32Array): void {
    if (this.sets.length === places) throw new RangeError(`At most ${places} texts are compared`);
    this.sets.push(fingerprints);
    if (this.sets.length % partSize === 0)
      this.parts.push(this.partFrom(this.sets.length - partSize));
  }

  /** The text that was added that is most like one; null when none is nearly the same. */
  nearest(fingerprints: Uint32Array): Likeness | null {
    const common = new Map<number, number>();
    for (const part of this.parts)
      for (const hash of fingerprints)
        for (let at = firstOf(part, hash), end = at + commonplace; at < end; at += 1) {
          const place = (part[at] ?? Infinity) - hash * places;
          if (place >= places) break;
          common.set(place, (common.get(place) ?? 0) + 1);
        }
    for (let place = this.parts.length * partSize; place < this.sets.length; place += 1)
      common.set(place, commonOf(fingerprints, this.sets[place] ?? fingerprints));
    let best: Likeness | null = null;
    for (const [place, count] of common) {
      const share = count / Math.min(fingerprints.length, this.sets[place]?.length ?? 0);
      if (count >= fewestCommon && share >= alikeFrom && share > (best?.share ?? 0))
        best = { place, share };
    }
    return best;
  }

  private partFrom(first: number): Float64Array {
    const sets = this.sets.slice(first, first + partSize);
    const part = new Float64Array(sets.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const [i, set] of sets.entries())
      for (const hash of set) {
        part[at] = hash * places + first + i;
        at += 1;
      }
    return part.toSorted();
  }
}

/** Texts that are sorted at once: a few milliseconds. */
const partSize = 128;

/** Where the entries of a hash begin in a part. */
function firstOf(part: Float64Array, hash: number): number {
  let low = 0;
  let high = part.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((part[middle] ?? 0) < hash * places) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many numbers two sorted lists have in common. */
function commonOf(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) count += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return count;
}

/** With 32 bits of hash, as many places as a float64 holds exactly. */
const places = 2 ** 21;

/** FNV-1a. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** The last steps of MurmurHash3: each bit of the hash depends on each bit that went in. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
