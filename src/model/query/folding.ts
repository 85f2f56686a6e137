/** What a search takes as equal. */
export interface Folding {
  /** Capital and small letters differ. */
  readonly matchCase: boolean;
  /** Letters with and without their accents differ. */
  readonly matchAccents: boolean;
}

/** Neither case nor accents count: how names and words are found unless somebody asks otherwise. */
export const loose: Folding = { matchCase: false, matchAccents: false };

/** A text as it is compared, and the way back to where its characters stand in the original. */
export interface FoldedText {
  readonly text: string;
  /** The piece of the original that a piece of the folded text came from, whole characters only. */
  original(start: number, end: number): { readonly start: number; readonly end: number };
}

/** A character with the marks on it, or one outside ASCII: all that folding could lengthen or shorten. */
const cluster = /[\0-\u{10ffff}]\p{M}+|[^\0-\x7f]/gu;

/**
 * Marks that are accents: those of Latin, Greek and Cyrillic letters, Hebrew points and Arabic
 * vowel signs. Not the marks that make another letter (kana voicing, Indic vowels), nor Hangul.
 */
const accents =
  /[[\p{Mn}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cyrillic}]]--[\u3099\u309a]]/gv;

/** Curly apostrophes and quotation marks are found by the straight ones of the keyboard. */
const straight: Readonly<Record<string, string>> = { "’": "'", "‘": "'", "“": '"', "”": '"' };

/** Folded clusters by how they are folded, since a language has few of them. */
const known = [new Map<string, string>(), new Map<string, string>()] as const;

/**
 * Folds a text: small letters unless case counts; without accents unless they count, and then in
 * one of their equal spellings (NFC). Linear; ASCII is not looked at character by character.
 */
export function fold(text: string, folding: Folding): FoldedText {
  // Four numbers for each cluster that changes its length: its place in the folded text, in the original.
  const shifts: number[] = [];
  let folded = "";
  let done = 0;
  for (const { 0: piece, index } of text.matchAll(cluster)) {
    if (index > done) folded += text.slice(done, index);
    done = index + piece.length;
    const changed = foldCluster(piece, folding);
    if (changed.length !== piece.length)
      shifts.push(folded.length, folded.length + changed.length, index, done);
    folded += changed;
  }
  if (done === 0) return { text: lower(text, folding), original: asItIs };
  folded += text.slice(done);
  // Lowering ASCII keeps its length, and the clusters are lowered already.
  const result = folding.matchCase ? folded : folded.replaceAll(/[A-Z]+/g, (s) => s.toLowerCase());
  if (shifts.length === 0) return { text: result, original: asItIs };
  return {
    text: result,
    original: (start, end) => ({ start: startOf(shifts, start), end: endOf(shifts, end) }),
  };
}

/** The folded text alone. */
export function foldedText(text: string, folding: Folding = loose): string {
  return fold(text, folding).text;
}

function foldCluster(piece: string, folding: Folding): string {
  const plain = straight[piece];
  if (plain !== undefined) return plain;
  if (folding.matchAccents) return lower(piece.normalize("NFC"), folding);
  const table = known[folding.matchCase ? 1 : 0];
  let folded = table.get(piece);
  if (folded === undefined) {
    const stripped = piece.normalize("NFD").replaceAll(accents, "");
    folded = lower(stripped.normalize("NFC"), folding);
    // "İ" lowers to an i with a dot above it.
    if (!folding.matchCase)
      folded = folded.normalize("NFD").replaceAll(accents, "").normalize("NFC");
    if (table.size < 50_000) table.set(piece, folded);
  }
  return folded;
}

function lower(text: string, { matchCase }: Folding): string {
  return matchCase ? text : text.toLowerCase();
}

function asItIs(start: number, end: number) {
  return { start, end };
}

function startOf(shifts: readonly number[], offset: number): number {
  const at = 4 * (countBefore(shifts, (place) => place <= offset) - 1);
  if (at < 0) return offset;
  const inside = offset < (shifts[at + 1] ?? 0);
  return inside ? (shifts[at + 2] ?? 0) : (shifts[at + 3] ?? 0) + offset - (shifts[at + 1] ?? 0);
}

function endOf(shifts: readonly number[], offset: number): number {
  const at = 4 * (countBefore(shifts, (place) => place < offset) - 1);
  if (at < 0) return offset;
  return (shifts[at + 3] ?? 0) + Math.max(0, offset - (shifts[at + 1] ?? 0));
}

/** How many clusters come first of which the folded start is `before`, which holds up to some one. */
function countBefore(shifts: readonly number[], before: (place: number) => boolean): number {
  let low = 0;
  let high = shifts.length / 4;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(shifts[4 * middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
