import { coderSchema, nextColour, type Coder } from "../model/codebook.ts";
import { newId, type CoderId } from "../model/id.ts";
import { nameSchema, sameName } from "../model/name.ts";
import type { Problem, Result } from "../model/problem.ts";
import { entriesOf, statementPages } from "./codebookDraft.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import type { Actor } from "./store.ts";

/** Adds somebody who codes in this project. */
export function addCoder(actor: Actor, name: string): Promise<Result<Coder>> {
  return commit(actor, "Add a coder", async (draft) => {
    const coders = await entriesOf(draft, actor, "coders");
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
    const coders = await entriesOf(draft, actor, "coders");
    const coder = coderOf(coders, id);
    const others = coders.filter((one) => one.id !== id);
    const renamed: Coder = { ...coder, name: freeName(others, name) };
    await draft.put("coders", renamed);
    return renamed;
  });
}

/** Gives a coder another colour, "#rrggbb". */
export function colourCoder(actor: Actor, id: CoderId, colour: string): Promise<Result<Coder>> {
  return commit(actor, "Colour a coder", async (draft) => {
    const coder = coderOf(await entriesOf(draft, actor, "coders"), id);
    if (!coderSchema.shape.colour.safeParse(colour).success)
      throw new Refusal(`“${colour}” is no colour.`, "Write it as #rrggbb.");
    const coloured: Coder = { ...coder, colour };
    await draft.put("coders", coloured);
    return coloured;
  });
}

/** Removes a coder who has coded nothing; refused for the only one, and where something is theirs. */
export function removeCoder(actor: Actor, id: CoderId): Promise<Result<Coder>> {
  return commit(actor, "Remove a coder", async (draft) => {
    const coders = await entriesOf(draft, actor, "coders");
    const coder = coderOf(coders, id);
    if (coders.length === 1)
      throw new Refusal(
        `“${coder.name}” is the only coder of this project.`,
        "Add another one first.",
      );
    const theirs = await codingOf(draft, actor, id);
    if (theirs)
      throw new Refusal(`“${coder.name}” has ${theirs.what} in this project.`, theirs.remedy);
    await draft.remove("coders", id);
    return coder;
  });
}

/** What of a project names a coder, in words, and what to do about it; null for nothing. */
async function codingOf(draft: Draft, actor: Actor, id: CoderId): Promise<Problem | null> {
  for await (const page of statementPages(draft, actor)) {
    if (page.some(({ coderId }) => coderId === id))
      return {
        what: "statements",
        remedy: "Delete them first, or give them another coder in the Statements view.",
      };
    if (page.some(({ comments }) => comments.some(({ coderId }) => coderId === id)))
      return { what: "comments on statements", remedy: "Delete them first." };
  }
  const rejections = await entriesOf(draft, actor, "rejections");
  if (rejections.some(({ coderId }) => coderId === id))
    return {
      what: "turned suggestions down",
      remedy: "Keep this coder: what they turned down is not suggested again.",
    };
  return null;
}

function coderOf(coders: readonly Coder[], id: CoderId): Coder {
  const coder = coders.find((one) => one.id === id);
  if (coder) return coder;
  throw new Refusal(
    "This coder is no longer there; they were removed in another tab.",
    "Choose another.",
  );
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
