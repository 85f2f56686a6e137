import type { Lattice } from "./chain.ts";
import { cueAt } from "./cueContext.ts";
import { lowerAt, type Reading, type TokenRange } from "./reading.ts";
import { place, stateCount } from "./states.ts";

/*
 * What the corpus is too small for the chain to learn, or what no token can see. Each function makes
 * states likelier in a lattice, in place; `start` is the token that the lattice begins with.
 */

/** Added to the logarithm of each word of a clause with an aside being content. */
const asideBonus = 2;

/**
 * An aside right behind *that*: “stated that, *in July last year*, the two presidents announced …” states
 * all of it, to the sentence's end. Agencies write so; the corpus does too seldom.
 */
export function favourAside(reading: Reading, lattice: Lattice, start: number): void {
  for (let i = Math.max(start, 1); i < start + lattice.length; i += 1) {
    if (lowerAt(reading, i) !== "that" || lowerAt(reading, i + 1) !== ",") continue;
    if (!cueAt(reading, i - 1)) continue;
    const sentence = reading.sentences[reading.sentenceOf[i] ?? 0];
    const clause = { start: i + 2, end: (sentence?.end ?? i) - 1 };
    favour(lattice, start, clause, [place.content], asideBonus);
  }
}

/** Added to the logarithm of each word of what is according to somebody being a part of that; behind a comma rather what is said than who says it. */
const accordingBonus = { before: 1, after: 2, afterComma: 0.5 };

/**
 * What is *according to* somebody is all of the sentence before, or all of it behind: “According to the
 * letter, *Hall said it was late*.”, “*In Ohio Hall leads by ten points*, according to the poll.” To the
 * chain the speech and the places inside of it look like others. A full stop in a quotation ends it.
 */
export function favourAccording(reading: Reading, lattice: Lattice, start: number): void {
  const { before, after, afterComma } = accordingBonus;
  for (const sentence of reading.sentences) {
    for (let i = sentence.start; i < sentence.end; i += 1) {
      if (lowerAt(reading, i) !== "according" || lowerAt(reading, i + 1) !== "to") continue;
      if (i === sentence.start) {
        const states = [place.innerSource, place.cueToContent, place.content];
        let end = i + 2;
        while (end < sentence.end - 1 && lowerAt(reading, end) !== ".") end += 1;
        let comma = i + 2;
        while (comma < end && lowerAt(reading, comma) !== ",") comma += 1;
        favour(lattice, start, { start: i + 2, end }, states, after);
        favour(lattice, start, { start: comma, end }, [place.content], afterComma);
      } else if (lowerAt(reading, i - 1) === ",")
        favour(lattice, start, { start: sentence.start, end: i - 1 }, [place.fronted], before);
    }
  }
}

/** Added to the logarithm of a sentence's being speech that runs on. Chosen on the wire dev set. */
const againBonus = 3;

/** An article in which speech runs on somewhere: whoever writes so does it again, in any sentence. */
export function favourRunningOn(reading: Reading, lattice: Lattice, start: number): void {
  for (const sentence of reading.sentences)
    favour(
      lattice,
      start,
      { start: sentence.start, end: sentence.start + 1 },
      [place.continued],
      againBonus,
    );
}

function favour(
  { emissions, length }: Lattice,
  start: number,
  tokens: TokenRange,
  states: readonly number[],
  bonus: number,
): void {
  for (let i = Math.max(tokens.start, start); i < Math.min(tokens.end, start + length); i += 1)
    for (const state of states) {
      const at = (i - start) * stateCount + state;
      emissions[at] = (emissions[at] ?? 0) + bonus;
    }
}
