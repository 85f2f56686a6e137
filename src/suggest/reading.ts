import type { Range } from "../model/range.ts";
import {
  cueNouns,
  cueShare,
  cueVerbs,
  particles,
  type CueVerb,
  type Tense,
} from "./lexicon/cues.ts";
import {
  bodyNouns,
  femaleNames,
  maleNames,
  pronouns,
  roleNouns,
  titles,
} from "./lexicon/people.ts";
import { wordClass } from "./lexicon/words.ts";
import { quotedIn, type Quoted } from "./quoted.ts";
import { sentenceStarts, tokenise, type Token } from "./token.ts";

/** Sentences and paragraphs as ranges of token indices, half-open. */
export type TokenRange = Range;

/** An article text taken apart once: everything later steps look up is an array over its tokens. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly TokenRange[];
  readonly paragraphs: readonly TokenRange[];
  /** Token to the index of its sentence, of its paragraph. */
  readonly sentenceOf: Int32Array;
  readonly paragraphOf: Int32Array;
  readonly quoted: readonly Quoted[];
  /** Token to the index of the quotation that it stands in, its marks included; -1 outside. */
  readonly quotedOf: Int32Array;
  /** Token to the cue verb that it is, in whatever use. */
  readonly cueOf: readonly (CueVerb | null)[];
  /** Whether the token is part of a proper name. */
  readonly named: Uint8Array;
}

export function read(text: string): Reading {
  const tokens = tokenise(text);
  const starts = sentenceStarts(text, tokens, (i) => attributes(tokens, i));
  const sentences = cut(starts, tokens.length);
  const paragraphs = cut(
    tokens.flatMap((token, i) =>
      i === 0 || text.slice(tokens[i - 1]?.end, token.start).includes("\n") ? [i] : [],
    ),
    tokens.length,
  );
  const quoted = quotedIn(text);
  return {
    text,
    tokens,
    sentences,
    paragraphs,
    sentenceOf: indexed(sentences, tokens.length),
    paragraphOf: indexed(paragraphs, tokens.length),
    quoted,
    quotedOf: quotedTokens(tokens, quoted),
    cueOf: tokens.map((token) =>
      token.kind === "word" ? (cueVerbs.get(token.lower) ?? null) : null,
    ),
    named: namedTokens(tokens, sentences),
  };
}

/** Whether a name and a verb of saying stand at `index`: what follows “Go!” when it is attributed. */
function attributes(tokens: readonly Token[], index: number): boolean {
  for (let i = index; i < Math.min(index + 4, tokens.length); i += 1) {
    const token = tokens[i];
    if (!token || token.kind === "mark") return false;
    const verb = cueVerbs.get(token.lower);
    if (
      i > index &&
      verb &&
      verb.tense !== "base" &&
      /^(?:say|ask|manner|tell)$/u.test(verb.classes[0] ?? "")
    )
      return true;
  }
  return false;
}

function cut(starts: readonly number[], length: number): TokenRange[] {
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? length }));
}

function indexed(ranges: readonly TokenRange[], length: number): Int32Array {
  const of = new Int32Array(length);
  for (const [i, range] of ranges.entries()) of.fill(i, range.start, range.end);
  return of;
}

function quotedTokens(tokens: readonly Token[], quoted: readonly Quoted[]): Int32Array {
  const of = new Int32Array(tokens.length).fill(-1);
  let at = 0;
  for (const [i, token] of tokens.entries()) {
    while ((quoted[at]?.end ?? Infinity) <= token.start) at += 1;
    if ((quoted[at]?.start ?? Infinity) <= token.start) of[i] = at;
  }
  return of;
}

/** Lower-case words that join the parts of one name: Secretary *of* State, Ursula *von der* Leyen. */
const joiners = new Set(
  "of de del della di da dos das du la le van von der den ter al el bin ibn ben and for the".split(
    " ",
  ),
);

/**
 * Proper names by capitals. The first word of a sentence is one only when another capital follows or
 * the same word stands capitalised inside a sentence elsewhere.
 */
function namedTokens(tokens: readonly Token[], sentences: readonly TokenRange[]): Uint8Array {
  const named = new Uint8Array(tokens.length);
  const opens = new Uint8Array(tokens.length);
  for (const { start, end } of sentences) {
    for (let i = start; i < end; i += 1) {
      if (tokens[i]?.kind === "mark") {
        opens[i + 1] = 1;
        continue;
      }
      if (i === start) opens[i] = 1;
      break;
    }
  }
  const inside = new Set<string>();
  for (const [i, token] of tokens.entries())
    if (opens[i] !== 1 && isCapital(token) && !/^["“‘'«„(:—–]/u.test(tokens[i - 1]?.text ?? ""))
      inside.add(token.text);
  for (const [i, token] of tokens.entries()) {
    if (!isCapital(token) || wordClass.has(token.lower) || token.lower in pronouns) continue;
    const first = opens[i] === 1 || /^["“‘'«„:]/u.test(tokens[i - 1]?.text ?? "");
    const next = tokens[i + 1];
    if (
      !first ||
      inside.has(token.text) ||
      maleNames.has(token.lower) ||
      femaleNames.has(token.lower) ||
      titles.has(token.lower) ||
      (next && isCapital(next) && !wordClass.has(next.lower)) ||
      (next?.lower === "'s" && !cueVerbs.has(token.lower))
    )
      named[i] = 1;
  }
  nameWhoSpeaks(tokens, opens, named);
  for (let i = 1; i + 1 < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || named[i] === 1 || named[i - 1] !== 1 || !joiners.has(token.lower)) continue;
    const next =
      named[i + 1] === 1
        ? i + 1
        : joiners.has(tokens[i + 1]?.lower ?? "") && named[i + 2] === 1
          ? i + 2
          : -1;
    if (next > 0 && !/^(?:and|for|the)$/u.test(token.lower)) named.fill(1, i, next);
  }
  return named;
}

/**
 * Names, in place, whoever begins a sentence and speaks in it by a part of a name that the article gives
 * in full: Wang Yi met … *Wang* stated …
 */
function nameWhoSpeaks(tokens: readonly Token[], opens: Uint8Array, named: Uint8Array): void {
  const inFull = new Set<string>();
  for (const [i, token] of tokens.entries())
    if (named[i] === 1 && (named[i - 1] === 1 || named[i + 1] === 1)) inFull.add(token.text);
  for (const [i, token] of tokens.entries()) {
    if (opens[i] !== 1 || named[i] === 1 || !isCapital(token) || !inFull.has(token.text)) continue;
    const verb = cueVerbs.get(
      tokens[adverb.test(tokens[i + 1]?.lower ?? "") ? i + 2 : i + 1]?.lower ?? "",
    );
    if (verb && verb.tense !== "base" && verb.tense !== "ing") named[i] = 1;
  }
}

const adverb = /ly$|^(?:also|then|later|further|again)$/u;

function isCapital(token: Token): boolean {
  return token.kind === "word" && /^\p{Lu}/u.test(token.text);
}

/**
 * The tense of a cue verb where it stands: a bare form is an infinitive after *to*, a modal or *do*,
 * and a present tense after a plural subject (*officials insist*).
 */
export function tenseAt(reading: Reading, index: number): Tense | null {
  const verb = reading.cueOf[index];
  if (!verb) return null;
  if (verb.tense !== "base") return verb.tense;
  const before = reading.tokens[index - 1];
  const earlier =
    before && /ly$|^(?:also|now|still|often|then|just|never|not)$/u.test(before.lower)
      ? reading.tokens[index - 2]
      : before;
  if (!earlier || earlier.kind !== "word") return "base";
  const small = wordClass.get(earlier.lower);
  if (small !== undefined)
    return /^(?:they|first|second|relative|joint)$/u.test(small) && earlier.lower !== "it"
      ? "present"
      : "base";
  return /(?:s|people|men|women|police|public|some|many|most|others)$/u.test(earlier.lower) &&
    !/(?:ss|'s)$/u.test(earlier.lower)
    ? "present"
    : "base";
}

/**
 * A coarse tag: for a mark itself, for a small word its class, for a cue verb its strongest class and
 * tense, for other words what they name or how they end. Stands in for a part-of-speech tagger, which
 * gained nothing measurable over it.
 */
export function tagOf(reading: Reading, index: number): string {
  const token = reading.tokens[index];
  if (!token) return index < 0 ? "<" : ">";
  if (token.kind === "mark") return token.text;
  if (token.kind === "number") return "#";
  if (reading.named[index] === 1)
    return titles.has(token.lower) ? "NT" : bodyNouns.has(token.lower) ? "NB" : "N";
  const verb = reading.cueOf[index];
  const tense = tenseAt(reading, index);
  const share = cueShare.get(token.lower) ?? 0;
  if (verb && (share > 1 || tense !== "base"))
    return `${verb.classes[0] ?? ""}${tense ?? ""}${share > 2 ? "!" : ""}`;
  const small = wordClass.get(token.lower);
  if (small !== undefined) return small;
  if (particles.has(token.lower)) return "particle";
  if (titles.has(token.lower) || roleNouns.has(token.lower)) return "R";
  if (bodyNouns.has(token.lower)) return "B";
  if (cueNouns.has(token.lower)) return "CN";
  const ending = /(?:ing|ed|ly|tion|ment|ness|s)$/u.exec(token.lower)?.[0];
  return ending === undefined ? "w" : `-${ending}`;
}

/** A token in lower case, empty outside the text. */
export function lowerAt(reading: Reading, index: number): string {
  return reading.tokens[index]?.lower ?? "";
}

/** The words of tokens as they stand in the text, with single spaces. */
export function wordsAt(reading: Reading, range: TokenRange): string {
  const from = reading.tokens[range.start]?.start ?? 0;
  return reading.text
    .slice(from, reading.tokens[range.end - 1]?.end ?? from)
    .replaceAll(/\s+/gu, " ");
}
