import { useEffect, useEffectEvent } from "react";
import { isTyping } from "../parts/isTyping.ts";

interface ReadKeys {
  readonly enabled: boolean;
  readonly next: () => unknown;
  readonly previous: () => unknown;
  readonly tag: () => unknown;
  readonly tagAsLast: () => unknown;
  readonly edit: () => unknown;
  readonly moveRange: () => unknown;
  readonly addRange: () => unknown;
  readonly remove: () => unknown;
  readonly keep: () => unknown;
  readonly cancel: () => unknown;
}

/** The single keys of the Read view; they rest while a field is being typed in. */
export function useReadKeys(keys: ReadKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!keys.enabled || event.isComposing || isTyping(event)) return;
    // The text prevents what Enter, Escape and Delete would do to it; that is not the key being used.
    if (event.defaultPrevented && !isInText(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actionOf(keys, event);
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

function isInText({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.isContentEditable;
}

function actionOf(keys: ReadKeys, event: KeyboardEvent): (() => unknown) | undefined {
  // A button keeps its Enter; the text has no use for it.
  const onControl =
    event.target instanceof Element && event.target.closest("button, a, summary") !== null;
  switch (event.key) {
    case "j":
      return keys.next;
    case "k":
      return keys.previous;
    case "t":
      return keys.tag;
    case "r":
      return keys.tagAsLast;
    case "e":
      return keys.edit;
    case "m":
      return keys.moveRange;
    case "a":
      return keys.addRange;
    case "Delete":
    case "Backspace":
      return keys.remove;
    case "Enter":
      return onControl ? undefined : keys.keep;
    case "Escape":
      return keys.cancel;
    default:
      return undefined;
  }
}
