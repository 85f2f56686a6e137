import { Dialog } from "../../parts/dialog.tsx";

interface DiscardDialogProps {
  readonly canSave: boolean;
  readonly onStay: () => void;
  readonly onDiscard: () => void;
  readonly onSave: () => Promise<void>;
}

/** Asks what becomes of a correction that is not saved. */
export function DiscardDialog({ canSave, onStay, onDiscard, onSave }: DiscardDialogProps) {
  return (
    <Dialog
      title="Discard the correction?"
      onClose={onStay}
      foot={
        <>
          <button type="button" className="button danger start" onClick={onDiscard}>
            Discard
          </button>
          <button type="button" className="button" onClick={onStay}>
            Keep correcting
          </button>
          <button
            type="button"
            className="button primary"
            disabled={!canSave}
            onClick={() => void onSave()}
          >
            Save correction
          </button>
        </>
      }
    >
      <p>What you changed in the text is not saved yet.</p>
    </Dialog>
  );
}
