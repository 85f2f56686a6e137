import {
  newOrganisation,
  newSpeaker,
  newTopic,
  type Organisation,
  type Speaker,
  type Topic,
} from "../model/codebook.ts";
import { fieldFault, type FieldValue, type FieldValues } from "../model/field.ts";
import type { Records } from "../model/change.ts";
import type { FieldId, OrganisationId, ProjectId, SpeakerId, TopicId } from "../model/id.ts";
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

/**
 * The entries of a codebook, read once for many statements. What is named for the first time is made
 * at once, and written by `keep`: so nothing waits for the storage between two statements.
 */
export class Known {
  readonly #projectId: ProjectId;
  readonly #speakers: Entries<Speaker>;
  readonly #organisations: Entries<Organisation>;
  readonly #topics: Entries<Topic>;

  private constructor({ projectId }: Actor, all: Pick<Lists, LabelTable>) {
    this.#projectId = projectId;
    this.#speakers = new Entries(all.speakers);
    this.#organisations = new Entries(all.organisations);
    this.#topics = new Entries(all.topics);
  }

  /** @param tables those that are asked for; speakers may name organisations */
  static async read(
    draft: Draft,
    actor: Actor,
    tables: readonly LabelTable[] = labelTables,
  ): Promise<Known> {
    const all: Lists = { speakers: [], organisations: [], topics: [] };
    if (tables.includes("speakers")) all.speakers = await entriesOf(draft, actor, "speakers");
    if (tables.includes("organisations"))
      all.organisations = await entriesOf(draft, actor, "organisations");
    if (tables.includes("topics")) all.topics = await entriesOf(draft, actor, "topics");
    return new Known(actor, all);
  }

  /** The ids of the speakers, each once; makes those that are named for the first time. */
  speakers(given: readonly Named<SpeakerId>[]): readonly SpeakerId[] {
    const ids = new Set<SpeakerId>();
    for (const named of given) {
      const there = this.#speakers.named(named, "speaker");
      if (there) ids.add(there.id);
      else if ("name" in named) {
        const { organisation = "" } = named;
        const employer = organisation.trim() === "" ? null : { name: organisation };
        const made: Speaker = {
          ...newSpeaker(this.#projectId, named.name, this.#speakers.all),
          role: named.role ?? "",
          organisationId: this.organisation(employer),
        };
        this.#speakers.add(made);
        ids.add(made.id);
      }
    }
    return [...ids];
  }

  /** The topics with their stances, each once; makes those that are named for the first time. */
  topics(
    given: readonly NamedTopic[],
  ): readonly { readonly topicId: TopicId; readonly stance: Stance }[] {
    const stances = new Map<TopicId, Stance>();
    for (const named of given) {
      let topic = this.#topics.named(named, "topic");
      if (!topic && "name" in named) {
        topic = newTopic(this.#projectId, named.name, this.#topics.all);
        this.#topics.add(topic);
      }
      if (topic) stances.set(topic.id, named.stance);
    }
    return [...stances].map(([topicId, stance]) => ({ topicId, stance }));
  }

  /** The id of an organisation, made if it is named for the first time; null for none. */
  organisation(named: Named<OrganisationId> | null): OrganisationId | null {
    if (!named) return null;
    if ("id" in named) return entryOf(this.#organisations.all, named.id, "organisations").id;
    const there = this.#organisations.named(named, "organisation");
    if (there) return there.id;
    const made = newOrganisation(this.#projectId, validName(named.name));
    this.#organisations.add(made);
    return made.id;
  }

  /** Writes what was made since it was last called. */
  async keep(draft: Draft): Promise<void> {
    await draft.putAll("organisations", this.#organisations.takeMade());
    await draft.putAll("speakers", this.#speakers.takeMade());
    await draft.putAll("topics", this.#topics.takeMade());
  }
}

const labelTables = ["speakers", "organisations", "topics"] as const;
type LabelTable = (typeof labelTables)[number];
type Lists = { [T in LabelTable]: Records[T][] };

/** The ids of the speakers, each once; makes those that are named for the first time. */
export async function speakersNamed(
  draft: Draft,
  actor: Actor,
  given: readonly Named<SpeakerId>[],
): Promise<readonly SpeakerId[]> {
  const known = await Known.read(draft, actor, ["speakers", "organisations"]);
  const ids = known.speakers(given);
  await known.keep(draft);
  return ids;
}

/** The topics with their stances, each once; makes those that are named for the first time. */
export async function topicsNamed(
  draft: Draft,
  actor: Actor,
  given: readonly NamedTopic[],
): Promise<readonly { readonly topicId: TopicId; readonly stance: Stance }[]> {
  const known = await Known.read(draft, actor, ["topics"]);
  const topics = known.topics(given);
  await known.keep(draft);
  return topics;
}

/** The id of an organisation, made if it is named for the first time; null for none. */
export async function organisationNamed(
  draft: Draft,
  actor: Actor,
  named: Named<OrganisationId> | null,
): Promise<OrganisationId | null> {
  const known = await Known.read(draft, actor, ["organisations"]);
  const id = known.organisation(named);
  await known.keep(draft);
  return id;
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

/** Entries of one table, found by id or by any of their names; each is gone through once. */
class Entries<T extends Entry> {
  readonly all: T[];
  #byId: Map<string, T> | null = null;
  #byName: Map<string, T> | null = null;
  #made: T[] = [];

  constructor(all: T[]) {
    this.all = all;
  }

  /** Adds one that was made just now. */
  add(entry: T): void {
    this.all.push(entry);
    this.#made.push(entry);
    this.#byId?.set(entry.id, entry);
    if (this.#byName) keepNames(this.#byName, entry);
  }

  /** Those that were added since it was last called. */
  takeMade(): readonly T[] {
    const made = this.#made;
    this.#made = [];
    return made;
  }

  /** The entry that is named; undefined where it is to be made, refused where its id is gone. */
  named(named: Named<T["id"]>, what: string): T | undefined {
    if ("id" in named) {
      this.#byId ??= new Map(this.all.map((entry) => [entry.id, entry]));
      const there = this.#byId.get(named.id);
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
