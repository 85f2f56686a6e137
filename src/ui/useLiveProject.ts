import { useEffect, useState } from "react";
import type { ProjectId } from "../model/id.ts";
import { LiveProject } from "../store/liveProject.ts";
import type { Store } from "../store/store.ts";

export type Opening =
  | { readonly state: "opening" }
  | { readonly state: "none" }
  | { readonly state: "open"; readonly project: LiveProject };

/** The project of an id, followed for as long as it is shown. */
export function useLiveProject(store: Store, id: ProjectId | null): Opening {
  const [opened, setOpened] = useState<{ id: ProjectId; project: LiveProject | undefined } | null>(
    null,
  );
  useEffect(() => {
    if (!id) return undefined;
    let wanted = true;
    let project: LiveProject | undefined;
    void LiveProject.open(store, id).then((live) => {
      project = live;
      if (wanted) setOpened({ id, project });
      else live?.close();
    });
    return () => {
      wanted = false;
      project?.close();
    };
  }, [store, id]);
  if (!id) return { state: "none" };
  if (opened?.id !== id) return { state: "opening" };
  return opened.project ? { state: "open", project: opened.project } : { state: "none" };
}
