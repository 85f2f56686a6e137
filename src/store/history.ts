import {
  applyEdit,
  headOf,
  inverse,
  type ChangeHead,
  type Edit,
  type Records,
  type TableName,
} from "../model/change.ts";
import {
  newId,
  type ChangeId,
  type PointId,
  type ProjectId,
  type StatementId,
} from "../model/id.ts";
import { nameSchema } from "../model/name.ts";
import type { Result } from "../model/problem.ts";
import type { Point } from "../model/project.ts";
import { commit, Refusal } from "./commit.ts";
import { tablesIn, type LoggedChange, type Tables } from "./database.ts";
import type { Actor, Store } from "./store.ts";

/** Changes read in one go while the log is walked, at most; and edits: a few milliseconds. */
const pageSize = 200;
const pageEdits = 1000;

/** A project's changes, newest first, from before `seq` on; `limit` of them at most. */
export function historyOf(
  store: Store,
  projectId: ProjectId,
  { before = Infinity, limit }: { readonly before?: number; readonly limit: number },
): Promise<readonly LoggedChange[]> {
  return newestFirst(store.db, projectId)
    .filter(({ seq }) => seq < before)
    .limit(limit)
    .toArray();
}

/** What was done to one statement, newest first, each with its edit of it. */
export async function pastOf(
  store: Store,
  projectId: ProjectId,
  id: StatementId,
): Promise<readonly { readonly change: LoggedChange; readonly edit: Edit }[]> {
  const past: { change: LoggedChange; edit: Edit }[] = [];
  for await (const change of changesFromLast(store.db, projectId)) {
    const edit = change.edits.find((one) => one.table === "statements" && one.id === id);
    if (edit) past.push({ change, edit });
    if (edit?.before === null) break; // it was made here
  }
  return past;
}

/**
 * Makes the project what it was right after a change, or with null before the oldest there is: takes
 * back all later ones, as one action that can itself be undone. Names given to points of the history
 * stay.
 */
export function goBackTo(actor: Actor, changeId: ChangeId | null): Promise<Result<number>> {
  return commit(actor, "Go back in the history", async (draft) => {
    const { db } = draft;
    const target =
      changeId === null
        ? { seq: 0, projectId: actor.projectId }
        : await db.changes.where("id").equals(changeId).first();
    if (!target || target.projectId !== actor.projectId)
      throw new Refusal(
        "This point is no longer in the history: it was too long ago.",
        "Choose a later point.",
      );
    const then = new Past(db);
    let taken = 0;
    for await (const change of changesFromLast(db, actor.projectId)) {
      if (change.seq <= target.seq) break;
      taken += 1;
      await then.takeBack(inverse(change.edits).filter(({ table }) => table !== "points"));
    }
    for (const [table, records] of then.records) {
      const there: Records[TableName][] = [];
      const gone: string[] = [];
      for (const [id, record] of records)
        if (record) there.push(record);
        else gone.push(id);
      await draft.putAll(table, there);
      if (gone.length > 0) await draft.removeAll(table, gone);
    }
    return taken;
  });
}

/** The records of a project as they were before changes that are taken back, one after the other. */
class Past {
  /** By table and id, those that differ or did for a time; undefined where there was none. */
  readonly records = new Map<TableName, Map<string, Records[TableName] | undefined>>();
  readonly #db: Tables;

  constructor(db: Tables) {
    this.#db = db;
  }

  /** Reads in slices what it does not know yet. Throws a `Refusal` where the edits do not fit. */
  async takeBack(edits: readonly Edit[]): Promise<void> {
    for (let at = 0; at < edits.length; at += pageEdits) {
      const slice = edits.slice(at, at + pageEdits);
      for (const [table, some] of Map.groupBy(slice, (edit) => edit.table)) {
        const known = this.records.get(table) ?? new Map<string, Records[TableName] | undefined>();
        this.records.set(table, known);
        const ids = [...new Set(some.map(({ id }) => id))].filter((id) => !known.has(id));
        const read = await this.#db.records(table).bulkGet(ids);
        for (const [i, id] of ids.entries()) known.set(id, read[i]);
        for (const edit of some) {
          const before = applyEdit(edit, known.get(edit.id));
          if (before === "conflict")
            throw new Refusal(
              "The history does not lead back to this point: a record was changed outside of it.",
              "Choose a later point, or take the later changes back one by one.",
            );
          known.set(edit.id, before);
        }
      }
    }
  }
}

/** Gives a moment of the history a name: that right after a change. */
export function namePoint(actor: Actor, changeId: ChangeId, name: string): Promise<Result<Point>> {
  return commit(actor, "Name a point of the history", async (draft) => {
    const parsed = nameSchema.safeParse(name);
    if (!parsed.success) throw new Refusal("A name must not be empty.", "Type a name.");
    const point: Point = {
      id: newId(),
      projectId: actor.projectId,
      name: parsed.data,
      changeId,
      createdAt: Date.now(),
    };
    await draft.put("points", point);
    return point;
  });
}

export function deletePoint(actor: Actor, id: PointId): Promise<Result<void>> {
  return commit(actor, "Delete the name of a point", (draft) => draft.remove("points", id));
}

/**
 * Deletes the oldest changes of a project beyond `most` bytes (of JSON, which is about what they
 * take), and texts that no article and no change needs any more. Undo then ends where the history
 * begins. Resolves to how many changes went.
 */
export async function trimHistory(
  store: Store,
  projectId: ProjectId,
  most: number,
): Promise<number> {
  const { db } = store;
  let size = 0;
  let last = 0;
  for await (const change of changesFromLast(db, projectId)) {
    size += JSON.stringify(change.edits).length;
    if (size > most) {
      last = change.seq;
      break;
    }
  }
  if (last === 0) return 0;
  return db.transaction("rw", db.tables, async (transaction) => {
    const tables = tablesIn(transaction);
    const gone = await tables.changes
      .where("projectId")
      .equals(projectId)
      .filter(({ seq }) => seq <= last)
      .delete();
    const needed = new Set<string>();
    for (const { textId } of await tables.records("articles").where({ projectId }).toArray())
      needed.add(textId);
    for await (const { edits } of changesFromLast(tables, projectId))
      for (const { table, before, after } of edits)
        if (table === "articles")
          for (const fields of [before, after])
            if (typeof fields?.textId === "string") needed.add(fields.textId);
    for (const id of await tables.texts.where({ projectId }).primaryKeys())
      if (!needed.has(id)) await tables.texts.delete(id);
    return gone;
  });
}

function newestFirst(db: Tables, projectId: ProjectId) {
  return db.changes.where("projectId").equals(projectId).reverse();
}

/**
 * All changes of a project from the last to the first. One at first, since as a rule that is enough,
 * then more and more, but few of those that changed thousands of records.
 */
export async function* changesFromLast(
  db: Tables,
  projectId: ProjectId,
): AsyncGenerator<LoggedChange> {
  for (let skip = 0, size = 1; ;) {
    const page = await newestFirst(db, projectId).offset(skip).limit(size).toArray();
    yield* page;
    if (page.length < size) return;
    skip += size;
    const edits = page.reduce((sum, change) => sum + change.edits.length, 0);
    size = edits > pageEdits ? Math.ceil(size / 2) : Math.min(pageSize, size * 2);
  }
}

/**
 * The same without their edits. Those that this tab made or met before are not read again: the last
 * one may hold thousands of records, and this is asked after each action.
 */
export async function* headsFromLast(
  { heads }: Store,
  db: Tables,
  projectId: ProjectId,
): AsyncGenerator<ChangeHead> {
  for (let skip = 0, size = 1; ; skip += size, size = Math.min(pageSize, size * 2)) {
    const page = await newestFirst(db, projectId).offset(skip).limit(size).primaryKeys();
    for (const seq of page) {
      const known = heads.get(seq);
      const change = known ? undefined : await db.changes.get(seq);
      if (change) heads.set(seq, headOf(change));
      const head = heads.get(seq);
      if (head) yield head;
    }
    if (page.length < size) return;
  }
}
