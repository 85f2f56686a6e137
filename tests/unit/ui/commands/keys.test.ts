// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { keyOf, keyText } from "../../../../src/ui/commands/keys.ts";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test("a key has one name, whatever the keyboard says of Shift", () => {
  expect(keyOf({ ...none, key: "t" })).toBe("t");
  expect(keyOf({ ...none, key: "H", shiftKey: true })).toBe("Shift+h");
  expect(keyOf({ ...none, key: "?", shiftKey: true })).toBe("?");
  expect(keyOf({ ...none, key: "+", shiftKey: true })).toBe("+");
  expect(keyOf({ ...none, key: "Z", ctrlKey: true, shiftKey: true })).toBe("Ctrl+Shift+z");
  expect(keyOf({ ...none, key: "k", metaKey: true })).toBe("Ctrl+k");
});

test("a key is shown as it stands on the keyboard", () => {
  expect(keyText("t")).toBe("T");
  expect(keyText("+")).toBe("+");
  expect(keyText("Ctrl+Shift+z")).toMatch(/Ctrl Shift Z|⌘ ⇧ Z/);
});
