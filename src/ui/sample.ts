import type { ProjectId } from "../model/id.ts";
import type { Result } from "../model/problem.ts";
import { done } from "../model/problem.ts";
import { addProject, restoreProject, type OpenedProject } from "../store/projects.ts";
import type { Store } from "../store/store.ts";

/** The id that the sample project has on every device. */
export const sampleId = "019bb138-13e8-7000-8000-000000000000" as ProjectId; // as its file has it; a test compares

/** The topics that a new project may start with. */
export const startingTopics = ["tariffs", "counterterrorism", "trade"] as const;

/** Brings in the sample project, or brings it back when it was removed; when it is there, finds it. */
export async function openSample(store: Store): Promise<Result<OpenedProject>> {
  const { readSample } = await import("../sample/sample.ts");
  const parsed = readSample();
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
