import type { SpeakerId } from "../model/id.ts";
import { overlap, type Range } from "../model/range.ts";
import type { Lesson } from "./learn.ts";
import { suggest, type Suggestion, type SuggestionContext } from "./suggest.ts";
import { certainty } from "./voice.ts";

/** A statement of an article as it is kept: who says it, and its cue where that is known. */
interface Coded {
  readonly ranges: readonly Range[];
  readonly cue: Range | null;
  readonly speakerIds: readonly SpeakerId[];
}

/** An article that the analyst has coded. */
export interface CodedArticle extends Omit<Lesson, "accepted"> {
  readonly title: string;
  readonly language: string | null;
  readonly accepted: readonly Coded[];
}

/**
 * What coded articles teach. A statement keeps its speakers but not the words that name them; where
 * they are those that a suggestion for the same words names, the suggestion's source is right, and its
 * cue where the statement has none.
 */
export function lessonsOf(
  articles: readonly CodedArticle[],
  context: Omit<SuggestionContext, "title" | "language">,
): Lesson[] {
  return articles.map(({ text, title, language, accepted, rejected, complete }) => {
    const suggestions = suggest(text, { ...context, title, language });
    return {
      text,
      accepted: accepted.map((one) => {
        const same = suggestions.find((suggestion) => confirms(one, suggestion));
        return {
          ranges: one.ranges,
          cue: one.cue ?? same?.cue ?? null,
          source: same?.source ?? null,
        };
      }),
      rejected,
      complete,
    };
  });
}

/** Whether a statement has the place, the cue and the speakers of a suggestion that knows its source. */
function confirms({ ranges, cue, speakerIds }: Coded, suggestion: Suggestion): boolean {
  const { source, speakers, speakerConfidence } = suggestion;
  const first = ranges[0];
  const proposed = suggestion.ranges[0];
  return (
    // Without certainty the speaker is somebody that the source does not name.
    source !== null &&
    speakerConfidence > certainty.none &&
    speakers.length > 0 &&
    speakers.every((one) => "speakerId" in one && speakerIds.includes(one.speakerId)) &&
    first !== undefined &&
    proposed !== undefined &&
    overlap(first, proposed) &&
    !ranges.some((range) => overlap(range, source)) &&
    (cue === null || suggestion.cue === null || overlap(cue, suggestion.cue))
  );
}
