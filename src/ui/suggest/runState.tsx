import { useSyncExternalStore } from "react";
import type { LiveProject } from "../../store/liveProject.ts";
import { batchOf, type BatchState } from "./batch.ts";

/** How far the reading of the whole project is, while there is one. */
export function RunState({ live }: { readonly live: LiveProject }) {
  const batch = batchOf(live);
  const run = useSyncExternalStore(batch.watch, () => batch.state);
  return run.articles.length > 1 && <span className="run-state">Suggestions: {runWords(run)}</span>;
}

/** "214 of 1,000 read", "3,212 found". */
export function runWords({ state, read, articles, found }: BatchState): string {
  if (state === "done") return `${found.length.toLocaleString()} found`;
  const far = `${read.toLocaleString()} of ${articles.length.toLocaleString()} read`;
  return state === "paused" ? `paused, ${far}` : far;
}
