import { hash, mixed, settled } from "./hash.ts";
import { cueNouns, cueShare, type CueClass } from "./lexicon/cues.ts";
import { wordClass } from "./lexicon/words.ts";
import { tagOf, tenseAt, type Reading } from "./reading.ts";
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

/** A cue outside quotation marks that may govern a token. */
interface Cue {
  readonly index: number;
  readonly lemma: number;
  readonly kind: number;
}

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
    // The sentence as a whole, and the ones before it: for speech that runs on.
    if (fact) {
      add(fact.cue, q);
      add(fact.cue, fact.before);
      add(fact.since, q);
      add(fact.since, fact.cue);
      add(fact.since, fact.lastLemma);
      add(fact.since, fact.cue, fact.mood);
      add(fact.since, fact.cue, fact.opening);
      add(fact.since, fact.cue, style);
      add(fact.since, fact.mood, style);
      add(fact.mood, fact.cue, q);
      add(fact.opening, fact.cue, q);
      add(fact.firstWord, fact.cue);
      add(fact.since, fact.firstWord);
      add(fact.place, fact.cue, q);
      add(fact.place, fact.since, style);
      add(fact.names, fact.cue, fact.since);
      add(fact.narrative, fact.cue, q);
      add(fact.narrative, fact.since, fact.mood);
      add(fact.cue, beforeKind, afterKind, commasUntil);
    }
    add(style, q);
    add(style, beforeKind);
    add(style, afterKind);
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

/** How a quotation that ends before token `index` ends: with a stop inside, with a mark after it. */
function quotationEnd(reading: Reading, index: number): number {
  const region = reading.quotedOf[index - 1] ?? -1;
  if (region < 0 || region === reading.quotedOf[index]) return 0;
  const inner = reading.tokens[index - 2];
  const stop = inner?.kind === "mark" && /^(?:[.,!?…;]|\.+)$/u.test(inner.text);
  return (stop ? 2 : 1) + (reading.tokens[index]?.kind === "mark" ? 2 : 0);
}

function markOf(reading: Reading, index: number): number {
  const token = reading.tokens[index];
  return token?.kind === "mark" ? hash(token.text) : 0;
}

/** Where a token stands to the quotation around it. */
function quoteState(reading: Reading, index: number): string {
  const region = reading.quoted[reading.quotedOf[index] ?? -1];
  if (!region) return "out";
  const token = reading.tokens[index];
  if (!token) return "out";
  const contentStart = region.start + region.opening;
  const contentEnd = region.end - region.closing;
  if (token.end <= contentStart) return "open";
  if (token.start >= contentEnd) return "close";
  return "in";
}

/** What kind of quotation it looks like: a sentence, a clause, a fragment, a title. */
function regionShape(reading: Reading, index: number): string {
  const region = reading.quoted[index];
  if (!region) return "";
  const inner = reading.text.slice(region.start + region.opening, region.end - region.closing);
  const words = inner.split(/\s+/u).length;
  const size = words <= 1 ? "1" : words <= 3 ? "3" : words <= 6 ? "6" : "9";
  const last = /[.,!?…]$/u.exec(inner.trimEnd())?.[0] ?? "-";
  const next = reading.text.slice(region.end, region.end + 1);
  const before = reading.text.slice(0, region.start).trimEnd().slice(-1);
  const begun = region.resumes
    ? "r"
    : before === "" || reading.text.charAt(region.start - 1) === "\n"
      ? "p"
      : /[.!?”"’]/u.test(before)
        ? "s"
        : /[,:]/u.test(before)
          ? before
          : "m";
  const capital = isTitle(inner) ? "T" : /^\p{Lu}/u.test(inner) ? "A" : "a";
  return `${size}${last}${/[.,;]/u.test(next) ? next : " "}${begun}${capital}${region.closing === 0 ? "open" : ""}`;
}

/** Whether every longer word has a capital, as in titles of works: “Make America Great Again”. */
export function isTitle(inner: string): boolean {
  const words = inner.split(/\s+/u).filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  return words.length >= 2 && words.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
}

const kindNames = new Map<CueClass, number>();
function kindNumber(cueClass: CueClass | undefined, extra: number): number {
  if (cueClass === undefined) return 2;
  const known = kindNames.get(cueClass) ?? hash(cueClass);
  kindNames.set(cueClass, known);
  return mixed(known, extra);
}

/** The cue that a token is, when it may govern content: outside quotations, not a bare infinitive. */
function cueAt(reading: Reading, index: number): Cue | null {
  const token = reading.tokens[index];
  if (!token || (reading.quotedOf[index] ?? -1) >= 0) return null;
  if (token.lower === "according") return { index, lemma: hash("according"), kind: 3 };
  const verb = reading.cueOf[index];
  const share = cueShare.get(token.lower) ?? 0;
  if (!verb || reading.named[index] === 1) return null;
  const form = tenseAt(reading, index);
  if (form === "base" && share < 2) return null;
  const earlier = reading.tokens[index - 1]?.lower ?? "";
  if (wordClass.get(earlier) === "article" || wordClass.get(earlier) === "possessive") return null;
  const tense = form === "past" || form === "present" ? 1 : form === "ing" ? 2 : 3;
  const passive = wordClass.get(earlier) === "be" ? 1 : 0;
  return {
    index,
    lemma: hash(verb.lemma),
    kind: kindNumber(verb.classes[0], tense * 8 + share * 2 + passive),
  };
}

function cuesBefore(reading: Reading): readonly (Cue | null)[] {
  const before: (Cue | null)[] = [];
  let last: Cue | null = null;
  for (let i = 0; i < reading.tokens.length; i += 1) {
    if (reading.sentenceOf[i] !== reading.sentenceOf[i - 1]) last = null;
    before.push(last);
    last = cueAt(reading, i) ?? last;
  }
  return before;
}

function cuesAfter(reading: Reading): readonly (Cue | null)[] {
  const after = Array.from<Cue | null>({ length: reading.tokens.length });
  let next: Cue | null = null;
  for (let i = reading.tokens.length - 1; i >= 0; i -= 1) {
    if (reading.sentenceOf[i] !== reading.sentenceOf[i + 1]) next = null;
    after[i] = next;
    next = cueAt(reading, i) ?? next;
  }
  return after;
}

/** How many tokens `lower` stand before each token. */
function marksBefore(reading: Reading, lower: string): Int32Array {
  const counts = new Int32Array(reading.tokens.length + 1);
  for (const [i, token] of reading.tokens.entries())
    counts[i + 1] = (counts[i] ?? 0) + (token.lower === lower ? 1 : 0);
  return counts;
}

/** What a sentence looks like as a whole; numbers are hashes, only equality counts. */
interface SentenceFacts {
  /** Its strongest cue and whether quotation marks stand in it. */
  readonly cue: number;
  /** The same of the sentence before. */
  readonly before: number;
  /** Sentences since the last with a cue of saying, whether paragraphs lie between, and how it ended. */
  readonly since: number;
  readonly lastLemma: number;
  /** Modal verbs, tense, first person. */
  readonly mood: number;
  /** Tags of its first two tokens. */
  readonly opening: number;
  readonly firstWord: number;
  /** Which sentence of the paragraph, of the article. */
  readonly place: number;
  /** Whether people are named in it. */
  readonly names: number;
  /** Signs of the narrator: dates, figures, past tense without a modal. */
  readonly narrative: number;
}

function sentenceFacts(reading: Reading, tags: readonly string[]): SentenceFacts[] {
  const facts: SentenceFacts[] = [];
  let before = 0;
  let since = 9;
  let crossed = 0;
  let lastLemma = 0;
  let lastClosed = 0;
  for (const [s, { start, end }] of reading.sentences.entries()) {
    const paragraph = reading.paragraphOf[start] ?? 0;
    const first = reading.paragraphs[paragraph]?.start === start;
    if (first && s > 0) crossed = Math.min(crossed + 1, 3);
    let best: { rank: number; lemma: number; kind: string } | null = null;
    let quotedTokens = 0;
    let names = 0;
    let modal = 0;
    let past = 0;
    let present = 0;
    let firstPerson = 0;
    let figures = 0;
    let days = 0;
    for (let i = start; i < end; i += 1) {
      const tag = tags[i] ?? "";
      const inQuote = (reading.quotedOf[i] ?? -1) >= 0;
      if (inQuote) quotedTokens += 1;
      const token = reading.tokens[i];
      if (!token) continue;
      if (reading.named[i] === 1) names += 1;
      if (!inQuote) {
        if (tag === "modal") modal += 1;
        if (tag === "first") firstPerson += 1;
        if (tag === "day" || tag === "month") days += 1;
        if (tag === "#") figures += 1;
        if (tag === "-ed" || /^(?:was|were|had|did)$/u.test(token.lower) || tag.includes("past"))
          past += 1;
        if (/^(?:is|are|has|have|does|do)$/u.test(token.lower) || tag.includes("present"))
          present += 1;
      }
      const cue = cueAt(reading, i);
      if (!cue) continue;
      const verb = reading.cueOf[i];
      const rank =
        (cueShare.get(token.lower) ?? 0) * 4 +
        (verb ? Math.max(0, 4 - verb.classes.length) : 4) +
        (verb?.tense === "ing" ? -2 : 0);
      if (!best || rank > best.rank)
        best = {
          rank,
          lemma: cue.lemma,
          kind: `${verb?.classes[0] ?? "according"}${cueShare.get(token.lower) ?? 0}`,
        };
    }
    const share = quotedTokens === 0 ? 0 : quotedTokens >= end - start - 1 ? 2 : 1;
    const cue = hash(`${best?.kind ?? "none"}/${share}`);
    const startTag = tags[start] ?? "";
    facts.push({
      cue,
      before,
      since: mixed(mixed(Math.min(since, 5), crossed), lastClosed),
      lastLemma,
      mood:
        (modal > 0 ? 1 : 0) +
        (past > 0 ? 2 : 0) +
        (present > 0 ? 4 : 0) +
        (firstPerson > 0 ? 8 : 0),
      opening: mixed(hash(startTag), hash(tags[start + 1] ?? "")),
      firstWord: hash(reading.tokens[start]?.lower ?? ""),
      place:
        (first ? 0 : Math.min(s, 2)) +
        4 * (s === 0 ? 1 : 0) +
        8 * (reading.paragraphs[paragraph]?.end === end ? 1 : 0),
      names: Math.min(names, 2),
      narrative:
        (days > 0 ? 1 : 0) +
        (figures > 1 ? 2 : figures > 0 ? 4 : 0) +
        (past > 0 && modal === 0 && present === 0 ? 8 : 0),
    });
    before = cue;
    since += 1;
    if (best && best.rank >= 4) {
      since = 0;
      crossed = 0;
      lastLemma = best.lemma;
      lastClosed = share;
    }
  }
  return facts;
}

/**
 * The style of the article by what can be counted: quotations a paragraph, and how many paragraphs
 * hold words of read-outs (agreed, exchanged views, both sides).
 */
function articleStyle(reading: Reading): string {
  const paragraphs = Math.max(1, reading.paragraphs.length);
  const quotations = reading.quoted.length / paragraphs;
  const readouts =
    reading.text.match(
      /\b(?:the two sides|both sides|exchanged views|stands? ready|is ready to|expressed|reaffirmed|underscored|underlined|stressed)\b/giu,
    )?.length ?? 0;
  const readout = readouts / paragraphs;
  return `${quotations < 0.15 ? 0 : quotations < 0.6 ? 1 : 2}${readout < 0.1 ? 0 : readout < 0.35 ? 1 : 2}`;
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

/** How many words of a cue may stand before or after the word that makes it one: *went on to* say *that*. */
const cueReach = 4;

/** Tokens near a cue word of the lexicon, with no mark between. */
function mayCueTokens(reading: Reading, cueWords: ReadonlySet<string>): Uint8Array {
  const may = new Uint8Array(reading.tokens.length);
  const isMark = (i: number) => reading.tokens[i]?.kind === "mark";
  for (const [i, token] of reading.tokens.entries()) {
    if (
      !reading.cueOf[i] &&
      !cueNouns.has(token.lower) &&
      !cueWords.has(token.lower) &&
      !/^(?:according|:)$/u.test(token.lower)
    )
      continue;
    may[i] = 1;
    if (token.kind === "mark") continue;
    for (const step of [-1, 1])
      for (
        let k = i + step;
        Math.abs(k - i) <= cueReach && k >= 0 && k < may.length && !isMark(k);
        k += step
      )
        may[k] = 1;
  }
  return may;
}
