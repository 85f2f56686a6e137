import type { Range } from "../model/range.ts";
import type { Reading, TokenRange } from "./reading.ts";
import { contentStates, holds, place, states, type State } from "./states.ts";

/** A run of tokens in one state. Speech that runs on is one piece a sentence. */
export interface Piece extends TokenRange {
  readonly state: State;
}

/** A statement before its speaker is known: pieces of content with what attributes them. */
export interface Draft {
  readonly content: readonly Piece[];
  readonly cue: TokenRange | null;
  readonly source: TokenRange | null;
  /** A record of what was spoken, so that the stops at its edges are the speaker's. */
  readonly verbatim?: true;
}

function piecesOf(reading: Reading, path: Uint8Array): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let i = 1; i <= path.length; i += 1) {
    const state = path[start] ?? 0;
    const splits = state === place.continued && reading.sentenceOf[i] !== reading.sentenceOf[start];
    if (i < path.length && path[i] === state && !splits) continue;
    if (state !== place.outside) pieces.push({ start, end: i, state: states[state] ?? "outside" });
    start = i;
  }
  return pieces.filter(
    (piece) => !holds(contentStates, place[piece.state]) || speaks(reading, piece),
  );
}

/** Whether there is a letter or a digit in it. */
function speaks(reading: Reading, piece: TokenRange): boolean {
  for (let i = piece.start; i < piece.end; i += 1)
    if (reading.tokens[i]?.kind !== "mark") return true;
  return false;
}

/** Joins pieces into statements by the order that their states tell. */
export function draftsOf(reading: Reading, path: Uint8Array): Draft[] {
  const pieces = piecesOf(reading, path);
  const drafts: { content: Piece[]; cue: TokenRange | null; source: TokenRange | null }[] = [];
  const isContent = (piece: Piece | undefined) =>
    piece !== undefined && holds(contentStates, place[piece.state]);
  for (const [i, piece] of pieces.entries()) {
    if (!isContent(piece)) continue;
    const last = drafts.at(-1);
    if (piece.state === "resumed" && last && mayResume(reading, last.content, piece)) {
      last.content.push(piece);
      continue;
    }
    let cue: Piece | null = null;
    let source: Piece | null = null;
    if (piece.state === "content") {
      for (let k = i - 1; k >= 0 && !isContent(pieces[k]); k -= 1) {
        const one = pieces[k];
        if (!one || far(reading, one, piece)) break;
        if (one.state === "cue") cue ??= one;
        if (one.state === "source" || one.state === "innerSource") source ??= one;
      }
    } else if (piece.state === "fronted") {
      for (let k = i + 1; k < pieces.length && !isContent(pieces[k]); k += 1) {
        const one = pieces[k];
        if (!one || far(reading, piece, one)) break;
        if (one.state === "lateCue") cue ??= one;
        if (one.state === "lateSource" || one.state === "lastSource") source ??= one;
      }
    }
    drafts.push({
      content: [piece.state === "resumed" ? { ...piece, state: "uncued" } : piece],
      cue,
      source,
    });
  }
  return drafts;
}

/** A quotation goes on only with a quotation: “He said it was late. “Go home.”” are two statements. */
function mayResume(reading: Reading, content: readonly Piece[], piece: Piece): boolean {
  const last = content.at(-1);
  const quoted = (i: number) => (reading.quotedOf[i] ?? -1) >= 0;
  if (!last || !quoted(piece.start)) return true;
  return (
    quoted(last.end - 1) || reading.sentenceOf[last.end - 1] === reading.sentenceOf[piece.start]
  );
}

/** Whether more than the neighbouring sentence lies between. */
function far(reading: Reading, a: TokenRange, b: TokenRange): boolean {
  return (reading.sentenceOf[b.start] ?? 0) - (reading.sentenceOf[a.end - 1] ?? 0) > 1;
}

/**
 * The piece as a range of the text: white space and, outside quotation marks, stops and dashes at its
 * edges left out; a quotation mark at its edge is kept only when its fellow is in it.
 */
export function rangeOf(reading: Reading, piece: TokenRange): Range | null {
  let { start, end } = piece;
  const { tokens, quotedOf } = reading;
  const region = (i: number) => quotedOf[i] ?? -1;
  const opens = (i: number) => region(i) >= 0 && region(i) !== region(i - 1);
  while (start < end) {
    const token = tokens[start];
    if (token?.kind !== "mark" || opens(start) || /^[([¿¡#@$€£]$/u.test(token.text)) break;
    start += 1;
  }
  while (end > start) {
    const token = tokens[end - 1];
    if (token?.kind !== "mark") break;
    if (region(end - 1) >= 0 || /^[)\]%?!]$/u.test(token.text)) break;
    end -= 1;
  }
  // The opening mark just before, the closing mark just after belong to what they enclose.
  if (
    start > 0 &&
    region(start - 1) >= 0 &&
    region(start - 1) === region(start) &&
    opens(start - 1)
  )
    start -= 1;
  while (
    end < tokens.length &&
    end > start &&
    region(end - 1) >= 0 &&
    region(end) === region(end - 1) &&
    tokens[end]?.kind === "mark" &&
    closes(reading, end)
  )
    end += 1;
  const first = tokens[start];
  const last = tokens[end - 1];
  return first && last && start < end ? { start: first.start, end: last.end } : null;
}

/** Whether only marks follow until the quotation that token `index` stands in ends. */
function closes(reading: Reading, index: number): boolean {
  const region = reading.quotedOf[index];
  for (let i = index; i < reading.tokens.length && reading.quotedOf[i] === region; i += 1)
    if (reading.tokens[i]?.kind !== "mark") return false;
  return true;
}
