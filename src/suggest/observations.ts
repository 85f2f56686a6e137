import { cuesAfter, cuesBefore, mayCueTokens } from "./cueContext.ts";
import { hash, mixed, settled } from "./hash.ts";
import { quotationEnd, quoteState, regionShape } from "./quotationShape.ts";
import { tagOf, type Reading } from "./reading.ts";
import { articleStyle, sentenceFacts } from "./sentenceFacts.ts";
import { hinge } from "./states.ts";

/** Rows of the weight table: a power of two, as features are hashed into it. */
export const featureRows = 1 << 17;

/** Rows of the table of boundary weights. */
export const boundaryRows = 1 << 12;

/** How many classes a boundary between two tokens has. */
export const boundaryKinds = 6;

/**
 * What the chain sees of a text. Strings are hashed once a token; features mix the numbers, which is
 * several times faster than to build a string for each.
 */
export interface Observations {
  readonly length: number;
  /** Writes the feature rows of token `index` to `into` and returns how many there are. */
  rowsOf(index: number, into: Int32Array): number;
  /** For each token `boundaryKinds` rows: the classes of the boundary before it. */
  readonly boundaries: Int32Array;
  /** How freely the state may change before each token, as in `hinge`. */
  readonly hinges: Uint8Array;
  /** 1 where a token may be (part of) a cue, as a word that attributes is near. */
  readonly mayCue: Uint8Array;
}

/** More than any token has. */
export const mostFeatures = 160;

/** `cueWords` are words that may attribute besides those of the lexicon. */
export function observe(reading: Reading, cueWords: ReadonlySet<string> = new Set()): Observations {
  const { tokens, sentenceOf, paragraphOf, sentences, quotedOf, quoted } = reading;
  const length = tokens.length;
  const words = Int32Array.from(tokens, (token) => hash(token.lower));
  const tagNames = tokens.map((_, i) => tagOf(reading, i));
  const tags = Int32Array.from(tagNames, hash);
  const suffixes = Int32Array.from(tokens, (token) => hash(token.lower.slice(-3)));
  const shapes = Int32Array.from(tokens, (token) => hash(shapeOf(token.text)));
  const quotes = Int32Array.from(tokens, (_, i) => hash(quoteState(reading, i)));
  const quoteRegions = quoted.map((_, i) => hash(regionShape(reading, i)));
  const left = cuesBefore(reading);
  const right = cuesAfter(reading);
  const commas = marksBefore(reading, ",");
  const thats = marksBefore(reading, "that");
  const facts = sentenceFacts(reading, tagNames);
  const style = hash(articleStyle(reading));
  const word = (i: number) => words[i] ?? edge(i);
  const tag = (i: number) => tags[i] ?? edge(i);
  const quote = (i: number) => quotes[i] ?? edge(i);

  const rowsOf = (i: number, into: Int32Array): number => {
    let count = 0;
    let template = 0;
    const add = (a: number, b = 0, c = 0, d = 0) => {
      template += 1;
      into[count] = settled(mixed(mixed(mixed(mixed(template, a), b), c), d)) & (featureRows - 1);
      count += 1;
    };
    const sentence = sentenceOf[i] ?? 0;
    const fact = facts[sentence];
    const range = sentences[sentence];
    const before = left[i];
    const after = right[i];
    const fromStart = Math.min(i - (range?.start ?? i), 3);
    const toEnd = Math.min((range?.end ?? i + 1) - 1 - i, 2);
    const q = quote(i);
    add(0);
    for (let d = -2; d <= 2; d += 1) add(word(i + d));
    add(word(i - 1), word(i));
    add(word(i), word(i + 1));
    add(suffixes[i] ?? 0);
    add(shapes[i] ?? 0, fromStart === 0 ? 1 : 0);
    for (let d = -3; d <= 3; d += 1) add(tag(i + d));
    add(tag(i - 1), tag(i));
    add(tag(i), tag(i + 1));
    add(tag(i - 2), tag(i - 1), tag(i));
    add(tag(i - 1), tag(i), tag(i + 1));
    add(tag(i), tag(i + 1), tag(i + 2));
    add(tag(i - 2), tag(i - 1));
    add(tag(i + 1), tag(i + 2));
    add(tag(i + 1), tag(i + 2), tag(i + 3));
    add(tag(i - 3), tag(i - 2), tag(i - 1));
    add(word(i), tag(i + 1));
    add(word(i), tag(i - 1));
    add(word(i - 1), tag(i));
    add(word(i + 1), tag(i));
    // Quotation marks.
    add(q);
    add(quote(i - 1), q, quote(i + 1));
    add(q, tag(i));
    add(q, tag(i - 1));
    add(q, tag(i + 1));
    const region = quotedOf[i] ?? -1;
    const regionKind = region < 0 ? 0 : (quoteRegions[region] ?? 0);
    add(regionKind);
    add(regionKind, q);
    add(regionKind, before?.kind ?? 1, after?.kind ?? 1);
    add(regionKind, fact?.cue ?? 0);
    // The cues around.
    const beforeKind = before?.kind ?? 1;
    const afterKind = after?.kind ?? 1;
    const beforeFar = before ? distance(i - before.index) : 0;
    const afterFar = after ? distance(after.index - i) : 0;
    const commasSince = before ? Math.min((commas[i] ?? 0) - (commas[before.index] ?? 0), 3) : 4;
    const thatSince = before ? Math.min((thats[i] ?? 0) - (thats[before.index] ?? 0), 1) : 2;
    const commasUntil = after ? Math.min((commas[after.index] ?? 0) - (commas[i] ?? 0), 3) : 4;
    add(beforeKind, q);
    add(before?.lemma ?? 1);
    add(beforeKind, beforeFar);
    add(beforeKind, commasSince, thatSince);
    add(before?.lemma ?? 1, thatSince);
    add(before?.lemma ?? 1, beforeFar);
    add(beforeKind, tag(i));
    add(beforeKind, tag(i), tag(i + 1));
    add(beforeKind, tag(i - 1), tag(i));
    add(beforeKind, beforeFar, tag(i));
    add(beforeKind, thatSince, tag(i), commasSince);
    add(before?.lemma ?? 1, tag(i));
    add(afterKind, q);
    add(after?.lemma ?? 1);
    add(afterKind, afterFar);
    add(afterKind, commasUntil);
    add(after?.lemma ?? 1, commasUntil, toEnd);
    add(afterKind, tag(i));
    add(afterKind, tag(i), tag(i + 1));
    add(afterKind, afterFar, tag(i));
    add(beforeKind, afterKind);
    add(beforeKind, afterKind, commasSince, commasUntil);
    add(beforeKind, afterKind, beforeFar, afterFar);
    add(beforeKind, afterKind, q, tag(i));
    // Where in the sentence and the paragraph.
    add(fromStart, toEnd);
    add(fromStart, tag(i), q);
    add(toEnd, tag(i), beforeKind);
    add(toEnd, tag(i), afterKind);
    // The sentence as a whole.
    if (fact) {
      add(fact.cue, q);
      add(fact.cue, beforeKind, afterKind, commasUntil);
    }
    // The sentences before it, for speech that runs on: once a sentence, where it begins.
    template = 200;
    if (fact && i === range?.start) {
      add(fact.cue, fact.before);
      add(fact.mood, fact.cue, q);
      add(fact.opening, fact.cue, q);
      add(fact.firstWord, fact.cue);
      add(fact.place, fact.cue, q);
      add(fact.narrative, fact.cue, q);
      add(fact.since, q);
      add(fact.since, fact.cue);
      add(fact.since, fact.lastLemma);
      add(fact.since, fact.cue, fact.mood);
      add(fact.since, fact.cue, fact.opening);
      add(fact.since, fact.cue, style);
      add(fact.since, fact.mood, style);
      add(fact.since, fact.mood, fact.narrative, fact.names);
      add(fact.since, fact.mood, fact.cue, fact.place);
      add(fact.since, fact.firstWord);
      add(fact.place, fact.since, style);
      add(fact.names, fact.cue, fact.since);
      add(fact.narrative, fact.since, fact.mood);
      add(fact.mood, fact.narrative, style);
    }
    template = 220;
    add(style, q);
    add(style, beforeKind, before?.lemma ?? 1);
    add(style, afterKind, after?.lemma ?? 1);
    add(style, word(i), q);
    return count;
  };

  const boundaries = new Int32Array(length * boundaryKinds);
  for (let i = 0; i < length; i += 1) {
    const sentenceBreak = i === 0 || sentenceOf[i] !== sentenceOf[i - 1];
    const paragraphBreak = i === 0 || paragraphOf[i] !== paragraphOf[i - 1];
    const brokenBy = paragraphBreak ? 2 : sentenceBreak ? 1 : 0;
    const fact = facts[sentenceOf[i] ?? 0];
    const earlier = facts[(sentenceOf[i] ?? 0) - 1];
    const row = (kind: number, a: number, b: number, c: number) => {
      boundaries[i * boundaryKinds + kind] =
        settled(mixed(mixed(mixed(kind + 1, a), b), c)) & (boundaryRows - 1);
    };
    row(0, brokenBy, mixed(quote(i - 1), quote(i)), quotationEnd(reading, i));
    row(1, brokenBy, markOf(reading, i - 1), markOf(reading, i));
    row(2, brokenBy, 0, tag(i));
    row(4, brokenBy, tag(i), tag(i + 1));
    row(5, brokenBy, tag(i - 1), tag(i));
    row(
      3,
      brokenBy === 0 ? 0 : 1,
      brokenBy === 0 ? 0 : (fact?.cue ?? 0),
      brokenBy === 0 ? 0 : (earlier?.cue ?? 0),
    );
  }
  return {
    length,
    rowsOf,
    boundaries,
    hinges: hingesOf(reading),
    mayCue: mayCueTokens(reading, cueWords),
  };
}

/** What stands for a token before the first or after the last. */
function edge(index: number): number {
  return index < 0 ? 11 : 13;
}

/** Distances in tokens, in steps that double. */
function distance(tokens: number): number {
  return tokens <= 3 ? tokens : tokens <= 6 ? 4 : tokens <= 12 ? 5 : tokens <= 24 ? 6 : 7;
}

function shapeOf(word: string): string {
  return word
    .replaceAll(/\p{Lu}+/gu, "A")
    .replaceAll(/\p{Ll}+/gu, "a")
    .replaceAll(/\p{N}+/gu, "9")
    .slice(0, 6);
}

function markOf(reading: Reading, index: number): number {
  const token = reading.tokens[index];
  return token?.kind === "mark" ? hash(token.text) : 0;
}

/** How many tokens `lower` stand before each token. */
function marksBefore(reading: Reading, lower: string): Int32Array {
  const counts = new Int32Array(reading.tokens.length + 1);
  for (const [i, token] of reading.tokens.entries())
    counts[i + 1] = (counts[i] ?? 0) + (token.lower === lower ? 1 : 0);
  return counts;
}

/** How freely the state may change before each token. */
export function hingesOf(reading: Reading): Uint8Array {
  return Uint8Array.from(reading.tokens, (_, i) => {
    const region = reading.quotedOf[i] ?? -1;
    if (region >= 0 && region === reading.quotedOf[i - 1]) return hinge.quotation;
    if (i === 0 || reading.sentenceOf[i] === reading.sentenceOf[i - 1]) return hinge.free;
    return reading.tokens[i - 1]?.text === ":" ? hinge.colon : hinge.sentence;
  });
}
