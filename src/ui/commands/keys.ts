const onMac = /Mac|iPhone|iPad/.test(navigator.platform);

type KeyEvent = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * A pressed key by one name: "t", "?", "Shift+h", "Delete", "Ctrl+Shift+z". Ctrl and Cmd are one;
 * Shift is said where it does not already show in the character.
 */
export function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyEvent): string {
  const letter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  const name = letter ? key.toLowerCase() : key;
  return [
    (ctrlKey || metaKey) && "Ctrl",
    altKey && "Alt",
    shiftKey && (letter || key.length > 1) && "Shift",
    name,
  ]
    .filter(Boolean)
    .join("+");
}

const macSigns: Readonly<Record<string, string>> = { Ctrl: "⌘", Alt: "⌥", Shift: "⇧" };
const signs: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Delete: "Del",
};

/** A key as it stands on this machine's keyboard: "Ctrl Shift Z", "⌘ ⇧ Z". */
export function keyText(key: string): string {
  const parts = key === "+" ? ["+"] : key.split("+");
  return parts
    .map(
      (part) =>
        (onMac && macSigns[part]) || signs[part] || (part.length === 1 ? part.toUpperCase() : part),
    )
    .join(" ");
}
