import { useState } from "react";
import { codebookExtensions, readCodebook, type ReadCodebook } from "../../import/codebookFile.ts";
import { planCodebook, type CodebookPlan, type PlanItem } from "../../model/codebookPlan.ts";
import type { Problem } from "../../model/problem.ts";
import { importCodebook } from "../../store/codebookImport.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { useRecords } from "../live.ts";
import { Dialog } from "../parts/dialog.tsx";
import { DialogFoot } from "../parts/dialogFoot.tsx";
import { FileField } from "../parts/fileField.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { ProblemText } from "../parts/problemText.tsx";
import { undoAndSay } from "../shell/undoing.ts";
import { nouns } from "./entryDetail.tsx";
import "./codebookImport.css";

interface CodebookImportProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly onClose: () => void;
}

/** Brings in a codebook; shows first what it adds, changes and merges by name. */
export function CodebookImport({ live, actor, onClose }: CodebookImportProps) {
  const [read, setRead] = useState<ReadCodebook | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const plan = usePlan(live, read);
  const touched = plan?.items.filter(({ what }) => what !== "same").length ?? 0;

  const choose = async (file: File | undefined) => {
    if (!file) return;
    const result = await readCodebook(file);
    setRead(result.ok ? result.value : null);
    setProblem(result.ok ? null : result.problem);
  };
  const save = async () => {
    if (!read) return;
    setSaving(true);
    const done = await orNotice(importCodebook(actor, read.codebook));
    setSaving(false);
    if (!done) return;
    onClose();
    notice("Codebook imported", { label: "Undo", act: () => void undoAndSay(actor) });
  };

  return (
    <Dialog
      title="Import a codebook"
      size="large"
      onClose={onClose}
      foot={
        <DialogFoot
          hint="Nothing is saved before you press the button."
          onCancel={onClose}
          onAct={save}
          disabled={touched === 0 || saving}
        >
          {touched > 0 ? `Import ${touched} ${touched === 1 ? "entry" : "entries"}` : "Import"}
        </DialogFoot>
      }
    >
      <FileField
        label="Choose a codebook file"
        hint="a table (CSV) with at least a column “name”, or a codebook or project from Verbatim (JSON)"
        accept={codebookExtensions}
        onChoose={(files) => choose(files?.[0])}
      />
      {problem && <ProblemText problem={problem} />}
      {read?.remarks.map((remark) => (
        <p key={remark} className="form-hint">
          {remark}
        </p>
      ))}
      {plan && <PlanList plan={plan} />}
    </Dialog>
  );
}

function usePlan(live: LiveProject, read: ReadCodebook | null): CodebookPlan | null {
  const topics = useRecords(live, "topics");
  const organisations = useRecords(live, "organisations");
  const speakers = useRecords(live, "speakers");
  const fields = useRecords(live, "fields");
  if (!read) return null;
  return planCodebook({ topics, organisations, speakers, fields }, read.codebook, live.id);
}

const words = {
  added: "new",
  changed: "changes",
  merged: "merges by name",
  same: "stays as it is",
} as const satisfies Record<PlanItem["what"], string>;

/** More than anybody reads through; the counts say the rest. */
const listed = 300;

function PlanList({ plan }: { plan: CodebookPlan }) {
  const counts = Map.groupBy(plan.items, ({ what }) => what);
  const told = plan.items.filter(({ what, remarks }) => what !== "same" || remarks.length > 0);
  const summary = [
    `${counts.get("added")?.length ?? 0} new`,
    `${counts.get("changed")?.length ?? 0} changed`,
    `${counts.get("merged")?.length ?? 0} merged by name`,
    `${counts.get("same")?.length ?? 0} as they are`,
  ];
  return (
    <>
      <p role="status">In the file: {summary.join(", ")}.</p>
      <p className="form-hint">
        An import never deletes or moves anything: what is here and not in the file stays as it is,
        and topics that are here keep their place.
      </p>
      <ul className="plan-list" aria-label="What changes">
        {told.slice(0, listed).map((item) => (
          <li key={item.id}>
            <span className="chip outlined">{words[item.what]}</span>
            <span className="form-hint">{nouns[item.table]}</span>
            <strong dir="auto">{item.name}</strong>
            {item.parts.length > 0 && <span className="form-hint">{item.parts.join(", ")}</span>}
            {item.remarks.map((remark) => (
              <span key={remark} className="plan-remark">
                {remark}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {told.length > listed && <p className="form-hint">and {told.length - listed} more.</p>}
    </>
  );
}
