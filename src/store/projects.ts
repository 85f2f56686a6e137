import { faultOf, type ProjectBundle } from "../model/bundle.ts";
import { newTopic, nextColour, type Coder, type Topic } from "../model/codebook.ts";
import { nameSchema } from "../model/name.ts";
import { tableNames } from "../model/change.ts";
import { newId, type CoderId, type ProjectId } from "../model/id.ts";
import { refused, type Result } from "../model/problem.ts";
import { bundleCopy } from "../model/bundleCopy.ts";
import type { Project } from "../model/project.ts";
import { commit, Refusal, write } from "./commit.ts";
import type { Tables } from "./database.ts";
import type { Actor, Store } from "./store.ts";

/** The records of a bundle that are added as they are. */
const listTables = [
  "topics",
  "organisations",
  "speakers",
  "fields",
  "views",
  "rejections",
  "articles",
  "statements",
] as const;

/** A project in the list of projects, those that were removed among them. */
export interface ListedProject {
  readonly project: Project;
  readonly articles: number;
  readonly statements: number;
}

/** A project that was just made or brought in, and a coder of it to act as. */
export interface OpenedProject {
  readonly projectId: ProjectId;
  readonly coderId: CoderId;
}

/** Starts a project: no articles, these topics, one coder. What can be taken back is its removal. */
export function createProject(
  store: Store,
  name: string,
  topicNames: readonly string[],
  coderName: string,
): Promise<Result<OpenedProject>> {
  return write(store, async (db) => {
    const id: ProjectId = newId();
    await db
      .records("projects")
      .add({ id, name: named(name), createdAt: Date.now(), removedAt: null });
    const topics: Topic[] = [];
    for (const topic of topicNames) topics.push(newTopic(id, named(topic), topics));
    await db.records("topics").bulkAdd(topics);
    const coder = newCoder(id, named(coderName));
    await db.records("coders").add(coder);
    return { value: { projectId: id, coderId: coder.id }, change: null };
  });
}

/**
 * Brings in a whole project: all of it, or nothing. It keeps its ids, so that the same project is
 * the same on every device; as a copy it gets new ones throughout.
 */
export async function addProject(
  store: Store,
  bundle: ProjectBundle,
  { asCopy = false }: { readonly asCopy?: boolean } = {},
): Promise<Result<OpenedProject>> {
  const fault = faultOf(bundle);
  if (fault)
    return refused(
      `The project “${bundle.project.name}” does not fit together. ${fault.path}: ${fault.what}.`,
      "Export it again from where it came.",
    );
  const { project, ...records } = asCopy ? bundleCopy(bundle) : bundle;
  return write(store, async (db) => {
    const there = await db.records("projects").get(project.id);
    if (there)
      throw new Refusal(
        there.removedAt === null
          ? `The project “${there.name}” is already here.`
          : `The project “${there.name}” is already here, among the removed ones.`,
        "Open that one, or bring this one in as a copy.",
      );
    const coders = records.coders.length > 0 ? records.coders : [newCoder(project.id, "Coder")];
    try {
      await db.records("projects").add(project);
      await db.texts.bulkAdd(records.texts);
      if (records.learning) await db.learnt.put(records.learning);
      await db.records("coders").bulkAdd(coders);
      for (const table of listTables) await db.table(table).bulkAdd(records[table]);
    } catch (error) {
      if (!(error instanceof Error) || !/Constraint/.test(`${error.name} ${error.message}`))
        throw error;
      throw new Refusal(
        `Some records of “${project.name}” are already here, in another project.`,
        "Bring it in as a copy.",
      );
    }
    const coderId = coders[0]?.id ?? newId<"coder">();
    return { value: { projectId: project.id, coderId }, change: null };
  });
}

/** A whole project as it stands at one moment; undefined when there is none. */
export function bundleOf(store: Store, id: ProjectId): Promise<ProjectBundle | undefined> {
  const { db } = store;
  return db.transaction("r", db.tables, async () => {
    const project = await db.records("projects").get(id);
    if (!project) return undefined;
    const of = { projectId: id };
    const [
      coders,
      topics,
      organisations,
      speakers,
      fields,
      views,
      rejections,
      articles,
      texts,
      statements,
    ] = await Promise.all([
      db.records("coders").where(of).toArray(),
      db.records("topics").where(of).toArray(),
      db.records("organisations").where(of).toArray(),
      db.records("speakers").where(of).toArray(),
      db.records("fields").where(of).toArray(),
      db.records("views").where(of).toArray(),
      db.records("rejections").where(of).toArray(),
      db.records("articles").where(of).toArray(),
      db.texts.where(of).toArray(),
      statementsOf(db, id).toArray(),
    ]);
    // Undo keeps the texts of deleted articles; they are no part of the project as it stands.
    const used = new Set(articles.map(({ textId }) => textId));
    const present = new Set(articles.map((article) => article.id));
    const usedTexts = texts.filter((text) => used.has(text.id));
    return {
      project,
      coders,
      topics,
      organisations,
      speakers,
      fields,
      views,
      rejections: rejections.filter(({ articleId }) => present.has(articleId)),
      learning: (await db.learnt.get(id)) ?? null,
      articles,
      texts: usedTexts,
      statements,
    };
  });
}

/** All projects of this device, newest first. */
export function listProjects(store: Store): Promise<readonly ListedProject[]> {
  const { db } = store;
  return db.transaction("r", db.tables, async () => {
    const projects = await db.records("projects").toArray();
    return Promise.all(
      projects.toReversed().map(async (project) => ({
        project,
        articles: await db.records("articles").where({ projectId: project.id }).count(),
        statements: await statementsOf(db, project.id).count(),
      })),
    );
  });
}

export function renameProject(actor: Actor, name: string): Promise<Result<Project>> {
  return changeProject(actor, "Rename the project", (project) => ({
    ...project,
    name: named(name),
  }));
}

/** Takes a project off the list; everything in it stays until it is purged. */
export function removeProject(actor: Actor): Promise<Result<Project>> {
  return changeProject(actor, "Remove the project", (project) => ({
    ...project,
    removedAt: project.removedAt ?? Date.now(),
  }));
}

export function restoreProject(actor: Actor): Promise<Result<Project>> {
  return changeProject(actor, "Restore the project", (project) => ({
    ...project,
    removedAt: null,
  }));
}

/** Deletes a removed project from the device, its history too. This cannot be undone. */
export function purgeProject(store: Store, id: ProjectId): Promise<Result<void>> {
  return write(store, async (db) => {
    const project = await db.records("projects").get(id);
    if (project?.removedAt === null)
      throw new Refusal(
        `The project “${project.name}” is in use, so it was not deleted.`,
        "Remove it from the list first.",
      );
    for (const table of tableNames) {
      if (table === "projects") await db.records(table).delete(id);
      else if (table === "statements") await statementsOf(db, id).delete();
      else await db.table(table).where({ projectId: id }).delete();
    }
    await db.texts.where({ projectId: id }).delete();
    await db.learnt.delete(id);
    await db.changes.where({ projectId: id }).delete();
    return { value: undefined, change: null };
  });
}

function changeProject(
  actor: Actor,
  title: string,
  change: (project: Project) => Project,
): Promise<Result<Project>> {
  return commit(actor, title, async (draft) => {
    const project = await draft.get("projects", actor.projectId);
    if (!project)
      throw new Refusal(
        "This project is no longer there; it was deleted in another tab.",
        "Open another project.",
      );
    const changed = change(project);
    await draft.put("projects", changed);
    return changed;
  });
}

/** A project's statements in the order they were made. */
function statementsOf(db: Tables, id: ProjectId) {
  return db.records("statements").where("[projectId+id]").between([id, ""], [id, "\uffff"]);
}

function newCoder(projectId: ProjectId, name: string): Coder {
  return { id: newId(), projectId, name, colour: nextColour([]) };
}

function named(name: string): string {
  const parsed = nameSchema.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new Refusal("A name must not be empty.", "Type a name.");
}
