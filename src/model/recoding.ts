import type { FieldValue } from "./field.ts";
import type { CoderId, FieldId, SpeakerId, TopicId } from "./id.ts";
import type { Named } from "./named.ts";
import type { Quotation } from "./quotation.ts";
import type { Stance, Statement } from "./statement.ts";

/** One change to the coding of many statements. */
export type Recoding =
  | { readonly do: "replace topic"; readonly from: TopicId; readonly to: TopicId }
  | { readonly do: "add topic"; readonly topic: TopicId; readonly stance: Stance }
  | { readonly do: "remove topic"; readonly topic: TopicId }
  | { readonly do: "set topics"; readonly topics: Statement["topics"] }
  | { readonly do: "replace speaker"; readonly from: SpeakerId; readonly to: SpeakerId }
  | { readonly do: "add speaker"; readonly speaker: SpeakerId }
  | { readonly do: "remove speaker"; readonly speaker: SpeakerId }
  | { readonly do: "set speakers"; readonly speakers: readonly SpeakerId[] }
  /** On one topic, where a statement has it; null: on each of its topics. */
  | { readonly do: "set stance"; readonly topic: TopicId | null; readonly stance: Stance }
  | { readonly do: "set quotation"; readonly quotation: Quotation }
  | { readonly do: "set note"; readonly note: string }
  | { readonly do: "set to discuss"; readonly toDiscuss: boolean }
  /** Null takes the value away. */
  | { readonly do: "set field"; readonly field: FieldId; readonly value: FieldValue | null }
  | { readonly do: "set coder"; readonly coder: CoderId };

/** A recoding that may name topics and speakers that are still to be made. */
export type NamedRecoding =
  | Exclude<Recoding, { readonly do: NamedRecodingOnly["do"] }>
  | NamedRecodingOnly;

type NamedRecodingOnly =
  | { readonly do: "replace topic"; readonly from: TopicId; readonly to: Named<TopicId> }
  | { readonly do: "add topic"; readonly topic: Named<TopicId>; readonly stance: Stance }
  | {
      readonly do: "set topics";
      readonly topics: readonly { readonly topic: Named<TopicId>; readonly stance: Stance }[];
    }
  | { readonly do: "replace speaker"; readonly from: SpeakerId; readonly to: Named<SpeakerId> }
  | { readonly do: "add speaker"; readonly speaker: Named<SpeakerId> }
  | { readonly do: "set speakers"; readonly speakers: readonly Named<SpeakerId>[] };

/** The entries that a recoding gives to statements. */
export function namedIn(recoding: NamedRecoding): {
  readonly topics: readonly Named<TopicId>[];
  readonly speakers: readonly Named<SpeakerId>[];
} {
  switch (recoding.do) {
    case "replace topic":
      return { topics: [recoding.to], speakers: [] };
    case "add topic":
      return { topics: [recoding.topic], speakers: [] };
    case "set topics":
      return { topics: recoding.topics.map(({ topic }) => topic), speakers: [] };
    case "replace speaker":
      return { topics: [], speakers: [recoding.to] };
    case "add speaker":
      return { topics: [], speakers: [recoding.speaker] };
    case "set speakers":
      return { topics: [], speakers: recoding.speakers };
    default:
      return { topics: [], speakers: [] };
  }
}

/** The recoding with an id for each entry that it names. */
export function withIds(
  recoding: NamedRecoding,
  topicId: (named: Named<TopicId>) => TopicId,
  speakerId: (named: Named<SpeakerId>) => SpeakerId,
): Recoding {
  switch (recoding.do) {
    case "replace topic":
      return { ...recoding, to: topicId(recoding.to) };
    case "add topic":
      return { ...recoding, topic: topicId(recoding.topic) };
    case "set topics": {
      const stances = new Map(recoding.topics.map(({ topic, stance }) => [topicId(topic), stance]));
      return { ...recoding, topics: [...stances].map(([id, stance]) => ({ topicId: id, stance })) };
    }
    case "replace speaker":
      return { ...recoding, to: speakerId(recoding.to) };
    case "add speaker":
      return { ...recoding, speaker: speakerId(recoding.speaker) };
    case "set speakers":
      return { ...recoding, speakers: unique(recoding.speakers.map(speakerId)) };
    default:
      return recoding;
  }
}

/** The id of an entry; its name while it has none, to see what a recoding would do. */
export function provisionalId<Id extends string>(named: Named<Id>): Id {
  return "id" in named ? named.id : (named.name as Id); // compared with ids, and equal to none
}

/** The statement as the recoding leaves it; the same one where there is nothing to change. */
export function recoded(statement: Statement, recoding: Recoding): Statement {
  const { speakerIds, topics } = statement;
  switch (recoding.do) {
    case "replace topic":
      return withTopics(statement, replacedTopic(topics, recoding.from, recoding.to));
    case "add topic":
      return topics.some(({ topicId }) => topicId === recoding.topic)
        ? statement
        : withTopics(statement, [...topics, { topicId: recoding.topic, stance: recoding.stance }]);
    case "remove topic":
      return withTopics(
        statement,
        topics.filter(({ topicId }) => topicId !== recoding.topic),
      );
    case "set topics":
      return withTopics(statement, recoding.topics);
    case "replace speaker":
      return withSpeakers(
        statement,
        unique(speakerIds.map((id) => (id === recoding.from ? recoding.to : id))),
      );
    case "add speaker":
      return withSpeakers(statement, unique([...speakerIds, recoding.speaker]));
    case "remove speaker":
      return withSpeakers(
        statement,
        speakerIds.filter((id) => id !== recoding.speaker),
      );
    case "set speakers":
      return withSpeakers(statement, recoding.speakers);
    case "set stance":
      return withTopics(
        statement,
        topics.map((t) =>
          recoding.topic === null || t.topicId === recoding.topic
            ? { ...t, stance: recoding.stance }
            : t,
        ),
      );
    case "set quotation":
      return changed(statement, "quotation", recoding.quotation);
    case "set note":
      return changed(statement, "note", recoding.note);
    case "set to discuss":
      return changed(statement, "toDiscuss", recoding.toDiscuss);
    case "set coder":
      return changed(statement, "coderId", recoding.coder);
    case "set field": {
      const { field, value } = recoding;
      if ((statement.fields[field] ?? null) === value) return statement;
      const { [field]: _, ...others } = statement.fields;
      return { ...statement, fields: value === null ? others : { ...others, [field]: value } };
    }
  }
}

/**
 * One topic in the place of another. Where a statement has both they become one, and a decided
 * stance wins over one that is not set; of two decided ones, that of the topic that stays.
 */
function replacedTopic(topics: Statement["topics"], from: TopicId, to: TopicId) {
  const old = topics.find(({ topicId }) => topicId === from);
  if (!old || from === to) return topics;
  const there = topics.find(({ topicId }) => topicId === to);
  if (!there) return topics.map((t) => (t === old ? { ...t, topicId: to } : t));
  const stance = there.stance === "not set" ? old.stance : there.stance;
  return topics.filter((t) => t !== old).map((t) => (t === there ? { ...t, stance } : t));
}

function withTopics(statement: Statement, topics: Statement["topics"]): Statement {
  const same =
    topics.length === statement.topics.length &&
    topics.every((topic, i) => {
      const before = statement.topics[i];
      return before?.topicId === topic.topicId && before.stance === topic.stance;
    });
  return same ? statement : { ...statement, topics };
}

function withSpeakers(statement: Statement, speakerIds: readonly SpeakerId[]): Statement {
  const same =
    speakerIds.length === statement.speakerIds.length &&
    speakerIds.every((id, i) => id === statement.speakerIds[i]);
  return same ? statement : { ...statement, speakerIds };
}

function changed<Key extends keyof Statement>(
  statement: Statement,
  key: Key,
  value: Statement[Key],
): Statement {
  return statement[key] === value ? statement : { ...statement, [key]: value };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
