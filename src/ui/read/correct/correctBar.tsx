import { Redo2, TriangleAlert, Undo2 } from "lucide-react";
import { keyText } from "../../commands/keys.ts";

interface CorrectBarProps {
  /** What becomes of the statements so far. */
  readonly summary: string;
  /** Whether a statement loses all its words. */
  readonly loses: boolean;
  /** The text was corrected elsewhere meanwhile. */
  readonly overtaken: boolean;
  readonly changed: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** Says that the text is being corrected, and what that does; saves it, or leaves it. */
export function CorrectBar(props: CorrectBarProps) {
  const { summary, loses, overtaken, changed } = props;
  return (
    <div className="correct-bar" role="group" aria-label="Correcting the text">
      <p className="correct-mode">
        <strong>Correcting the text</strong>
        <span className="correct-keys">
          <kbd>Enter</kbd> splits a paragraph, <kbd>{keyText("Backspace")}</kbd> at its start joins
          it
        </span>
      </p>
      <p className="correct-summary" data-loses={loses || undefined} aria-live="polite">
        {(loses || overtaken) && <TriangleAlert size={14} aria-hidden />}
        {overtaken
          ? "The text was corrected or deleted meanwhile, in another tab or by undo: this correction cannot be saved. Copy what you need, then cancel."
          : summary}
      </p>
      <div className="correct-actions">
        <button
          type="button"
          className="button plain icon"
          aria-label="Undo typing"
          title={`Undo typing (${keyText("Ctrl+z")})`}
          disabled={!props.canUndo}
          onClick={props.onUndo}
        >
          <Undo2 size={16} aria-hidden />
        </button>
        <button
          type="button"
          className="button plain icon"
          aria-label="Redo typing"
          title={`Redo typing (${keyText("Ctrl+Shift+z")})`}
          disabled={!props.canRedo}
          onClick={props.onRedo}
        >
          <Redo2 size={16} aria-hidden />
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          Cancel <kbd>Esc</kbd>
        </button>
        <button
          type="button"
          className="button primary"
          disabled={!changed || overtaken}
          onClick={props.onSave}
        >
          Save correction <kbd>{keyText("Ctrl+s")}</kbd>
        </button>
      </div>
    </div>
  );
}
