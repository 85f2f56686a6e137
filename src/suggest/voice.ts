import type { Cast, Entity } from "./entities.ts";
import type { Draft } from "./pieces.ts";
import type { Reading, TokenRange } from "./reading.ts";

/** Who a statement is attributed to, as far as the article tells. */
export interface Attributed {
  /** One for each speaker; empty when the article does not say. */
  readonly speakers: readonly Voice[];
  /** What the decision rests on, for people to read. */
  readonly because: string;
  /** How sure the step from mention to speaker is, 0 to 1. */
  readonly certainty: number;
}

/** A speaker: an entity of the article, or a body or group by what the article calls it. */
export interface Voice {
  readonly name: string;
  readonly entity: Entity | null;
}

/** How each kind of mention fared over the corpus, which is where these shares are from. */
export const certainty = {
  name: 0.97,
  phrase: 0.9,
  pronoun: 0.85,
  role: 0.8,
  carried: 0.85,
  joint: 0.8,
  none: 0.3,
} as const;

export const unknown: Attributed = {
  speakers: [],
  because: "no speaker is named",
  certainty: certainty.none,
};

/** What a resolver sees: the drafts, and whom those before `index` were given to. */
export interface Case {
  readonly reading: Reading;
  readonly cast: Cast;
  readonly drafts: readonly Draft[];
  readonly found: readonly Attributed[];
  /** 1 for each token that is content of some statement. */
  readonly taken: Uint8Array;
  readonly index: number;
  readonly source: TokenRange;
}

export function voiceOf(entity: Entity): Voice {
  return { name: entity.name, entity };
}

/** Sentences between two tokens. */
export function sentencesBetween(reading: Reading, a: number, b: number): number {
  return Math.abs((reading.sentenceOf[b] ?? 0) - (reading.sentenceOf[a] ?? 0));
}
