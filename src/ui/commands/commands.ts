import { useEffect, useState } from "react";
import { isTyping } from "../parts/isTyping.ts";
import { keyOf } from "./keys.ts";

/** Something that can be done here and now: by its key, from the palette, and listed in the sheet. */
export interface Command {
  readonly label: string;
  /** What it belongs to, for the sheet: "Statements", "Selection", "Project". */
  readonly group: string;
  /** As `keyOf` names keys: "t", "Shift+h", "Ctrl+z" (Ctrl is Cmd on a Mac). */
  readonly keys: readonly string[];
  readonly run: () => void;
  /** Whether it makes sense now; the sheet lists it all the same. */
  readonly enabled: boolean;
}

const registered = new Map<object, readonly Command[]>();

/** Offers commands for as long as the component is shown. */
export function useCommands(commands: readonly Command[]): void {
  const [owner] = useState(() => ({}));
  useEffect(() => {
    registered.set(owner, commands);
    return () => {
      registered.delete(owner);
    };
  }, [owner, commands]);
}

/** What is offered now, in the order it was offered. */
export function offeredCommands(): Command[] {
  return [...registered.values()].flat();
}

/** Runs the command of a key, unless the key belongs to a field, a dialog or a menu. */
export function useCommandKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.key === "Process") return;
      const key = keyOf(event);
      if (isTyping(event) && !key.startsWith("Ctrl+k")) return;
      // The text prevents what Enter, Escape and Delete would do to it: that is no use of the key.
      if (event.defaultPrevented && !isInText(event)) return;
      // A button or a link keeps its Enter.
      if (key === "Enter" && isOnControl(event)) return;
      const command = offeredCommands().find(({ keys, enabled }) => enabled && keys.includes(key));
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function isInText({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.isContentEditable;
}

function isOnControl({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("button, a, summary") !== null;
}
