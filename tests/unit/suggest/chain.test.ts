import { describe, expect, test } from "vitest";
import { likeliest, marginalsOf, sumsOf, type Lattice } from "../../../src/suggest/chain.ts";
import { endings, followersAt, hinge, holds, stateCount } from "../../../src/suggest/states.ts";

/** A small lattice with scores that follow from a formula, so that the test is the same every time. */
function smallLattice(length: number): Lattice {
  const emissions = Float64Array.from(
    { length: length * stateCount },
    (_, k) => Math.sin(k * 12.9898) * 2,
  );
  const table = Float64Array.from({ length: stateCount * stateCount }, (_, t) =>
    holds(followersAt(hinge.free, Math.floor(t / stateCount)), t % stateCount)
      ? Math.cos(t * 78.233)
      : -Infinity,
  );
  return {
    length,
    emissions,
    transitions: Array.from({ length }, () => table),
    hinges: new Uint8Array(length).fill(hinge.free),
  };
}

/** Every path with its score, by going through all of them. */
function allPaths(lattice: Lattice): { path: number[]; score: number }[] {
  let paths: { path: number[]; score: number }[] = [{ path: [], score: 0 }];
  for (let i = 0; i < lattice.length; i += 1)
    paths = paths.flatMap(({ path, score }) =>
      Array.from({ length: stateCount }, (_, s) => ({
        path: [...path, s],
        score:
          score +
          (lattice.transitions[i]?.[(path.at(-1) ?? 0) * stateCount + s] ?? 0) +
          (lattice.emissions[i * stateCount + s] ?? 0),
      })).filter((one) => one.score > -Infinity),
    );
  return paths.filter(({ path }) => holds(endings, path.at(-1) ?? 0));
}

describe("the chain", () => {
  const lattice = smallLattice(4);
  const paths = allPaths(lattice);

  test("finds the best of all paths", () => {
    const best = paths.reduce((a, b) => (b.score > a.score ? b : a));
    expect([...likeliest(lattice)]).toEqual(best.path);
  });

  test("sums over all paths, and its marginals are shares of that sum", () => {
    const total = paths.reduce((sum, { score }) => sum + Math.exp(score), 0);
    const sums = sumsOf(lattice);
    expect(sums.logTotal).toBeCloseTo(Math.log(total), 6);
    const marginals = marginalsOf(sums);
    for (let s = 0; s < stateCount; s += 1) {
      const share =
        paths
          .filter(({ path }) => path[1] === s)
          .reduce((sum, { score }) => sum + Math.exp(score), 0) / total;
      expect(marginals[stateCount + s] ?? 0).toBeCloseTo(share, 6);
    }
  });
});
