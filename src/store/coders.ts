import { nextColour, type Coder } from "../model/codebook.ts";
import { newId, type CoderId } from "../model/id.ts";
import { nameSchema, sameName } from "../model/name.ts";
import type { Result } from "../model/problem.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import type { Actor } from "./store.ts";

/** Adds somebody who codes in this project. */
export function addCoder(actor: Actor, name: string): Promise<Result<Coder>> {
  return commit(actor, "Add a coder", async (draft) => {
    const coders = await codersOf(draft, actor);
    const coder: Coder = {
      id: newId(),
      projectId: actor.projectId,
      name: freeName(coders, name),
      colour: nextColour(coders),
    };
    await draft.put("coders", coder);
    return coder;
  });
}

export function renameCoder(actor: Actor, id: CoderId, name: string): Promise<Result<Coder>> {
  return commit(actor, "Rename a coder", async (draft) => {
    const coders = await codersOf(draft, actor);
    const coder = coders.find((one) => one.id === id);
    if (!coder)
      throw new Refusal(
        "This coder is no longer there; they were removed in another tab.",
        "Choose another.",
      );
    const others = coders.filter((one) => one.id !== id);
    const renamed: Coder = { ...coder, name: freeName(others, name) };
    await draft.put("coders", renamed);
    return renamed;
  });
}

function codersOf(draft: Draft, { projectId }: Actor): Promise<Coder[]> {
  return draft.db.records("coders").where({ projectId }).toArray();
}

/** The name, unless another coder has it: then nobody could tell whose a statement is. */
function freeName(others: readonly Coder[], name: string): string {
  const parsed = nameSchema.safeParse(name);
  if (!parsed.success) throw new Refusal("A name must not be empty.", "Type a name.");
  if (others.some((other) => sameName(other.name, parsed.data)))
    throw new Refusal(
      `There is a coder called “${parsed.data}” already.`,
      "Choose that one, or another name.",
    );
  return parsed.data;
}
