import { Trash2 } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import type { CoderId } from "../../model/id.ts";
import { colourCoder, removeCoder } from "../../store/coders.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { undo } from "../../store/undo.ts";
import { ColourField } from "../codebook/colourField.tsx";
import { useRecords } from "../live.ts";
import { Dialog } from "../parts/dialog.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { tint } from "../parts/tint.ts";
import "./codersDialog.css";

interface CodersDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly onClose: () => void;
}

/** Who codes in the project: their colours, and those who have coded nothing can be removed. */
export function CodersDialog({ live, actor, onClose }: CodersDialogProps) {
  const coders = useRecords(live, "coders").toSorted((a, b) => a.name.localeCompare(b.name));
  const counts = useSyncExternalStore(live.subscribe, () => live.countsByCoder());
  const [openId, setOpenId] = useState<CoderId | null>(actor.coderId);
  const remove = async (id: CoderId) => {
    const removed = await orNotice(removeCoder(actor, id));
    if (!removed) return;
    setOpenId(null);
    notice(`“${removed.name}” removed`, {
      label: "Bring them back",
      act: () => void orNotice(undo(actor)),
    });
  };
  return (
    <Dialog
      title="Coders"
      onClose={onClose}
      foot={
        <button type="button" className="button" onClick={onClose}>
          Done
        </button>
      }
    >
      <ul className="coders" aria-label="Coders of this project">
        {coders.map((coder) => {
          const count = counts.get(coder.id) ?? 0;
          const isOpen = coder.id === openId;
          const kept = whyKept(count, coder.id === actor.coderId);
          return (
            <li key={coder.id} className="coder">
              <button
                type="button"
                className="coder-head"
                aria-expanded={isOpen}
                onClick={() => setOpenId(isOpen ? null : coder.id)}
              >
                <span ref={tint(coder.colour)} className="entry-dot" />
                <span className="coder-name">{coder.name}</span>
                <span className="form-hint">
                  {count.toLocaleString()} {count === 1 ? "statement" : "statements"}
                </span>
              </button>
              {isOpen && (
                <div className="coder-body">
                  <ColourField
                    value={coder.colour}
                    onSave={(colour) => colourCoder(actor, coder.id, colour)}
                  />
                  {kept ? (
                    <p className="form-hint">{kept}</p>
                  ) : (
                    <button
                      type="button"
                      className="button small"
                      onClick={() => void remove(coder.id)}
                    >
                      <Trash2 size={13} aria-hidden /> Remove {coder.name}
                    </button>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** Why a coder is not to be removed, as far as it is known here; null where it can be tried. */
function whyKept(count: number, isActing: boolean): string | null {
  if (count > 0) return "Has statements, so cannot be removed.";
  return isActing ? "Codes on this device now; code as another one to remove them." : null;
}
