/** Words of a shingle: five in a row are rarely the same in two texts that do not share a source. */
const shingleLength = 5;
/** One of so many shingles is kept, the same ones in every text: enough to tell, and a quarter of the memory. */
const keptOneOf = 4;
/** Below this share of the shorter text's fingerprints, texts are on one subject and no copies. */
const alikeFrom = 0.5;
/** Fewer common fingerprints, some 30 words, are a quotation or a usual phrase. */
const fewestCommon = 6;
/** A fingerprint of more texts than this is of a legal notice or a footer. */
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

/** The text that one is most like, by its place in the list, and how much of the shorter one is common. */
export interface Likeness {
  readonly index: number;
  /** From 0 to 1. */
  readonly share: number;
}

/** Finds near-duplicates among many texts by their fingerprints. */
export class LikenessIndex {
  private readonly sets: readonly Uint32Array[];
  /** Each fingerprint and the place of its text in one number, sorted. */
  private readonly entries: Float64Array;

  constructor(sets: readonly Uint32Array[]) {
    if (sets.length > places) throw new RangeError(`At most ${places} texts can be compared`);
    this.sets = sets;
    this.entries = new Float64Array(sets.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const [i, set] of sets.entries())
      for (const hash of set) {
        this.entries[at] = hash * places + i;
        at += 1;
      }
    this.entries.sort();
  }

  /** The text before the one at `index` that is most like it; null when none is nearly the same. */
  nearestBefore(index: number): Likeness | null {
    const own = this.sets[index] ?? new Uint32Array();
    const common = new Map<number, number>();
    for (const hash of own) {
      const first = this.firstOf(hash);
      for (let at = first; at < first + commonplace; at += 1) {
        const entry = this.entries[at] ?? Infinity;
        const place = entry - hash * places;
        if (place >= index || place >= places) break;
        common.set(place, (common.get(place) ?? 0) + 1);
      }
    }
    let best: Likeness | null = null;
    for (const [place, count] of common) {
      const share = count / Math.min(own.length, this.sets[place]?.length ?? 0);
      if (count >= fewestCommon && share >= alikeFrom && share > (best?.share ?? 0))
        best = { index: place, share };
    }
    return best;
  }

  private firstOf(hash: number): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle] ?? 0) < hash * places) low = middle + 1;
      else high = middle;
    }
    return low;
  }
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
