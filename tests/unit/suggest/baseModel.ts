import { readFileSync } from "node:fs";
import { readModel, type Model } from "../../../src/suggest/model.ts";
import { suggest, type Suggestion, type SuggestionContext } from "../../../src/suggest/suggest.ts";

const bytes = readFileSync(new URL("../../../src/suggest/base-model.bin", import.meta.url));

/** The model that the page loads. */
export const baseModel: Model = readModel(bytes);

/** A codebook of nothing. */
export const emptyContext: SuggestionContext = {
  model: baseModel,
  speakers: [],
  organisations: [],
  topics: [],
  title: "",
};

/** Suggestions as what a person reads off them: the words, the kind, the cue and who speaks. */
export function said(
  text: string,
  context: SuggestionContext = emptyContext,
  least = 0.3,
): { words: string; kind: string; cue: string; by: string }[] {
  return suggest(text, context)
    .filter((one) => one.confidence >= least)
    .map((one) => ({
      words: one.ranges.map((range) => text.slice(range.start, range.end)).join(" | "),
      kind: one.quotation,
      cue: one.cue ? text.slice(one.cue.start, one.cue.end) : "",
      by: speakersOf(one),
    }));
}

export function speakersOf(suggestion: Suggestion): string {
  return suggestion.speakers
    .map((speaker) => ("name" in speaker ? speaker.name : speaker.speakerId))
    .join(" + ");
}
