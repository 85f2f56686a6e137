import { overlap, type Range } from "../model/range.ts";

/** Text in quotation marks, the marks included. Lies within one paragraph. */
export interface Quoted extends Range {
  /** Length of the opening mark, in UTF-16 code units. */
  readonly opening: number;
  /** Length of the closing mark; 0 where it is missing and the quotation runs to the paragraph's end. */
  readonly closing: number;
  /** Goes on with the quotation that the paragraph before left open. */
  readonly resumes: boolean;
}

/** Opening mark to what closes it. „ is closed by “ in German and by ” in Polish or Hungarian. */
const pairs: readonly (readonly [string, readonly string[]])[] = [
  ["“", ["”", "“"]],
  ["„", ["“", "”"]],
  ["«", ["»"]],
  ["»", ["«"]],
  ["「", ["」"]],
  ["『", ["』"]],
  ["‹", ["›"]],
  ["``", ["''", "``"]],
  ["''", ["''"]],
  ["‘‘", ["’’"]],
  ["’’", ["’’"]],
  ['"', ['"', "”"]],
  ["”", ["”"]],
];

/** Words that begin with an apostrophe, which is therefore no opening mark. */
const elided =
  /^(?:til|tis|twas|twere|em|cause|bout|round|n|neath|cos|kay|\d\ds?)(?![\p{L}\p{N}])/iu;

/**
 * What stands in quotation marks, in order and apart. Every paragraph is read by itself, since
 * newspapers leave a quotation of several paragraphs open and open it again on each. Single marks
 * count only where no other marks stand around them: ‘a “b” c’ is one quotation, “a ‘b’ c” also.
 */
export function quotedIn(text: string): Quoted[] {
  const all: Quoted[] = [];
  let left: Quoted | null = null;
  let offset = 0;
  for (const paragraph of text.split("\n")) {
    const found = quotedInParagraph(paragraph);
    for (const [i, piece] of found.entries()) {
      const begins: string = paragraph.slice(0, piece.start);
      const mark = paragraph.slice(piece.start, piece.start + piece.opening);
      const resumes: boolean =
        i === 0 && left !== null && begins.trim() === "" && text.startsWith(mark, left.start);
      all.push({ ...piece, start: piece.start + offset, end: piece.end + offset, resumes });
    }
    if (paragraph.trim() !== "") {
      const last = all.at(-1);
      left = last && found.length > 0 && last.closing === 0 ? last : null;
    }
    offset += paragraph.length + 1;
  }
  return all;
}

type Piece = Omit<Quoted, "resumes">;

function quotedInParagraph(paragraph: string): Piece[] {
  const double = doubleQuoted(paragraph);
  const single = singleQuoted(paragraph).filter(
    (piece) => !double.some((other) => overlap(other, piece) && !within(other, piece)),
  );
  const kept = double.filter((piece) => !single.some((other) => within(piece, other)));
  return [...kept, ...single].toSorted((a, b) => a.start - b.start);
}

function within(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function doubleQuoted(paragraph: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < paragraph.length) {
    const pair = pairs.find(([mark]) => paragraph.startsWith(mark, at));
    if (!pair) {
      at += 1;
      continue;
    }
    const [mark, closers] = pair;
    if (mark === "”" && !mayOpen(paragraph, at)) {
      at += 1;
      continue;
    }
    let end = at + mark.length;
    let closer: string | undefined;
    let inner = 0;
    for (; end < paragraph.length; end += 1) {
      const here = end;
      if (mark === '"' && paragraph.startsWith("“", here)) inner += 1;
      closer = closers.find((candidate) => paragraph.startsWith(candidate, here));
      if (closer === "”" && inner > 0) {
        inner -= 1;
        closer = undefined;
      }
      if (closer !== undefined) break;
    }
    const closing = closer?.length ?? 0;
    const stop = closer === undefined ? paragraph.trimEnd().length : end + closing;
    // A lone » or ” that closes nothing is no opening mark.
    const stray =
      closer === undefined && (mark === "»" || mark === "’’" || (mark === '"' && at + 1 >= stop));
    if (!stray && stop > at + mark.length + closing) {
      pieces.push({ start: at, end: stop, opening: mark.length, closing });
      at = stop;
    } else at += mark.length;
  }
  return pieces;
}

/** Whether a ” stands where an opening mark would: ”This is why,” as some editors write. */
function mayOpen(paragraph: string, at: number): boolean {
  return (
    /(?:^|[\s([\p{Cf}])$/u.test(paragraph.slice(Math.max(0, at - 1), at)) &&
    /^[\p{L}\p{N}]/u.test(paragraph.slice(at + 1))
  );
}

/**
 * British quotations, ‘…’ and '…'. An apostrophe inside a word never closes; one after a plural s
 * closes only when no better mark follows ('the villagers' barrister said').
 */
function singleQuoted(paragraph: string): Piece[] {
  const pieces: Piece[] = [];
  const opener = /(?<![\p{L}\p{N}'‘’.,!?])['‘](?=[\p{L}\p{N}“"(…])/gu;
  let from = 0;
  for (const { index } of paragraph.matchAll(opener)) {
    if (index < from || elided.test(paragraph.slice(index + 1, index + 9))) continue;
    const end = singleCloser(paragraph, index + 1);
    if (end === null) continue;
    pieces.push({ start: index, end: end + 1, opening: 1, closing: 1 });
    from = end + 1;
  }
  return pieces;
}

function singleCloser(paragraph: string, from: number): number | null {
  let possessive: number | null = null;
  for (let i = from; i < paragraph.length; i += 1) {
    const character = paragraph.charAt(i);
    if (character === "‘" && possessive !== null) return possessive;
    if (character !== "'" && character !== "’") continue;
    const before = paragraph.charAt(i - 1);
    if (/[\p{L}\p{N}]/u.test(paragraph.charAt(i + 1)) || /[\s]/u.test(before)) continue;
    const plural = before === "s" && /^ \p{Ll}/u.test(paragraph.slice(i + 1, i + 3));
    if (!plural) return i;
    possessive ??= i;
  }
  return possessive;
}
