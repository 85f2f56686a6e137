import { done, refused, type Result } from "./problem.ts";
import type { Range } from "./range.ts";

/** Scripts that are written without spaces between words: a word of them may begin anywhere. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u;

/**
 * What a topic's keyword finds. Plain words are found where a word begins, whatever its ending
 * ("tariff" finds "tariffs"), without case; between slashes stands a regular expression, without
 * case too ("/levy|levies/"). Refused: what is no expression, what finds everything, and what could
 * take for ever on some texts.
 */
export function keywordPattern(keyword: string): Result<RegExp> {
  const expression = /^\/(.+)\/i?$/su.exec(keyword.trim())?.[1];
  if (expression === undefined) return done(wordsPattern(keyword, "prefix"));
  try {
    const pattern = new RegExp(expression, "giu");
    if (repeatsRepetition(expression))
      return refused(
        `The expression ${keyword} repeats a part that repeats itself, which can take for ever on some texts.`,
        "Take one of the two repetitions away: (a+)+ finds no more than a+.",
      );
    if (!pattern.test("")) return done(new RegExp(expression, "giu"));
    return refused(
      `The expression ${keyword} finds everything, even nothing.`,
      "Make it ask for at least one character.",
    );
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message.replace(/^.*: /s, "") : "";
    return refused(
      `The expression ${keyword} cannot be read: ${reason}`,
      "Correct it, or take the slashes away to find the words as they stand.",
    );
  }
}

/** What a name finds: its words whole, whatever the white space between them. */
export function namePattern(name: string): RegExp {
  return wordsPattern(name, "whole");
}

function wordsPattern(words: string, how: "prefix" | "whole"): RegExp {
  const trimmed = words.trim();
  const escaped = trimmed
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
    .join(String.raw`\s+`);
  const begins = unspaced.test(trimmed.charAt(0)) ? "" : String.raw`(?<![\p{L}\p{N}])`;
  const ends =
    how === "prefix" || unspaced.test(trimmed.slice(-1)) ? "" : String.raw`(?![\p{L}\p{N}])`;
  return new RegExp(begins + escaped + ends, how === "whole" ? "gu" : "giu");
}

/** Something that is looked for in a text: an entry of the codebook by one of its words. */
export interface Term {
  readonly id: string;
  readonly pattern: RegExp;
}

/** A place where a term stands. */
export interface Hit extends Range {
  readonly id: string;
}

/** Where the terms stand in a text, by position, the longer first; O(terms × text). */
export function hitsIn(text: string, terms: readonly Term[]): Hit[] {
  return terms
    .flatMap(({ id, pattern }) =>
      Array.from(text.matchAll(pattern), (match) => ({
        id,
        start: match.index,
        end: match.index + match[0].length,
      })),
    )
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Where some words stand in a text, whole and with their case, whatever the white space in them. */
export function occurrences(text: string, words: string): Range[] {
  return hitsIn(text, [{ id: "", pattern: namePattern(words) }]).map(({ start, end }) => ({
    start,
    end,
  }));
}

/**
 * Whether a group that is repeated without end holds something that is repeated without end: the
 * usual cause of expressions that take exponential time (a star height above one).
 */
function repeatsRepetition(source: string): boolean {
  // For each open group: whether something in it repeats without end.
  const groups: boolean[] = [false];
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i];
    if (char === "\\") i += 1;
    else if (char === "[") i = endOfClass(source, i);
    else if (char === "(") groups.push(false);
    else if (char === ")") {
      const repeats = groups.pop() ?? false;
      const again = endless(source.slice(i + 1));
      if (repeats && again) return true;
      groups[groups.length - 1] ||= repeats || again;
    } else if (endless(source.slice(i))) groups[groups.length - 1] = true;
  }
  return false;
}

function endless(rest: string): boolean {
  return /^(?:[*+]|\{\d+,\})/.test(rest);
}

function endOfClass(source: string, start: number): number {
  for (let i = start + 1; i < source.length; i += 1) {
    if (source[i] === "\\") i += 1;
    else if (source[i] === "]") return i;
  }
  return source.length;
}
