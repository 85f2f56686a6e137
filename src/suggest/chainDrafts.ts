import { latticeOf, likeliest, marginalsOf, meanScores, sumsOf, type Lattice } from "./chain.ts";
import { confidenceOf, signalsOf } from "./confidence.ts";
import { favourAccording, favourAside, favourRunningOn } from "./favour.ts";
import { joined } from "./joining.ts";
import type { Model } from "./model.ts";
import { observe } from "./observations.ts";
import { withSourceBehind } from "./invertedCue.ts";
import { withOwnCue } from "./ownCue.ts";
import { draftsOf, type Draft } from "./pieces.ts";
import type { Reading } from "./reading.ts";
import { runningOn, wholeSentences } from "./runningOn.ts";
import { place, stateCount } from "./states.ts";
import { windowsOf, within } from "./windows.ts";

/** Statements that were found in a text, in its order; of each how likely it is accepted, 0 to 1. */
export interface Found {
  readonly drafts: readonly Draft[];
  readonly confidences: readonly number[];
}

/**
 * Added to the score of each state at each token: the chain is more careful than it need be. With this
 * much F1 was highest on articles held out of the corpus; what it finds too much has little confidence.
 */
const forSpeech = new Float64Array(stateCount);
forSpeech[place.outside] = -0.2;

/** The statements of a text as the chain reads it, and the signals that their confidence rests on. */
export function chainDrafts(
  reading: Reading,
  model: Model,
): Found & { readonly signals: readonly (readonly number[])[] } {
  const observations = observe(reading, model.cueWords);
  const path = new Uint8Array(reading.tokens.length);
  const marginals = new Float64Array(reading.tokens.length * stateCount);
  const windows = windowsOf(reading).map((window) => {
    const seen = within(observations, window);
    return { window, seen, scores: meanScores(model.weights.networks, seen.inputs) };
  });
  // For the second reading lattices are made anew: to keep those of a long text takes too much memory.
  let kept: Lattice | null = null;
  const decide = (again: boolean) => {
    for (const { window, seen, scores } of windows) {
      const lattice = kept ?? latticeOf(seen, model.weights, scores);
      if (!kept) {
        favourAside(reading, lattice, window.start);
        favourAccording(reading, lattice, window.start);
      }
      if (windows.length === 1) kept = lattice;
      if (again) favourRunningOn(reading, lattice, window.start);
      path.set(likeliest(lattice, forSpeech), window.start);
      marginals.set(marginalsOf(sumsOf(lattice)), window.start * stateCount);
    }
  };
  decide(false);
  if (path.includes(place.continued)) decide(true);
  const drafts = runningOn(reading, joined(reading, draftsOf(reading, path), model.cueWords));
  const signals = signalsOf(reading, drafts, marginals);
  return {
    drafts: wholeSentences(reading, drafts).map((draft) =>
      withSourceBehind(reading, withOwnCue(reading, draft)),
    ),
    signals,
    confidences: signals.map((signal) => confidenceOf(signal, model.calibration)),
  };
}
