import { useLiveQuery } from "dexie-react-hooks";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Records, TableName } from "../model/change.ts";
import type { ArticleText } from "../model/article.ts";
import type { ArticleId, TextId } from "../model/id.ts";
import type { Statement } from "../model/statement.ts";
import type { LiveProject } from "../store/liveProject.ts";
import type { SaveState } from "../store/saving.ts";
import type { Store } from "../store/store.ts";
import { undoableOf, type Undoable } from "../store/undo.ts";

/** All records of one table of the project, in no order to rely on. */
export function useRecords<T extends TableName>(
  live: LiveProject,
  table: T,
): readonly Records[T][] {
  return useSyncExternalStore(live.subscribe, () => live.all(table));
}

/** The project's own record. */
export function useProject(live: LiveProject): Records["projects"] | undefined {
  return useSyncExternalStore(live.subscribe, () => live.get("projects", live.id));
}

/** One article's statements, in the order of its text. */
export function useStatementsOf(live: LiveProject, articleId: ArticleId): readonly Statement[] {
  return useSyncExternalStore(live.subscribe, () => live.statementsOf(articleId));
}

/** The words of an article, which never change; undefined while they are being read. */
export function useText(store: Store, id: TextId): ArticleText | undefined {
  const [text, setText] = useState<ArticleText>();
  useEffect(() => {
    let wanted = true;
    void store.text(id).then((read) => wanted && setText(read));
    return () => {
      wanted = false;
    };
  }, [store, id]);
  return text?.id === id ? text : undefined; // not the last article's, while this one is on its way
}

/** What undo and redo would take back; nothing while it is being looked up. */
export function useUndoable(live: LiveProject): Undoable {
  const version = useSyncExternalStore(live.subscribe, () => live.version);
  return (
    useLiveQuery(() => undoableOf(live.store, live.id), [live, version]) ?? {
      undo: null,
      redo: null,
    }
  );
}

export function useSaveState(store: Store): SaveState {
  return useSyncExternalStore(store.saving.subscribe, () => store.saving.state);
}
