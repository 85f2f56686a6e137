import { ArrowRight } from "lucide-react";
import { useMemo, useState } from "react";
import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { Dialog } from "../parts/dialog.tsx";
import { DialogFoot } from "../parts/dialogFoot.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { undoAndSay } from "../shell/undoing.ts";
import { counted } from "./counted.ts";
import { emptyForm, recodings, type RecodingKind } from "./recodeForm.ts";
import { planOf } from "./recodePlan.ts";
import { RecodeParameters } from "./recodeParameters.tsx";
import "./recodeDialog.css";

interface RecodeDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly statements: readonly Statement[];
  readonly onClose: () => void;
}

/** One change to many statements, shown before it is made; one undo takes it back. */
export function RecodeDialog({ live, actor, statements, onClose }: RecodeDialogProps) {
  const [form, setForm] = useState(emptyForm);
  const [busy, setBusy] = useState(false);
  const plan = useMemo(() => planOf(live, statements, form), [live, statements, form]);
  const count = plan?.count ?? 0;

  const act = async () => {
    if (!plan) return;
    setBusy(true);
    const changed = await orNotice(plan.act(actor));
    setBusy(false);
    if (changed === undefined) return;
    onClose();
    notice(`${counted(changed, plan.noun)} changed`, {
      label: "Undo",
      act: () => void undoAndSay(actor),
    });
  };

  return (
    <Dialog
      title={`Recode ${counted(statements.length, "statement")}`}
      size="large"
      onClose={onClose}
      foot={
        <DialogFoot onCancel={onClose} onAct={act} disabled={busy || count === 0}>
          {busy ? "Changing …" : `Change ${counted(count, plan?.noun ?? "statement")}`}
        </DialogFoot>
      }
    >
      <div className="recode-form">
        <label className="stacked">
          <span className="label">What to do</span>
          <select
            className="field"
            value={form.kind}
            onChange={
              (event) => setForm({ ...emptyForm, kind: event.target.value as RecodingKind }) // its options are these
            }
          >
            {Object.entries(recodings).map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <RecodeParameters live={live} statements={statements} form={form} onChange={setForm} />
      </div>
      <p aria-live="polite" className="recode-count">
        {plan?.words ?? "Say what is to change; a preview appears here."}
      </p>
      {plan && count > 0 && (
        <ul className="recode-preview" aria-label="Preview">
          {plan.examples.map(({ id, of, before, after }) => (
            <li key={id}>
              <span className="recode-quote" dir="auto">
                {of}
              </span>
              <span className="recode-change">
                <del>{before || "nothing"}</del>
                <ArrowRight size={13} aria-label="becomes" />
                <ins>{after || "nothing"}</ins>
              </span>
            </li>
          ))}
          {count > plan.examples.length && (
            <li className="recode-more">… and {counted(count - plan.examples.length, "more")}</li>
          )}
        </ul>
      )}
    </Dialog>
  );
}
