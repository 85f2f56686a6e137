import { Transform } from "prosemirror-transform";
import { Correction } from "../../src/model/correction.ts";
import { withStep, type Replacement } from "../../src/model/replacement.ts";
import { documentOf, Positions, textOf } from "../../src/model/document.ts";

/** Does one thing to the document; `position` is that of an offset of its text as it stands then. */
export type TextEdit = (transform: Transform, position: (offset: number) => number) => void;

/** The correction that a text's document gets by edits, one after the other, and the new document. */
export function correctionOf(text: string, ...edits: readonly TextEdit[]) {
  const transform = new Transform(documentOf(text));
  for (const edit of edits) {
    const positions = new Positions(transform.doc);
    edit(transform, (offset) => positions.position(offset));
  }
  return { correction: correctionBy(transform), document: transform.doc };
}

/** The correction that the steps of a transform make. */
export function correctionBy(transform: Transform): Correction {
  let replacements: readonly Replacement[] = [];
  for (const map of transform.mapping.maps) replacements = withStep(replacements, map);
  return Correction.between(transform.before, transform.doc, replacements);
}

/** Puts `words` in the place of `old`, the first time it stands in the text; it lies in one block. */
export function replacing(old: string, words: string): TextEdit {
  return (transform, position) => {
    const start = textOf(transform.doc).indexOf(old);
    if (start === -1) throw new Error(`Not in the text: ${old}`);
    const [from, to] = [position(start), position(start + old.length)];
    if (words === "") transform.delete(from, to);
    else transform.replaceWith(from, to, documentOf(words).firstChild?.content ?? []);
  };
}
