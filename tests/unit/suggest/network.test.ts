import { describe, expect, test } from "vitest";
import { denseTables, networkScores, width } from "../../../src/suggest/network.ts";
import { NetworkTrainer } from "../../../src/suggest/networkTraining.ts";
import { columnCount } from "../../../src/suggest/states.ts";
import { randomNumbers } from "../../../src/suggest/training.ts";

/** Twelve texts of which each token is told by one row; right is state 1 at a token after a 7, far away or not, else 0. */
const texts = Array.from({ length: 12 }, (_, text) =>
  Array.from({ length: 14 }, (__, i) =>
    Int32Array.of(i === text % 5 ? 7 : 3 + ((i * 5 + text) % 3)),
  ),
);
const rightOf = (text: readonly Int32Array[], i: number) =>
  text.slice(0, i).some(([row]) => row === 7) ? 1 : 0;

/** How the logarithm of the share of the right state rises with each score: a softmax over the states 0 and 1. */
function risingOf(text: readonly Int32Array[], scores: Float32Array): Float32Array {
  const rising = new Float32Array(scores.length);
  for (const i of text.keys()) {
    const odds = (scores[i * columnCount + 1] ?? 0) - (scores[i * columnCount] ?? 0);
    const share = 1 / (1 + Math.exp(-odds));
    const right = rightOf(text, i);
    rising[i * columnCount + 1] = right - share;
    rising[i * columnCount] = share - right;
  }
  return rising;
}

function loss(scoresOf: (text: readonly Int32Array[]) => Float32Array): number {
  let sum = 0;
  for (const text of texts) {
    const scores = scoresOf(text);
    for (const i of text.keys()) {
      const odds = (scores[i * columnCount + 1] ?? 0) - (scores[i * columnCount] ?? 0);
      sum += Math.log(1 + Math.exp(rightOf(text, i) === 1 ? -odds : odds));
    }
  }
  return sum / (texts.length * 14);
}

function trained(rounds: number, seed = 1) {
  const trainer = new NetworkTrainer((row) => row < 10, rounds * texts.length, randomNumbers(seed));
  for (let round = 0; round < rounds; round += 1)
    for (const text of texts) trainer.learn(risingOf(text, trainer.scores(text)));
  trainer.keep(1);
  trainer.settle();
  return trainer.network;
}

describe("the network", () => {
  test("learns what only the order of tokens tells", () => {
    const network = trained(60);
    expect(loss((text) => networkScores(network, text))).toBeLessThan(0.1);
  });

  test("is the same for the same seed and texts", () => {
    expect(networkScores(trained(2), texts[0] ?? [])).toEqual(
      networkScores(trained(2), texts[0] ?? []),
    );
  });

  test("says nothing of rows that it may not use", () => {
    const network = trained(1);
    expect(networkScores(network, [Int32Array.of(12)])).toEqual(
      networkScores(network, [new Int32Array(0)]),
    );
  });

  test("moves every number the way that makes the right states likelier", () => {
    // Random at first, then in the middle: nothing is left out, so that scores can be compared.
    const random = randomNumbers(5);
    let begun = false;
    const trainer = new NetworkTrainer(
      (row) => row < 10,
      1,
      () => (begun ? 0.5 : random()),
    );
    begun = true;
    const [text = []] = texts;
    const weight = Float32Array.from({ length: text.length * columnCount }, () => random() - 0.5);
    const worth = () =>
      trainer.scores(text).reduce((sum, score, k) => sum + score * (weight[k] ?? 0), 0);
    const { network } = trainer;
    const tables = [network.inputs.subarray(0, 10 * width), ...denseTables(network)];
    const slopes = tables.map((table) =>
      Array.from({ length: 40 }, (_, n) => {
        const k = Math.floor((n * table.length) / 40);
        const was = table[k] ?? 0;
        table[k] = was + 0.01;
        const above = worth();
        table[k] = was - 0.01;
        const below = worth();
        table[k] = was;
        return { k, was, slope: (above - below) / 0.02 };
      }).filter(({ slope }) => Math.abs(slope) > 1e-3),
    );
    trainer.scores(text);
    trainer.learn(weight);
    for (const [t, found] of slopes.entries()) {
      expect(found.length).toBeGreaterThan(3);
      for (const { k, was, slope } of found)
        expect(Math.sign((tables[t]?.[k] ?? 0) - was), `table ${t}, number ${k}`).toBe(
          Math.sign(slope),
        );
    }
  });
});
