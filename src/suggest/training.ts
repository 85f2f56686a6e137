import {
  exponentialsOf,
  latticeOf,
  sumsOf,
  type Sums,
  type Tables,
  type Weights,
} from "./chain.ts";
import type { NetworkTrainer } from "./networkTraining.ts";
import { mostFeatures } from "./rows.ts";
import { boundaryKinds, type Observations } from "./observations.ts";
import { columnCount, sharedColumn, stateCount, type StateSet } from "./states.ts";

/** A text with what is known of its tokens: the set of states that each may be in. */
export interface Example {
  readonly observations: Observations;
  readonly allowed: ArrayLike<StateSet>;
}

export interface Schedule {
  readonly passes: number;
  /** AdaGrad's step (Duchi, Hazan and Singer, JMLR 2011). */
  readonly step: number;
  /** Added to the squared gradients: what is seldom seen moves in proportion to how often it is seen. */
  readonly damping: number;
  /** Share of a token's features left out at random, so that no single word is relied on. */
  readonly dropout: number;
  /** Pull towards the weights that training began with, a step. */
  readonly decay: number;
  readonly seed: number;
}

/** Squared gradients so far; kept so that learning on goes at the pace training ended with. */
interface Pace {
  readonly features: Float32Array;
  readonly boundaries: Float32Array;
}

interface Training {
  readonly report?: ((pass: number, loss: number) => void) | undefined;
  readonly networkTrainer?: NetworkTrainer | null;
}

/**
 * Fits `weights`, in place, to the examples: the likelihood of the allowed states among all states
 * (a conditional random field with partly known labels: Tsuboi et al., COLING 2008). The same call
 * with the same arguments gives the same weights, to the bit. Returns the weights averaged over the
 * second half of the passes (Polyak and Juditsky, 1992). A network among the weights stays as it is
 * unless its trainer is given.
 */
export function train(
  weights: Weights,
  examples: readonly Example[],
  schedule: Schedule,
  { report, networkTrainer = null }: Training = {},
): Weights {
  const random = randomNumbers(schedule.seed);
  const pace: Pace = {
    features: new Float32Array(weights.features.length),
    boundaries: new Float32Array(weights.boundaries.length),
  };
  const base = { features: weights.features.slice(), boundaries: weights.boundaries.slice() };
  const gradient = {
    features: new Float32Array(weights.features.length),
    boundaries: new Float32Array(weights.boundaries.length),
  };
  const mean = {
    features: new Float64Array(weights.features.length),
    boundaries: new Float64Array(weights.boundaries.length),
  };
  const order = examples.map((_, i) => i);
  const averaged = Math.ceil(schedule.passes / 2);
  for (let pass = 0; pass < schedule.passes; pass += 1) {
    shuffle(order, random);
    let loss = 0;
    for (const index of order) {
      const example = examples[index];
      if (example)
        loss += step(weights, base, pace, gradient, example, schedule, random, networkTrainer);
    }
    report?.(pass + 1, loss);
    if (pass >= schedule.passes - averaged) {
      networkTrainer?.keep(1 / averaged);
      for (const part of ["features", "boundaries"] as const) {
        const sum = mean[part];
        const now = weights[part];
        for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] ?? 0) + (now[k] ?? 0) / averaged;
      }
    }
  }
  networkTrainer?.settle();
  weights.features.set(mean.features);
  weights.boundaries.set(mean.boundaries);
  return weights;
}

/** Differences of probability below this are left alone: most tokens are soon certain. */
const leastMove = 1e-3;

function step(
  weights: Weights,
  base: Tables,
  pace: Pace,
  gradient: Tables,
  example: Example,
  schedule: Schedule,
  random: () => number,
  networkTrainer: NetworkTrainer | null,
): number {
  const kept = withDropout(example.observations, schedule.dropout, random);
  const lattice = latticeOf(kept, weights, networkTrainer?.scores(kept.inputs));
  const exponentials = exponentialsOf(lattice);
  const free = sumsOf(lattice, null, exponentials);
  const bound = sumsOf(lattice, example.allowed, exponentials);
  // What is marked contradicts what the chain can say: nothing can be learnt from it.
  if (!Number.isFinite(bound.logTotal)) return 0;
  const rows = new Int32Array(mostFeatures);
  const touched = new Set<number>();
  const touchedBoundaries = new Set<number>();
  const size = stateCount * stateCount;
  const pairs = new Float64Array(size);
  const changed = new Int32Array(size);
  const difference = new Float64Array(columnCount);
  const { length } = example.observations;
  const rising = new Float32Array(networkTrainer ? length * columnCount : 0);
  let movedBefore = false;
  for (let i = 0; i < length; i += 1) {
    const at = i * stateCount;
    let moved = false;
    difference.fill(0);
    for (let s = 0; s < stateCount; s += 1) {
      const d =
        (bound.forward[at + s] ?? 0) * (bound.backward[at + s] ?? 0) -
        (free.forward[at + s] ?? 0) * (free.backward[at + s] ?? 0);
      difference[s] = d;
      const shared = sharedColumn[s] ?? 0;
      if (shared !== 0) difference[shared] = (difference[shared] ?? 0) + d;
      if (Math.abs(d) > leastMove) moved = true;
    }
    if (moved) {
      if (networkTrainer) rising.set(difference, i * columnCount);
      const count = kept.rowsOf(i, rows);
      for (let f = 0; f < count; f += 1) {
        const row = rows[f] ?? 0;
        touched.add(row);
        const sums = gradient.features;
        for (let s = 0, to = row * columnCount; s < columnCount; s += 1, to += 1)
          sums[to] = (sums[to] ?? 0) + (difference[s] ?? 0);
      }
    }
    const either = moved || movedBefore;
    movedBefore = moved;
    if (!either) continue;
    pairs.fill(0);
    addPairs(pairs, bound, i, 1);
    addPairs(pairs, free, i, -1);
    let changes = 0;
    for (let t = 0; t < size; t += 1)
      if (pairs[t] !== 0) {
        changed[changes] = t;
        changes += 1;
      }
    for (let k = 0; k < boundaryKinds; k += 1) {
      const row = example.observations.boundaries[i * boundaryKinds + k] ?? 0;
      touchedBoundaries.add(row);
      const sums = gradient.boundaries;
      for (let c = 0; c < changes; c += 1) {
        const t = changed[c] ?? 0;
        sums[row * size + t] = (sums[row * size + t] ?? 0) + (pairs[t] ?? 0);
      }
    }
  }
  networkTrainer?.learn(rising);
  for (const row of touched) weights.used[row] = 1;
  descend(
    weights.features,
    base.features,
    pace.features,
    gradient.features,
    touched,
    columnCount,
    schedule,
  );
  descend(
    weights.boundaries,
    base.boundaries,
    pace.boundaries,
    gradient.boundaries,
    touchedBoundaries,
    size,
    schedule,
  );
  return free.logTotal - bound.logTotal;
}

/** Adds `sign` times how likely each pair of states is at the boundary before token `index`. */
function addPairs(pairs: Float64Array, sums: Sums, index: number, sign: number): void {
  const at = index * stateCount;
  const table = sums.exponentials[index];
  if (!table) return;
  const found = new Float64Array(pairs.length);
  let total = 0;
  for (let p = 0; p < (index === 0 ? 1 : stateCount); p += 1) {
    const before = index === 0 ? 1 : (sums.forward[at - stateCount + p] ?? 0);
    if (before < 1e-9) continue;
    for (let s = 0; s < stateCount; s += 1) {
      const value =
        before *
        (table[p * stateCount + s] ?? 0) *
        (sums.factors[at + s] ?? 0) *
        (sums.backward[at + s] ?? 0);
      found[p * stateCount + s] = value;
      total += value;
    }
  }
  if (total > 0)
    for (let t = 0; t < pairs.length; t += 1)
      pairs[t] = (pairs[t] ?? 0) + (sign * (found[t] ?? 0)) / total;
}

function descend(
  weights: Float32Array,
  base: Float32Array,
  pace: Float32Array,
  gradient: Float32Array,
  rows: ReadonlySet<number>,
  width: number,
  schedule: Schedule,
): void {
  for (const row of rows)
    for (let k = row * width; k < (row + 1) * width; k += 1) {
      const weight = weights[k] ?? 0;
      const slope = (gradient[k] ?? 0) - schedule.decay * (weight - (base[k] ?? 0));
      gradient[k] = 0;
      if (slope === 0) continue;
      const squares = (pace[k] ?? 0) + slope * slope;
      pace[k] = squares;
      weights[k] = weight + (schedule.step * slope) / Math.sqrt(squares + schedule.damping);
    }
}

/** The same observations with each feature left out with probability `dropout`, alike on every call. */
function withDropout(
  observations: Observations,
  dropout: number,
  random: () => number,
): Observations {
  if (dropout === 0) return observations;
  const salt = Math.floor(random() * 0x7fffffff);
  const limit = Math.floor(dropout * 0xffff);
  return {
    ...observations,
    rowsOf(index, into) {
      const count = observations.rowsOf(index, into);
      let kept = 0;
      let state = Math.imul(index + 1, 0x9e3779b1) ^ salt;
      for (let f = 0; f < count; f += 1) {
        state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x3243f6a9;
        if (((state >>> 12) & 0xffff) < limit) continue;
        into[kept] = into[f] ?? 0;
        kept += 1;
      }
      return kept;
    },
  };
}

/** Random numbers from 0 up to 1 (mulberry32), the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(values: number[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [values[i], values[j]] = [values[j] ?? 0, values[i] ?? 0];
  }
}
