import { governedBy, junctionsOf, type Governed, type Junctions } from "./clauses.ts";
import { cuesAfter, cuesBefore, type Cue } from "./cueContext.ts";
import { hash } from "./hash.ts";
import { quoteState, regionShape } from "./quotationShape.ts";
import { tagOf, type Reading } from "./reading.ts";
import { articleStyle, sentenceFacts } from "./sentenceFacts.ts";
import { verbUses } from "./verbUse.ts";

/** The cues around each token, and how it stands to them. */
interface Surroundings {
  readonly before: readonly (Cue | null)[];
  readonly after: readonly (Cue | null)[];
  readonly governed: Governed;
}

/**
 * What the features of a token are made of, computed once a text. Words, tags and whatever else is a
 * string is given as its hash: only equality counts.
 */
export interface Sight {
  readonly reading: Reading;
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly suffixes: Int32Array;
  readonly shapes: Int32Array;
  /** Where tokens stand to the quotation around them. */
  readonly quotes: Int32Array;
  /** Quotation to its shape. */
  readonly regions: readonly number[];
  /** The nearest cues. */
  readonly near: Surroundings;
  /** The nearest that nearly always attribute; what they govern goes on past weaker ones. */
  readonly strong: Surroundings;
  readonly junctions: Junctions;
  /** How each token is used as a verb. */
  readonly uses: Int32Array;
  /** How many commas, how many *that* stand before each token. */
  readonly commas: Int32Array;
  readonly thats: Int32Array;
  readonly facts: ReturnType<typeof sentenceFacts>;
  readonly style: number;
}

export function sightOf(reading: Reading): Sight {
  const { tokens } = reading;
  const tags = tokens.map((_, i) => tagOf(reading, i));
  const uses = verbUses(reading);
  const junctions = junctionsOf(reading, uses);
  const surroundings = (strong: boolean): Surroundings => {
    const before = cuesBefore(reading, strong);
    const after = cuesAfter(reading, strong);
    return { before, after, governed: governedBy(reading, uses, junctions, before, after) };
  };
  return {
    reading,
    words: Int32Array.from(tokens, (token) => hash(token.lower)),
    tags: Int32Array.from(tags, hash),
    suffixes: Int32Array.from(tokens, (token) => hash(token.lower.slice(-3))),
    shapes: Int32Array.from(tokens, (token) => hash(shapeOf(token.text))),
    quotes: Int32Array.from(tokens, (_, i) => hash(quoteState(reading, i))),
    regions: reading.quoted.map((_, i) => hash(regionShape(reading, i))),
    near: surroundings(false),
    strong: surroundings(true),
    junctions,
    uses: Int32Array.from(uses, hash),
    commas: countsBefore(reading, ","),
    thats: countsBefore(reading, "that"),
    facts: sentenceFacts(reading, tags),
    style: hash(articleStyle(reading)),
  };
}

/** What stands for a token before the first or after the last. */
function edge(index: number): number {
  return index < 0 ? 11 : 13;
}

export function wordAt({ words }: Sight, index: number): number {
  return words[index] ?? edge(index);
}

export function tagAt({ tags }: Sight, index: number): number {
  return tags[index] ?? edge(index);
}

export function quoteAt({ quotes }: Sight, index: number): number {
  return quotes[index] ?? edge(index);
}

function shapeOf(word: string): string {
  return word
    .replaceAll(/\p{Lu}+/gu, "A")
    .replaceAll(/\p{Ll}+/gu, "a")
    .replaceAll(/\p{N}+/gu, "9")
    .slice(0, 6);
}

/** How many tokens `lower` stand before each token. */
function countsBefore(reading: Reading, lower: string): Int32Array {
  const counts = new Int32Array(reading.tokens.length + 1);
  for (const [i, token] of reading.tokens.entries())
    counts[i + 1] = (counts[i] ?? 0) + (token.lower === lower ? 1 : 0);
  return counts;
}
