import { done, refused, type Result } from "../problem.ts";
import { fold, foldedText, type FoldedText, type Folding } from "./folding.ts";

/** One thing that is looked for: words in a row, or a regular expression. */
type Term = WordsTerm | { readonly kind: "pattern"; readonly pattern: RegExp };

interface WordsTerm {
  readonly kind: "words";
  /** Folded; at least one. Between two of them stands any white space. */
  readonly words: readonly string[];
  /** The last word may go on: `tarif*`. */
  readonly prefix: boolean;
}

/** What somebody typed into the search field. */
export interface Sought {
  readonly folding: Folding;
  /** All of them are to be there. */
  readonly terms: readonly Term[];
  /** None of these is (`-word`). */
  readonly without: readonly Term[];
}

/** A place in a text, in UTF-16 code units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** `-`, then a phrase (perhaps with `*` after it), a regular expression, or a word. */
const token = /(-?)(?:["“”]([^"“”]*)["“”]?(\*?)|\/((?:\\.|[^/\\])+)\/(?=\s|$)|(\S+))/gu;

/**
 * Reads `words`, `"a phrase"`, `begin*`, `/regular expression/`, and each with `-` for what must
 * not be there. Nothing typed looks for nothing.
 */
export function parseSought(typed: string, folding: Folding): Result<Sought> {
  const terms: Term[] = [];
  const without: Term[] = [];
  for (const [, minus, phrase, star, source, word] of typed.matchAll(token)) {
    const list = minus === "-" ? without : terms;
    if (source !== undefined) {
      const pattern = patternOf(source, folding);
      if (!pattern.ok) return pattern;
      list.push({ kind: "pattern", pattern: pattern.value });
      continue;
    }
    const text = foldedText(phrase ?? word ?? "", folding);
    const prefix = star === "*" || (word?.endsWith("*") ?? false);
    const words = text
      .replace(phrase === undefined ? /\*$/ : "", "")
      .split(/\s+/u)
      .filter(Boolean);
    if (words.length > 0) list.push({ kind: "words", words, prefix });
  }
  return done({ folding, terms, without });
}

function patternOf(source: string, { matchCase, matchAccents }: Folding): Result<RegExp> {
  const flags = matchCase ? "gmu" : "gimu";
  try {
    // Where accents do not count the text has none, so the expression must not ask for any.
    const written = matchAccents ? source : foldedText(source, { matchCase: true, matchAccents });
    return done(new RegExp(written, flags));
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*\/[gimu]*: /u, "") : "not valid";
    return refused(
      `/${source}/ is no regular expression: ${why}.`,
      "Correct it, or put a backslash before signs that are meant as such.",
    );
  }
}

/**
 * A text made ready to be searched: folded once for words, once for expressions, which have a case
 * flag of their own. Folds when it is first asked.
 */
export class SearchableText {
  readonly text: string;
  readonly #folding: Folding;
  #forWords: FoldedText | null = null;
  #forPatterns: FoldedText | null = null;

  constructor(text: string, folding: Folding) {
    this.text = text;
    this.#folding = folding;
  }

  folded(kind: Term["kind"]): FoldedText {
    if (kind === "words") return (this.#forWords ??= fold(this.text, this.#folding));
    return (this.#forPatterns ??= fold(this.text, { ...this.#folding, matchCase: true }));
  }

  /** The places of a term, from the first on; they do not overlap. */
  *places(term: Term): Generator<Place> {
    const folded = this.folded(term.kind);
    const found =
      term.kind === "words"
        ? wordPlaces(folded.text, term)
        : patternPlaces(folded.text, term.pattern);
    for (const place of found) yield folded.original(place.start, place.end);
  }

  has(term: Term): boolean {
    return !this.places(term).next().done;
  }
}

function* patternPlaces(text: string, pattern: RegExp): Generator<Place> {
  for (const match of text.matchAll(pattern))
    if (match[0] !== "") yield { start: match.index, end: match.index + match[0].length };
}

function* wordPlaces(text: string, { words, prefix }: WordsTerm): Generator<Place> {
  const [first = ""] = words;
  for (let start = text.indexOf(first); start !== -1;) {
    const end = endOfWords(text, start, words, prefix);
    if (end !== -1) yield { start, end };
    start = text.indexOf(first, end === -1 ? start + 1 : end);
  }
}

/** Where the words end that begin at `start`; -1 when others stand there. */
function endOfWords(
  text: string,
  start: number,
  words: readonly string[],
  prefix: boolean,
): number {
  if (joined(text, start)) return -1;
  let at = start;
  for (const [i, word] of words.entries()) {
    if (i > 0) {
      const from = at;
      while (at < text.length && /\s/u.test(text.charAt(at))) at += 1;
      if (at === from) return -1;
    }
    if (!text.startsWith(word, at)) return -1;
    at += word.length;
    const goesOn = joined(text, at);
    if (goesOn && !(prefix && i === words.length - 1)) return -1;
  }
  if (prefix) while (at < text.length && joined(text, at)) at += 1;
  return at;
}

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;
/** Scripts that put no space between words: there a word may begin and end anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether the characters before and at `offset` belong to one word. */
function joined(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const code = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  if (code < 128 && before < 128) return asciiWord(code) && asciiWord(before);
  const next = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const last =
    (before & 0xfc00) === 0xdc00 ? text.slice(offset - 2, offset) : text.charAt(offset - 1);
  if (unspaced.test(next) || unspaced.test(last)) return false;
  return wordCharacter.test(next) && wordCharacter.test(last);
}

function asciiWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95
  );
}
