import { liveQuery } from "dexie";
import { applyEdit, tableNames, type Edit, type Records, type TableName } from "../model/change.ts";
import type { ArticleId, CoderId, ProjectId } from "../model/id.ts";
import { byPlace, type Statement } from "../model/statement.ts";
import type { LoggedChange } from "./database.ts";
import type { Store } from "./store.ts";

type Tables = { readonly [T in TableName]: Map<string, Records[T]> };

/** All that is read at once; statements come in pages. */
const smallTables = tableNames.filter(
  (name): name is Exclude<TableName, "projects" | "statements"> =>
    name !== "projects" && name !== "statements",
);

/** Statements read in one go: a few milliseconds, so that opening a large project blocks no frame. */
const pageSize = 2000;

/**
 * A project's records in memory, kept true by its changes: those of this tab at once, those of other
 * tabs as soon as the database tells of them. What has not changed keeps its identity, so a reader
 * can compare by `===`. The words of articles are not in it.
 */
export class LiveProject {
  readonly id: ProjectId;
  readonly store: Store;
  readonly #tables: Tables;
  readonly #lists = new Map<TableName, readonly Records[TableName][]>();
  readonly #byArticle: Map<ArticleId, readonly Statement[]>;
  readonly #listeners = new Set<() => void>();
  /** Whose coding alone is seen, in blind mode; null for everybody's. */
  #only: CoderId | null = null;
  readonly #ownByArticle = new Map<ArticleId, readonly Statement[]>();
  #counts: ReadonlyMap<CoderId, number> | null = null;
  #seq: number;
  #stop: () => void = () => undefined;

  private constructor(
    store: Store,
    id: ProjectId,
    tables: Tables,
    byArticle: Map<ArticleId, Statement[]>,
    seq: number,
  ) {
    this.store = store;
    this.id = id;
    this.#tables = tables;
    this.#seq = seq;
    for (const statements of byArticle.values()) statements.sort(byPlace);
    this.#byArticle = byArticle;
  }

  /** Reads a project as it is now and follows it from then on; undefined when there is none. */
  static async open(store: Store, id: ProjectId): Promise<LiveProject | undefined> {
    const { db } = store;
    const read = await db.transaction("r", db.tables, async () => {
      const project = await db.records("projects").get(id);
      if (!project) return undefined;
      const tables = Object.fromEntries(
        tableNames.map((name) => [name, new Map()]),
      ) as unknown as Tables; // one map for each name
      const byArticle = new Map<ArticleId, Statement[]>();
      tables.projects.set(id, project);
      for (const name of smallTables)
        for (const record of await db.records(name).where({ projectId: id }).toArray())
          tables[name].set(record.id, record as never); // a record of the table just named
      for (let after = ""; ;) {
        const page = await db
          .records("statements")
          .where("[projectId+id]")
          .between([id, after], [id, "\uffff"], false)
          .limit(pageSize)
          .toArray();
        // Sorted into their articles page by page: all at once would hold up a frame.
        for (const statement of page) {
          tables.statements.set(statement.id, statement);
          const others = byArticle.get(statement.articleId);
          if (others) others.push(statement);
          else byArticle.set(statement.articleId, [statement]);
        }
        const last = page.at(-1);
        if (!last || page.length < pageSize) break;
        after = last.id;
      }
      const last = await db.changes.orderBy("seq").last();
      return { tables, byArticle, seq: last?.seq ?? 0 };
    });
    if (!read) return undefined;
    const live = new LiveProject(store, id, read.tables, read.byArticle, read.seq);
    live.#follow();
    return live;
  }

  /** Stops following the database. */
  close(): void {
    this.#stop();
    this.#listeners.clear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get<T extends TableName>(table: T, id: string): Records[T] | undefined {
    return this.#tables[table].get(id);
  }

  /** All records of a table, in no order to rely on; the same array until one of them changes. */
  all<T extends TableName>(table: T): readonly Records[T][] {
    const kept = this.#lists.get(table);
    if (kept) return kept as readonly Records[T][]; // set below under the same name
    const list: readonly Records[T][] = this.#seen(table, [...this.#tables[table].values()]);
    this.#lists.set(table, list);
    return list;
  }

  /** An article's statements in the order of the text; the same array until one of them changes. */
  statementsOf(articleId: ArticleId): readonly Statement[] {
    const all = this.#byArticle.get(articleId) ?? noStatements;
    if (this.#only === null) return all;
    const kept = this.#ownByArticle.get(articleId);
    if (kept) return kept;
    const own = all.filter(({ coderId }) => coderId === this.#only);
    this.#ownByArticle.set(articleId, own);
    return own;
  }

  /**
   * Blind mode: from now on just this coder's statements and rejections are seen, everybody's with
   * null. What others turned down would tell of their coding as much as what they coded.
   */
  seeOnly(coderId: CoderId | null): void {
    if (coderId === this.#only) return;
    this.#only = coderId;
    for (const table of coded) this.#lists.delete(table);
    this.#ownByArticle.clear();
    this.#tell();
  }

  /** How many statements each coder has, hidden ones too; the same until a statement changes. */
  countsByCoder(): ReadonlyMap<CoderId, number> {
    this.#counts ??= this.#count();
    return this.#counts;
  }

  #count(): ReadonlyMap<CoderId, number> {
    const counts = new Map<CoderId, number>();
    for (const { coderId } of this.#tables.statements.values())
      counts.set(coderId, (counts.get(coderId) ?? 0) + 1);
    return counts;
  }

  /** The number of the last change that is in: grows with each. */
  get version(): number {
    return this.#seq;
  }

  #follow(): void {
    const forget = this.store.onChange((change) => {
      // The changes before it may be another tab's and still to come: then the database tells.
      if (change.seq === this.#seq + 1) this.#receive([change]);
    });
    const last = liveQuery(() => this.store.db.changes.orderBy("seq").lastKey());
    const subscription = last.subscribe({ next: () => void this.#catchUp() });
    this.#stop = () => {
      forget();
      subscription.unsubscribe();
    };
  }

  async #catchUp(): Promise<void> {
    this.#receive(await this.store.db.changes.where("seq").above(this.#seq).toArray());
  }

  #receive(changes: readonly LoggedChange[]): void {
    let touched = false;
    for (const change of changes) {
      if (change.seq <= this.#seq) continue;
      this.#seq = change.seq;
      if (change.projectId !== this.id) continue;
      this.#applyAll(change.edits);
      touched = true;
    }
    if (touched) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #seen<T extends TableName>(table: T, records: readonly Records[T][]): readonly Records[T][] {
    if (!coded.has(table) || this.#only === null) return records;
    return records.filter((record) => "coderId" in record && record.coderId === this.#only);
  }

  #applyAll(edits: readonly Edit[]): void {
    const many = edits.length > insertedOneByOne;
    const articles = new Set<ArticleId>();
    for (const edit of edits) {
      const { before, after } = this.#apply(edit);
      if (edit.table !== "statements") continue;
      this.#counts = null;
      const [was, is] = [before, after] as [Statement?, Statement?]; // records of that table
      if (!many) this.#regroup(was, is);
      else for (const one of [was, is]) if (one) articles.add(one.articleId);
    }
    if (articles.size > 0) this.#regroupAll(articles);
  }

  #apply(edit: Edit): {
    before: Records[TableName] | undefined;
    after: Records[TableName] | undefined;
  } {
    const table = this.#tables[edit.table] as Map<string, Records[TableName]>; // by its own name
    const before = table.get(edit.id);
    const after = applyEdit(edit, before);
    if (after === "conflict") throw new Error(`Change out of order: ${edit.table} ${edit.id}`);
    if (after) table.set(edit.id, after);
    else table.delete(edit.id);
    this.#lists.delete(edit.table);
    return { before, after };
  }

  /** Sorts the statements of articles of which many changed: one walk over all, whatever their number. */
  #regroupAll(articles: ReadonlySet<ArticleId>): void {
    const found = new Map<ArticleId, Statement[]>();
    for (const id of articles) {
      found.set(id, []);
      this.#ownByArticle.delete(id);
    }
    for (const statement of this.#tables.statements.values())
      found.get(statement.articleId)?.push(statement);
    for (const [id, statements] of found) this.#byArticle.set(id, statements.toSorted(byPlace));
  }

  #regroup(before: Statement | undefined, after: Statement | undefined): void {
    if (before) this.#ownByArticle.delete(before.articleId);
    if (after) this.#ownByArticle.delete(after.articleId);
    if (before && before.articleId !== after?.articleId)
      this.#byArticle.set(
        before.articleId,
        (this.#byArticle.get(before.articleId) ?? noStatements).filter((s) => s.id !== before.id),
      );
    if (!after) return;
    const others = (this.#byArticle.get(after.articleId) ?? noStatements).filter(
      (s) => s.id !== after.id,
    );
    const at = others.findIndex((s) => byPlace(s, after) > 0);
    this.#byArticle.set(
      after.articleId,
      others.toSpliced(at === -1 ? others.length : at, 0, after),
    );
  }
}

/** The tables of what a coder decided. */
const coded: ReadonlySet<TableName> = new Set(["statements", "rejections"]);

/** Edits of a change up to which each statement is put in its place by itself. */
const insertedOneByOne = 50;

const noStatements: readonly Statement[] = [];
