import type { EditorProps } from "prosemirror-view";

/**
 * What makes an editable element one that can be read, selected in and copied from, and never
 * changed. It stays editable to the browser, since only that gives a caret and every platform's own
 * keys; each way of changing it is closed here. Composition cannot be forbidden: ProseMirror sees
 * its DOM changed, finds no handler that accepts the change, and draws the document again.
 *
 * @param selectedText what is selected, as the article text has it
 * @param composing called before a composition changes the DOM
 */
export function unchangeable(
  selectedText: () => string,
  composing: () => void,
): Required<Pick<EditorProps, "handleDOMEvents" | "handleTextInput" | "editable">> {
  return {
    editable: () => true,
    handleTextInput: () => true,
    handleDOMEvents: {
      beforeinput: forbid,
      paste: forbid,
      cut: forbid,
      drop: forbid,
      dragstart: forbid,
      dragenter: refuseToTake,
      dragover: refuseToTake,
      // Otherwise ProseMirror would leave the composed text alone until the composition ends.
      compositionstart: (view) => {
        composing();
        // It would delete what is selected, and rebuild paragraphs around the place: it gets a caret,
        // and with the document the selection is drawn again.
        view.dom.ownerDocument.getSelection()?.collapseToEnd();
        return true;
      },
      compositionupdate: () => true,
      compositionend: () => true,
      copy: (_view, event) => {
        const text = selectedText();
        if (text === "" || !event.clipboardData) return true;
        event.preventDefault();
        event.clipboardData.setData("text/plain", text);
        return true;
      },
    },
  };
}

/** The attributes of that element, for assistive technology, keyboards on screens, and extensions. */
export function surfaceAttributes(label: string): Record<string, string> {
  return {
    class: "reader",
    role: "textbox",
    "aria-multiline": "true",
    "aria-readonly": "true",
    "aria-label": label,
    inputmode: "none",
    spellcheck: "false",
    autocorrect: "off",
    autocapitalize: "off",
    autocomplete: "off",
    writingsuggestions: "false",
    // A translation in place would no longer be the words that the offsets count.
    translate: "no",
    "data-gramm": "false",
    "data-gramm_editor": "false",
    "data-enable-grammarly": "false",
    "data-lt-active": "false",
  };
}

export function forbid(_view: unknown, event: Event): true {
  event.preventDefault();
  return true;
}

/** Files are the page's to take: they pass on to whoever listens outside. */
export function refuseToTake(_view: unknown, event: DragEvent): true {
  if (event.dataTransfer && !event.dataTransfer.types.includes("Files")) {
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  }
  return true;
}
