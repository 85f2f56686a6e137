import { inputRows } from "./inputs.ts";
import { columnCount } from "./states.ts";

/** How many numbers a token is told by, and how many each direction remembers. */
export const width = 24;
export const hidden = 24;

/**
 * A gated recurrent unit (Cho et al., EMNLP 2014). Its gates stand below each other: how much is kept,
 * how much of the memory is looked at, what is new.
 */
export interface Gates {
  /** 3 `hidden` × `width` */
  readonly input: Float32Array;
  /** 3 `hidden` × `hidden` */
  readonly memory: Float32Array;
  /** 3 `hidden` */
  readonly bias: Float32Array;
  /** `hidden`: of what is new, the part that the memory has. */
  readonly memoryBias: Float32Array;
}

/**
 * Reads a text in both directions and scores the states of each token, beside the weights of its
 * features (a recurrent network under a conditional random field: Huang, Xu and Yu, 2015). It
 * remembers what no feature of one token tells: what the sentence has opened and not closed yet.
 */
export interface Network {
  /** `inputRows` × `width`: what each input adds to its token. */
  readonly inputs: Float32Array;
  readonly onward: Gates;
  readonly backward: Gates;
  /** `columnCount` × 2 `hidden` */
  readonly output: Float32Array;
}

/** A network of zeros, which scores nothing. */
export function emptyNetwork(): Network {
  const gates = (): Gates => ({
    input: new Float32Array(3 * hidden * width),
    memory: new Float32Array(3 * hidden * hidden),
    bias: new Float32Array(3 * hidden),
    memoryBias: new Float32Array(hidden),
  });
  return {
    inputs: new Float32Array(inputRows * width),
    onward: gates(),
    backward: gates(),
    output: new Float32Array(columnCount * 2 * hidden),
  };
}

/** The tables of a network that are used at every token, in a fixed order. */
export function denseTables({ onward, backward, output }: Network): readonly Float32Array[] {
  const tables = (gates: Gates) => [gates.input, gates.memory, gates.bias, gates.memoryBias];
  return [...tables(onward), ...tables(backward), output];
}

/** What one direction computed, each tokens × `hidden`; kept to learn from. */
export interface Passage {
  readonly memories: Float32Array;
  readonly kept: Float32Array;
  readonly looked: Float32Array;
  readonly fresh: Float32Array;
  /** What the memory adds to what is new, before `looked` weighs it. */
  readonly recalled: Float32Array;
}

/** Tokens × `columnCount`: how much the network speaks for each state (see `sharedColumn`). `rows` are those of `inputsOf`. */
export function networkScores(network: Network, rows: readonly Int32Array[]): Float32Array {
  const told = toldOf(network, rows);
  return scoresOf(
    network,
    passageOf(network.onward, told, rows.length, 1).memories,
    passageOf(network.backward, told, rows.length, -1).memories,
    rows.length,
  );
}

/** Tokens × `width`: the sum of what the inputs of each token add. */
export function toldOf({ inputs }: Network, rows: readonly Int32Array[]): Float32Array {
  const told = new Float32Array(rows.length * width);
  for (const [i, list] of rows.entries())
    for (const row of list)
      for (let d = 0, to = i * width, from = row * width; d < width; d += 1, to += 1, from += 1)
        told[to] = (told[to] ?? 0) + (inputs[from] ?? 0);
  return told;
}

/** Tokens × `columnCount` from the memories of both directions. */
export function scoresOf(
  { output }: Network,
  onward: Float32Array,
  backward: Float32Array,
  length: number,
): Float32Array {
  const scores = new Float32Array(length * columnCount);
  for (let i = 0; i < length; i += 1)
    for (let s = 0; s < columnCount; s += 1) {
      let sum = 0;
      const at = s * 2 * hidden;
      for (let k = 0; k < hidden; k += 1)
        sum +=
          (output[at + k] ?? 0) * (onward[i * hidden + k] ?? 0) +
          (output[at + hidden + k] ?? 0) * (backward[i * hidden + k] ?? 0);
      scores[i * columnCount + s] = sum;
    }
  return scores;
}

/** Reads what tokens are told by in one direction: 1 onward, -1 backward. */
export function passageOf(
  { input, memory, bias, memoryBias }: Gates,
  told: Float32Array,
  length: number,
  direction: 1 | -1,
): Passage {
  const memories = new Float32Array(length * hidden);
  const kept = new Float32Array(length * hidden);
  const looked = new Float32Array(length * hidden);
  const fresh = new Float32Array(length * hidden);
  const recalled = new Float32Array(length * hidden);
  let last = new Float32Array(hidden);
  let next = new Float32Array(hidden);
  for (let step = 0; step < length; step += 1) {
    const i = direction === 1 ? step : length - 1 - step;
    for (let k = 0; k < hidden; k += 1) {
      let keep = bias[k] ?? 0;
      let look = bias[hidden + k] ?? 0;
      let news = bias[2 * hidden + k] ?? 0;
      let recall = memoryBias[k] ?? 0;
      for (let d = 0; d < width; d += 1) {
        const value = told[i * width + d] ?? 0;
        keep += (input[k * width + d] ?? 0) * value;
        look += (input[(hidden + k) * width + d] ?? 0) * value;
        news += (input[(2 * hidden + k) * width + d] ?? 0) * value;
      }
      for (let d = 0; d < hidden; d += 1) {
        const value = last[d] ?? 0;
        keep += (memory[k * hidden + d] ?? 0) * value;
        look += (memory[(hidden + k) * hidden + d] ?? 0) * value;
        recall += (memory[(2 * hidden + k) * hidden + d] ?? 0) * value;
      }
      const at = i * hidden + k;
      const share = logistic(keep);
      const view = logistic(look);
      const content = Math.tanh(news + view * recall);
      kept[at] = share;
      looked[at] = view;
      recalled[at] = recall;
      fresh[at] = content;
      const now = (1 - share) * content + share * (last[k] ?? 0);
      next[k] = now;
      memories[at] = now;
    }
    [last, next] = [next, last];
  }
  return { memories, kept, looked, fresh, recalled };
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
