import type { FieldValue, FieldValues } from "../../model/field.ts";
import { quotationOf, type Quotation } from "../../model/quotation.ts";
import type { Range } from "../../model/range.ts";
import type { Stance, Statement } from "../../model/statement.ts";
import type { SpeakerId, TopicId } from "../../model/id.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { byHand, type Origin, type Tagging } from "../../store/statements.ts";
import { named, speakerEntry, topicEntry, type Entry } from "../parts/entry.ts";
import { fieldValue } from "../parts/fieldInput.tsx";
import type { TypedFields } from "../parts/ownFields.tsx";

export interface TopicChoice {
  readonly entry: Entry;
  readonly stance: Stance;
}

/** What the tag form shows. */
export interface FormValue {
  readonly speakers: readonly Entry[];
  readonly topics: readonly TopicChoice[];
  readonly quotation: Quotation;
  readonly note: string;
  /** The values of the project's own fields that the statement has already. */
  readonly fields: FieldValues;
  /** What was typed into fields since, by the field's id. */
  readonly typed: TypedFields;
  /** Where it comes from, when it becomes a new statement. */
  readonly from: Origin;
  /** Keys of the speakers and topics that the program proposed and nobody has touched. */
  readonly proposed: readonly string[];
  /** How likely the speakers that were proposed are right, 0 to 1; null where none was. */
  readonly speakerConfidence: number | null;
}

/** A form filled in with what is likely: at once, and again when what has to be looked at is known. */
export interface Likely {
  readonly value: FormValue;
  readonly later: Promise<FormValue> | null;
}

/** An untouched form for newly selected words: nothing set, the kind of quotation as the text shows it. */
export function emptyValue(text: string, ranges: readonly Range[]): FormValue {
  return {
    speakers: [],
    topics: [],
    quotation: quotationOf(text, ranges),
    note: "",
    fields: {},
    typed: {},
    from: byHand,
    proposed: [],
    speakerConfidence: null,
  };
}

/** The form of a statement that is there. */
export function valueOf(live: LiveProject, statement: Statement): FormValue {
  return {
    ...labelsOf(live, statement),
    quotation: statement.quotation,
    note: statement.note,
    fields: statement.fields,
    typed: {},
    from: byHand,
    proposed: [],
    speakerConfidence: null,
  };
}

/** A statement's speakers and topics as entries. */
export function labelsOf(
  live: LiveProject,
  statement: Pick<Statement, "speakerIds" | "topics">,
): Pick<FormValue, "speakers" | "topics"> {
  return {
    speakers: statement.speakerIds.flatMap((id) => {
      const speaker = live.get("speakers", id);
      return speaker
        ? [speakerEntry(speaker, live.get("organisations", speaker.organisationId ?? ""))]
        : [];
    }),
    topics: statement.topics.flatMap(({ topicId, stance }) => {
      const topic = live.get("topics", topicId);
      return topic ? [{ entry: topicEntry(topic), stance }] : [];
    }),
  };
}

/** The form as the store takes it; what was typed into a field and does not fit it, the store refuses. */
export function taggingOf(live: LiveProject, value: FormValue, ranges: readonly Range[]): Tagging {
  const fields = Object.entries(value.typed).map(([id, text]): [string, FieldValue | null] => {
    const field = live.get("fields", id);
    const fitting = field && fieldValue(field, text);
    return [id, fitting === undefined ? text : fitting];
  });
  return {
    ranges,
    speakers: value.speakers.map((entry) => named<SpeakerId>(entry)),
    topics: value.topics.map(({ entry, stance }) => ({ ...named<TopicId>(entry), stance })),
    quotation: value.quotation,
    note: value.note.trim(),
    fields: Object.fromEntries(fields),
  };
}

/**
 * What was chosen in a field that the program had filled in: the first choice takes the place of
 * what was proposed, and choosing what was proposed keeps it.
 */
export function chosenOver(
  before: readonly Entry[],
  after: readonly Entry[],
  proposed: readonly string[],
): Entry[] {
  const isProposed = ({ key }: Entry) => proposed.includes(key);
  const added = after.filter(({ key }) => !before.some((entry) => entry.key === key));
  const removed = before.filter(({ key }) => !after.some((entry) => entry.key === key));
  if (added.length > 0) return after.filter((entry) => !isProposed(entry) || added.includes(entry));
  // Chosen once more, from the list: confirmed rather than taken away.
  return removed.some(isProposed) && removed.length === 1 ? [...before] : [...after];
}

/** The topics of the form after entries were chosen or taken away; a new one starts as not set. */
export function withTopics(
  before: readonly TopicChoice[],
  entries: readonly Entry[],
): TopicChoice[] {
  return entries.map(
    (entry) =>
      before.find((choice) => choice.entry.key === entry.key) ?? { entry, stance: "not set" },
  );
}
