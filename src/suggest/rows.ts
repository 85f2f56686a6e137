import { mixed, settled } from "./hash.ts";

/** Rows of the weight table: a power of two, as features are hashed into it. */
export const featureRows = 1 << 17;

/** More than any token has. */
export const mostFeatures = 240;

/** Collects the rows of one token: each feature is its number and up to four values, mixed. */
export class Rows {
  readonly #into: Int32Array;
  #feature = 0;
  count = 0;

  constructor(into: Int32Array) {
    this.#into = into;
  }

  /** Numbers of a group start at its own, so that one group can grow without moving the next. */
  group(first: number): void {
    this.#feature = first;
  }

  add(a: number, b = 0, c = 0, d = 0): void {
    this.#feature += 1;
    const key = mixed(mixed(mixed(mixed(this.#feature, a), b), c), d);
    this.#into[this.count] = settled(key) & (featureRows - 1);
    this.count += 1;
  }
}
