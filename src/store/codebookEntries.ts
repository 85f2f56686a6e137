import type { Organisation, Speaker, Topic } from "../model/codebook.ts";
import { sameValue } from "../model/change.ts";
import type { OrganisationId, SpeakerId, TopicId } from "../model/id.ts";
import {
  organisationMerged,
  speakerMerged,
  topicsMerged,
  withoutSpeakers,
  withoutTopics,
  withSpeakersMerged,
  withTopicsMerged,
  type StanceRule,
} from "../model/merge.ts";
import type { Result } from "../model/problem.ts";
import { branchesOf, subtreeOf, waysTo, without } from "../model/topicTree.ts";
import {
  changeStatements,
  counted,
  entriesOf,
  entryOf,
  renameInViews,
  type EntryTable,
} from "./codebookDraft.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import type { Actor } from "./store.ts";

/** Makes one topic of several: their statements, keywords, definitions and topics below go to `into`. */
export function mergeTopics(
  actor: Actor,
  into: TopicId,
  from: readonly TopicId[],
  rule: StanceRule = "keep",
): Promise<Result<Topic>> {
  const gone = new Set(from.filter((id) => id !== into));
  return commit(actor, `Merge ${counted("topics", gone.size + 1)}`, async (draft) => {
    const topics = await entriesOf(draft, actor, "topics");
    for (const id of [into, ...gone]) entryOf(topics, id, "topics");
    const after = topicsMerged(topics, into, gone);
    const before = new Map(topics.map((topic) => [topic.id, topic]));
    await draft.putAll(
      "topics",
      after.filter((topic) => !sameValue(topic, before.get(topic.id))),
    );
    for (const id of gone) await draft.remove("topics", id);
    await changeStatements(draft, actor, (one) => withTopicsMerged(one, into, gone, rule));
    await renameInViews(draft, actor, into, gone);
    return entryOf(after, into, "topics");
  });
}

/** Makes one speaker of several; their names become its aliases. */
export function mergeSpeakers(
  actor: Actor,
  into: SpeakerId,
  from: readonly SpeakerId[],
): Promise<Result<Speaker>> {
  const gone = new Set(from.filter((id) => id !== into));
  return commit(actor, `Merge ${counted("speakers", gone.size + 1)}`, async (draft) => {
    const speakers = await entriesOf(draft, actor, "speakers");
    const sources = [...gone].map((id) => entryOf(speakers, id, "speakers"));
    const merged = speakerMerged(entryOf(speakers, into, "speakers"), sources);
    await draft.put("speakers", merged);
    for (const id of gone) await draft.remove("speakers", id);
    await changeStatements(draft, actor, (one) => withSpeakersMerged(one, into, gone));
    await renameInViews(draft, actor, into, gone);
    return merged;
  });
}

/** Makes one organisation of several; their speakers become its own. */
export function mergeOrganisations(
  actor: Actor,
  into: OrganisationId,
  from: readonly OrganisationId[],
): Promise<Result<Organisation>> {
  const gone = new Set(from.filter((id) => id !== into));
  return commit(actor, `Merge ${counted("organisations", gone.size + 1)}`, async (draft) => {
    const all = await entriesOf(draft, actor, "organisations");
    const sources = [...gone].map((id) => entryOf(all, id, "organisations"));
    const merged = organisationMerged(entryOf(all, into, "organisations"), sources);
    await draft.put("organisations", merged);
    for (const id of gone) await draft.remove("organisations", id);
    await moveSpeakers(draft, actor, gone, into);
    await renameInViews(draft, actor, into, gone);
    return merged;
  });
}

/**
 * Deletes topics; those below them move up. Their statements get `moveTo` in their place, or lose the
 * label where it is null. Resolves to how many topics.
 */
export function deleteTopics(
  actor: Actor,
  ids: readonly TopicId[],
  moveTo: TopicId | null,
  rule: StanceRule = "keep",
): Promise<Result<number>> {
  return commit(actor, `Delete ${counted("topics", ids.length)}`, async (draft) => {
    const topics = await entriesOf(draft, actor, "topics");
    for (const id of ids) entryOf(topics, id, "topics");
    const gone = new Set(ids);
    refuseMoveInto(moveTo, gone, topics);
    const before = new Map(topics.map((topic) => [topic.id, topic]));
    await draft.putAll(
      "topics",
      without(topics, gone).filter((topic) => !sameValue(topic, before.get(topic.id))),
    );
    for (const id of gone) await draft.remove("topics", id);
    await changeStatements(draft, actor, (one) =>
      moveTo === null ? withoutTopics(one, gone) : withTopicsMerged(one, moveTo, gone, rule),
    );
    return gone.size;
  });
}

export function deleteSpeakers(
  actor: Actor,
  ids: readonly SpeakerId[],
  moveTo: SpeakerId | null,
): Promise<Result<number>> {
  return commit(actor, `Delete ${counted("speakers", ids.length)}`, async (draft) => {
    const speakers = await entriesOf(draft, actor, "speakers");
    for (const id of ids) entryOf(speakers, id, "speakers");
    const gone = new Set(ids);
    refuseMoveInto(moveTo, gone, speakers);
    for (const id of gone) await draft.remove("speakers", id);
    await changeStatements(draft, actor, (one) =>
      moveTo === null ? withoutSpeakers(one, gone) : withSpeakersMerged(one, moveTo, gone),
    );
    return gone.size;
  });
}

/** Deletes organisations; their speakers go to `moveTo`, or have none from then on. */
export function deleteOrganisations(
  actor: Actor,
  ids: readonly OrganisationId[],
  moveTo: OrganisationId | null,
): Promise<Result<number>> {
  return commit(actor, `Delete ${counted("organisations", ids.length)}`, async (draft) => {
    const all = await entriesOf(draft, actor, "organisations");
    for (const id of ids) entryOf(all, id, "organisations");
    const gone = new Set(ids);
    refuseMoveInto(moveTo, gone, all);
    for (const id of gone) await draft.remove("organisations", id);
    await moveSpeakers(draft, actor, gone, moveTo);
    return gone.size;
  });
}

/**
 * Takes entries off what is offered, or offers them again; what has them keeps them. A topic takes
 * those below it along; one that comes back brings back those above it, to stand below them. Resolves to how many entries.
 */
export function archiveEntries(
  actor: Actor,
  table: EntryTable,
  ids: readonly string[],
  archived: boolean,
): Promise<Result<number>> {
  const what = counted(table, ids.length);
  return commit(actor, archived ? `Archive ${what}` : `Bring back ${what}`, async (draft) => {
    const all = await entriesOf(draft, actor, table);
    const chosen = ids.map((id) => entryOf(all, id, table));
    const named = new Set<string>(table === "topics" ? await family(chosen as Topic[]) : ids); // of that table
    await draft.putAll(
      table,
      all.filter((one) => named.has(one.id)).map((one) => ({ ...one, archived })),
    );
    return named.size;

    async function family(topics: readonly Topic[]): Promise<string[]> {
      const every = await entriesOf(draft, actor, "topics");
      const branches = branchesOf(every);
      const byId = new Map(every.map((topic) => [topic.id, topic]));
      return topics
        .flatMap((topic) => [
          ...subtreeOf(branches, topic),
          ...(archived ? [] : waysTo(byId, topic)),
        ])
        .map(({ id }) => id);
    }
  });
}

function refuseMoveInto<Id extends string>(
  moveTo: Id | null,
  gone: ReadonlySet<Id>,
  entries: readonly { readonly id: Id; readonly name: string }[],
): void {
  if (moveTo === null) return;
  const target = entries.find(({ id }) => id === moveTo);
  if (target && !gone.has(moveTo)) return;
  throw new Refusal(
    target
      ? `“${target.name}” is to be deleted itself.`
      : "The entry that the statements were to move to is no longer there.",
    "Choose another entry for the statements.",
  );
}

async function moveSpeakers(
  draft: Draft,
  actor: Actor,
  gone: ReadonlySet<OrganisationId>,
  to: OrganisationId | null,
): Promise<void> {
  const speakers = await entriesOf(draft, actor, "speakers");
  await draft.putAll(
    "speakers",
    speakers
      .filter(({ organisationId }) => organisationId !== null && gone.has(organisationId))
      .map((speaker) => ({ ...speaker, organisationId: to })),
  );
}
