/** Some words of a page, as the text layer has them. Lengths in points, from the page's top left. */
export interface PageWords {
  readonly text: string;
  readonly left: number;
  /** Of the line that the letters stand on. */
  readonly baseline: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
  readonly rightToLeft: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PageWords[];
}

/** What stands on one line of one column. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly page: number;
}

/** Words further apart than this, in letter heights, are in two columns. */
const columnGap = 1.2;
/** Words further apart than this, in letter heights, have a space between them. */
const wordGap = 0.15;

/** Words on one baseline with no column's gap between them. */
export function linesOf({ words }: PdfPage, page: number): PdfLine[] {
  const sorted = words
    .filter(({ text }) => text.trim() !== "")
    .toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  const rows: PageWords[][] = [];
  for (const word of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(word.baseline - first.baseline) < 0.35 * Math.max(first.size, 1))
      row.push(word);
    else rows.push([word]);
  }
  return rows.flatMap((row) => {
    const parts: PageWords[][] = [];
    for (const word of row.toSorted((a, b) => a.left - b.left)) {
      const part = parts.at(-1);
      const before = part?.at(-1);
      const gap = before ? word.left - before.left - before.width : Infinity;
      if (part && gap < columnGap * word.size) part.push(word);
      else parts.push([word]);
    }
    return parts.map((part) => lineOf(part, page));
  });
}

function lineOf(words: readonly PageWords[], page: number): PdfLine {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) throw new Error("A line has words");
  const backwards = words.filter(({ rightToLeft }) => rightToLeft).length * 2 > words.length;
  const inOrder = backwards ? words.toReversed() : words;
  let text = "";
  for (const [i, word] of inOrder.entries()) {
    const before = inOrder[i - 1];
    const gap = !before
      ? 0
      : backwards
        ? before.left - word.left - word.width
        : word.left - before.left - before.width;
    text += (before && gap > wordGap * word.size ? " " : "") + word.text;
  }
  return {
    text: text.replaceAll(/\s+/gu, " ").trim(),
    left: first.left,
    right: last.left + last.width,
    baseline: first.baseline,
    size: Math.max(...words.map(({ size }) => size)),
    page,
  };
}

/** Columns from left to right; what stands across them parts what is above it from what is below. */
export function inReadingOrder(lines: readonly PdfLine[]): PdfLine[] {
  const gutter = gutterOf(lines);
  if (gutter === null) return lines.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  const across = lines
    .filter(({ left, right }) => left < gutter && gutter < right)
    .toSorted((a, b) => a.baseline - b.baseline);
  const rest = lines.filter((line) => !across.includes(line));
  const ordered: PdfLine[] = [];
  let top = -Infinity;
  for (const line of [...across, null]) {
    const bottom = line?.baseline ?? Infinity;
    const band = rest.filter(({ baseline }) => baseline > top && baseline <= bottom);
    ordered.push(
      ...inReadingOrder(band.filter(({ left }) => left >= gutter === rightmostFirst(band))),
      ...inReadingOrder(band.filter(({ left }) => left >= gutter !== rightmostFirst(band))),
      ...(line ? [line] : []),
    );
    top = bottom;
  }
  return ordered;
}

/** Columns of Arabic and Hebrew run from right to left. */
function rightmostFirst(lines: readonly PdfLine[]): boolean {
  const letters = lines.map(({ text }) => text).join("");
  const rightToLeft = letters.match(/[\p{sc=Arabic}\p{sc=Hebrew}]/gu)?.length ?? 0;
  return rightToLeft * 2 > (letters.match(/\p{L}/gu)?.length ?? 0);
}

/** Where a column ends and the next begins: a place that few lines cross and that parts the others. */
function gutterOf(lines: readonly PdfLine[]): number | null {
  if (lines.length < 6) return null;
  let best: number | null = null;
  let bestCrossing = lines.length * 0.25;
  for (const { right: from, size } of lines) {
    const at = from + size * 0.3;
    const left = lines.filter(({ right }) => right <= at);
    const right = lines.filter((line) => line.left >= at);
    const crossing = lines.length - left.length - right.length;
    if (left.length < 3 || right.length < 3 || crossing >= bestCrossing) continue;
    // Side by side, and not one below the other.
    const beside = right.filter(({ baseline }) =>
      left.some((line) => Math.abs(line.baseline - baseline) < line.size * 3),
    );
    if (beside.length < Math.min(3, right.length * 0.5)) continue;
    best = at;
    bestCrossing = Math.max(crossing, 0.5);
  }
  return best;
}
