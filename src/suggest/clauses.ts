import { type Cue } from "./cueContext.ts";
import { hash } from "./hash.ts";
import { wordClass } from "./lexicon/words.ts";
import type { Reading } from "./reading.ts";
import { beforeAdverbs, isAdverb, isFinite, type VerbUse } from "./verbUse.ts";

/** What joins clauses or phrases. Arrays over tokens; only equality counts. */
export interface Junctions {
  /** A comma with what follows, *and*, *while*, a preposition, a dash; 0 if nothing joins here. */
  readonly junction: Int32Array;
  /** The form of the first verb after it, and whether a subject stands before the verb. */
  readonly next: Int32Array;
  /** That verb's use, empty if there is none. */
  readonly nextUse: readonly VerbUse[];
}

/**
 * How a token stands to a cue before it and to one after it, for where what is said ends: in “Hall, who
 * said *she would run*, did not come” the comma before *did* closes the clause of *said*; in “asked
 * *him to stop* and left” *left* has the subject of *asked*. Arrays over tokens.
 */
export interface Governed {
  /** Finite verbs from the cue before it up to the token, at most 2; 3 where there is no cue. */
  readonly verbsSince: Uint8Array;
  /** Finite verbs from the token up to the cue after it, at most 2; 3 where there is no cue. */
  readonly verbsUntil: Uint8Array;
  /** Whether the verb after a junction has the form of the cue before: 0 no verb or cue, 1 the same, 2 another. */
  readonly agrees: Uint8Array;
  /** What kind of clause the cue before stands in: 0 no cue, else a `clauseKind`. */
  readonly clause: Uint8Array;
  /** The shape, as `shapeOf` tells it, of the cue before and of the one after; 0 no cue. */
  readonly shapeBefore: Uint8Array;
  readonly shapeAfter: Uint8Array;
}

const clauseKind = {
  main: 1,
  relativeAfterComma: 2,
  that: 3,
  relative: 4,
  adverbialAfterComma: 5,
  adverbial: 6,
} as const;

/** How far a relative pronoun may stand before the cue of its clause, in tokens. */
const clauseReach = 14;
/** How far the comma may stand before an attribution: *…,* a spokesman for the ministry *said*. */
const attributionReach = 12;
/** How far the next verb is looked for. */
const verbReach = 7;

export function junctionsOf(reading: Reading, uses: readonly VerbUse[]): Junctions {
  const { length } = reading.tokens;
  const junction = new Int32Array(length);
  const next = new Int32Array(length);
  const nextUse: VerbUse[] = [];
  for (let i = 0; i < length; i += 1) {
    const kind = junctionAt(reading, uses, i);
    const verb = kind === null ? null : nextVerb(reading, uses, i);
    nextUse.push(verb?.use ?? "");
    if (kind === null || !verb) continue;
    junction[i] = hash(kind);
    next[i] = verb.use === "" ? 0 : hash(verb.use + (verb.hasSubject ? "+" : ""));
  }
  return { junction, next, nextUse };
}

/** @param before token to the cue before it, @param after to the one after it, as in `cuesBefore` */
export function governedBy(
  reading: Reading,
  uses: readonly VerbUse[],
  { nextUse }: Junctions,
  before: readonly (Cue | null)[],
  after: readonly (Cue | null)[],
): Governed {
  const { length } = reading.tokens;
  const governed = {
    verbsSince: new Uint8Array(length).fill(3),
    verbsUntil: new Uint8Array(length).fill(3),
    agrees: new Uint8Array(length),
    clause: new Uint8Array(length),
    shapeBefore: new Uint8Array(length),
    shapeAfter: new Uint8Array(length),
  };
  countVerbs(before, after, uses, governed);
  const kindOf = remembered((cue) => clauseOf(reading, cue));
  const shape = remembered((cue) => shapeOf(reading, uses, cue));
  for (let i = 0; i < length; i += 1) {
    const left = before[i];
    const right = after[i];
    const use = nextUse[i] ?? "";
    if (left) {
      governed.clause[i] = kindOf(left.index);
      governed.shapeBefore[i] = shape(left.index);
    }
    if (right) governed.shapeAfter[i] = shape(right.index);
    if (left && use !== "")
      governed.agrees[i] = sameForm(formOfCue(reading, left.index), use) ? 1 : 2;
  }
  return governed;
}

function remembered(of: (cue: number) => number): (cue: number) => number {
  const known = new Map<number, number>();
  return (cue) => {
    const found = known.get(cue) ?? of(cue);
    known.set(cue, found);
    return found;
  };
}

function countVerbs(
  before: readonly (Cue | null)[],
  after: readonly (Cue | null)[],
  uses: readonly VerbUse[],
  into: { verbsSince: Uint8Array; verbsUntil: Uint8Array },
): void {
  const { length } = uses;
  let count = 0;
  for (let i = 0; i < length; i += 1) {
    if (before[i] !== before[i - 1]) count = 0;
    if (before[i]) into.verbsSince[i] = Math.min(count, 2);
    if (isFinite(uses[i])) count += 1;
  }
  for (let i = length - 1; i >= 0; i -= 1) {
    if (after[i] !== after[i + 1]) count = 0;
    if (isFinite(uses[i])) count += 1;
    if (after[i]) into.verbsUntil[i] = Math.min(count, 2);
  }
}

function lower(reading: Reading, index: number): string {
  return reading.tokens[index]?.lower ?? "";
}

function small(reading: Reading, index: number): string {
  return wordClass.get(lower(reading, index)) ?? "";
}

function clauseOf(reading: Reading, cue: number): number {
  const sentence = reading.sentenceOf[cue];
  for (let k = cue - 1; cue - k < clauseReach && reading.sentenceOf[k] === sentence; k -= 1) {
    const word = lower(reading, k);
    const comma = lower(reading, k - 1) === ",";
    if (word === ",") break;
    if (word === "that") return comma ? clauseKind.relativeAfterComma : clauseKind.that;
    const kind = small(reading, k);
    if (kind === "relative") return comma ? clauseKind.relativeAfterComma : clauseKind.relative;
    if (kind === "subordinate")
      return comma ? clauseKind.adverbialAfterComma : clauseKind.adverbial;
  }
  return clauseKind.main;
}

/**
 * Which way a cue looks, as a number from 1: whether a comma or a quotation stands before it in its
 * sentence (*…,* the ministry *said*), with a verb between, or right before it (*…, said* the ministry);
 * whether it is followed by a comma, a verb (which what is said must have), or how many words.
 */
function shapeOf(reading: Reading, uses: readonly VerbUse[], cue: number): number {
  const sentence = reading.sentenceOf[cue];
  const end = reading.sentences[sentence ?? 0]?.end ?? cue;
  let verbBetween = 0;
  let found = -1;
  for (let k = cue - 1; cue - k < attributionReach && reading.sentenceOf[k] === sentence; k -= 1) {
    if (lower(reading, k) === "," || (reading.quotedOf[k] ?? -1) >= 0) {
      found = k;
      break;
    }
    if (isFinite(uses[k])) verbBetween = 1;
  }
  let verbAfter = 0;
  for (let k = cue + 1; k < end && verbAfter === 0; k += 1) if (isFinite(uses[k])) verbAfter = 1;
  const left = end - cue - 1;
  const tail =
    lower(reading, cue + 1) === "," ? 4 : left <= 1 ? 0 : left <= 4 ? 1 : left <= 10 ? 2 : 3;
  const before = found < 0 ? 0 : found === cue - 1 ? 3 : 1 + verbBetween;
  return 1 + before + 4 * tail + 20 * verbAfter;
}

/** What joins clauses or phrases at a token, null if nothing does. */
function junctionAt(reading: Reading, uses: readonly VerbUse[], index: number): string | null {
  const word = lower(reading, index);
  const comma = lower(reading, index - 1) === "," ? "," : "";
  const what = (i: number) =>
    small(reading, i) || (reading.named[i] === 1 ? "N" : (uses[i] ?? "") || "w");
  if (word === ",") return `,${what(index + 1)}`;
  if (/^(?:and|but|or|[–—:;(-]|--)$/u.test(word)) return word + comma;
  const kind = small(reading, index);
  if (kind === "preposition") return comma + word;
  if (/^(?:relative|subordinate|that|to)$/u.test(kind)) return comma + kind;
  return comma === "" ? null : `_${what(index)}`;
}

function nextVerb(
  reading: Reading,
  uses: readonly VerbUse[],
  junction: number,
): { use: VerbUse; hasSubject: boolean } {
  const opens = lower(reading, junction) === "," || small(reading, junction) !== "";
  let hasSubject = false;
  for (
    let i = junction + (opens ? 1 : 0);
    i < junction + verbReach && reading.sentenceOf[i] === reading.sentenceOf[junction];
    i += 1
  ) {
    const use = uses[i] ?? "";
    if (i > junction + 1 && reading.tokens[i]?.kind === "mark") break;
    if (use !== "" && use !== "T" && use !== "I") return { use, hasSubject };
    if (
      reading.tokens[i]?.kind === "word" &&
      !isAdverb(lower(reading, i)) &&
      !/^(?:and|but|or)$/u.test(lower(reading, i))
    )
      hasSubject = true;
  }
  return { use: "", hasSubject };
}

/** The form of a cue: of its auxiliary, if it has one. */
function formOfCue(reading: Reading, cue: number): VerbUse {
  const auxiliary = small(reading, beforeAdverbs(reading, cue));
  if (auxiliary === "have") return "H";
  if (auxiliary === "be") return "B";
  if (auxiliary === "modal") return "M";
  if (auxiliary === "do") return "D";
  if (auxiliary === "to") return "T";
  const tense = reading.cueOf[cue]?.tense;
  if (tense === "past") return "P";
  if (tense === "ing") return "G";
  return lower(reading, cue).endsWith("s") ? "S" : "X";
}

/** Whether a verb of form `next` can share the subject of a cue of form `cue`. */
function sameForm(cue: VerbUse, next: VerbUse): boolean {
  if (cue === "H") return next === "H" || next === "P" || next === "p";
  if (cue === "P") return next === "P" || next === "H" || next === "B" || next === "D";
  if (cue === "S") return next === "S" || next === "H" || next === "B";
  return cue === next;
}
