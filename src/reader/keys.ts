import { keydownHandler } from "prosemirror-keymap";
import { TextSelection, type Command } from "prosemirror-state";

/**
 * The keys that browsers get wrong where blocks far from the window are not laid out: they would
 * stop at the first such block, or scroll away when all is selected. All other movement is theirs.
 */
export const selectionKeys = keydownHandler({
  "Mod-a": ({ doc, tr }, dispatch) => {
    dispatch?.(
      tr.setSelection(TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size))),
    );
    return true;
  },
  "Ctrl-Home": moveTo("start"),
  "Ctrl-End": moveTo("end"),
  "Shift-Ctrl-Home": moveTo("start", "extend"),
  "Shift-Ctrl-End": moveTo("end", "extend"),
  "Meta-ArrowUp": moveTo("start"),
  "Meta-ArrowDown": moveTo("end"),
  "Shift-Meta-ArrowUp": moveTo("start", "extend"),
  "Shift-Meta-ArrowDown": moveTo("end", "extend"),
});

/** Whether a key moves the caret or changes keys that do: the browser deals with it. */
export function navigates(key: string): boolean {
  return /^(Arrow(Up|Down|Left|Right)|Home|End|Page(Up|Down)|Shift|Control|Alt|Meta)$/.test(key);
}

function moveTo(where: "start" | "end", how: "move" | "extend" = "move"): Command {
  return ({ doc, selection, tr }, dispatch) => {
    const $head = doc.resolve(where === "start" ? 0 : doc.content.size);
    const moved =
      how === "extend"
        ? TextSelection.between(selection.$anchor, $head)
        : TextSelection.near($head, where === "start" ? 1 : -1);
    dispatch?.(tr.setSelection(moved).scrollIntoView());
    return true;
  };
}
