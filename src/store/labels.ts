import {
  newOrganisation,
  newSpeaker,
  newTopic,
  type Organisation,
  type Speaker,
  type Topic,
} from "../model/codebook.ts";
import { fieldFault, type FieldValue, type FieldValues } from "../model/field.ts";
import type { FieldId, OrganisationId, SpeakerId, TopicId } from "../model/id.ts";
import { folded } from "../model/name.ts";
import type { Named } from "../model/named.ts";
import type { Stance } from "../model/statement.ts";
import { entriesOf, entryOf, validName } from "./codebookDraft.ts";
import { Refusal, type Draft } from "./commit.ts";
import type { Actor } from "./store.ts";

/** A topic, or the name of one to be made, with the stance on it. */
export type NamedTopic = Named<TopicId> & { readonly stance: Stance };

/** Values to be set by the field's id; null takes one away. Fields that are not in it keep theirs. */
export type FieldPatch = Readonly<Record<FieldId, FieldValue | null>>;

/** The entries of a codebook, read once for many statements; what is made meanwhile is added. */
export interface Known {
  readonly speakers: Entries<Speaker>;
  readonly organisations: Entries<Organisation>;
  readonly topics: Entries<Topic>;
}

export async function knownEntries(draft: Draft, actor: Actor): Promise<Known> {
  return {
    speakers: new Entries(await entriesOf(draft, actor, "speakers")),
    organisations: new Entries(await entriesOf(draft, actor, "organisations")),
    topics: new Entries(await entriesOf(draft, actor, "topics")),
  };
}

/** The ids of the speakers, each once; makes those that are named for the first time. */
export async function speakersNamed(
  draft: Draft,
  actor: Actor,
  given: readonly Named<SpeakerId>[],
  known?: Known,
): Promise<readonly SpeakerId[]> {
  const speakers = known?.speakers ?? new Entries(await entriesOf(draft, actor, "speakers"));
  const ids = new Set<SpeakerId>();
  for (const named of given) {
    const there = speakers.named(named, "speaker");
    if (there) ids.add(there.id);
    else if ("name" in named) {
      const { organisation = "" } = named;
      const employer = organisation.trim() === "" ? null : { name: organisation };
      const organisationId = await organisationNamed(draft, actor, employer, known);
      const made: Speaker = {
        ...newSpeaker(actor.projectId, named.name, speakers.all),
        role: named.role ?? "",
        organisationId,
      };
      speakers.add(made);
      await draft.put("speakers", made);
      ids.add(made.id);
    }
  }
  return [...ids];
}

/** The topics with their stances, each once; makes those that are named for the first time. */
export async function topicsNamed(
  draft: Draft,
  actor: Actor,
  given: readonly NamedTopic[],
  known?: Known,
): Promise<readonly { readonly topicId: TopicId; readonly stance: Stance }[]> {
  const topics = known?.topics ?? new Entries(await entriesOf(draft, actor, "topics"));
  const stances = new Map<TopicId, Stance>();
  for (const named of given) {
    let topic = topics.named(named, "topic");
    if (!topic && "name" in named) {
      topic = newTopic(actor.projectId, named.name, topics.all);
      topics.add(topic);
      await draft.put("topics", topic);
    }
    if (topic) stances.set(topic.id, named.stance);
  }
  return [...stances].map(([topicId, stance]) => ({ topicId, stance }));
}

/** The id of an organisation, made if it is named for the first time; null for none. */
export async function organisationNamed(
  draft: Draft,
  actor: Actor,
  named: Named<OrganisationId> | null,
  known?: Known,
): Promise<OrganisationId | null> {
  if (!named) return null;
  const all = known?.organisations ?? new Entries(await entriesOf(draft, actor, "organisations"));
  if ("id" in named) return entryOf(all.all, named.id, "organisations").id;
  const there = all.named(named, "organisation");
  if (there) return there.id;
  const made = newOrganisation(actor.projectId, validName(named.name));
  all.add(made);
  await draft.put("organisations", made);
  return made.id;
}

/** A statement's values with those of a patch; refused where a field is gone or a value does not fit. */
export async function valuesPatched(
  draft: Draft,
  before: FieldValues,
  patch: FieldPatch = {},
): Promise<FieldValues> {
  const values = new Map<string, FieldValue>(Object.entries(before));
  for (const [id, value] of Object.entries(patch)) {
    const field = await draft.get("fields", id);
    if (!field || field.on !== "statement") throw gone("field");
    const fault = value === null ? null : fieldFault(field, value);
    if (fault) throw new Refusal(`“${field.name}” ${fault}.`, "Enter another value.");
    if (value === null) values.delete(id);
    else values.set(id, value);
  }
  return Object.fromEntries(values);
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** Entries of one table, found by id or by any of their names; the names are gone through once. */
class Entries<T extends Entry> {
  readonly all: T[];
  #byName: Map<string, T> | null = null;

  constructor(all: T[]) {
    this.all = all;
  }

  add(entry: T): void {
    this.all.push(entry);
    if (this.#byName) keepNames(this.#byName, entry);
  }

  /** The entry that is named; undefined where it is to be made, refused where its id is gone. */
  named(named: Named<T["id"]>, what: string): T | undefined {
    if ("id" in named) {
      const there = this.all.find(({ id }) => id === named.id);
      if (!there) throw gone(what);
      return there;
    }
    if (!this.#byName) {
      this.#byName = new Map();
      for (const entry of this.all) keepNames(this.#byName, entry);
    }
    return this.#byName.get(folded(named.name));
  }
}

/** The first entry of a name keeps it. */
function keepNames<T extends Entry>(byName: Map<string, T>, entry: T): void {
  for (const name of [entry.name, ...(entry.aliases ?? [])].map(folded))
    if (!byName.has(name)) byName.set(name, entry);
}

function gone(what: string): Refusal {
  return new Refusal(
    `A ${what} of this statement is no longer in the codebook.`,
    `Choose another ${what}; undo brings the old one back.`,
  );
}
