import Dexie, { type Table, type Transaction } from "dexie";
import type { ArticleText } from "../model/article.ts";
import type { Learning } from "../model/learning.ts";
import type { Change, Records, TableName } from "../model/change.ts";

/** A change as it is kept: numbered in the order of the transactions that wrote it. */
export interface LoggedChange extends Change {
  readonly seq: number;
}

/** The tables as an action reaches them: those of the device, or the same inside of one transaction. */
export interface Tables {
  readonly texts: Table<ArticleText, string>;
  readonly learnt: Table<Learning, string>;
  readonly changes: Table<LoggedChange, number, Change>;
  records<T extends TableName>(name: T): Table<Records[T], string>;
  /** One whose name is not known before; so neither is what it keeps. */
  table(name: TableName): Table<unknown, string>;
}

/**
 * The tables inside of a transaction, whatever is awaited in between. By itself Dexie knows of the
 * transaction only as long as its own promises are awaited often enough: after a hundred others it
 * would write past it without a word.
 */
export function tablesIn(transaction: Transaction): Tables {
  return {
    texts: transaction.table("texts"),
    learnt: transaction.table("learnt"),
    changes: transaction.table("changes"),
    records: (name) => transaction.table(name),
    table: (name) => transaction.table(name),
  };
}

/**
 * The tables. Every record names its project; a statement is found by its article, a change by its
 * project in the order of its number. A version that has been published is never edited: a new one
 * is added below it with its upgrade, and `tests/fixtures/` keeps a database of the old one.
 */
export class Database extends Dexie implements Tables {
  declare readonly texts: Table<ArticleText, string>;
  declare readonly learnt: Table<Learning, string>;
  declare readonly changes: Table<LoggedChange, number, Change>;

  constructor(name = "verbatim") {
    // Strict: a transaction is complete only when its words are on the disk. What was read is kept by
    // `LiveProject`; a second copy of every answer would cost what a change of thousands costs twice.
    super(name, { chromeTransactionDurability: "strict", cache: "disabled" });
    this.version(1).stores({
      projects: "id",
      articles: "id, projectId",
      texts: "id, projectId",
      statements: "id, [projectId+id], articleId",
      speakers: "id, projectId",
      organisations: "id, projectId",
      topics: "id, projectId",
      fields: "id, projectId",
      coders: "id, projectId",
      views: "id, projectId",
      points: "id, projectId",
      rejections: "id, projectId",
      learnt: "projectId",
      changes: "++seq, &id, projectId",
    });
  }

  /** The table of one kind of record. */
  records<T extends TableName>(name: T): Table<Records[T], string> {
    return this.table(name);
  }
}
