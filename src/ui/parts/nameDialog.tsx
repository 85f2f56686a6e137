import { useId, useState } from "react";
import { Dialog } from "./dialog.tsx";
import { DialogFoot } from "./dialogFoot.tsx";

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
        <DialogFoot onCancel={onClose} onAct={form} disabled={name.trim() === ""}>
          {action}
        </DialogFoot>
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
