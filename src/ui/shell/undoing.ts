import type { Actor } from "../../store/store.ts";
import { redo, undo } from "../../store/undo.ts";
import { notice, orNotice } from "../parts/notices.tsx";

/** Takes back the last action and says which. */
export async function undoAndSay(actor: Actor): Promise<void> {
  const taken = await orNotice(undo(actor));
  if (taken) notice(`Undone: ${taken.title}`);
}

/** Does the last undone action again and says which. */
export async function redoAndSay(actor: Actor): Promise<void> {
  const taken = await orNotice(redo(actor));
  if (taken) notice(`Redone: ${taken.title}`);
}
