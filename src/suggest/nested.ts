import { attribute } from "./attribution.ts";
import { chainDrafts, type Found } from "./chainDrafts.ts";
import type { Cast } from "./entities.ts";
import { pronouns, titles } from "./lexicon/people.ts";
import type { Model } from "./model.ts";
import type { Draft } from "./pieces.ts";
import { lowerAt, read, wordsAt, type Reading, type TokenRange } from "./reading.ts";
import { unknown, type Attributed } from "./voice.ts";

/** A statement inside a turn, with the turn's words that it stands in. */
interface Nested {
  readonly draft: Draft & { readonly source: TokenRange };
  readonly confidence: number;
  readonly turn: TokenRange;
}

/**
 * Statements of others inside the turns of a transcript, in the order of the text, with their speakers:
 * “Mr. President, the ombudsman says *people are being deported*.” Each turn is read for itself, as its
 * label and its colon would hide them.
 */
export function nestedIn(
  reading: Reading,
  cast: Cast,
  turns: readonly Draft[],
  model: Model,
): Found & { readonly attributed: readonly Attributed[] } {
  const nested = turns
    .flatMap(({ content }) => content)
    .flatMap((turn) => nestedInTurn(reading, turn, model));
  const drafts = nested.map(({ draft }) => draft);
  const attributed = attribute(reading, cast, drafts);
  return {
    drafts,
    confidences: nested.map(({ confidence }) => confidence),
    attributed: nested.map((one, i) => {
      const own = attributed[i] ?? unknown;
      const before = nested[i - 1]?.turn === one.turn ? attributed[i - 1] : undefined;
      const mention = wordsAt(reading, one.draft.source);
      return !Object.hasOwn(pronouns, mention.toLowerCase()) || isTold(own, one, before)
        ? own
        : { ...unknown, because: `“${mention}”, whom its turn does not name` };
    }),
  };
}

function nestedInTurn(reading: Reading, turn: TokenRange, model: Model): Nested[] {
  const offset = reading.tokens[turn.start]?.start ?? 0;
  const own = read(reading.text.slice(offset, reading.tokens[turn.end - 1]?.end));
  const { drafts, confidences } = chainDrafts(own, model);
  const places = placesOf(reading, turn, own, offset);
  return drafts.flatMap((draft, i) => {
    const placed = isOfAnother(own, draft)
      ? placedBy(places, { ...draft, source: withoutAddress(own, draft) })
      : null;
    return placed ? [{ draft: placed, confidence: confidences[i] ?? 0, turn }] : [];
  });
}

/** Whether a draft has a cue in words, and a source that is somebody other than who speaks the turn. */
function isOfAnother(reading: Reading, { content, cue, source }: Draft): boolean {
  if (!cue || !source || content[0]?.state === "continued") return false;
  return (
    lowerAt(reading, cue.start) !== ":" &&
    !/^(?:i|we|me|us|let|nobody)$/u.test(lowerAt(reading, source.start))
  );
}

/** The source without whom the speaker addresses right before it: *Mr. President,* the ombudsman says. */
function withoutAddress(reading: Reading, { cue, source }: Draft): TokenRange | null {
  if (!source || cue?.start !== source.end || !titles.has(lowerAt(reading, source.start)))
    return source;
  let start = source.end - 1;
  while (start > source.start && lowerAt(reading, start - 1) !== ",") start -= 1;
  return start > source.start && lowerAt(reading, start) !== "," ? { ...source, start } : source;
}

/** Tokens of a turn's own reading as those of the whole one; null where that cuts its tokens otherwise. */
type Places = (range: TokenRange) => TokenRange | null;

function placesOf(whole: Reading, turn: TokenRange, own: Reading, offset: number): Places {
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (let i = turn.start; i < turn.end; i += 1) {
    const token = whole.tokens[i];
    if (!token) continue;
    starts.set(token.start - offset, i);
    ends.set(token.end - offset, i + 1);
  }
  return (range) => {
    const start = starts.get(own.tokens[range.start]?.start ?? -1);
    const end = ends.get(own.tokens[range.end - 1]?.end ?? -1);
    return start === undefined || end === undefined ? null : { start, end };
  };
}

function placedBy(places: Places, { content, cue, source }: Draft): Nested["draft"] | null {
  const pieces = content.flatMap((piece) => {
    const range = places(piece);
    return range ? [{ ...range, state: piece.state }] : [];
  });
  const cueInText = cue && places(cue);
  const sourceInText = source && places(source);
  return pieces.length === content.length && cueInText && sourceInText
    ? { content: pieces, cue: cueInText, source: sourceInText }
    : null;
}

/**
 * Whether the turn tells whom a pronoun means: the speaker of the statement before in it, or a person
 * whom it has named. Elsewhere that was often said turns ago, and seven in ten had the wrong speaker or none.
 */
function isTold(
  { speakers }: Attributed,
  { draft, turn }: Nested,
  before: Attributed | undefined,
): boolean {
  const [voice] = speakers;
  if (!voice || Object.hasOwn(pronouns, voice.name.toLowerCase())) return false;
  return (
    before?.speakers[0]?.name === voice.name ||
    (voice.entity?.kind === "person" &&
      voice.entity.mentions.some(({ start }) => start >= turn.start && start < draft.source.start))
  );
}
