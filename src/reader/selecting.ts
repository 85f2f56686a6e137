import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/**
 * Takes over the browser's selection now. ProseMirror does so when the browser reports it, which it
 * does some time after it made it: by then the next key may have come, or a redraw have put back
 * the selection before it.
 */
export function readSelection(view: EditorView): void {
  const { dom, state } = view;
  const selected = dom.ownerDocument.getSelection();
  const { anchorNode, focusNode } = selected ?? {};
  if (!selected || !anchorNode || !focusNode) return;
  if (!dom.contains(anchorNode) || !dom.contains(focusNode)) return;
  const anchor = view.posAtDOM(anchorNode, selected.anchorOffset);
  const head = view.posAtDOM(focusNode, selected.focusOffset);
  if (anchor === state.selection.anchor && head === state.selection.head) return;
  const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
  if (!selection.eq(state.selection)) view.dispatch(state.tr.setSelection(selection));
}

/**
 * A press inside the selection starts a new one, as where text cannot be dragged: the selection is
 * given up before the browser sees the press, which would else wait for a drag.
 */
export function pressedInside(view: EditorView, event: MouseEvent): void {
  const { selection, doc, tr } = view.state;
  // The second press of a double click, or one that extends, means the selection that there is.
  if (event.button !== 0 || event.detail !== 1 || event.shiftKey || selection.empty) return;
  const at = positionUnder(view, event);
  if (at !== null && selection.from <= at && at <= selection.to)
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at))));
}

/** The position in the document under the pointer; null outside the text. */
export function positionUnder(view: EditorView, { clientX, clientY }: MouseEvent): number | null {
  return view.posAtCoords({ left: clientX, top: clientY })?.pos ?? null;
}
