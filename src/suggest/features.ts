import type { Cue } from "./cueContext.ts";
import { Rows } from "./rows.ts";
import { quoteAt, tagAt, wordAt, type Sight } from "./sight.ts";

/** A token with what several groups of features look at. */
interface Here {
  readonly index: number;
  readonly quote: number;
  readonly tag: number;
  readonly nextTag: number;
  readonly before: Cue | null;
  readonly after: Cue | null;
  readonly beforeKind: number;
  readonly afterKind: number;
  readonly commasSince: number;
  readonly commasUntil: number;
  readonly thatSince: number;
  /** Tokens from the sentence's start and to its end, at most 3 and 2. */
  readonly fromStart: number;
  readonly toEnd: number;
}

const noCue = 1;

/** Writes the feature rows of token `index` to `into` and returns how many there are. */
export function featuresOf(sight: Sight, index: number, into: Int32Array): number {
  const rows = new Rows(into);
  const here = hereOf(sight, index);
  addWords(rows, sight, here);
  addQuotations(rows, sight, here);
  addCues(rows, here);
  addSentence(rows, sight, here);
  addStyle(rows, sight, here);
  addClauses(rows, sight, here);
  addStrongCues(rows, sight, here);
  return rows.count;
}

function hereOf(sight: Sight, index: number): Here {
  const { reading, near } = sight;
  const range = reading.sentences[reading.sentenceOf[index] ?? 0];
  const before = near.before[index] ?? null;
  const after = near.after[index] ?? null;
  return {
    index,
    quote: quoteAt(sight, index),
    tag: tagAt(sight, index),
    nextTag: tagAt(sight, index + 1),
    before,
    after,
    beforeKind: before?.kind ?? noCue,
    afterKind: after?.kind ?? noCue,
    commasSince: between(sight.commas, before, index, 3),
    commasUntil: -between(sight.commas, after, index, 3),
    thatSince: between(sight.thats, before, index, 1),
    fromStart: Math.min(index - (range?.start ?? index), 3),
    toEnd: Math.min((range?.end ?? index + 1) - 1 - index, 2),
  };
}

/** How many stand between a cue and a token, by what stands before each; one more than `most` without a cue. */
function between(counts: Int32Array, cue: Cue | null | undefined, index: number, most: number) {
  if (!cue) return most + 1;
  const count = (counts[index] ?? 0) - (counts[cue.index] ?? 0);
  return Math.max(-most, Math.min(count, most));
}

/** Distances in tokens, in steps that double. */
function distance(tokens: number): number {
  return tokens <= 3 ? tokens : tokens <= 6 ? 4 : tokens <= 12 ? 5 : tokens <= 24 ? 6 : 7;
}

function addWords(rows: Rows, sight: Sight, { index: i, fromStart }: Here): void {
  const word = (k: number) => wordAt(sight, k);
  const tag = (k: number) => tagAt(sight, k);
  rows.group(0);
  rows.add(0);
  for (let d = -2; d <= 2; d += 1) rows.add(word(i + d));
  rows.add(word(i - 1), word(i));
  rows.add(word(i), word(i + 1));
  rows.add(sight.suffixes[i] ?? 0);
  rows.add(sight.shapes[i] ?? 0, fromStart === 0 ? 1 : 0);
  for (let d = -3; d <= 3; d += 1) rows.add(tag(i + d));
  rows.add(tag(i - 1), tag(i));
  rows.add(tag(i), tag(i + 1));
  rows.add(tag(i - 2), tag(i - 1), tag(i));
  rows.add(tag(i - 1), tag(i), tag(i + 1));
  rows.add(tag(i), tag(i + 1), tag(i + 2));
  rows.add(tag(i - 2), tag(i - 1));
  rows.add(tag(i + 1), tag(i + 2));
  rows.add(tag(i + 1), tag(i + 2), tag(i + 3));
  rows.add(tag(i - 3), tag(i - 2), tag(i - 1));
  rows.add(word(i), tag(i + 1));
  rows.add(word(i), tag(i - 1));
  rows.add(word(i - 1), tag(i));
  rows.add(word(i + 1), tag(i));
}

function addQuotations(rows: Rows, sight: Sight, here: Here): void {
  const { index: i, quote, beforeKind, afterKind } = here;
  const { reading } = sight;
  const region = reading.quotedOf[i] ?? -1;
  const shape = region < 0 ? 0 : (sight.regions[region] ?? 0);
  rows.group(40);
  rows.add(quote);
  rows.add(quoteAt(sight, i - 1), quote, quoteAt(sight, i + 1));
  rows.add(quote, here.tag);
  rows.add(quote, tagAt(sight, i - 1));
  rows.add(quote, here.nextTag);
  rows.add(shape);
  rows.add(shape, quote);
  rows.add(shape, beforeKind, afterKind);
  rows.add(shape, sight.facts[reading.sentenceOf[i] ?? 0]?.cue ?? 0);
}

function addCues(rows: Rows, here: Here): void {
  const { index, before, after, beforeKind, afterKind, quote, tag, nextTag } = here;
  const { commasSince, commasUntil, thatSince, fromStart, toEnd } = here;
  const beforeLemma = before?.lemma ?? noCue;
  const afterLemma = after?.lemma ?? noCue;
  const beforeFar = before ? distance(index - before.index) : 0;
  const afterFar = after ? distance(after.index - index) : 0;
  rows.group(60);
  rows.add(beforeKind, quote);
  rows.add(beforeLemma);
  rows.add(beforeKind, beforeFar);
  rows.add(beforeKind, commasSince, thatSince);
  rows.add(beforeLemma, thatSince);
  rows.add(beforeLemma, beforeFar);
  rows.add(beforeKind, tag);
  rows.add(beforeKind, tag, nextTag);
  rows.add(beforeKind, beforeFar, tag);
  rows.add(beforeKind, thatSince, tag, commasSince);
  rows.add(beforeLemma, tag);
  rows.add(afterKind, quote);
  rows.add(afterLemma);
  rows.add(afterKind, afterFar);
  rows.add(afterKind, commasUntil);
  rows.add(afterLemma, commasUntil, toEnd);
  rows.add(afterKind, tag);
  rows.add(afterKind, tag, nextTag);
  rows.add(afterKind, afterFar, tag);
  rows.add(beforeKind, afterKind);
  rows.add(beforeKind, afterKind, commasSince, commasUntil);
  rows.add(beforeKind, afterKind, beforeFar, afterFar);
  rows.add(beforeKind, afterKind, quote, tag);
  rows.add(fromStart, toEnd);
  rows.add(fromStart, tag, quote);
  rows.add(toEnd, tag, beforeKind);
  rows.add(toEnd, tag, afterKind);
}

/** The sentence as a whole; the sentences before it once a sentence, where it begins. */
function addSentence(rows: Rows, sight: Sight, here: Here): void {
  const { index, quote } = here;
  const { reading, style } = sight;
  const sentence = reading.sentenceOf[index] ?? 0;
  const fact = sight.facts[sentence];
  if (!fact) return;
  rows.group(100);
  rows.add(fact.cue, quote);
  rows.add(fact.cue, here.beforeKind, here.afterKind, here.commasUntil);
  if (index !== reading.sentences[sentence]?.start) return;
  rows.group(110);
  rows.add(fact.cue, fact.before);
  rows.add(fact.mood, fact.cue, quote);
  rows.add(fact.opening, fact.cue, quote);
  rows.add(fact.firstWord, fact.cue);
  rows.add(fact.place, fact.cue, quote);
  rows.add(fact.narrative, fact.cue, quote);
  rows.add(fact.since, quote);
  rows.add(fact.since, fact.cue);
  rows.add(fact.since, fact.lastLemma);
  rows.add(fact.since, fact.cue, fact.mood);
  rows.add(fact.since, fact.cue, fact.opening);
  rows.add(fact.since, fact.cue, style);
  rows.add(fact.since, fact.mood, style);
  rows.add(fact.since, fact.mood, fact.narrative, fact.names);
  rows.add(fact.since, fact.mood, fact.cue, fact.place);
  rows.add(fact.since, fact.firstWord);
  rows.add(fact.place, fact.since, style);
  rows.add(fact.names, fact.cue, fact.since);
  rows.add(fact.narrative, fact.since, fact.mood);
  rows.add(fact.mood, fact.narrative, style);
}

function addStyle(rows: Rows, sight: Sight, here: Here): void {
  const { style } = sight;
  rows.group(140);
  rows.add(style, here.quote);
  rows.add(style, here.beforeKind, here.before?.lemma ?? noCue);
  rows.add(style, here.afterKind, here.after?.lemma ?? noCue);
  rows.add(style, wordAt(sight, here.index), here.quote);
}

/** How clauses hang together around the nearest cues. */
function addClauses(rows: Rows, sight: Sight, here: Here): void {
  const { index: i, quote, tag, nextTag, beforeKind, commasUntil } = here;
  const { governed } = sight.near;
  const since = governed.verbsSince[i] ?? 0;
  const until = governed.verbsUntil[i] ?? 0;
  const clause = governed.clause[i] ?? 0;
  const shapeBefore = governed.shapeBefore[i] ?? 0;
  const shapeAfter = governed.shapeAfter[i] ?? 0;
  const lemma = here.before?.lemma ?? noCue;
  rows.group(160);
  rows.add(since, beforeKind);
  rows.add(since, tag);
  rows.add(since, tag, nextTag);
  rows.add(since, lemma);
  rows.add(clause, since);
  rows.add(clause, tag);
  rows.add(shapeBefore, quote);
  rows.add(shapeBefore, tag, since);
  rows.add(shapeBefore, beforeKind, since);
  rows.add(shapeAfter, quote);
  rows.add(shapeAfter, tag);
  rows.add(shapeAfter, until, commasUntil);
  rows.add(shapeAfter, until, beforeKind);
  rows.add(shapeAfter, here.fromStart, quote);
  rows.add(shapeAfter, here.afterKind);
  rows.add(until, here.afterKind);
  rows.add(until, commasUntil, since);
  const junction = sight.junctions.junction[i] ?? 0;
  if (junction === 0) return;
  const next = sight.junctions.next[i] ?? 0;
  const agrees = governed.agrees[i] ?? 0;
  rows.group(180);
  rows.add(junction, next);
  rows.add(junction, next, agrees);
  rows.add(junction, next, agrees, since);
  rows.add(junction, clause, next);
  rows.add(junction, since, beforeKind);
  rows.add(junction, since, clause, agrees);
  rows.add(junction, lemma, since);
}

/** The same around the cues that most likely govern, where weaker ones stand between. */
function addStrongCues(rows: Rows, sight: Sight, here: Here): void {
  const { index: i, quote, tag, nextTag, beforeKind } = here;
  const { before, after, governed } = sight.strong;
  const cue = before[i];
  const goal = after[i];
  rows.group(200);
  if (cue?.index === here.before?.index) rows.add(cue ? 1 : 2);
  else {
    const since = governed.verbsSince[i] ?? 0;
    const clause = governed.clause[i] ?? 0;
    const kind = cue?.kind ?? noCue;
    const lemma = cue?.lemma ?? noCue;
    const thats = between(sight.thats, cue, i, 1);
    rows.group(210);
    rows.add(kind, since, beforeKind);
    rows.add(lemma, here.before?.lemma ?? noCue);
    rows.add(lemma, since, thats);
    rows.add(kind, between(sight.commas, cue, i, 3), thats);
    rows.add(clause, since, tag);
    rows.add(kind, tag, nextTag);
    rows.add(kind, sight.near.governed.verbsSince[i] ?? 0, since);
    const junction = sight.junctions.junction[i] ?? 0;
    if (junction !== 0) {
      const next = sight.junctions.next[i] ?? 0;
      const agrees = governed.agrees[i] ?? 0;
      rows.add(junction, next, agrees);
      rows.add(junction, next, agrees, since);
      rows.add(junction, since, clause, agrees);
      rows.add(junction, kind, since);
    }
  }
  if (goal?.index === here.after?.index) return;
  const shape = governed.shapeAfter[i] ?? 0;
  const until = governed.verbsUntil[i] ?? 0;
  rows.group(230);
  rows.add(goal?.kind ?? noCue, here.afterKind);
  rows.add(shape, quote);
  rows.add(shape, until, -between(sight.commas, goal, i, 3));
  rows.add(shape, here.fromStart, quote);
  rows.add(shape, until, beforeKind);
}
