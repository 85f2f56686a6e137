import type { ViewId } from "../model/id.ts";
import { newId } from "../model/id.ts";
import { nameSchema, sameName } from "../model/name.ts";
import type { Result } from "../model/problem.ts";
import type { NamedView } from "../model/project.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import type { Actor } from "./store.ts";

/** Keeps what the address shows under a name; a view that has the name shows this from then on. */
export function saveView(
  actor: Actor,
  name: string,
  filter: NamedView["filter"],
): Promise<Result<NamedView>> {
  return commit(actor, "Save a view", async (draft) => {
    const wanted = named(name);
    const there = (await viewsOf(draft, actor)).find((view) => sameName(view.name, wanted));
    const view: NamedView = there
      ? { ...there, filter }
      : { id: newId(), projectId: actor.projectId, name: wanted, filter };
    await draft.put("views", view);
    return view;
  });
}

export function renameView(actor: Actor, id: ViewId, name: string): Promise<Result<NamedView>> {
  return commit(actor, "Rename a view", async (draft) => {
    const views = await viewsOf(draft, actor);
    const view = views.find((candidate) => candidate.id === id);
    if (!view)
      throw new Refusal(
        "This view is no longer there; it was deleted in another tab.",
        "Save what is shown under a new name.",
      );
    const wanted = named(name);
    if (views.some((other) => other.id !== id && sameName(other.name, wanted)))
      throw new Refusal(`There is already a view “${wanted}”.`, "Choose another name.");
    const renamed: NamedView = { ...view, name: wanted };
    await draft.put("views", renamed);
    return renamed;
  });
}

export function deleteView(actor: Actor, id: ViewId): Promise<Result<void>> {
  return commit(actor, "Delete a view", (draft) => draft.remove("views", id));
}

function viewsOf(draft: Draft, { projectId }: Actor): Promise<NamedView[]> {
  return draft.db.records("views").where({ projectId }).toArray();
}

function named(name: string): string {
  const parsed = nameSchema.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new Refusal("A view needs a name.", "Type one.");
}
