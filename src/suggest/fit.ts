import { noWeights, type Weights } from "./chain.ts";
import { chainDrafts } from "./chainDrafts.ts";
import { calibrate, confidenceOf } from "./confidence.ts";
import { statesOf, type MarkedStatement } from "./labels.ts";
import { inputRows } from "./inputs.ts";
import type { Calibration, Model } from "./model.ts";
import type { Network } from "./network.ts";
import { NetworkTrainer } from "./networkTraining.ts";
import { featureRows, mostFeatures } from "./rows.ts";
import { observe } from "./observations.ts";
import { read, type Reading } from "./reading.ts";
import { columnCount, everyState, hinge, holds, place, setOf } from "./states.ts";
import { rangesOf } from "./suggest.ts";
import { randomNumbers, train, type Example, type Schedule } from "./training.ts";
import { transcriptOf } from "./transcript.ts";
import type { Range } from "../model/range.ts";

/** An article whose statements are all marked. */
export interface MarkedArticle {
  readonly text: string;
  readonly statements: readonly MarkedStatement[];
  /** How often it is learnt from in a pass; once if nothing is said. */
  readonly times?: number;
}

/** How the base model is trained. Chosen by cross-validation over the corpus. */
export const baseSchedule: Schedule = {
  passes: 8,
  step: 0.03,
  damping: 1,
  dropout: 0.5,
  decay: 0,
  seed: 1,
};

/** A feature must occur in this many articles to have a weight: rarer ones only fit noise. */
const fewestArticles = 5;
/** The same for what the network is told. */
const fewestForInput = 30;

/** What training sees of an article, or null when it is read by its form. */
function exampleOf(reading: Reading, statements: readonly MarkedStatement[]): Example | null {
  if (transcriptOf(reading)) return null;
  const observations = observe(reading);
  const path = statesOf(reading, statements);
  const allowed = Int32Array.from(path, (state) => 1 << state);
  for (let i = 0; i < path.length; i += 1) {
    const isCue = path[i] === place.cue || path[i] === place.lateCue;
    const unknownCue = isCue && observations.mayCue[i] === 0;
    const splitQuotation = observations.hinges[i] === hinge.quotation && path[i] !== path[i - 1];
    if (unknownCue || splitQuotation) leaveOpen(reading, path, observations.hinges, i, allowed);
  }
  return { observations, allowed };
}

/** States in which a statement, or nothing, begins. */
const openings = setOf("outside", "source", "cue", "fronted", "continued", "uncued");

/**
 * Says nothing of the sentence around a token whose mark the chain cannot express, nor of what runs into
 * it or out of it: as far as a sentence in which something else begins.
 */
function leaveOpen(
  reading: Reading,
  path: Uint8Array,
  hinges: Uint8Array,
  token: number,
  allowed: Int32Array,
): void {
  const sentence = reading.sentences[reading.sentenceOf[token] ?? 0];
  let start = sentence?.start ?? token;
  let end = sentence?.end ?? token + 1;
  const begins = (i: number) =>
    hinges[i] === hinge.sentence && holds(openings, path[i] ?? place.outside);
  while (start > 0 && !begins(start)) start -= 1;
  while (end < path.length && !begins(end)) end += 1;
  allowed.fill(everyState, start, end);
}

/** The same observations from memory, without features and inputs that occur in too few articles. */
function stored(examples: readonly Example[]): Example[] {
  const buffer = new Int32Array(mostFeatures);
  const seenIn = new Uint16Array(featureRows);
  const told = articlesOf(examples.map(({ observations }) => observations.inputs));
  const all = examples.map(({ observations }) => {
    const rows: Int32Array[] = [];
    const mine = new Set<number>();
    for (let i = 0; i < observations.length; i += 1) {
      const own = buffer.slice(0, observations.rowsOf(i, buffer));
      rows.push(buffer.slice(0, own.length));
      for (const row of rows[i] ?? []) mine.add(row);
    }
    for (const row of mine) seenIn[row] = (seenIn[row] ?? 0) + 1;
    return rows;
  });
  return examples.map((example, e) => {
    const rows = (all[e] ?? []).map((list) =>
      list.filter((row) => (seenIn[row] ?? 0) >= fewestArticles),
    );
    const { allowed, observations } = example;
    const { length, boundaries, hinges, mayCue } = observations;
    const inputs = observations.inputs.map((list) =>
      list.filter((row) => (told[row] ?? 0) >= fewestForInput),
    );
    const rowsOf = (index: number, into: Int32Array): number => {
      const list = rows[index] ?? new Int32Array(0);
      into.set(list);
      return list.length;
    };
    return { allowed, observations: { length, inputs, boundaries, hinges, mayCue, rowsOf } };
  });
}

/** Row of inputs to how many articles it occurs in. */
function articlesOf(inputs: readonly (readonly Int32Array[])[]): Uint16Array {
  const seenIn = new Uint16Array(inputRows);
  for (const article of inputs)
    for (const row of new Set(article.flatMap((list) => [...list])))
      seenIn[row] = (seenIn[row] ?? 0) + 1;
  return seenIn;
}

/**
 * How many times the base model is trained, from other seeds, to average the weights: what one order
 * of the articles happens to bring (±.01 F1) evens out.
 */
export const baseRuns = 2;

/** A model fitted to articles, without calibration; the mean of `runs` models with seeds that follow. */
export function fit(
  articles: readonly MarkedArticle[],
  schedule: Schedule,
  runs: number,
  report?: (pass: number, loss: number) => void,
): Model {
  const kept = articles.flatMap((article) => {
    const example = exampleOf(read(article.text), article.statements);
    return example ? [{ example, times: article.times ?? 1 }] : [];
  });
  const examples = stored(kept.map(({ example }) => example)).flatMap((example, i) =>
    Array.from({ length: kept[i]?.times ?? 1 }, () => example),
  );
  const told = new Set(
    examples.flatMap(({ observations }) => observations.inputs.flatMap((list) => [...list])),
  );
  const networks: Network[] = [];
  const mean = noWeights(networks);
  for (let run = 0; run < runs; run += 1) {
    const seed = schedule.seed + run;
    const networkTrainer = new NetworkTrainer(
      (row) => told.has(row),
      schedule.passes * examples.length,
      randomNumbers(seed),
    );
    const one = train(noWeights(), examples, { ...schedule, seed }, { report, networkTrainer });
    addShare(mean.features, one.features, 1 / runs);
    addShare(mean.boundaries, one.boundaries, 1 / runs);
    networks.push(networkTrainer.network);
  }
  return { weights: largest(mean), calibration: [], cueWords: new Set(), learntFrom: 0 };
}

/**
 * How many rows of the feature table the model keeps. The others, with the smallest weights, mostly fit
 * noise: without them F1 on articles not seen is as high, the file smaller and reading faster.
 */
const rowsKept = 52_000;

/** The weights with only the rows that have the largest. */
function largest(weights: Weights): Weights {
  const { features, used } = weights;
  const rows = Array.from(used.keys(), (row) => {
    let most = 0;
    for (let k = row * columnCount; k < (row + 1) * columnCount; k += 1)
      most = Math.max(most, Math.abs(features[k] ?? 0));
    return { row, most };
  }).toSorted((a, b) => b.most - a.most || a.row - b.row);
  for (const [rank, { row, most }] of rows.entries()) {
    const kept = rank < rowsKept && most > 0;
    used[row] = kept ? 1 : 0;
    if (!kept) features.fill(0, row * columnCount, (row + 1) * columnCount);
  }
  return weights;
}

function addShare(sum: Float32Array, part: Float32Array, share: number): void {
  for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] ?? 0) + share * (part[k] ?? 0);
}

/** A proposed statement of an article that the model had not seen, and whether it was right. */
export interface Trial {
  readonly signals: readonly number[];
  readonly right: boolean;
}

/** What the model proposes for articles with known statements; for transcripts none, as their form decides. */
export function tryOut(model: Model, articles: readonly MarkedArticle[]): Trial[] {
  return articles.flatMap((article) => {
    const reading = read(article.text);
    if (transcriptOf(reading)) return [];
    const { drafts, signals } = chainDrafts(reading, model);
    return drafts.flatMap((draft, i) => {
      const own = signals[i];
      if (!own) return [];
      const ranges = rangesOf(reading, draft);
      return ranges.length === 0
        ? []
        : [
            {
              signals: own,
              right: article.statements.some((other) => alike(article.text, ranges, other.ranges)),
            },
          ];
    });
  });
}

/** Whether two statements share at least half of the letters and digits of each. */
export function alike(text: string, a: readonly Range[], b: readonly Range[]): boolean {
  const first = a[0]?.start ?? 0;
  if (first >= (b.at(-1)?.end ?? 0) || (a.at(-1)?.end ?? 0) <= (b[0]?.start ?? 0)) return false;
  const size = (ranges: readonly Range[]) =>
    ranges.reduce((sum, range) => sum + letters(text, range.start, range.end), 0);
  let shared = 0;
  for (const p of a)
    for (const q of b) shared += letters(text, Math.max(p.start, q.start), Math.min(p.end, q.end));
  return shared * 2 >= Math.max(size(a), size(b)) && shared > 0;
}

function letters(text: string, start: number, end: number): number {
  return start < end ? (text.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0) : 0;
}

/** Trains on all folds but one and tries the model on that one, for each in turn. */
export function crossValidate(
  articles: readonly MarkedArticle[],
  schedule: Schedule,
  folds: number,
): Trial[] {
  const trials: Trial[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const model = fit(
      articles.filter((_, i) => i % folds !== fold),
      schedule,
      1,
    );
    trials.push(
      ...tryOut(
        model,
        articles.filter((_, i) => i % folds === fold),
      ),
    );
  }
  return trials;
}

export function calibrated(trials: readonly Trial[], kept: Calibration): number[] {
  return calibrate(trials, kept);
}

/** The least confidence at which held-out suggestions reach `precision`, in steps of .01. */
export function thresholdFor(
  trials: readonly Trial[],
  calibration: Calibration,
  precision: number,
): number {
  const scored = trials.map((trial) => ({
    right: trial.right,
    confidence: confidenceOf(trial.signals, calibration),
  }));
  for (let step = 5; step < 100; step += 1) {
    const shown = scored.filter((one) => one.confidence >= step / 100);
    if (shown.length > 0 && shown.filter((one) => one.right).length >= precision * shown.length)
      return step / 100;
  }
  return 0.99;
}
