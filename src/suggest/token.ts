/**
 * A word, a number or a mark of the article text: `start` up to but not including `end`, in UTF-16
 * code units. Tokens are in order and apart; white space belongs to none.
 */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, with ’ as '. */
  readonly lower: string;
  readonly kind: "word" | "number" | "mark";
}

/**
 * What ends in a full stop without ending a sentence. Initials, dotted letters (U.S., a.m.) and
 * Roman-style ordinals are recognised by shape instead.
 */
const abbreviations = new Set(
  `mr mrs ms dr prof sen sens rep reps gov govs gen lt col sgt maj capt cmdr adm cpl pvt hon rev fr st
  jr sr inc corp ltd co cos bros no nos vs etc dept univ assn jan feb mar apr jun jul aug sept sep oct
  nov dec mon tue tues wed thu thurs fri sat sun ave blvd rd fla calif mass conn wash pa tex ill mich
  minn wis va md ariz colo ore tenn ky ga ala miss mo ind okla kan neb nev del mt ft supt det insp
  messrs mme mlle approx est al dem`.split(/\s+/u),
);

/** Abbreviations that stand before a name and so never end a sentence. */
const beforeNames = new Set(
  `mr. mrs. ms. dr. prof. sen. sens. rep. reps. gov. govs. gen. lt. col. sgt. maj. capt. cmdr. adm. hon.
  rev. st. messrs. supt. det. insp. no. nos. vs.`.split(/\s+/u),
);

const word = /[\p{L}\p{M}\p{N}]+(?:[-‐‑'’.&/_][\p{L}\p{M}\p{N}]+)*/uy;
const numeral = /[$€£¥]?\p{N}+(?:[.,:/]\p{N}+)*%?/uy;
const clitic = /^(.+?)(['’]s|['’](?:ll|re|ve|d|m))$/iu;
const dotted = /^(?:\p{L}\.)+\p{L}$/u;

/** The tokens of a text. Linear in its length; any string will do. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const add = (start: number, end: number, kind: Token["kind"]) => {
    const piece = text.slice(start, end);
    tokens.push({ start, end, text: piece, lower: piece.toLowerCase().replaceAll("’", "'"), kind });
  };
  while (at < text.length) {
    if (/\s/u.test(text.charAt(at)) || text.charAt(at) === "\u200B") {
      at += 1;
      continue;
    }
    numeral.lastIndex = at;
    const number = numeral.exec(text)?.[0];
    word.lastIndex = at;
    const letters = word.exec(text)?.[0];
    if (number !== undefined && number.length >= (letters?.length ?? 0)) {
      add(at, at + number.length, "number");
      at += number.length;
    } else if (letters !== undefined) {
      at = addWord(text, at, letters, add);
    } else {
      const length = markLength(text, at);
      add(at, at + length, "mark");
      at += length;
    }
  }
  return tokens;
}

/** A word, its clitic apart, its full stop with it when it is an abbreviation's. Returns where it ends. */
function addWord(
  text: string,
  at: number,
  letters: string,
  add: (start: number, end: number, kind: Token["kind"]) => void,
): number {
  const end = at + letters.length;
  const split = clitic.exec(letters);
  const stem = split?.[1] ?? letters;
  const stop = text.charAt(end) === "." && split === null && isAbbreviation(letters);
  const kind = /^\p{N}+(?:st|nd|rd|th|s)?$/iu.test(stem) ? "number" : "word";
  add(at, at + stem.length + (stop ? 1 : 0), kind);
  if (split) add(at + stem.length, end, "word");
  if (!split && endsPossessive(text, at, end)) {
    add(end, end + 1, "word");
    return end + 1;
  }
  return stop ? end + 1 : end;
}

/** How far back an opening single mark is looked for, in UTF-16 code units. */
const longestLook = 1000;

/** Whether an apostrophe at `end` makes a plural possessive (the unions' plan), not the end of a quotation. */
function endsPossessive(text: string, start: number, end: number): boolean {
  if (!/^s['’] [\p{Ll}\p{N}]/u.test(text.slice(end - 1, end + 3))) return false;
  const before =
    text
      .slice(Math.max(0, start - longestLook), start)
      .split("\n")
      .at(-1) ?? "";
  return !/‘|(?:^|[\s(—–-])'(?=\S)/u.test(before);
}

function isAbbreviation(letters: string): boolean {
  // “R-N.H.”, “D-Tex.”: party and state; “then-Sen.”: an office of the past.
  const last = /^(?:[A-Z]|then|ex)-(.+)$/iu.exec(letters)?.[1];
  return (
    (last !== undefined && isAbbreviation(last)) ||
    abbreviations.has(letters.toLowerCase()) ||
    dotted.test(letters) ||
    (letters.length === 1 && letters !== "I" && /\p{Lu}/u.test(letters))
  );
}

/** A mark is one character, except for doubled quotation marks, dots and dashes. */
function markLength(text: string, at: number): number {
  const first = text.charAt(at);
  if ("'`’‘.-".includes(first)) {
    let end = at + 1;
    while (end < at + 3 && text.charAt(end) === first) end += 1;
    const length = end - at;
    return "'`’‘".includes(first) ? Math.min(length, 2) : length;
  }
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/**
 * Where sentences begin: the indices of the tokens that begin one, in order. A paragraph always
 * begins a sentence. `attributes(i)` says whether what stands at token `i` goes on with an
 * attribution of what was just quoted (“Go!” Trump said), which therefore is no new sentence.
 */
export function sentenceStarts(
  text: string,
  tokens: readonly Token[],
  attributes: (index: number) => boolean,
): number[] {
  const starts: number[] = [];
  let ended = true;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (!token) break;
    const broken = before === undefined || hasBreak(text, before.end, token.start);
    // A straight mark closes only right behind what it closes: It rained. "Go," he said.
    const closes = isCloser(token) && before?.end === token.start;
    if (broken || (ended && !closes)) {
      if (broken || beginsSentence(tokens, i, attributes)) starts.push(i);
      ended = false;
    }
    if (isTerminator(token, tokens[i + 1])) ended = true;
    else if (!closes || broken) ended = false;
  }
  return starts;
}

function hasBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (text.charCodeAt(i) === 10) return true;
  return false;
}

function isTerminator(token: Token, next: Token | undefined): boolean {
  if (/^(?:[!?…。！？]|\.+)$/u.test(token.text)) return true;
  if (token.kind !== "word" || !token.text.endsWith(".") || beforeNames.has(token.lower))
    return false;
  // “… in the U.S. The …”: an abbreviation ends a sentence where a word that begins one follows.
  return (
    next !== undefined &&
    /^(?:The|He|She|It|They|But|And|In|A|An|His|Her|On|At|For|That|This|We|I)$/u.test(next.text)
  );
}

function isCloser(token: Token): boolean {
  return /^(?:["”’»)\]」』›]|''|’’|')$/u.test(token.text);
}

function beginsSentence(
  tokens: readonly Token[],
  index: number,
  attributes: (index: number) => boolean,
): boolean {
  const token = tokens[index];
  if (!token) return false;
  if (/^(?:[,;:)\]%]|\p{Ll})/u.test(token.text)) return false;
  return !(isCloser(tokens[index - 1] ?? token) && attributes(index));
}
