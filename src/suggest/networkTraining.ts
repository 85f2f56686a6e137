import {
  denseTables,
  emptyNetwork,
  hidden,
  passageOf,
  scoresOf,
  toldOf,
  width,
  type Gates,
  type Network,
  type Passage,
} from "./network.ts";
import { columnCount } from "./states.ts";

/** What the network said of a text, kept to learn from. */
interface Trace {
  readonly rows: readonly Int32Array[];
  readonly told: Float32Array;
  readonly onward: Passage;
  readonly backward: Passage;
  /** Tokens × `hidden`: 0 where a memory was left out, else what makes up for those. */
  readonly maskOnward: Float32Array;
  readonly maskBackward: Float32Array;
}

/** Share of inputs and of memories that is left out at random, so that none is relied on alone. */
const leftOut = 0.1;
/** Step of the tables that every token uses (Adam: Kingma and Ba, ICLR 2015); it falls to a fifth. */
const denseStep = 0.002;
/** Step of what inputs add (AdaGrad, as for the weights of features). */
const inputStep = 0.03;
const inputDamping = 0.1;
const momentum = 0.9;
const scaleMemory = 0.999;

/** Trains a network together with the weights of features: `scores` and then `learn`, once a text. */
export class NetworkTrainer {
  readonly network: Network;
  readonly #random: () => number;
  readonly #texts: number;
  readonly #slopes = emptyNetwork();
  readonly #mean: readonly Float32Array[];
  readonly #scale: readonly Float32Array[];
  readonly #pace: Float32Array;
  readonly #kept: readonly Float64Array[];
  #trace: Trace | null = null;
  #done = 0;

  /** `mayUse` says which rows of inputs have weights; `texts` is how many are going to be learnt from. */
  constructor(mayUse: (row: number) => boolean, texts: number, random: () => number) {
    this.network = beginning(mayUse, random);
    this.#random = random;
    this.#texts = texts;
    this.#mean = denseTables(this.network).map((table) => new Float32Array(table.length));
    this.#scale = denseTables(this.network).map((table) => new Float32Array(table.length));
    this.#pace = new Float32Array(this.network.inputs.length);
    this.#kept = tablesOf(this.network).map((table) => new Float64Array(table.length));
  }

  /** As `networkScores`, with some inputs and memories left out. */
  scores(rows: readonly Int32Array[]): Float32Array {
    const { network } = this;
    const some = rows.map((list) => list.filter(() => this.#random() >= leftOut));
    const told = toldOf(network, some);
    const onward = passageOf(network.onward, told, rows.length, 1);
    const backward = passageOf(network.backward, told, rows.length, -1);
    const maskOnward = this.#mask(rows.length);
    const maskBackward = this.#mask(rows.length);
    this.#trace = { rows: some, told, onward, backward, maskOnward, maskBackward };
    return scoresOf(
      network,
      masked(onward.memories, maskOnward),
      masked(backward.memories, maskBackward),
      rows.length,
    );
  }

  /** Moves by how the likelihood of the text rises with each of the last scores: tokens × `columnCount`. */
  learn(rising: Float32Array): void {
    const trace = this.#trace;
    if (!trace) return;
    this.#trace = null;
    const touched = addSlopes(this.network, trace, rising, this.#slopes);
    this.#moveDense();
    this.#moveInputs(touched);
  }

  /** Counts the network as it is now for `share` of the mean that `settle` takes. */
  keep(share: number): void {
    for (const [t, table] of tablesOf(this.network).entries()) {
      const sum = this.#kept[t];
      if (sum)
        for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] ?? 0) + share * (table[k] ?? 0);
    }
  }

  settle(): void {
    for (const [t, table] of tablesOf(this.network).entries()) table.set(this.#kept[t] ?? []);
  }

  #mask(length: number): Float32Array {
    return Float32Array.from({ length: length * hidden }, () =>
      this.#random() < leftOut ? 0 : 1 / (1 - leftOut),
    );
  }

  #moveDense(): void {
    this.#done += 1;
    const step = denseStep * (1 - (0.8 * this.#done) / this.#texts);
    const young = 1 - momentum ** this.#done;
    const youngScale = 1 - scaleMemory ** this.#done;
    const slopes = denseTables(this.#slopes);
    for (const [t, table] of denseTables(this.network).entries()) {
      const slope = slopes[t];
      const mean = this.#mean[t];
      const scale = this.#scale[t];
      if (!slope || !mean || !scale) continue;
      for (let k = 0; k < table.length; k += 1) {
        const now = slope[k] ?? 0;
        const m = momentum * (mean[k] ?? 0) + (1 - momentum) * now;
        const v = scaleMemory * (scale[k] ?? 0) + (1 - scaleMemory) * now * now;
        mean[k] = m;
        scale[k] = v;
        table[k] = (table[k] ?? 0) + (step * (m / young)) / (Math.sqrt(v / youngScale) + 1e-8);
      }
      slope.fill(0);
    }
  }

  #moveInputs(touched: ReadonlySet<number>): void {
    const { inputs } = this.network;
    const slopes = this.#slopes.inputs;
    for (const row of touched)
      for (let k = row * width; k < (row + 1) * width; k += 1) {
        const slope = slopes[k] ?? 0;
        slopes[k] = 0;
        const squares = (this.#pace[k] ?? 0) + slope * slope;
        this.#pace[k] = squares;
        inputs[k] = (inputs[k] ?? 0) + (inputStep * slope) / Math.sqrt(squares + inputDamping);
      }
  }
}

function tablesOf(network: Network): readonly Float32Array[] {
  return [network.inputs, ...denseTables(network)];
}

/** Small random numbers; rows of inputs that may not be used stay zero. */
function beginning(mayUse: (row: number) => boolean, random: () => number): Network {
  const network = emptyNetwork();
  const fill = (table: Float32Array, most: number) => {
    for (let k = 0; k < table.length; k += 1) table[k] = (2 * random() - 1) * most;
  };
  fill(network.inputs, 0.15);
  for (let row = 0; row * width < network.inputs.length; row += 1)
    if (!mayUse(row)) network.inputs.fill(0, row * width, (row + 1) * width);
  for (const gates of [network.onward, network.backward]) {
    fill(gates.input, 1 / Math.sqrt(width));
    fill(gates.memory, 1 / Math.sqrt(hidden));
  }
  fill(network.output, 0.1);
  return network;
}

function masked(values: Float32Array, mask: Float32Array): Float32Array {
  return values.map((value, k) => value * (mask[k] ?? 0));
}

/** Adds to `slopes` how the likelihood rises with each number of the network; returns the rows of inputs that it touches. */
function addSlopes(
  network: Network,
  trace: Trace,
  rising: Float32Array,
  slopes: Network,
): ReadonlySet<number> {
  const { rows, told, onward, backward, maskOnward, maskBackward } = trace;
  const { length } = rows;
  const risingOnward = new Float32Array(length * hidden);
  const risingBackward = new Float32Array(length * hidden);
  for (let i = 0; i < length; i += 1)
    for (let s = 0; s < columnCount; s += 1) {
      const by = rising[i * columnCount + s] ?? 0;
      if (by === 0) continue;
      for (let k = 0; k < hidden; k += 1) {
        const at = i * hidden + k;
        const left = s * 2 * hidden + k;
        const right = left + hidden;
        const there = by * (maskOnward[at] ?? 0);
        const back = by * (maskBackward[at] ?? 0);
        slopes.output[left] = (slopes.output[left] ?? 0) + there * (onward.memories[at] ?? 0);
        slopes.output[right] = (slopes.output[right] ?? 0) + back * (backward.memories[at] ?? 0);
        risingOnward[at] = (risingOnward[at] ?? 0) + there * (network.output[left] ?? 0);
        risingBackward[at] = (risingBackward[at] ?? 0) + back * (network.output[right] ?? 0);
      }
    }
  const risingTold = new Float32Array(told.length);
  addGateSlopes(network.onward, onward, told, 1, risingOnward, risingTold, slopes.onward);
  addGateSlopes(network.backward, backward, told, -1, risingBackward, risingTold, slopes.backward);
  const touched = new Set<number>();
  for (const [i, list] of rows.entries())
    for (const row of list) {
      touched.add(row);
      for (let d = 0; d < width; d += 1)
        slopes.inputs[row * width + d] =
          (slopes.inputs[row * width + d] ?? 0) + (risingTold[i * width + d] ?? 0);
    }
  return touched;
}

/** One direction, from its last token back to its first (back-propagation through time). */
function addGateSlopes(
  gates: Gates,
  passage: Passage,
  told: Float32Array,
  direction: 1 | -1,
  rising: Float32Array,
  risingTold: Float32Array,
  slopes: Gates,
): void {
  const { input, memory } = gates;
  const { memories, kept, looked, fresh, recalled } = passage;
  const length = told.length / width;
  let carried = new Float32Array(hidden);
  for (let step = length - 1; step >= 0; step -= 1) {
    const i = direction === 1 ? step : length - 1 - step;
    const earlier = step === 0 ? -1 : (i - direction) * hidden;
    const before = new Float32Array(hidden);
    for (let k = 0; k < hidden; k += 1) {
      const at = i * hidden + k;
      const by = (rising[at] ?? 0) + (carried[k] ?? 0);
      const share = kept[at] ?? 0;
      const view = looked[at] ?? 0;
      const content = fresh[at] ?? 0;
      const last = earlier < 0 ? 0 : (memories[earlier + k] ?? 0);
      const news = by * (1 - share) * (1 - content * content);
      const recall = news * view;
      const look = news * (recalled[at] ?? 0) * view * (1 - view);
      const keep = by * (last - content) * share * (1 - share);
      before[k] = (before[k] ?? 0) + by * share;
      addTo(slopes.bias, k, keep);
      addTo(slopes.bias, hidden + k, look);
      addTo(slopes.bias, 2 * hidden + k, news);
      addTo(slopes.memoryBias, k, recall);
      for (let d = 0; d < width; d += 1) {
        const value = told[i * width + d] ?? 0;
        const a = k * width + d;
        const b = (hidden + k) * width + d;
        const c = (2 * hidden + k) * width + d;
        addTo(slopes.input, a, keep * value);
        addTo(slopes.input, b, look * value);
        addTo(slopes.input, c, news * value);
        addTo(
          risingTold,
          i * width + d,
          keep * (input[a] ?? 0) + look * (input[b] ?? 0) + news * (input[c] ?? 0),
        );
      }
      if (earlier < 0) continue;
      for (let d = 0; d < hidden; d += 1) {
        const value = memories[earlier + d] ?? 0;
        const a = k * hidden + d;
        const b = (hidden + k) * hidden + d;
        const c = (2 * hidden + k) * hidden + d;
        addTo(slopes.memory, a, keep * value);
        addTo(slopes.memory, b, look * value);
        addTo(slopes.memory, c, recall * value);
        addTo(
          before,
          d,
          keep * (memory[a] ?? 0) + look * (memory[b] ?? 0) + recall * (memory[c] ?? 0),
        );
      }
    }
    carried = before;
  }
}

function addTo(table: Float32Array, index: number, value: number): void {
  table[index] = (table[index] ?? 0) + value;
}
