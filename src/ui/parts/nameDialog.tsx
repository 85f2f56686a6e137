import { useId, useState } from "react";
import { Dialog } from "./dialog.tsx";

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  readonly action: string;
  readonly onSave: (name: string) => unknown;
  readonly onClose: () => void;
}

/** Asks for one name. */
export function NameDialog({ title, label, initial, action, onSave, onClose }: NameDialogProps) {
  const [name, setName] = useState(initial);
  const form = useId();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="submit"
            form={form}
            className="button primary"
            disabled={name.trim() === ""}
          >
            {action}
          </button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          onSave(name);
        }}
      >
        <label className="stacked">
          <span className="label">{label}</span>
          <input className="field" value={name} onChange={(event) => setName(event.target.value)} />
        </label>
      </form>
    </Dialog>
  );
}
