import { cueAt } from "./cueContext.ts";
import { mixed, settled } from "./hash.ts";
import { quoteAt, tagAt, wordAt, type Sight } from "./sight.ts";

/** Rows of the network's table of inputs: a power of two, as inputs are hashed into it. */
export const inputRows = 1 << 15;

/**
 * What the network is told of each token, as rows of its table: the token itself and how it stands to
 * the cues and clauses around it. What stands before and after it, it reads.
 */
export function inputsOf(sight: Sight): Int32Array[] {
  return sight.reading.tokens.map((_, i) =>
    Int32Array.from([...ownOf(sight, i), ...aroundOf(sight, i)]),
  );
}

function row(kind: number, a: number, b = 0): number {
  return settled(mixed(mixed(kind, a), b)) & (inputRows - 1);
}

function ownOf(sight: Sight, i: number): number[] {
  const { reading, facts } = sight;
  const region = reading.quotedOf[i] ?? -1;
  const cue = cueAt(reading, i);
  const rows = [
    row(1, wordAt(sight, i)),
    row(2, tagAt(sight, i)),
    row(3, sight.suffixes[i] ?? 0),
    row(4, sight.shapes[i] ?? 0),
    row(5, quoteAt(sight, i)),
    row(6, region < 0 ? 0 : (sight.regions[region] ?? 0)),
    row(7, cue?.kind ?? 0),
    row(8, cue?.lemma ?? 0),
    row(13, sight.uses[i] ?? 0),
  ];
  const sentence = reading.sentenceOf[i] ?? 0;
  if (i > 0 && sentence === reading.sentenceOf[i - 1]) return [...rows, row(16, 0)];
  const newParagraph = i === 0 || reading.paragraphOf[i] !== reading.paragraphOf[i - 1];
  return [
    ...rows,
    row(16, newParagraph ? 2 : 1),
    row(17, facts[sentence]?.cue ?? 0),
    row(18, facts[sentence]?.mood ?? 0),
    row(19, facts[sentence]?.opening ?? 0),
    row(20, sight.style),
  ];
}

function aroundOf({ near, strong, junctions }: Sight, i: number): number[] {
  return [
    row(9, near.before[i]?.kind ?? 0),
    row(10, near.after[i]?.kind ?? 0),
    row(11, near.before[i]?.lemma ?? 0),
    row(12, near.after[i]?.lemma ?? 0),
    row(14, junctions.junction[i] ?? 0),
    row(15, junctions.next[i] ?? 0),
    row(21, near.governed.clause[i] ?? 0, near.governed.verbsSince[i] ?? 0),
    row(22, near.governed.shapeAfter[i] ?? 0),
    row(23, strong.before[i]?.kind ?? 0),
    row(24, strong.after[i]?.kind ?? 0),
  ];
}
