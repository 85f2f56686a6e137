import type { ArticleText } from "../model/article.ts";
import {
  applyEdit,
  editBetween,
  newChange,
  type Change,
  type Edit,
  type Records,
  type TableName,
} from "../model/change.ts";
import { done, type Problem, type Result } from "../model/problem.ts";
import { tablesIn, type LoggedChange, type Tables } from "./database.ts";
import { deleteAll } from "./deleting.ts";
import type { Actor, Store } from "./store.ts";

/** Records written with one request: a few milliseconds of the page. */
const requestSize = 250;

/** The records as one transaction sees and leaves them; collects its edits. */
export class Draft {
  readonly edits: Edit[] = [];
  readonly db: Tables;

  constructor(db: Tables) {
    this.db = db;
  }

  get<T extends TableName>(table: T, id: string): Promise<Records[T] | undefined> {
    return this.db.records(table).get(id);
  }

  async put<T extends TableName>(table: T, record: Records[T]): Promise<void> {
    this.#record(editBetween(table, await this.get(table, record.id), record));
    await this.db.records(table).put(record);
  }

  /** Many records of one table, in few requests; a frame fits between two of them. */
  async putAll<T extends TableName>(table: T, records: readonly Records[T][]): Promise<void> {
    for (let from = 0; from < records.length; from += requestSize) {
      const some = records.slice(from, from + requestSize);
      const before = await this.db.records(table).bulkGet(some.map(({ id }) => id));
      for (const [i, record] of some.entries()) this.#record(editBetween(table, before[i], record));
      await this.db.records(table).bulkPut(some);
    }
  }

  /**
   * Changes records that this transaction has read; those that `next` leaves as they are cost
   * nothing. Written in slices, between which the page is free. Resolves to how many differ.
   */
  async change<T extends TableName>(
    table: T,
    records: readonly Records[T][],
    next: (record: Records[T]) => Records[T],
  ): Promise<number> {
    let count = 0;
    for (let at = 0; at < records.length; at += sliceSize) {
      const changed: Records[T][] = [];
      for (const record of records.slice(at, at + sliceSize)) {
        const after = next(record);
        const edit = after === record ? null : editBetween(table, record, after);
        this.#record(edit);
        if (edit) changed.push(after);
      }
      if (changed.length > 0) await this.db.records(table).bulkPut(changed);
      count += changed.length;
    }
    return count;
  }

  /** Takes records away, however many, in few requests; ids of none are passed over. */
  async removeAll(table: TableName, ids: readonly string[]): Promise<void> {
    const before = await this.db.records(table).bulkGet([...ids]);
    for (const record of before) this.#record(editBetween(table, record, undefined));
    await deleteAll(this.db.table(table), ids);
  }

  /**
   * Makes edits that were planned on the records as they were then, in slices between which the page
   * is free; each record stands in one of them at most. Before each slice `go` is told how many are
   * made; it may throw, to stop. Throws `refusal` when a record is not what its edit starts from.
   */
  async make(edits: readonly Edit[], refusal: Refusal, go: (made: number) => void): Promise<void> {
    let made = 0;
    for (const [of, planned] of Map.groupBy(edits, ({ table }) => table))
      for (let at = 0; at < planned.length; at += sliceSize) {
        go(made);
        const slice = planned.slice(at, at + sliceSize);
        const before = await this.db.records(of).bulkGet(slice.map(({ id }) => id));
        const after = slice.map((edit, i) => {
          const record = applyEdit(edit, before[i]);
          if (record === "conflict" || record === undefined) throw refusal;
          return record;
        });
        await this.db.records(of).bulkPut(after);
        this.edits.push(...slice);
        made += slice.length;
      }
  }

  async remove(table: TableName, id: string): Promise<void> {
    this.#record(editBetween(table, await this.get(table, id), undefined));
    await this.db.records(table).delete(id);
  }

  /** Adds many new records at once, which costs a fraction of adding each. */
  async addAll<T extends TableName>(table: T, records: readonly Records[T][]): Promise<void> {
    for (const record of records) this.#record(editBetween(table, undefined, record));
    await this.db.records(table).bulkAdd(records);
  }

  /** Texts are written once and never change, so they are no edit. */
  async addTexts(texts: readonly ArticleText[]): Promise<void> {
    await this.db.texts.bulkAdd(texts);
  }

  #record(edit: Edit | null): void {
    if (edit) this.edits.push(edit);
  }
}

/** Records that are changed in one go: some ten milliseconds' work. */
const sliceSize = 1000;

/** Thrown inside a draft to leave everything as it was, with the reason. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(what: string, remedy: string) {
    super(what);
    this.problem = { what, remedy };
  }
}

/**
 * Does one user action: one transaction, in which `draft` reads and writes records, and one
 * `Change`, written with it. When it resolves with `ok`, all of it is on the disk; otherwise none.
 * An action that changes nothing leaves no `Change`.
 */
export function commit<T>(
  { store, projectId, coderId }: Actor,
  title: string,
  act: (draft: Draft) => Promise<T>,
): Promise<Result<T>> {
  return write(store, async (db) => {
    const draft = new Draft(db);
    const value = await act(draft);
    const change =
      draft.edits.length === 0
        ? null
        : newChange({ projectId, coderId, at: Date.now() }, title, draft.edits);
    return { value, change };
  });
}

/**
 * Applies edits to the records, in slices between which the page is free; refuses when one of them no
 * longer starts from what it names. Before each slice `go` is told how many are made.
 */
export async function applyEdits(
  db: Tables,
  edits: readonly Edit[],
  go: (made: number) => void,
): Promise<void> {
  let made = 0;
  for (const { of, run } of runs(edits)) {
    go(made);
    made += run.length;
    const table = db.records(of);
    const before = await table.bulkGet(run.map(({ id }) => id));
    const kept: Records[TableName][] = [];
    const gone: string[] = [];
    for (const [i, edit] of run.entries()) {
      const record = applyEdit(edit, before[i]);
      if (record === "conflict")
        throw new Refusal(
          "Something else has changed the same record since.",
          "Take back the later change first, or make the correction by hand.",
        );
      if (record) kept.push(record);
      else gone.push(edit.id);
    }
    if (kept.length > 0) await table.bulkPut(kept);
    if (gone.length > 0) await deleteAll(db.table(of), gone);
  }
}

/** Neighbouring edits of different records of one table, a slice at most: made in few requests. */
function runs(edits: readonly Edit[]): { of: TableName; run: Edit[] }[] {
  const all: { of: TableName; run: Edit[] }[] = [];
  const ids = new Set<string>();
  for (const edit of edits) {
    const last = all.at(-1);
    if (last?.of === edit.table && last.run.length < sliceSize && !ids.has(edit.id))
      last.run.push(edit);
    else {
      all.push({ of: edit.table, run: [edit] });
      ids.clear();
    }
    ids.add(edit.id);
  }
  return all;
}

/** One transaction over all tables, logged with its change, told to this tab when it is complete. */
export async function write<T>(
  store: Store,
  act: (db: Tables) => Promise<{ value: T; change: Change | null }>,
): Promise<Result<T>> {
  const { db, saving } = store;
  saving.begin();
  try {
    let logged: LoggedChange | null = null;
    const value = await db.transaction("rw", db.tables, async (transaction) => {
      const tables = tablesIn(transaction);
      const { value: made, change } = await act(tables);
      if (change) logged = { ...change, seq: await tables.changes.add(change) };
      return made;
    });
    saving.end(null);
    if (logged) store.publish(logged);
    return done(value);
  } catch (error) {
    if (error instanceof Refusal) {
      saving.end(null);
      return { ok: false, problem: error.problem };
    }
    const problem = storageProblem(error);
    saving.end(problem);
    return { ok: false, problem };
  }
}

/** The browser refuses a write by itself, or the whole transaction at its end: Dexie wraps that in an error of its own. */
function isOfFullStorage(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  if ("name" in error && error.name === "QuotaExceededError") return true;
  return "inner" in error && isOfFullStorage(error.inner);
}

function storageProblem(error: unknown): Problem {
  if (isOfFullStorage(error))
    return {
      what: "The browser's storage for this page is full; nothing was saved.",
      remedy: "Free disk space or delete a project you no longer need, then try again.",
    };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    what: `The browser could not write to its storage (${detail}); nothing was saved.`,
    remedy: "Try again; if it happens again, export the project as JSON and reload the page.",
  };
}
