import { baseKeymap, chainCommands, liftEmptyBlock, splitBlock } from "prosemirror-commands";
import type { EditorState, Command, Transaction } from "prosemirror-state";
import { canSplit } from "prosemirror-transform";
import { documentOf } from "../model/document.ts";

const split = chainCommands(splitItem, liftEmptyBlock, splitBlock);

/** The keys that change paragraphs. Enter with Shift splits too: a block has no line breaks in it. */
export const correctingKeys: Readonly<Record<string, Command>> = {
  ...baseKeymap,
  Enter: split,
  "Shift-Enter": split,
};

/** Splits an item of a list in two, rather than its paragraph within it. */
function splitItem({ selection, tr }: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const { $from, $to } = selection;
  if (!$from.sameParent($to) || $from.depth < 3 || $from.parent.content.size === 0) return false;
  // An item's own parent holds nothing but its like.
  const [item, list] = [$from.node(-1), $from.node(-2)];
  if (list.type.contentMatch.edgeCount !== 1 || list.type.contentMatch.defaultType !== item.type)
    return false;
  tr.deleteSelection();
  if (!canSplit(tr.doc, $from.pos, 2)) return false;
  dispatch?.(tr.split($from.pos, 2).scrollIntoView());
  return true;
}

/** Puts text in the place of the selection: its lines as paragraphs, the empty ones left out. */
export function pasted(state: EditorState, text: string): Transaction {
  const document = documentOf(text.toWellFormed().replaceAll(/[\n\r]+/g, "\n"));
  // Open at both ends: the first and last line join the paragraphs around the selection.
  const slice = document.slice(1, document.content.size - 1);
  return state.tr.replaceSelection(slice).scrollIntoView();
}

/**
 * What an input method, an extension or half a deletion may leave in the text and no article may
 * hold: halves of characters go, line breaks within a block become spaces.
 */
export function tidied({ doc, tr }: EditorState): Transaction | null {
  doc.descendants((block, position) => {
    if (!block.isTextblock) return true;
    const text = block.textBetween(0, block.content.size, "", "\uFFFC");
    if (text.isWellFormed() && !/[\n\r]/.test(text)) return false;
    for (const { index, 0: found } of text.matchAll(/[\n\r]|\p{Surrogate}/gu)) {
      const at = tr.mapping.map(position + 1 + index);
      if (found === "\n" || found === "\r") tr.insertText(" ", at, at + 1);
      else tr.delete(at, at + 1);
    }
    return false;
  });
  return tr.docChanged ? tr : null;
}
