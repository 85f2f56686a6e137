import { z } from "zod";
import type { Range } from "./range.ts";

/**
 * How something is said: in quotation marks, in the reporter's words, partly in each, or speech
 * that runs on without a new cue.
 */
export const quotations = ["direct", "indirect", "mixed", "continued"] as const;
export type Quotation = (typeof quotations)[number];
export const quotationSchema = z.enum(quotations);

/** Opening mark to the marks that can close it. */
const marks: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "「": "」",
  "『": "』",
  "‘": "’",
  '"': '"',
};

/**
 * The pieces of a paragraph that stand in quotation marks, marks left out. A mark left open runs to
 * the paragraph's end, as in a quotation of several paragraphs. An apostrophe is no mark: a closing
 * single mark counts only before a character that is no letter.
 */
export function quotedPieces(paragraph: string): Range[] {
  const pieces: Range[] = [];
  let closing = "";
  let start = 0;
  for (let i = 0; i < paragraph.length; i += 1) {
    const character = paragraph.charAt(i);
    if (closing === "") {
      const closers = marks[character];
      if (closers === undefined || (character === "‘" && isLetter(paragraph.charAt(i - 1))))
        continue;
      closing = closers;
      start = i + 1;
    } else if (
      closing.includes(character) &&
      !(character === "’" && isLetter(paragraph.charAt(i + 1)))
    ) {
      if (start < i) pieces.push({ start, end: i });
      closing = "";
    }
  }
  if (closing !== "" && start < paragraph.length) pieces.push({ start, end: paragraph.length });
  return pieces;
}

/**
 * The kind of quotation that the text around the ranges shows: `direct` when all their letters and
 * digits stand in quotation marks, `mixed` when some do, else `indirect`.
 */
export function quotationOf(text: string, ranges: readonly Range[]): Quotation {
  let quoted = 0;
  let all = 0;
  for (const range of ranges) {
    const from = text.lastIndexOf("\n", range.start - 1) + 1;
    let offset = from;
    const until = text.indexOf("\n", range.end);
    for (const paragraph of text.slice(from, until === -1 ? text.length : until).split("\n")) {
      const pieces = quotedPieces(paragraph);
      const start = Math.max(range.start, offset);
      const end = Math.min(range.end, offset + paragraph.length);
      for (let i = start; i < end; i += 1) {
        if (!isLetter(text.charAt(i))) continue;
        all += 1;
        if (pieces.some((piece) => piece.start <= i - offset && i - offset < piece.end))
          quoted += 1;
      }
      offset += paragraph.length + 1;
    }
  }
  if (quoted === 0) return "indirect";
  return quoted === all ? "direct" : "mixed";
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
