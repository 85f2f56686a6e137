import { quotationOf } from "../model/quotation.ts";
import { joinRanges, type Range } from "../model/range.ts";
import type { Weights } from "./chain.ts";
import { confidenceOf } from "./confidence.ts";
import { alike, tryOut, type MarkedArticle } from "./fit.ts";
import { statesOf, tokensIn, type MarkedStatement } from "./labels.ts";
import { packWeights, unpackWeights, type Model } from "./model.ts";
import { isOfThisVersion, modelVersion } from "./modelVersion.ts";
import { observe } from "./observations.ts";
import { read, type Reading } from "./reading.ts";
import {
  contentStates,
  everyState,
  holds,
  otherStates,
  place,
  setOf,
  sourceStates,
  type StateSet,
} from "./states.ts";
import { defaultConfidence } from "./suggest.ts";
import { train, type Example, type Schedule } from "./training.ts";

/** A statement that the analyst accepted, edited or marked by hand. */
interface Accepted {
  readonly ranges: readonly Range[];
  readonly cue: Range | null;
  /** Where its sentence names the speaker, when the suggestion knew. */
  readonly source: Range | null;
}

/** What an article teaches. */
export interface Lesson {
  readonly text: string;
  readonly accepted: readonly Accepted[];
  /** Ranges of suggestions that the analyst rejected. */
  readonly rejected: readonly (readonly Range[])[];
  /** The analyst is done with the article: what is not accepted is no statement. */
  readonly complete: boolean;
}

/** What was learnt on this device, to be kept with the project; small, and a value. */
export interface Learnt {
  /** Differences from the base model's weights, packed. */
  readonly weights: Uint8Array;
  /** Words of accepted cues that the lexicon lacks, in lower case. */
  readonly cueWords: readonly string[];
  /** How many statements it was learnt from. */
  readonly statements: number;
  /** Of what was proposed for articles held out in turn, how many were right; null below `fewestHeldOut` lessons. */
  readonly heldOut: { readonly proposed: number; readonly right: number } | null;
}

/**
 * Slower and shorter than base training: the base model has seen a hundred times as much. The decay
 * pulls towards it, so that a few articles cannot unlearn it.
 */
const schedule: Schedule = {
  passes: 6,
  step: 0.05,
  damping: 1,
  dropout: 0.3,
  decay: 0.01,
  seed: 7,
};

/** Fewest lessons that can be held out in turn. */
const fewestHeldOut = 6;
const folds = 3;

/** Goes on training `base` with lessons. Pure: the same base and lessons give the same result. */
export function learn(base: Model, lessons: readonly Lesson[]): Learnt {
  const heldOut = lessons.length < fewestHeldOut ? null : holdOut(base, lessons);
  const { weights, cueWords } = trained(base, lessons);
  const differences = {
    features: weights.features.map((value, k) => value - (base.weights.features[k] ?? 0)),
    boundaries: weights.boundaries.map((value, k) => value - (base.weights.boundaries[k] ?? 0)),
  };
  return {
    weights: Uint8Array.from([modelVersion, ...packWeights(differences)]),
    cueWords,
    statements: lessons.reduce((sum, lesson) => sum + lesson.accepted.length, 0),
    heldOut,
  };
}

/**
 * The base model with what was learnt; the base model alone when that was learnt by another version.
 * Throws a `RangeError` when it is damaged.
 */
export function withLearnt(base: Model, learnt: Learnt): Model {
  if (!isOfThisVersion(learnt)) return base;
  const differences = unpackWeights(learnt.weights.subarray(1));
  return {
    ...base,
    weights: {
      networks: base.weights.networks,
      features: differences.features.map((value, k) => value + (base.weights.features[k] ?? 0)),
      used: differences.used.map((used, row) => used | (base.weights.used[row] ?? 0)),
      boundaries: differences.boundaries.map(
        (value, k) => value + (base.weights.boundaries[k] ?? 0),
      ),
    },
    cueWords: new Set([...base.cueWords, ...learnt.cueWords]),
    learntFrom: learnt.statements,
  };
}

function trained(
  base: Model,
  lessons: readonly Lesson[],
): { weights: Weights; cueWords: string[] } {
  const readings = lessons.map((lesson) => read(lesson.text));
  const cueWords = unknownCueWords(readings, lessons, base.cueWords);
  const known = new Set([...base.cueWords, ...cueWords]);
  const examples = lessons.flatMap((lesson, i) => {
    const reading = readings[i];
    return reading ? [exampleOf(reading, lesson, known)] : [];
  });
  const weights = {
    networks: base.weights.networks,
    features: base.weights.features.slice(),
    used: base.weights.used.slice(),
    boundaries: base.weights.boundaries.slice(),
  };
  return { weights: train(weights, examples, schedule), cueWords };
}

/** The longest word of each accepted cue in which no word is known as one; twice at least. */
function unknownCueWords(
  readings: readonly Reading[],
  lessons: readonly Lesson[],
  known: ReadonlySet<string>,
): string[] {
  const counts = new Map<string, number>();
  for (const [i, lesson] of lessons.entries()) {
    const reading = readings[i];
    if (!reading) continue;
    const { mayCue } = observe(reading, known);
    for (const { cue } of lesson.accepted) {
      if (!cue) continue;
      const tokens = tokensIn(reading, cue);
      if (mayCue.subarray(tokens.start, tokens.end).includes(1)) continue;
      const words = reading.tokens
        .slice(tokens.start, tokens.end)
        .filter((token) => token.kind === "word")
        .map((token) => token.lower);
      const longest = words.toSorted((a, b) => b.length - a.length)[0];
      if (longest !== undefined) counts.set(longest, (counts.get(longest) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .map(([word]) => word)
    .toSorted();
}

/** What is known of each token: its state, that it is no content, or nothing. */
function exampleOf(reading: Reading, lesson: Lesson, cueWords: ReadonlySet<string>): Example {
  const observations = observe(reading, cueWords);
  const allowed = new Int32Array(reading.tokens.length).fill(
    lesson.complete ? otherStates : everyState,
  );
  const narrow = (range: Range, set: StateSet) => {
    const { start, end } = tokensIn(reading, range);
    allowed.fill(set, start, end);
  };
  for (const ranges of lesson.rejected) for (const range of ranges) narrow(range, otherStates);
  const marked = lesson.accepted.map((one): MarkedStatement => markedOf(reading, one));
  const path = statesOf(reading, marked);
  for (const [i, statement] of lesson.accepted.entries()) {
    const own = marked[i];
    for (const range of joinRanges(statement.ranges)) {
      const { start, end } = tokensIn(reading, range);
      // With a cue the order is known; without one the content may be of any kind.
      for (let k = start; k < end; k += 1)
        allowed[k] = own && own.cues.length > 0 ? 1 << (path[k] ?? 0) : contentStates;
    }
    if (statement.cue && (path[tokensIn(reading, statement.cue).start] ?? 0) !== place.outside)
      narrow(statement.cue, setOf("cue", "lateCue"));
    if (!statement.source) continue;
    const source = tokensIn(reading, statement.source);
    for (let k = source.start; k < source.end; k += 1)
      if (holds(sourceStates, path[k] ?? 0)) allowed[k] = sourceStates;
  }
  return { observations, allowed };
}

function markedOf(reading: Reading, one: Accepted): MarkedStatement {
  return {
    ranges: joinRanges(one.ranges),
    quotation: quotationOf(reading.text, one.ranges),
    cues: one.cue ? [one.cue] : [],
    sources: one.source ? [one.source] : [],
  };
}

/** Learns from all lessons but some and counts how the suggestions for those fare, each in turn. */
function holdOut(base: Model, lessons: readonly Lesson[]): { proposed: number; right: number } {
  let proposed = 0;
  let right = 0;
  for (let fold = 0; fold < folds; fold += 1) {
    const { weights, cueWords } = trained(
      base,
      lessons.filter((_, i) => i % folds !== fold),
    );
    const model: Model = { ...base, weights, cueWords: new Set([...base.cueWords, ...cueWords]) };
    const rest = lessons.filter((lesson, i) => i % folds === fold && lesson.complete);
    for (const trial of tryOut(model, rest.map(articleOf))) {
      if (confidenceOf(trial.signals, base.calibration) < defaultConfidence) continue;
      proposed += 1;
      if (trial.right) right += 1;
    }
  }
  return { proposed, right };
}

function articleOf(lesson: Lesson): MarkedArticle {
  const reading = read(lesson.text);
  return { text: lesson.text, statements: lesson.accepted.map((one) => markedOf(reading, one)) };
}

/** Precision, recall and F1 of proposed ranges against accepted ones, one to one. */
export function agreement(
  text: string,
  proposed: readonly (readonly Range[])[],
  accepted: readonly (readonly Range[])[],
): { readonly proposed: number; readonly accepted: number; readonly shared: number } {
  const free = new Set(accepted.keys());
  let shared = 0;
  for (const ranges of proposed) {
    const match = [...free].find((i) => alike(text, ranges, accepted[i] ?? []));
    if (match === undefined) continue;
    free.delete(match);
    shared += 1;
  }
  return { proposed: proposed.length, accepted: accepted.length, shared };
}
