import { readSample } from "../sample/sample.ts";
import type { Result } from "../model/problem.ts";
import { done } from "../model/problem.ts";
import { addProject, restoreProject, type OpenedProject } from "../store/projects.ts";
import type { Store } from "../store/store.ts";

/** The topics that a new project may start with. */
export const startingTopics = ["tariffs", "counterterrorism", "trade"] as const;

/** Brings in the sample project, or brings it back when it was removed; when it is there, finds it. */
export async function openSample(store: Store): Promise<Result<OpenedProject>> {
  const parsed = await readSample();
  if (!parsed.ok) return parsed;
  const { project, coders } = parsed.value;
  const there = await store.db.records("projects").get(project.id);
  const coderId = coders[0]?.id;
  if (!there || !coderId) return addProject(store, parsed.value);
  const opened: OpenedProject = { projectId: project.id, coderId };
  if (there.removedAt === null) return done(opened);
  const restored = await restoreProject({ store, ...opened });
  return restored.ok ? done(opened) : restored;
}
