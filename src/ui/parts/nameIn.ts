import type { LiveProject } from "../../store/liveProject.ts";
import type { NameOf } from "./fieldWords.ts";

/** The names of a project's entries, coders and fields. */
export function nameIn(live: LiveProject): NameOf {
  return (id) =>
    (
      live.get("topics", id) ??
      live.get("speakers", id) ??
      live.get("organisations", id) ??
      live.get("coders", id) ??
      live.get("fields", id)
    )?.name;
}
