import {
  newOrganisation,
  newSpeaker,
  newTopic,
  shortcutFault,
  type Organisation,
  type Speaker,
  type Topic,
} from "./codebook.ts";
import type { Codebook } from "./codebookFile.ts";
import { sameValue } from "./change.ts";
import type { Field } from "./field.ts";
import { newId, type OrganisationId, type ProjectId, type TopicId } from "./id.ts";
import { folded, sameName } from "./name.ts";
import { branchesOf, topDown } from "./topicTree.ts";

/** The codebook of a project. */
export interface ProjectCodebook {
  readonly topics: readonly Topic[];
  readonly organisations: readonly Organisation[];
  readonly speakers: readonly Speaker[];
  readonly fields: readonly Field[];
}

/** What bringing in a codebook does to one entry. */
export interface PlanItem {
  /** The entry's id in the project. */
  readonly id: string;
  readonly table: keyof ProjectCodebook;
  readonly name: string;
  /** Found by its id ("changed") or by its name ("merged"); or not there yet ("added"). */
  readonly what: "added" | "changed" | "merged" | "same";
  /** The parts that become different: "definition", "aliases". */
  readonly parts: readonly string[];
  /** What the file says and cannot be done, in whole sentences. */
  readonly remarks: readonly string[];
}

/** What bringing in a codebook does: entry by entry, and the records that it makes or changes. */
export interface CodebookPlan {
  readonly items: readonly PlanItem[];
  readonly put: ProjectCodebook;
}

/**
 * Brings a codebook into that of a project. An entry is the one with its id, else the one with its
 * name (a topic: below the same parent, else the only one of that name). What is there keeps its
 * place and its id; what the file says of it replaces what was said, and what the file leaves empty
 * stays; names, keywords and choices are added to those that are there.
 */
export function planCodebook(
  current: ProjectCodebook,
  incoming: Codebook,
  projectId: ProjectId,
): CodebookPlan {
  const items: PlanItem[] = [];
  const topics = planTopics(current.topics, incoming, projectId, items);
  const { put: organisations, ids } = planOrganisations(current, incoming, projectId, items);
  const speakers = planSpeakers(current, incoming, projectId, ids, items);
  const fields = planFields(current.fields, incoming, projectId, items);
  return { items, put: { topics, organisations, speakers, fields } };
}

function planTopics(
  current: readonly Topic[],
  incoming: Codebook,
  projectId: ProjectId,
  items: PlanItem[],
): Topic[] {
  const now = [...current];
  const put: Topic[] = [];
  const ids = new Map<TopicId, TopicId>();
  const free = new Set(current.map(({ id }) => id));
  const shaped = incoming.topics.map((topic) => ({
    ...topic,
    projectId,
    colour: topic.colour ?? "",
    archived: topic.archived ?? false,
  }));
  const given = new Map(incoming.topics.map((topic) => [topic.id, topic]));
  // An id in the file is the same entry, so that no other of the file takes it by its name.
  for (const { id } of shaped) free.delete(id);
  for (const topic of topDown(branchesOf(shaped))) {
    const said = given.get(topic.id);
    if (!said) continue;
    const parentId = topic.parentId === null ? null : (ids.get(topic.parentId) ?? null);
    const byId = current.find(({ id }) => id === topic.id);
    const named = current.filter((one) => free.has(one.id) && sameName(one.name, topic.name));
    const byName =
      named.find((one) => one.parentId === parentId) ?? (named.length === 1 ? named[0] : undefined);
    const there = byId ?? byName;
    if (there) free.delete(there.id);
    const remarks: string[] = [];
    const base = there ?? newTopic(projectId, topic.name, now, parentId);
    const fault = shortcutFault(topic.shortcut, base.id, now);
    if (fault) remarks.push(`Its key “${topic.shortcut}” ${fault}, so it was left out.`);
    const above = current.find(({ id }) => id === there?.parentId);
    if (there && parentId !== null && there.parentId !== parentId)
      remarks.push(
        `It keeps its place here, ${above ? `below “${above.name}”` : "at the top level"}.`,
      );
    const merged: Topic = {
      ...base,
      name: byId ? topic.name : base.name,
      colour: said.colour ?? base.colour,
      definition: topic.definition || base.definition,
      keywords: union(base.keywords, topic.keywords),
      shortcut: (fault ? "" : topic.shortcut.toLowerCase()) || base.shortcut,
      archived: said.archived ?? base.archived,
    };
    ids.set(topic.id, merged.id);
    const at = now.findIndex(({ id }) => id === merged.id);
    now.splice(at === -1 ? now.length : at, 1, merged);
    if (!there || !sameValue(there, merged)) put.push(merged);
    items.push(itemOf("topics", merged, there, byId !== undefined, remarks));
  }
  return put;
}

function planOrganisations(
  { organisations }: ProjectCodebook,
  incoming: Codebook,
  projectId: ProjectId,
  items: PlanItem[],
) {
  const ids = new Map<OrganisationId, OrganisationId>();
  const find = finder(organisations, incoming.organisations);
  const put: Organisation[] = [];
  for (const given of incoming.organisations) {
    const { there, byId } = find(given);
    const base = there ?? newOrganisation(projectId, given.name);
    const merged: Organisation = {
      ...base,
      name: byId ? given.name : base.name,
      aliases: unionOfNames(byId ? given.name : base.name, base.aliases, given.aliases),
      type: given.type || base.type,
      archived: given.archived ?? base.archived,
    };
    ids.set(given.id, merged.id);
    if (!there || !sameValue(there, merged)) put.push(merged);
    items.push(itemOf("organisations", merged, there, byId, []));
  }
  return { put, ids };
}

function planSpeakers(
  { speakers }: ProjectCodebook,
  incoming: Codebook,
  projectId: ProjectId,
  organisations: ReadonlyMap<OrganisationId, OrganisationId>,
  items: PlanItem[],
): Speaker[] {
  const find = finder(speakers, incoming.speakers);
  const put: Speaker[] = [];
  const now = [...speakers];
  for (const given of incoming.speakers) {
    const { there, byId } = find(given);
    const base = there ?? newSpeaker(projectId, given.name, now);
    const employer =
      given.organisationId === null ? null : (organisations.get(given.organisationId) ?? null);
    const merged: Speaker = {
      ...base,
      name: byId ? given.name : base.name,
      aliases: unionOfNames(byId ? given.name : base.name, base.aliases, given.aliases),
      role: given.role || base.role,
      organisationId: employer ?? base.organisationId,
      colour: given.colour ?? base.colour,
      note: given.note || base.note,
      archived: given.archived ?? base.archived,
    };
    if (!there) now.push(merged);
    if (!there || !sameValue(there, merged)) put.push(merged);
    items.push(itemOf("speakers", merged, there, byId, []));
  }
  return put;
}

function planFields(
  fields: readonly Field[],
  incoming: Codebook,
  projectId: ProjectId,
  items: PlanItem[],
): Field[] {
  const find = finder(fields, incoming.fields, (a, b) => a.on === b.on);
  const put: Field[] = [];
  const last = { statement: -1, article: -1 };
  for (const { on, position } of fields) last[on] = Math.max(last[on], position);
  for (const given of incoming.fields.toSorted((a, b) => a.position - b.position)) {
    const { there, byId } = find(given);
    const remarks: string[] = [];
    if (there && there.kind !== given.kind)
      remarks.push(`It takes ${there.kind} here, and goes on to; the file says ${given.kind}.`);
    if (!there) last[given.on] += 1;
    const merged: Field = there
      ? {
          ...there,
          name: byId ? given.name : there.name,
          choices:
            there.kind === "choice" && given.kind === "choice"
              ? union(there.choices, given.choices)
              : there.choices,
          archived: given.archived ?? there.archived,
        }
      : {
          ...given,
          archived: given.archived ?? false,
          id: newId(),
          projectId,
          position: last[given.on],
        };
    if (!there || !sameValue(there, merged)) put.push(merged);
    items.push(itemOf("fields", merged, there, byId, remarks));
  }
  return put;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Finds the entry that one of the file is: by its id, else by its name; none is found twice by name. */
function finder<T extends Named, G extends Named>(
  current: readonly T[],
  incoming: readonly G[],
  fits: (there: T, given: G) => boolean = () => true,
) {
  const byId = new Map(current.map((one) => [one.id, one]));
  const taken = new Set(incoming.map(({ id }) => id).filter((id) => byId.has(id)));
  const byName = Map.groupBy(current, ({ name }) => folded(name));
  return (given: G): { there: T | undefined; byId: boolean } => {
    const same = byId.get(given.id);
    if (same && fits(same, given)) return { there: same, byId: true };
    const named = byName
      .get(folded(given.name))
      ?.find((one) => !taken.has(one.id) && fits(one, given));
    if (named) taken.add(named.id);
    return { there: named, byId: false };
  };
}

/** What becomes of an entry: the parts in which it will differ, by their names. */
function itemOf<T extends Named>(
  table: keyof ProjectCodebook,
  after: T,
  before: T | undefined,
  byId: boolean,
  remarks: readonly string[],
): PlanItem {
  const parts = before
    ? Object.entries(after)
        .filter(([key, value]) => !sameValue(value, before[key as keyof T])) // both are of one type
        .map(([key]) => key.replace(/Id$/, ""))
    : [];
  const what = !before ? "added" : parts.length === 0 ? "same" : byId ? "changed" : "merged";
  return { id: after.id, table, name: after.name, what, parts, remarks };
}

function union(there: readonly string[], given: readonly string[]): readonly string[] {
  const all = [...new Set([...there, ...given])];
  return all.length === there.length ? there : all;
}

/** Names, none twice as names are compared, nor the entry's own. */
function unionOfNames(
  name: string,
  there: readonly string[],
  given: readonly string[],
): readonly string[] {
  const known = new Set([name, ...there].map(folded));
  return [
    ...there,
    ...given.filter((alias) => !known.has(folded(alias)) && known.add(folded(alias))),
  ];
}
