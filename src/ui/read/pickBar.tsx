import type { Purpose } from "./work.ts";
import "./pickBar.css";

interface PickBarProps {
  readonly purpose: Purpose;
  /** Whether words are selected. */
  readonly ready: boolean;
  readonly onKeep: () => void;
  readonly onCancel: () => void;
}

const purposes: Readonly<Record<Purpose, { readonly label: string; readonly ask: string }>> = {
  add: {
    label: "Add a range",
    ask: "Select the words that also belong to the statement.",
  },
  move: {
    label: "Move a range",
    ask: "Select the words the range should cover: drag, or Shift and the arrow keys.",
  },
  place: {
    label: "Place the statement again",
    ask: "Select the words that the statement covers now: drag, or Shift and the arrow keys.",
  },
};

/** Offers a form for words selected by touch, which itself opens none: they may still be changed. */
export function TagBar({ onTag }: { readonly onTag: () => void }) {
  return (
    <div className="pick-bar">
      <button type="button" className="button primary" onClick={onTag}>
        Tag these words
      </button>
    </div>
  );
}

/** Says what the selection will become, while words are picked for a statement. */
export function PickBar({ purpose, ready, onKeep, onCancel }: PickBarProps) {
  return (
    <div className="pick-bar" role="group" aria-label={purposes[purpose].label}>
      <p aria-live="polite">
        {purposes[purpose].ask}
        {ready && (
          <>
            {" "}
            <kbd>,</kbd> <kbd>.</kbd> move by clauses, <kbd>&lt;</kbd> <kbd>&gt;</kbd> by words,{" "}
            <kbd>B</kbd> the other edge.
          </>
        )}
      </p>
      <button type="button" className="button small primary" disabled={!ready} onClick={onKeep}>
        Keep <kbd>Enter</kbd>
      </button>
      <button type="button" className="button small" onClick={onCancel}>
        Cancel <kbd>Esc</kbd>
      </button>
    </div>
  );
}
