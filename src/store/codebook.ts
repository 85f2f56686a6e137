import { type Coder } from "../model/codebook.ts";
import { nameSchema } from "../model/name.ts";
import type { CoderId } from "../model/id.ts";
import type { Result } from "../model/problem.ts";
import { commit, Refusal } from "./commit.ts";
import type { Actor } from "./store.ts";

export function renameCoder(actor: Actor, id: CoderId, name: string): Promise<Result<Coder>> {
  return commit(actor, "Rename a coder", async (draft) => {
    const coder = await draft.get("coders", id);
    if (!coder)
      throw new Refusal(
        "This coder is no longer there; they were removed in another tab.",
        "Choose another.",
      );
    const parsed = nameSchema.safeParse(name);
    if (!parsed.success) throw new Refusal("A name must not be empty.", "Type a name.");
    const renamed: Coder = { ...coder, name: parsed.data };
    await draft.put("coders", renamed);
    return renamed;
  });
}
