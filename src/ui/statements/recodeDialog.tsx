import { ArrowRight } from "lucide-react";
import { useMemo, useState } from "react";
import { attributesOf, fieldAttributeId, valuesText } from "../../model/query/attribute.ts";
import { recoded, type Recoding } from "../../model/recoding.ts";
import { quoteOf, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { recode } from "../../store/recode.ts";
import type { Actor } from "../../store/store.ts";
import { Dialog } from "../parts/dialog.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { stanceNames } from "../parts/stance.tsx";
import { labelsOf } from "../read/formValue.ts";
import { undoAndSay } from "../shell/undoing.ts";
import { emptyForm, recodingOf, recodings, type RecodingKind } from "./recodeForm.ts";
import { RecodeParameters } from "./recodeParameters.tsx";
import "./recodeDialog.css";

interface RecodeDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly statements: readonly Statement[];
  readonly onClose: () => void;
}

/** Pairs of before and after that the preview shows. */
const examples = 5;

/** One change to many statements, shown before it is made; one undo takes it back. */
export function RecodeDialog({ live, actor, statements, onClose }: RecodeDialogProps) {
  const [form, setForm] = useState(emptyForm);
  const [busy, setBusy] = useState(false);
  const recoding = recodingOf(live, form);
  const plan = useMemo(() => {
    const next = recodingOf(live, form);
    const pairs = next
      ? statements.flatMap((before) => {
          const after = recoded(before, next);
          return after === before ? [] : [{ before, after }];
        })
      : [];
    return { pairs, articles: new Set(pairs.map(({ before }) => before.articleId)).size };
  }, [live, statements, form]);
  const count = plan.pairs.length;

  const act = async () => {
    if (!recoding) return;
    setBusy(true);
    const ids = plan.pairs.map(({ before }) => before.id);
    const changed = await orNotice(recode(actor, ids, recoding));
    setBusy(false);
    if (changed === undefined) return;
    onClose();
    notice(`${counted(changed, "statement")} changed`, {
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
        <>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="button"
            className="button primary"
            disabled={busy || count === 0}
            onClick={() => void act()}
          >
            {busy ? "Changing …" : `Change ${counted(count, "statement")}`}
          </button>
        </>
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
        {!recoding
          ? "Say what is to change; a preview appears here."
          : count === 0
            ? "Nothing would change: none of these statements is concerned."
            : `${counted(count, "statement")} in ${counted(plan.articles, "article")} will change${count < statements.length ? `; ${(statements.length - count).toLocaleString()} stay as they are` : ""}.`}
      </p>
      {recoding && count > 0 && (
        <ul className="recode-preview" aria-label="Preview">
          {plan.pairs.slice(0, examples).map(({ before, after }) => (
            <li key={before.id}>
              <span className="recode-quote" dir="auto">
                {quoteOf(before)}
              </span>
              <span className="recode-change">
                <del>{describe(live, before, recoding) || "nothing"}</del>
                <ArrowRight size={13} aria-label="becomes" />
                <ins>{describe(live, after, recoding) || "nothing"}</ins>
              </span>
            </li>
          ))}
          {count > examples && (
            <li className="recode-more">… and {counted(count - examples, "more")}</li>
          )}
        </ul>
      )}
    </Dialog>
  );
}

/** The part of a statement that the recoding changes, in words. */
function describe(live: LiveProject, statement: Statement, recoding: Recoding): string {
  switch (recoding.do) {
    case "replace speaker":
    case "add speaker":
    case "remove speaker":
    case "set speakers":
      return labelsOf(live, statement)
        .speakers.map(({ name }) => name)
        .join(", ");
    case "set quotation":
      return statement.quotation;
    case "set note":
      return statement.note;
    case "set to discuss":
      return statement.toDiscuss ? "to discuss" : "not to discuss";
    case "set coder":
      return live.get("coders", statement.coderId)?.name ?? "";
    case "set field": {
      const id = fieldAttributeId({ id: recoding.field });
      const attribute = attributesOf(live).find((candidate) => candidate.id === id);
      return attribute ? valuesText(live, attribute, statement) : "";
    }
    case "replace topic":
    case "add topic":
    case "remove topic":
    case "set topics":
    case "set stance":
      return labelsOf(live, statement)
        .topics.map(({ entry, stance }) => `${entry.name} (${stanceNames[stance].toLowerCase()})`)
        .join(", ");
  }
}

/** "1 statement", "2,000 statements". */
export function counted(count: number, what: string): string {
  const plural = what === "more" || count === 1 ? what : `${what}s`;
  return `${count.toLocaleString()} ${plural}`;
}
