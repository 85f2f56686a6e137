import type { CoderId, ProjectId } from "../model/id.ts";
import type { ArticleText } from "../model/article.ts";
import { headOf, type ChangeHead } from "../model/change.ts";
import type { TextId } from "../model/id.ts";
import { Database, type LoggedChange } from "./database.ts";
import { Saving } from "./saving.ts";

/** The device's storage, and who wants to hear of what this tab writes to it. */
export class Store {
  readonly db: Database;
  readonly saving = new Saving();
  /** What this tab knows of changes by their number, without their edits: those may be thousands. */
  readonly heads = new Map<number, ChangeHead>();
  readonly #listeners = new Set<(change: LoggedChange) => void>();

  constructor(name?: string) {
    this.db = new Database(name);
  }

  /** Calls back with each change this tab commits, as soon as it is on the disk. */
  onChange(listener: (change: LoggedChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(change: LoggedChange): void {
    this.heads.set(change.seq, headOf(change));
    for (const listener of this.#listeners) listener(change);
  }

  /** An article's words; undefined when there is no such text. */
  text(id: TextId): Promise<ArticleText | undefined> {
    return this.db.texts.get(id);
  }
}

/** Who acts, on which project. */
export interface Actor {
  readonly store: Store;
  readonly projectId: ProjectId;
  readonly coderId: CoderId;
}
