import type { Article } from "../../model/article.ts";
import type { TopicId } from "../../model/id.ts";
import { quotationOf, type Quotation } from "../../model/quotation.ts";
import { sameRanges, type Range } from "../../model/range.ts";
import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { coversSame, fitOf, type AcceptedSuggestion } from "../../store/suggestions.ts";
import type { ProposedSpeaker, Suggestion } from "../../suggest/suggest.ts";
import { Covering } from "./covering.ts";
import { newEntry, speakerEntry, topicEntry, type Entry } from "../parts/entry.ts";
import type { Preferences } from "../preferences.ts";
import { labelsOf, taggingOf, type FormValue } from "../read/formValue.ts";

/** A suggestion on the screen, known by the place it was proposed for. */
export interface Proposal {
  readonly key: string;
  /** With the words that were chosen for it since, if others were. */
  readonly suggestion: Suggestion;
  readonly adjustment: Adjustment | null;
}

/** What somebody changed of a suggestion before they answered it; nothing of it is stored. */
export interface Adjustment {
  /** The words as they were proposed. */
  readonly proposed: readonly Range[];
  readonly ranges: readonly Range[];
  /** The topics it is to have; null where they are left as proposed. */
  readonly topics: readonly TopicId[] | null;
}

/** What may be proposed, by the choices of the person at this device. */
export type Proposing = Pick<
  Preferences,
  "suggest" | "suggestSpeakers" | "suggestTopics" | "least"
>;

/** Below this a speaker is called unsure: one in five of those above it at most is wrong. */
const sureSpeaker = 0.8;

/** Whether a speaker is proposed who may well be another. */
export function hasUnsureSpeaker({
  speakers,
  speakerConfidence,
}: Pick<Suggestion, "speakers" | "speakerConfidence">): boolean {
  return speakers.length > 0 && isUnsure(speakerConfidence);
}

/** Whether so likely a speaker is called unsure. */
export function isUnsure(speakerConfidence: number): boolean {
  return speakerConfidence < sureSpeaker;
}

/** A likelihood as people read it: "85 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/**
 * The suggestions that are shown: sure enough, of words that are in no statement yet, and not
 * turned down for this text.
 */
export function openProposals(
  live: LiveProject,
  article: Article,
  suggestions: readonly Suggestion[],
  statements: readonly Statement[],
  { least }: Pick<Proposing, "least">,
): Proposal[] {
  const rejected = live
    .all("rejections")
    .filter(({ articleId, textId }) => articleId === article.id && textId === article.textId);
  const placed = statements.filter(({ lost }) => !lost);
  const closed = new Covering([...placed, ...rejected].map(({ ranges }) => ranges));
  return suggestions.flatMap((suggestion) => {
    const { ranges, confidence, inTranscript } = suggestion;
    return confidence < least || closed.covers(ranges, inTranscript)
      ? []
      : [{ key: keyOf(ranges), suggestion, adjustment: null }];
  });
}

/** The proposal as somebody changed it. */
export function adjusted(text: string, proposal: Proposal, adjustment: Adjustment): Proposal {
  const { suggestion } = proposal;
  const { ranges } = adjustment;
  if (sameRanges(ranges, suggestion.ranges)) return { ...proposal, adjustment };
  const quotation = shownOver(quotationOf(text, ranges), suggestion);
  return { ...proposal, suggestion: { ...suggestion, ranges, quotation }, adjustment };
}

/** What a proposal says, as the tag form shows it. */
export function valueOfProposal(
  live: LiveProject,
  { suggestion, adjustment }: Proposal,
  proposing: Pick<Proposing, "suggestSpeakers" | "suggestTopics">,
): FormValue {
  const value = valueOfSuggestion(live, suggestion, proposing);
  if (!adjustment?.topics) return value;
  const { topics } = labelsOf(live, {
    speakerIds: [],
    topics: adjustment.topics.map((topicId) => ({ topicId, stance: "not set" as const })),
  });
  return { ...value, topics, proposed: value.speakers.map(({ key }) => key) };
}

function keyOf(ranges: readonly Range[]): string {
  return ranges.map(({ start, end }) => `${start}-${end}`).join("_");
}

function valueOfSuggestion(
  live: LiveProject,
  suggestion: Suggestion,
  { suggestSpeakers, suggestTopics }: Pick<Proposing, "suggestSpeakers" | "suggestTopics">,
): FormValue {
  const { quotation, cue } = suggestion;
  const speakers = suggestSpeakers
    ? suggestion.speakers.map((speaker) => proposedEntry(live, speaker))
    : [];
  const topics = suggestTopics
    ? suggestion.topics.flatMap(({ topicId }) => {
        const topic = live.get("topics", topicId);
        return topic && !topic.archived
          ? [{ entry: topicEntry(topic), stance: "not set" as const }]
          : [];
      })
    : [];
  return {
    speakers,
    topics,
    quotation,
    note: "",
    fields: {},
    typed: {},
    from: { origin: "suggested", cue },
    proposed: [...speakers, ...topics.map(({ entry }) => entry)].map(({ key }) => key),
    speakerConfidence: speakers.length > 0 ? suggestion.speakerConfidence : null,
  };
}

function proposedEntry(live: LiveProject, proposed: ProposedSpeaker): Entry {
  if ("speakerId" in proposed) {
    const speaker = live.get("speakers", proposed.speakerId);
    if (speaker)
      return speakerEntry(speaker, live.get("organisations", speaker.organisationId ?? ""));
    return newEntry("Unknown", "#57534b");
  }
  const body = live.get("organisations", proposed.organisation);
  const organisation = body?.name ?? proposed.organisation;
  return {
    ...newEntry(proposed.name, "#57534b"),
    hint: [proposed.role, organisation].filter(Boolean).join(", "),
    role: proposed.role,
    organisation,
  };
}

/** The suggestion that fits words selected by hand best, whatever its confidence. */
export function suggestionFor(
  suggestions: readonly Suggestion[],
  range: Range,
): Suggestion | undefined {
  return suggestions
    .filter(({ ranges }) => coversSame(ranges, [range], false))
    .toSorted((a, b) => fitOf(b.ranges, [range]) - fitOf(a.ranges, [range]))[0];
}

/** The form for words that were selected by hand, filled in with what a suggestion says; marked as proposed. */
export function filledFrom(
  live: LiveProject,
  suggestion: Suggestion,
  value: FormValue,
  proposing: Proposing,
): FormValue {
  const { speakers, topics, quotation, proposed, speakerConfidence } = valueOfSuggestion(
    live,
    suggestion,
    proposing,
  );
  const shown = shownOver(value.quotation, { quotation });
  return { ...value, speakers, topics, quotation: shown, proposed, speakerConfidence };
}

/** Quotation marks in the words that were chosen say more than those of the suggestion. */
function shownOver(shown: Quotation, { quotation }: Pick<Suggestion, "quotation">): Quotation {
  return shown === "indirect" ? quotation : shown;
}

/**
 * The proposal as the store accepts it.
 * @param emptyUnsure whether a speaker who is unsure is left out
 */
export function acceptedOf(
  live: LiveProject,
  article: Pick<Article, "id" | "textId">,
  proposal: Proposal,
  proposing: Proposing,
  emptyUnsure = false,
): AcceptedSuggestion {
  const { suggestion, adjustment } = proposal;
  const value = valueOfProposal(live, proposal, {
    ...proposing,
    suggestSpeakers: proposing.suggestSpeakers && !(emptyUnsure && hasUnsureSpeaker(suggestion)),
  });
  return {
    ...taggingOf(live, value, suggestion.ranges),
    textId: article.textId,
    articleId: article.id,
    cue: suggestion.cue,
    inTranscript: suggestion.inTranscript,
    ...(adjustment && { proposed: adjustment.proposed }),
  };
}
