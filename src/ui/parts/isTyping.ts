/**
 * Whether a key belongs to a field, a dialog or a menu rather than to the view. The article text
 * looks like a field to the browser, but nothing can be typed into it.
 */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'))
    return true;
  if (target.closest("input, select, textarea")) return true;
  return target.isContentEditable && target.closest('[aria-readonly="true"]') === null;
}
