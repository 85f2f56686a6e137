import { useId, useState } from "react";
import { defaultOptions, type ExportOptions } from "../../export/format.ts";
import { exportFile, formats } from "../../export/registry.ts";
import type { StatementId } from "../../model/id.ts";
import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { bundleOf } from "../../store/projects.ts";
import { useRecords } from "../live.ts";
import { Dialog } from "../parts/dialog.tsx";
import { DialogFoot } from "../parts/dialogFoot.tsx";
import { notice } from "../parts/notices.tsx";
import { ProblemText } from "../parts/problemText.tsx";
import type { Route } from "../route.ts";
import { narrows, queryOf } from "../statements/query.ts";
import { inReadingOrder } from "../statements/shown.ts";
import { useShown } from "../statements/useShown.ts";
import { saveFile } from "./saveFile.ts";
import "./exportDialog.css";

interface ExportDialogProps {
  readonly live: LiveProject;
  readonly route: Route;
  readonly onClose: () => void;
}

/** Writes statements, or the whole project, into a file. */
export function ExportDialog({ live, route, onClose }: ExportDialogProps) {
  const [formatId, setFormatId] = useState("csv");
  const [scope, setScope] = useState<"shown" | "all">("all");
  const [options, setOptions] = useState(defaultOptions);
  const [writing, setWriting] = useState(false);
  const [failed, setFailed] = useState(false);
  const id = useId();
  const statements = useRecords(live, "statements");
  const answer = useShown(live, route);
  const filtered = answer.waiting ? null : (answer.shown?.statements ?? null);
  const shown = shownIn(live, route, filtered);
  const everything = inReadingOrder(live);
  const format = formats.find((candidate) => candidate.id === formatId) ?? formats[0];
  if (!format) throw new Error("There is at least one format");
  const chosen = (scope === "shown" && shown ? shown.statements : everything).map((s) => s.id);

  const download = async () => {
    setWriting(true);
    setFailed(false);
    try {
      const bundle = await bundleOf(live.store, live.id);
      if (!bundle) throw new Error("The project is gone");
      const there = new Set<StatementId>(bundle.statements.map((statement) => statement.id));
      const still = chosen.filter((statementId) => there.has(statementId));
      saveFile(await exportFile(format, { bundle, chosen: still, options }));
      onClose();
      notice(format.wholeProject ? "Project exported" : `${still.length} statements exported`);
    } catch {
      setFailed(true);
      setWriting(false);
    }
  };

  return (
    <Dialog
      title="Export"
      onClose={onClose}
      foot={
        <DialogFoot onCancel={onClose} onAct={download} disabled={writing}>
          {writing ? "Writing …" : "Download"}
        </DialogFoot>
      }
    >
      <div className="stacked">
        <label className="label" htmlFor={`${id}format`}>
          Format
        </label>
        <select
          id={`${id}format`}
          className="field export-formats"
          size={Math.max(3, formats.length)}
          value={formatId}
          aria-describedby={`${id}about`}
          onChange={(event) => setFormatId(event.target.value)}
        >
          {formats.map((candidate) => (
            <option key={candidate.id} value={candidate.id}>
              {candidate.label}
            </option>
          ))}
        </select>
        <p id={`${id}about`} className="form-hint">
          {format.describe}
        </p>
      </div>
      {!format.wholeProject && shown && (
        <fieldset className="export-scope">
          <legend className="label">Statements</legend>
          <label>
            <input
              type="radio"
              name={`${id}scope`}
              checked={scope === "all"}
              onChange={() => setScope("all")}
            />
            All of the project ({statements.length})
          </label>
          <label>
            <input
              type="radio"
              name={`${id}scope`}
              checked={scope === "shown"}
              onChange={() => setScope("shown")}
            />
            {shown.label} ({shown.statements.length})
          </label>
        </fieldset>
      )}
      {format.options.map((option) => (
        <ExportOption
          key={option}
          option={option}
          value={options}
          onChange={(changed) => setOptions({ ...options, ...changed })}
        />
      ))}
      {failed && (
        <ProblemText
          problem={{
            what: "The file could not be written.",
            remedy: "Try again; if the project is large, close other tabs first to free memory.",
          }}
        />
      )}
    </Dialog>
  );
}

interface ExportOptionProps {
  readonly option: keyof ExportOptions;
  readonly value: ExportOptions;
  readonly onChange: (changed: Partial<ExportOptions>) => void;
}

function ExportOption({ option, value, onChange }: ExportOptionProps) {
  switch (option) {
    case "guardFormulas":
      return (
        <label className="export-check">
          <input
            type="checkbox"
            checked={value.guardFormulas}
            onChange={(event) => onChange({ guardFormulas: event.target.checked })}
          />
          <span>
            Safe for spreadsheets
            <span className="form-hint">
              An apostrophe before what Excel would run as a formula; where it stands before exact
              words, the column quote_guarded says so.
            </span>
          </span>
        </label>
      );
    case "groupBy":
      return (
        <label className="stacked">
          <span className="label">Group passages by</span>
          <select
            className="field"
            value={value.groupBy}
            onChange={(event) =>
              onChange({ groupBy: event.target.value === "topic" ? "topic" : "speaker" })
            }
          >
            <option value="speaker">Speaker</option>
            <option value="topic">Topic</option>
          </select>
        </label>
      );
  }
}

/** What the view shows of the statements, where that is less than all or in another order. */
function shownIn(live: LiveProject, route: Route, filtered: readonly Statement[] | null) {
  if (route.view === "statements" && Object.keys(route.filter).length > 0 && filtered) {
    const label = narrows(queryOf(route)) ? "Those the filter shows" : "In the order shown";
    return { label, statements: filtered };
  }
  if (route.view === "read" && route.articleId)
    return { label: "Those of this article", statements: live.statementsOf(route.articleId) };
  return null;
}
