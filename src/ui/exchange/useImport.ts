import { useEffect, useState, useSyncExternalStore } from "react";
import type { ChosenFile } from "../../import/chosenFile.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { ImportSession } from "./importSession.ts";
import type { ImportState } from "./importState.ts";

/** What is being brought in, and what can be done with it. */
export interface Import {
  readonly session: ImportSession;
  readonly state: ImportState;
}

/** One import, as long as its dialog is open. */
export function useImport(live: LiveProject, dropped: readonly ChosenFile[]): Import {
  const [session] = useState(() => new ImportSession(live));
  useEffect(() => session.cancel, [session]);
  useEffect(() => {
    if (dropped.length > 0) void session.choose(dropped);
  }, [session, dropped]);
  return { session, state: useSyncExternalStore(session.subscribe, () => session.state) };
}
