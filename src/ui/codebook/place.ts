import type { LiveProject } from "../../store/liveProject.ts";
import { go, start, type Route } from "../route.ts";

/** The parts of the codebook, each a tab of the view. */
export const tabs = ["topics", "speakers", "organisations", "fields"] as const;
export type Tab = (typeof tabs)[number];

/** Which tab is shown, and which entry of it is open. The address says both. */
export interface Place {
  readonly tab: Tab;
  readonly entry: string | null;
}

export function placeOf({ filter }: Route): Place {
  return { tab: tabs.find((tab) => tab === filter.tab) ?? "topics", entry: filter.entry ?? null };
}

/** The address of a place, as a route. */
export function routeTo(live: LiveProject, { tab, entry }: Place): Route {
  const filter: Record<string, string> = entry === null ? { tab } : { tab, entry };
  return { ...start, projectId: live.id, view: "codebook", filter };
}

/** Opens an entry. Going from one to the next leaves no step to go back through. */
export function openPlace(live: LiveProject, place: Place, how: "push" | "replace" = "replace") {
  go(routeTo(live, place), how);
}
