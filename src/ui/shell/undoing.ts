import { useEffect, useEffectEvent } from "react";
import type { Actor } from "../../store/store.ts";
import { redo, undo } from "../../store/undo.ts";
import { isTyping } from "../parts/isTyping.ts";
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

/** Ctrl/Cmd+Z, Shift+Z and Ctrl+Y, except where a field has an undo of its own. */
export function useUndoKeys(actor: Actor): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event)) return;
    const key = event.key.toLowerCase();
    if (key === "z") void (event.shiftKey ? redoAndSay(actor) : undoAndSay(actor));
    else if (key === "y" && !event.shiftKey) void redoAndSay(actor);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
