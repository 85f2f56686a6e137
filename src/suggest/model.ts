import { noWeights, type Tables, type Weights } from "./chain.ts";
import { modelVersion } from "./modelVersion.ts";
import { denseTables, emptyNetwork, width, type Network } from "./network.ts";
import { columnCount, stateCount } from "./states.ts";

/** Everything that was learnt: the chain's weights and how its scores become probabilities. */
export interface Model {
  readonly weights: Weights;
  readonly calibration: Calibration;
  /** Words that may attribute besides those of the lexicon, in lower case; none in the base model. */
  readonly cueWords: ReadonlySet<string>;
  /** How many statements of the analyst it has learnt from since the base model. */
  readonly learntFrom: number;
}

/** Logistic regression over `signalsOf` (confidence.ts): one weight a signal, the bias first. */
export type Calibration = readonly number[];

/** First bytes of a model file, with the version of its form. */
const magic = `VBSG${modelVersion}`;

/**
 * A model as bytes. Of each table the rows that are not zero, each as its distance from the row before
 * and one signed byte a column: 8 bits cost nothing measurable in accuracy. What a network uses at every
 * token stands as it is.
 */
export function writeModel(model: Model): Uint8Array {
  const bytes: number[] = [...new TextEncoder().encode(magic)];
  writeFloats(bytes, model.calibration);
  const { networks } = model.weights;
  writeNumber(bytes, networks.length);
  for (const network of networks) {
    writeTable(bytes, network.inputs, width);
    for (const table of denseTables(network)) writeFloats(bytes, table);
  }
  return Uint8Array.from([...bytes, ...packWeights(model.weights)]);
}

/** Weights, or differences of weights, as bytes. */
export function packWeights(weights: Tables): Uint8Array {
  const bytes: number[] = [];
  writeTable(bytes, weights.features, columnCount);
  writeTable(bytes, weights.boundaries, stateCount * stateCount);
  return Uint8Array.from(bytes);
}

/** What `packWeights` wrote, with `networks` beside. Throws a `RangeError` when it did not write it. */
export function unpackWeights(bytes: Uint8Array, networks: readonly Network[] = []): Weights {
  const reader: Reader = { bytes, at: 0 };
  const weights = noWeights(networks);
  for (const row of readTable(reader, weights.features, columnCount)) weights.used[row] = 1;
  readTable(reader, weights.boundaries, stateCount * stateCount);
  return weights;
}

/** The model of a file. Throws a `RangeError` when it is not one, or one of another version. */
export function readModel(bytes: Uint8Array): Model {
  if (new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic)
    throw new RangeError("not a suggestion model of this version");
  const reader: Reader = { bytes, at: magic.length };
  const calibration = readFloats(reader);
  const networks = Array.from({ length: readNumber(reader) }, () => readNetwork(reader));
  return {
    weights: unpackWeights(bytes.subarray(reader.at), networks),
    calibration,
    cueWords: new Set(),
    learntFrom: 0,
  };
}

function readNetwork(reader: Reader): Network {
  const network = emptyNetwork();
  readTable(reader, network.inputs, width);
  for (const table of denseTables(network)) {
    const values = readFloats(reader);
    if (values.length !== table.length) throw new RangeError("the suggestion model is damaged");
    table.set(values);
  }
  return network;
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}

function readNumber(reader: Reader): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = reader.bytes[reader.at];
    if (byte === undefined) throw new RangeError("the suggestion model is cut short");
    reader.at += 1;
    value |= (byte & 127) << shift;
    if (byte < 128) return value >>> 0;
  }
  throw new RangeError("the suggestion model is damaged");
}

function writeFloats(bytes: number[], values: ArrayLike<number>): void {
  writeNumber(bytes, values.length);
  for (const byte of new Uint8Array(Float32Array.from(values).buffer)) bytes.push(byte);
}

function readFloats(reader: Reader): number[] {
  const count = readNumber(reader);
  const part = Uint8Array.from(reader.bytes.subarray(reader.at, reader.at + 4 * count));
  if (part.length < 4 * count) throw new RangeError("the suggestion model is cut short");
  reader.at += 4 * count;
  return [...new Float32Array(part.buffer)];
}

function writeTable(bytes: number[], table: Float32Array, columns: number): void {
  let most = 0;
  for (const value of table) most = Math.max(most, Math.abs(value));
  const scale = most / 127 || 1;
  writeFloats(bytes, [scale]);
  const rows: number[] = [];
  for (let row = 0; row < table.length / columns; row += 1)
    for (let k = 0; k < columns; k += 1)
      if (Math.round((table[row * columns + k] ?? 0) / scale) !== 0) {
        rows.push(row);
        break;
      }
  writeNumber(bytes, rows.length);
  let last = -1;
  for (const row of rows) {
    writeNumber(bytes, row - last - 1);
    last = row;
  }
  // Column by column, as the values of one are alike and pack better.
  for (let k = 0; k < columns; k += 1)
    for (const row of rows) bytes.push(Math.round((table[row * columns + k] ?? 0) / scale) & 255);
}

/** Reads a table and returns which of its rows are not zero. */
function readTable(reader: Reader, table: Float32Array, columns: number): number[] {
  const scale = readFloats(reader)[0] ?? 1;
  const count = readNumber(reader);
  const rows: number[] = [];
  let last = -1;
  for (let i = 0; i < count; i += 1) {
    last += 1 + readNumber(reader);
    if ((last + 1) * columns > table.length)
      throw new RangeError("the suggestion model is damaged");
    rows.push(last);
  }
  if (reader.at + count * columns > reader.bytes.length)
    throw new RangeError("the suggestion model is cut short");
  for (let k = 0; k < columns; k += 1)
    for (const row of rows) {
      table[row * columns + k] = (((reader.bytes[reader.at] ?? 0) << 24) >> 24) * scale;
      reader.at += 1;
    }
  return rows;
}
