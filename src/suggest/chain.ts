import { networkScores, type Network } from "./network.ts";
import { featureRows, mostFeatures } from "./rows.ts";
import { boundaryKinds, boundaryRows, type Observations } from "./observations.ts";
import {
  columnCount,
  endings,
  everyState,
  followersAt,
  hinge,
  holds,
  place,
  sharedColumn,
  stateCount,
  type StateSet,
} from "./states.ts";

/** Weights of a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001). */
export interface Weights {
  /** `featureRows` × `columnCount`: how much a feature speaks for a state. */
  readonly features: Float32Array;
  /** 1 for each row of `features` that may differ from zero; the others are not looked up. */
  readonly used: Uint8Array;
  /** `boundaryRows` × `stateCount`²: how much a boundary speaks for going from a state to the next. */
  readonly boundaries: Float32Array;
  /** Their mean scores count beside those of features. Learning on the device leaves them as they are. */
  readonly networks: readonly Network[];
}

/** The tables of `Weights`, or of differences between two. */
export type Tables = Pick<Weights, "features" | "boundaries">;

export function noWeights(networks: readonly Network[] = []): Weights {
  return {
    features: new Float32Array(featureRows * columnCount),
    used: new Uint8Array(featureRows),
    boundaries: new Float32Array(boundaryRows * stateCount * stateCount),
    networks,
  };
}

/** A text's scores under some weights. */
export interface Lattice {
  readonly length: number;
  /** `length` × `stateCount`, logarithms. */
  readonly emissions: Float64Array;
  /** Token to its table of `stateCount`² transition scores into it, logarithms; shared among tokens. */
  readonly transitions: readonly Float64Array[];
  /** How freely the state may change before each token, as in `hinge`. */
  readonly hinges: Uint8Array;
}

/** `scores` are the network's, tokens × `columnCount`. */
export function latticeOf(
  observations: Observations,
  weights: Weights,
  scores: Float32Array | null = meanScores(weights.networks, observations.inputs),
): Lattice {
  const { length } = observations;
  const emissions = new Float64Array(length * stateCount);
  const rows = new Int32Array(mostFeatures);
  const sums = new Float64Array(columnCount);
  const { features, used } = weights;
  for (let i = 0; i < length; i += 1) {
    const count = observations.rowsOf(i, rows);
    for (let s = 0; s < columnCount; s += 1) sums[s] = scores?.[i * columnCount + s] ?? 0;
    for (let f = 0; f < count; f += 1) {
      const row = rows[f] ?? 0;
      if (used[row] === 0) continue;
      const at = row * columnCount;
      for (let s = 0; s < columnCount; s += 1) sums[s] = (sums[s] ?? 0) + (features[at + s] ?? 0);
    }
    if (observations.mayCue[i] === 0) {
      sums[place.cue] = -Infinity;
      sums[place.lateCue] = -Infinity;
    }
    for (let s = 0; s < stateCount; s += 1) {
      const shared = sharedColumn[s] ?? 0;
      emissions[i * stateCount + s] = (sums[s] ?? 0) + (shared === 0 ? 0 : (sums[shared] ?? 0));
    }
  }
  return {
    length,
    emissions,
    transitions: transitionsOf(observations, weights),
    hinges: observations.hinges,
  };
}

/** The mean of what networks say of a text, tokens × `columnCount`; null without any. */
export function meanScores(
  networks: readonly Network[],
  inputs: readonly Int32Array[],
): Float32Array | null {
  const [first, ...others] = networks.map((network) => networkScores(network, inputs));
  return (
    first?.map(
      (score, k) => others.reduce((sum, scores) => sum + (scores[k] ?? 0), score) / networks.length,
    ) ?? null
  );
}

const everyHinge = Object.values(hinge).toSorted((a, b) => a - b);
const stateNumbers = Array.from({ length: stateCount }, (_, state) => state);

/** Hinge and state to the states that may follow it there. */
const followersOf: readonly (readonly (readonly number[])[])[] = everyHinge.map((kind) =>
  stateNumbers.map((from) => stateNumbers.filter((to) => holds(followersAt(kind, from), to))),
);

/** Hinge and state to the states that it may follow there. */
const leadersOf: readonly (readonly (readonly number[])[])[] = everyHinge.map((kind) =>
  stateNumbers.map((to) => stateNumbers.filter((from) => holds(followersAt(kind, from), to))),
);

/** Hinge to the pairs of states that it lets through, each as from × `stateCount` + to. */
const allowedPairs: readonly (readonly number[])[] = followersOf.map((followers) =>
  followers.flatMap((list, from) => list.map((to) => from * stateCount + to)),
);

const noStates: readonly number[] = [];
/** Before the first token stands `outside`. */
const beforeAll: readonly number[] = [place.outside];

function transitionsOf(observations: Observations, weights: Weights): Float64Array[] {
  const size = stateCount * stateCount;
  const known = new Map<string, Float64Array>();
  const all: Float64Array[] = [];
  for (let i = 0; i < observations.length; i += 1) {
    const kinds = observations.boundaries.subarray(i * boundaryKinds, (i + 1) * boundaryKinds);
    const kind = observations.hinges[i] ?? 0;
    const key = `${kind}:${kinds.join()}`;
    let table = known.get(key);
    if (!table) {
      table = new Float64Array(size).fill(-Infinity);
      for (const pair of allowedPairs[kind] ?? []) {
        let score = 0;
        for (const row of kinds) score += weights.boundaries[row * size + pair] ?? 0;
        table[pair] = score;
      }
      known.set(key, table);
    }
    all.push(table);
  }
  return all;
}

/** The likeliest states (Viterbi), with `bonus` added to the score of each state at each token. */
export function likeliest(
  lattice: Lattice,
  bonus: Float64Array = new Float64Array(stateCount),
): Uint8Array {
  const { length, emissions, transitions, hinges } = lattice;
  const back = new Uint8Array(length * stateCount);
  let scores = new Float64Array(stateCount);
  let next = new Float64Array(stateCount);
  for (let i = 0; i < length; i += 1) {
    const table = transitions[i];
    if (!table) break;
    const leaders = leadersOf[hinges[i] ?? 0];
    for (let s = 0; s < stateCount; s += 1) {
      let best = -Infinity;
      let from = 0;
      for (const p of i === 0 ? beforeAll : (leaders?.[s] ?? noStates)) {
        const score = (scores[p] ?? 0) + (table[p * stateCount + s] ?? 0);
        if (score > best) {
          best = score;
          from = p;
        }
      }
      next[s] = best + (emissions[i * stateCount + s] ?? 0) + (bonus[s] ?? 0);
      back[i * stateCount + s] = from;
    }
    [scores, next] = [next, scores];
  }
  const path = new Uint8Array(length);
  const last = scores.map((score, s) => (holds(endings, s) ? score : -Infinity));
  let state = Math.max(0, last.indexOf(Math.max(...last)));
  for (let i = length - 1; i >= 0; i -= 1) {
    path[i] = state;
    state = back[i * stateCount + state] ?? 0;
  }
  return path;
}

/**
 * Forward and backward sums, each token's scaled to add up to one, so that no length overflows.
 * `allowed` says which states a token may be in.
 */
export interface Sums {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Logarithm of the sum over all allowed paths. */
  readonly logTotal: number;
  readonly exponentials: readonly Float64Array[];
  readonly factors: Float64Array;
}

/** The transition tables of a lattice as factors; to be shared when several sums are taken. */
export function exponentialsOf(lattice: Lattice): Float64Array[] {
  const known = new Map<Float64Array, Float64Array>();
  return lattice.transitions.map((table) => {
    const kept = known.get(table) ?? table.map(Math.exp);
    known.set(table, kept);
    return kept;
  });
}

export function sumsOf(
  lattice: Lattice,
  allowed: ArrayLike<StateSet> | null = null,
  exponentials: readonly Float64Array[] = exponentialsOf(lattice),
): Sums {
  const { length, emissions, hinges } = lattice;
  const factors = new Float64Array(length * stateCount);
  const forward = new Float64Array(length * stateCount);
  const backward = new Float64Array(length * stateCount);
  const scale = new Float64Array(length);
  let logTotal = 0;
  for (let i = 0; i < length; i += 1) {
    const at = i * stateCount;
    const set = (allowed?.[i] ?? everyState) & (i === length - 1 ? endings : everyState);
    let most = -Infinity;
    for (let s = 0; s < stateCount; s += 1)
      if (holds(set, s)) most = Math.max(most, emissions[at + s] ?? 0);
    const table = exponentials[i];
    const leaders = leadersOf[hinges[i] ?? 0];
    let total = 0;
    for (let s = 0; s < stateCount; s += 1) {
      const factor = holds(set, s) ? Math.exp((emissions[at + s] ?? 0) - most) : 0;
      factors[at + s] = factor;
      if (factor === 0 || !table) continue;
      let sum = 0;
      if (i === 0) sum = table[s] ?? 0;
      else
        for (const p of leaders?.[s] ?? noStates)
          sum += (forward[at - stateCount + p] ?? 0) * (table[p * stateCount + s] ?? 0);
      forward[at + s] = sum * factor;
      total += sum * factor;
    }
    for (let s = 0; s < stateCount; s += 1) forward[at + s] = (forward[at + s] ?? 0) / total;
    scale[i] = total;
    logTotal += Math.log(total) + most;
  }
  for (let i = length - 1; i >= 0; i -= 1) {
    const at = i * stateCount;
    const table = exponentials[i + 1];
    if (i === length - 1 || !table) {
      backward.fill(1, at, at + stateCount);
      continue;
    }
    const below = at + stateCount;
    const by = scale[i + 1] ?? 1;
    const followers = followersOf[hinges[i + 1] ?? 0];
    for (let p = 0; p < stateCount; p += 1) {
      let sum = 0;
      for (const s of followers?.[p] ?? noStates)
        sum +=
          (table[p * stateCount + s] ?? 0) * (factors[below + s] ?? 0) * (backward[below + s] ?? 0);
      backward[at + p] = sum / by;
    }
  }
  return { forward, backward, logTotal, exponentials, factors };
}

/** Token × state: how likely the token is in the state. */
export function marginalsOf(sums: Sums): Float64Array {
  return sums.forward.map((value, k) => value * (sums.backward[k] ?? 0));
}
