import { mayCueTokens } from "./cueContext.ts";
import { featuresOf } from "./features.ts";
import { hash, mixed, settled } from "./hash.ts";
import { inputsOf } from "./inputs.ts";
import { quotationEnd } from "./quotationShape.ts";
import type { Reading } from "./reading.ts";
import { quoteAt, sightOf, tagAt, type Sight } from "./sight.ts";
import { hinge } from "./states.ts";

/** Rows of the table of boundary weights. */
export const boundaryRows = 1 << 12;

/** How many classes a boundary between two tokens has. */
export const boundaryKinds = 9;

/**
 * What the chain sees of a text. Strings are hashed once a token; features mix the numbers, which is
 * several times faster than to build a string for each.
 */
export interface Observations {
  readonly length: number;
  /** Writes the feature rows of token `index` to `into` and returns how many there are. */
  rowsOf(index: number, into: Int32Array): number;
  /** For each token the rows of what the network is told. */
  readonly inputs: readonly Int32Array[];
  /** For each token `boundaryKinds` rows: the classes of the boundary before it. */
  readonly boundaries: Int32Array;
  /** How freely the state may change before each token, as in `hinge`. */
  readonly hinges: Uint8Array;
  /** 1 where a token may be (part of) a cue, as a word that attributes is near. */
  readonly mayCue: Uint8Array;
}

/** `cueWords` are words that may attribute besides those of the lexicon. */
export function observe(reading: Reading, cueWords: ReadonlySet<string> = new Set()): Observations {
  const sight = sightOf(reading);
  return {
    length: reading.tokens.length,
    rowsOf: (index, into) => featuresOf(sight, index, into),
    inputs: inputsOf(sight),
    boundaries: boundariesOf(sight),
    hinges: hingesOf(reading),
    mayCue: mayCueTokens(reading, cueWords),
  };
}

function boundariesOf(sight: Sight): Int32Array {
  const { reading, junctions, near, strong, facts } = sight;
  const { sentenceOf, paragraphOf } = reading;
  const boundaries = new Int32Array(reading.tokens.length * boundaryKinds);
  for (let i = 0; i < reading.tokens.length; i += 1) {
    const sentence = sentenceOf[i] ?? 0;
    const breaks = i === 0 || sentence !== sentenceOf[i - 1];
    const broken = i === 0 || paragraphOf[i] !== paragraphOf[i - 1] ? 2 : breaks ? 1 : 0;
    const row = (kind: number, a: number, b: number, c: number) => {
      boundaries[i * boundaryKinds + kind] =
        settled(mixed(mixed(mixed(kind + 1, a), b), c)) & (boundaryRows - 1);
    };
    const tag = tagAt(sight, i);
    const junction = mixed(junctions.junction[i] ?? 0, broken);
    const next = junctions.next[i] ?? 0;
    const since = near.governed.verbsSince[i] ?? 0;
    row(0, broken, mixed(quoteAt(sight, i - 1), quoteAt(sight, i)), quotationEnd(reading, i));
    row(1, broken, markOf(reading, i - 1), markOf(reading, i));
    row(2, broken, 0, tag);
    row(
      3,
      broken && 1,
      broken && (facts[sentence]?.cue ?? 0),
      broken && (facts[sentence - 1]?.cue ?? 0),
    );
    row(4, broken, tag, tagAt(sight, i + 1));
    row(5, broken, tagAt(sight, i - 1), tag);
    for (const [kind, governed] of [
      [6, near.governed],
      [8, strong.governed],
    ] as const)
      row(
        kind,
        junction,
        mixed(next, governed.agrees[i] ?? 0),
        mixed(governed.clause[i] ?? 0, governed.verbsSince[i] ?? 0),
      );
    row(7, junction, since, near.before[i]?.kind ?? 1);
  }
  return boundaries;
}

function markOf(reading: Reading, index: number): number {
  const token = reading.tokens[index];
  return token?.kind === "mark" ? hash(token.text) : 0;
}

/** How freely the state may change before each token. */
export function hingesOf(reading: Reading): Uint8Array {
  return Uint8Array.from(reading.tokens, (_, i) => {
    const region = reading.quotedOf[i] ?? -1;
    if (region >= 0 && region === reading.quotedOf[i - 1]) return hinge.quotation;
    if (i === 0 || reading.sentenceOf[i] === reading.sentenceOf[i - 1]) return hinge.free;
    return reading.tokens[i - 1]?.text === ":" ? hinge.colon : hinge.sentence;
  });
}
