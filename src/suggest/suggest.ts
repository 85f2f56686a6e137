import { quotationOf, type Quotation } from "../model/quotation.ts";
import { joinRanges, trimRange, type Range } from "../model/range.ts";
import type { Organisation, Speaker, Topic } from "../model/codebook.ts";
import type { OrganisationId, SpeakerId } from "../model/id.ts";
import { attribute } from "./attribution.ts";
import { chainDrafts, type Found } from "./chainDrafts.ts";
import { draftFor } from "./draftFor.ts";
import { castOf, type Cast } from "./entities.ts";
import type { Model } from "./model.ts";
import { nestedIn } from "./nested.ts";
import { rangeOf, type Draft } from "./pieces.ts";
import { read, type Reading, type TokenRange } from "./reading.ts";
import { directSpeech } from "./directSpeech.ts";
import { languageOf } from "./languages/languages.ts";
import { knownSpeaker } from "./speakers.ts";
import { topicsOf, type ProposedTopic } from "./topics.ts";
import { transcriptOf } from "./transcript.ts";
import type { Attributed, Voice } from "./voice.ts";

/** What is known when an article is read. */
export interface SuggestionContext {
  readonly model: Model;
  readonly speakers: readonly Speaker[];
  readonly organisations: readonly Organisation[];
  readonly topics: readonly Topic[];
  /** The article's title, which tells its topics though it holds no statement. */
  readonly title: string;
  /** The article's language as a BCP 47 tag; null or empty to tell it from the words. */
  readonly language?: string | null;
}

/** A speaker of the codebook, or one as the article gives them. */
export type ProposedSpeaker =
  | { readonly speakerId: SpeakerId }
  | {
      readonly name: string;
      readonly role: string;
      readonly organisation: OrganisationId | string;
    };

/** A statement that the program proposes and the analyst has not accepted. */
export interface Suggestion {
  /** Sorted, apart, trimmed, never through a surrogate pair. */
  readonly ranges: readonly Range[];
  readonly quotation: Quotation;
  readonly cue: Range | null;
  /** Where the sentence names the speaker; kept so that learning can go on from it. */
  readonly source: Range | null;
  readonly speakers: readonly ProposedSpeaker[];
  /** How likely the speakers are right, given that the statement is, 0 to 1. */
  readonly speakerConfidence: number;
  readonly topics: readonly ProposedTopic[];
  /** How likely the statement is accepted, 0 to 1: of those said .8 about 80 in 100 are. */
  readonly confidence: number;
  /** Why, in one line for people. */
  readonly reason: string;
  /** Of a transcript, where a turn is one suggestion and what it says that others said are more inside of it. */
  readonly inTranscript: boolean;
}

export { defaultConfidence } from "./defaultConfidence.ts";

/** The statements of an article, in the order of the text. Never throws; any string will do. */
export function suggest(text: string, context: SuggestionContext): Suggestion[] {
  return suggestionsOf(readArticle(text, context), context);
}

/** An article as it was read: what suggestions are made of, and what is likely of any other words. */
export interface ReadArticle {
  readonly reading: Reading;
  readonly cast: Cast;
  readonly found: Found;
  /** Whether `found` are the turns of a transcript. */
  readonly inTranscript: boolean;
}

export function readArticle(
  text: string,
  { model, language: given }: Pick<SuggestionContext, "model" | "language">,
): ReadArticle {
  const reading = read(text);
  const cast = castOf(reading);
  const language = languageOf(reading, given ?? null);
  const turns = language ? null : transcriptOf(reading);
  const found = language
    ? directSpeech(reading, language)
    : turns
      ? { drafts: turns, confidences: turns.map(() => turnConfidence) }
      : chainDrafts(reading, model);
  return { reading, cast, found, inTranscript: turns !== null };
}

/** The statements of an article that was read, in the order of its text. */
export function suggestionsOf(article: ReadArticle, context: SuggestionContext): Suggestion[] {
  const { reading, cast, found, inTranscript } = article;
  const suggestions = suggestionsFrom(
    reading,
    found,
    attribute(reading, cast, found.drafts),
    context,
  );
  if (!inTranscript) return suggestions;
  const nested = nestedIn(reading, cast, found.drafts, context.model);
  return [...suggestions, ...suggestionsFrom(reading, nested, nested.attributed, context)]
    .map((one) => ({ ...one, inTranscript }))
    .toSorted((a, b) => startOf(a) - startOf(b));
}

/**
 * What is likely of words that are no suggestion: who says them, how and about what, as if they were
 * one. Null where the range holds no token.
 */
export function likelyOf(
  { reading, cast, found }: ReadArticle,
  range: Range,
  context: SuggestionContext,
): Suggestion | null {
  const own = draftFor(reading, range);
  if (!own) return null;
  const [piece] = own.content;
  const apart = ({ content }: Draft) =>
    content.every(({ start, end }) => end <= piece.start || start >= piece.end);
  const drafts = [...found.drafts.filter(apart), own].toSorted(
    (a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0),
  );
  const who = attribute(reading, cast, drafts)[drafts.indexOf(own)];
  const [likely] = suggestionsFrom(
    reading,
    { drafts: [own], confidences: [0] },
    who ? [who] : [],
    context,
  );
  // Nobody can go on who has not begun.
  return likely && likely.speakers.length === 0
    ? { ...likely, quotation: quotationOf(reading.text, likely.ranges) }
    : (likely ?? null);
}

/** A transcript turn is read by its form, not by the chain; nearly all of them are statements. */
const turnConfidence = 0.95;

function startOf({ ranges }: Suggestion): number {
  return ranges[0]?.start ?? 0;
}

/** What was found, with its speakers and topics. */
function suggestionsFrom(
  reading: Reading,
  { drafts, confidences }: Found,
  attributed: readonly Attributed[],
  context: SuggestionContext,
): Suggestion[] {
  const placed = drafts.flatMap((draft, i) => {
    const ranges = rangesOf(reading, draft);
    const who = attributed[i];
    return ranges.length === 0 || !who
      ? []
      : [{ draft, ranges, who, confidence: confidences[i] ?? 0 }];
  });
  const topics = topicsOf(
    reading,
    placed.map((one) => one.ranges),
    context,
  );
  return placed.map(({ draft, ranges, who, confidence }, i) => ({
    ranges,
    quotation: kindOf(reading, draft, ranges),
    cue: textRange(reading, draft.cue),
    source: textRange(reading, draft.source),
    speakers: who.speakers.map((voice) => proposed(voice, context)),
    speakerConfidence: who.certainty,
    topics: topics[i] ?? [],
    confidence,
    reason: reasonOf(reading, draft, who),
    inTranscript: false,
  }));
}

/** The ranges of a draft in the text; pieces with only marks and white space between them are one. */
export function rangesOf(reading: Reading, draft: Draft): Range[] {
  const ranges = draft.content.flatMap((piece) => {
    const range = draft.verbatim ? textRange(reading, piece) : rangeOf(reading, piece);
    const trimmed = range && trimRange(reading.text, range.start, range.end);
    return trimmed ? [trimmed] : [];
  });
  return joinRanges(ranges);
}

function textRange(reading: Reading, tokens: TokenRange | null): Range | null {
  const first = reading.tokens[tokens?.start ?? -1];
  const last = reading.tokens[(tokens?.end ?? 0) - 1];
  return tokens && first && last ? { start: first.start, end: last.end } : null;
}

function kindOf(reading: Reading, draft: Draft, ranges: readonly Range[]): Quotation {
  const shown = quotationOf(reading.text, ranges);
  if (shown !== "indirect") return shown;
  if (draft.content[0]?.state === "continued") return "continued";
  return draft.cue &&
    reading.text.slice(
      reading.tokens[draft.cue.start]?.start ?? 0,
      reading.tokens[draft.cue.end - 1]?.end ?? 0,
    ) === ":"
    ? "direct"
    : shown;
}

function proposed(voice: Voice, context: SuggestionContext): ProposedSpeaker {
  const known = knownSpeaker(voice, context.speakers);
  if (known) return { speakerId: known.id };
  const organisation = voice.entity?.organisation ?? "";
  const body = context.organisations.find((one) => one.name === organisation);
  return {
    name: voice.name,
    role: voice.entity?.role ?? "",
    organisation: body?.id ?? organisation,
  };
}

function reasonOf(reading: Reading, draft: Draft, who: Attributed): string {
  const cue = textRange(reading, draft.cue);
  const words = cue ? reading.text.slice(cue.start, cue.end).replaceAll(/\s+/gu, " ") : "";
  const first = draft.content[0]?.state;
  const why =
    words !== ""
      ? `cue “${words}”`
      : first === "continued"
        ? "goes on without a new cue"
        : first === "uncued"
          ? "in quotation marks, without a cue"
          : "no cue";
  return `${why}; ${who.because}`;
}
