import "./pickBar.css";

interface PickBarProps {
  readonly purpose: "add" | "move";
  /** Whether words are selected. */
  readonly ready: boolean;
  readonly onKeep: () => void;
  readonly onCancel: () => void;
}

/** Says what the selection will become, while words are picked for a statement. */
export function PickBar({ purpose, ready, onKeep, onCancel }: PickBarProps) {
  return (
    <div
      className="pick-bar"
      role="group"
      aria-label={purpose === "add" ? "Add a range" : "Move a range"}
    >
      <p aria-live="polite">
        {purpose === "add"
          ? "Select the words that also belong to the statement."
          : "Select the words the range should cover: drag, or Shift and the arrow keys."}
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
