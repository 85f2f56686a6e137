import { inverse, newChange, undoable, type ChangeHead } from "../model/change.ts";
import type { ProjectId } from "../model/id.ts";
import type { Result } from "../model/problem.ts";
import { applyEdits, Refusal, write } from "./commit.ts";
import { headsFromLast } from "./history.ts";
import type { Actor, Store } from "./store.ts";

export interface Undoable {
  readonly undo: ChangeHead | null;
  readonly redo: ChangeHead | null;
}

/** What undo and redo would take back now. Reads the log from its end, a few changes as a rule. */
export function undoableOf(store: Store, projectId: ProjectId): Promise<Undoable> {
  return undoable(headsFromLast(store, store.db, projectId));
}

/** Called before each slice of the edits that are taken back, with how many are made of how many. */
export type TakingBack = (change: ChangeHead, made: number, of: number) => void;

/** Takes back the newest action that stands. Resolves to what it took back; null when there is none. */
export function undo(actor: Actor, onProgress?: TakingBack): Promise<Result<ChangeHead | null>> {
  return takeBack(actor, "undo", onProgress);
}

/** Does again what the last undo took back, as long as nothing else was done since. */
export function redo(actor: Actor, onProgress?: TakingBack): Promise<Result<ChangeHead | null>> {
  return takeBack(actor, "redo", onProgress);
}

function takeBack(
  { store, projectId, coderId }: Actor,
  kind: "undo" | "redo",
  onProgress?: TakingBack,
): Promise<Result<ChangeHead | null>> {
  return write<ChangeHead | null>(store, async (db) => {
    const top = (await undoable(headsFromLast(store, db, projectId)))[kind];
    if (!top) return { value: null, change: null };
    const taken = await db.changes.where("id").equals(top.id).first();
    if (!taken) throw new Refusal("The change is no longer in the history.", "Correct it by hand.");
    const edits = inverse(taken.edits);
    await applyEdits(db, edits, (made) => onProgress?.(top, made, edits.length));
    const by = { projectId, coderId, at: Date.now() };
    const change = { ...newChange(by, taken.title, edits), kind, takesBack: taken.id };
    return { value: taken, change };
  });
}
