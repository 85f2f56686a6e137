import type { Result } from "../../model/problem.ts";
import type { ChangeHead } from "../../model/change.ts";
import type { Actor } from "../../store/store.ts";
import { redo, undo, type TakingBack } from "../../store/undo.ts";
import { notice, orNotice, progress } from "../parts/notices.tsx";

/** Takes back the last action and says which. */
export function undoAndSay(actor: Actor): Promise<void> {
  return takeBack("Undoing", "Undone", (onProgress) => undo(actor, onProgress));
}

/** Does the last undone action again and says which. */
export function redoAndSay(actor: Actor): Promise<void> {
  return takeBack("Redoing", "Redone", (onProgress) => redo(actor, onProgress));
}

/** Edits above which it may take seconds: then how far it is is said, and no other is begun meanwhile. */
const worthSaying = 1000;

let isLong = false;

async function takeBack(
  under: string,
  done: string,
  act: (onProgress: TakingBack) => Promise<Result<ChangeHead | null>>,
): Promise<void> {
  if (isLong) return;
  let isOwn = false;
  const acting = act(({ title }, made, of) => {
    if (of <= worthSaying) return;
    isLong = true;
    isOwn = true;
    progress({ title: `${under}: ${title}`, made, of });
  });
  await acting;
  if (isOwn) {
    isLong = false;
    progress(null);
  }
  const taken = await orNotice(acting);
  if (taken) notice(`${done}: ${taken.title}`);
}
