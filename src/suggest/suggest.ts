import { quotationOf, type Quotation } from "../model/quotation.ts";
import { joinRanges, trimRange, type Range } from "../model/range.ts";
import type { Organisation, Speaker, Topic } from "../model/codebook.ts";
import type { OrganisationId, SpeakerId } from "../model/id.ts";
import { attribute } from "./attribution.ts";
import { latticeOf, likeliest, marginalsOf, sumsOf, type Lattice } from "./chain.ts";
import { confidenceOf, signalsOf } from "./confidence.ts";
import { cueAt } from "./cueContext.ts";
import { castOf } from "./entities.ts";
import { joined } from "./joining.ts";
import type { Model } from "./model.ts";
import { observe } from "./observations.ts";
import { draftsOf, rangeOf, type Draft } from "./pieces.ts";
import { lowerAt, read, type Reading, type TokenRange } from "./reading.ts";
import { runningOn } from "./runningOn.ts";
import { directSpeech } from "./directSpeech.ts";
import { languageOf } from "./languages/languages.ts";
import { knownSpeaker } from "./speakers.ts";
import { topicsOf, type ProposedTopic } from "./topics.ts";
import { place, stateCount } from "./states.ts";
import { transcriptOf } from "./transcript.ts";
import { windowsOf, within } from "./windows.ts";
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
}

export { defaultConfidence } from "./defaultConfidence.ts";

/** The statements of an article, in the order of the text. Never throws; any string will do. */
export function suggest(text: string, context: SuggestionContext): Suggestion[] {
  const reading = read(text);
  const language = languageOf(reading, context.language ?? null);
  const { drafts, confidences } = language
    ? directSpeech(reading, language)
    : draftsWithConfidence(reading, context.model);
  const cast = castOf(reading);
  const attributed = attribute(reading, cast, drafts);
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
  }));
}

/** A transcript turn is read by its form, not by the chain; nearly all of them are statements. */
const turnConfidence = 0.95;

export function draftsWithConfidence(
  reading: Reading,
  model: Model,
): { drafts: Draft[]; confidences: number[]; signals: number[][] } {
  const turns = transcriptOf(reading);
  if (turns) return { drafts: turns, confidences: turns.map(() => turnConfidence), signals: [] };
  const observations = observe(reading, model.cueWords);
  const path = new Uint8Array(reading.tokens.length);
  const marginals = new Float64Array(reading.tokens.length * stateCount);
  // Lattices are made anew for the second reading: to keep those of a long text takes too much memory.
  const decide = (again: boolean) => {
    for (const window of windowsOf(reading)) {
      const lattice = latticeOf(within(observations, window), model.weights);
      favourAside(reading, lattice, window.start);
      if (again) favourRunningOn(reading, lattice, window.start);
      path.set(likeliest(lattice), window.start);
      marginals.set(marginalsOf(sumsOf(lattice)), window.start * stateCount);
    }
  };
  decide(false);
  if (path.includes(place.continued)) decide(true);
  const drafts = runningOn(reading, joined(reading, draftsOf(reading, path), model.cueWords));
  const signals = drafts.map((draft) => signalsOf(reading, draft, marginals));
  return {
    drafts,
    signals,
    confidences: signals.map((signal) => confidenceOf(signal, model.calibration)),
  };
}

/** Added to the logarithm of each word of a clause with an aside being content. */
const asideBonus = 2;

/**
 * Changes the lattice, in place, for an aside right behind *that*: “stated that, *in July last year*, the
 * two presidents announced …” states all of it, to the sentence's end. Agencies write so; the corpus does
 * too seldom for it to be learnt.
 */
function favourAside(reading: Reading, { emissions, length }: Lattice, start: number): void {
  for (let i = Math.max(start, 1); i < start + length; i += 1) {
    if (lowerAt(reading, i) !== "that" || lowerAt(reading, i + 1) !== ",") continue;
    if (!cueAt(reading, i - 1)) continue;
    const sentence = reading.sentences[reading.sentenceOf[i] ?? 0];
    const end = Math.min((sentence?.end ?? i) - 1, start + length);
    for (let k = i + 2; k < end; k += 1) {
      const at = (k - start) * stateCount + place.content;
      emissions[at] = (emissions[at] ?? 0) + asideBonus;
    }
  }
}

/** Added to the logarithm of a sentence's being speech that runs on. Chosen on the wire dev set. */
const againBonus = 3;

/**
 * Changes the lattice, in place, for an article in which speech runs on somewhere: whoever writes so
 * does it again, thus each sentence is likelier to. `start` is the token that the lattice begins with.
 */
function favourRunningOn(reading: Reading, { emissions }: Lattice, start: number): void {
  for (const sentence of reading.sentences) {
    const at = (sentence.start - start) * stateCount + place.continued;
    if (at >= 0 && at < emissions.length) emissions[at] = (emissions[at] ?? 0) + againBonus;
  }
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
