import { fieldFault } from "../model/field.ts";
import type { SpeakerId, StatementId, TopicId } from "../model/id.ts";
import type { Named } from "../model/named.ts";
import type { Result } from "../model/problem.ts";
import {
  namedIn,
  provisionalId,
  recoded,
  withIds,
  type NamedRecoding,
  type Recoding,
} from "../model/recoding.ts";
import type { Statement } from "../model/statement.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import { speakersNamed, topicsNamed } from "./labels.ts";
import type { Actor } from "./store.ts";

/**
 * Changes the coding of statements, all of them or none, and makes the topics and speakers that are
 * named for the first time; resolves to how many it changed. Those
 * that are no longer there, and those with nothing to change, are passed over.
 */
export function recode(
  actor: Actor,
  ids: readonly StatementId[],
  named: NamedRecoding,
): Promise<Result<number>> {
  const title = `${titleOf(named)} of ${ids.length === 1 ? "a statement" : `${ids.length} statements`}`;
  return commit(actor, title, async (draft) => {
    await refuseWhatIsGone(draft, named);
    const found = await draft.db.records("statements").bulkGet([...ids]);
    const statements = found.filter((one): one is Statement => one?.projectId === actor.projectId);
    // Nothing is made for statements that it does not concern.
    const planned = withIds(named, provisionalId, provisionalId);
    if (statements.every((one) => recoded(one, planned) === one)) return 0;
    const recoding = await madeIn(draft, actor, named);
    const now = Date.now();
    return draft.change("statements", statements, (statement) => {
      const after = recoded(statement, recoding);
      return after === statement ? statement : { ...after, updatedAt: now };
    });
  });
}

/** "Replace a topic", to be followed by "of 12 statements". */
function titleOf(recoding: NamedRecoding): string {
  switch (recoding.do) {
    case "replace topic":
      return "Replace a topic";
    case "add topic":
      return "Add a topic";
    case "remove topic":
      return "Remove a topic";
    case "set topics":
      return "Set the topics";
    case "replace speaker":
      return "Replace a speaker";
    case "add speaker":
      return "Add a speaker";
    case "remove speaker":
      return "Remove a speaker";
    case "set speakers":
      return "Set the speakers";
    case "set stance":
      return "Set the stance";
    case "set quotation":
      return "Set the quotation";
    case "set note":
      return "Change the note";
    case "set to discuss":
      return "Set “to discuss”";
    case "set field":
      return "Set a field";
    case "set coder":
      return "Set the coder";
  }
}

/** Nothing may come to name an entry that was deleted meanwhile. */
async function refuseWhatIsGone(draft: Draft, recoding: NamedRecoding): Promise<void> {
  const idsOf = <Id extends string>(all: readonly Named<Id>[]) =>
    all.flatMap((named) => ("id" in named ? [named.id] : []));
  const { topics, speakers } = namedIn(recoding);
  await there(draft, "topics", idsOf(topics));
  await there(draft, "speakers", idsOf(speakers));
  if (recoding.do === "set coder") await there(draft, "coders", [recoding.coder]);
  if (recoding.do !== "set field") return;
  await there(draft, "fields", [recoding.field]);
  const field = await draft.get("fields", recoding.field);
  const fault = field && recoding.value !== null ? fieldFault(field, recoding.value) : null;
  if (field && fault) throw new Refusal(`“${field.name}” ${fault}.`, "Enter another value.");
}

/** The recoding with the ids of what it names; makes what is named for the first time. */
async function madeIn(draft: Draft, actor: Actor, recoding: NamedRecoding): Promise<Recoding> {
  const { topics, speakers } = namedIn(recoding);
  const topicIds = new Map<Named<TopicId>, TopicId>();
  for (const named of topics) {
    const [made] = await topicsNamed(draft, actor, [{ ...named, stance: "not set" }]);
    if (made) topicIds.set(named, made.topicId);
  }
  const speakerIds = new Map<Named<SpeakerId>, SpeakerId>();
  for (const named of speakers) {
    const [made] = await speakersNamed(draft, actor, [named]);
    if (made) speakerIds.set(named, made);
  }
  const of = <Id>(ids: ReadonlyMap<Named<Id>, Id>) => {
    return (named: Named<Id>): Id => {
      const id = ids.get(named);
      if (id === undefined) throw new Error("Each entry that is named was found or made");
      return id;
    };
  };
  return withIds(recoding, of(topicIds), of(speakerIds));
}

const kinds = { topics: "topic", speakers: "speaker", coders: "coder", fields: "field" } as const;

async function there(
  draft: Draft,
  table: keyof typeof kinds,
  ids: readonly string[],
): Promise<void> {
  const found = await draft.db.records(table).bulkGet([...ids]);
  if (found.every((record) => record !== undefined)) return;
  throw new Refusal(
    `The ${kinds[table]} is no longer there; it was deleted in another tab.`,
    "Choose another; undo brings the old one back.",
  );
}
