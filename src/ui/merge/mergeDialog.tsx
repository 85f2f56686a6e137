import { useEffect, useState } from "react";
import type { ProjectBundle } from "../../model/bundle.ts";
import type { Edit } from "../../model/change.ts";
import {
  laterSide,
  mergeEdits,
  type Conflict,
  type MergePlan,
  type Side,
} from "../../model/projectMerge.ts";
import { quoteOf } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { mergeProject, prepareMerge, type PreparedMerge } from "../../store/projectMerge.ts";
import type { Actor } from "../../store/store.ts";
import { summaryOf } from "../history/summary.ts";
import { Dialog } from "../parts/dialog.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import "./merge.css";

interface MergeDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly theirs: ProjectBundle;
  readonly onClose: () => void;
}

type Rule = Side | "later";

const rules: readonly (readonly [Rule, string])[] = [
  ["later", "Keep the later version"],
  ["ours", "Keep ours"],
  ["theirs", "Take theirs"],
];

/** Merges another coder's version of the project: what it adds, changes and contradicts, seen first. */
export function MergeDialog({ live, actor, theirs, onClose }: MergeDialogProps) {
  const [joinNames, setJoinNames] = useState(true);
  const [prepared, setPrepared] = useState<PreparedMerge | null>(null);
  const [rule, setRule] = useState<Rule>("later");
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const [bringBack, setBringBack] = useState(false);

  useEffect(() => {
    let wanted = true;
    void orNotice(prepareMerge(live.store, live.id, theirs, { joinNames })).then((made) => {
      if (wanted && made) setPrepared(made);
    });
    return () => {
      wanted = false;
    };
  }, [live, theirs, joinNames]);

  const sideOf = (conflict: Conflict): Side =>
    chosen.get(conflict.id) ?? (rule === "later" ? laterSide(conflict) : rule);
  const edits = prepared ? mergeEdits(prepared.plan, sideOf, bringBack) : [];
  const merge = async () => {
    if (!prepared) return;
    const merged = await orNotice(mergeProject(actor, prepared.theirs, edits));
    if (merged === undefined) return;
    notice(`“${theirs.project.name}” merged: ${summaryOf(edits)}`);
    onClose();
  };

  return (
    <Dialog
      title={`Merge “${theirs.project.name}”`}
      size="large"
      onClose={onClose}
      foot={
        <>
          <span className="start form-hint">One action: Undo takes all of it back.</span>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="button"
            className="button primary"
            disabled={edits.length === 0}
            onClick={() => void merge()}
          >
            Merge
          </button>
        </>
      }
    >
      <label className="export-check">
        <input
          type="checkbox"
          checked={joinNames}
          onChange={(event) => setJoinNames(event.target.checked)}
        />
        Take topics, speakers and organisations of the same name to be the same
      </label>
      {prepared && <Plan plan={prepared.plan} unplaced={prepared.unplaced} />}
      {prepared && prepared.plan.deletedHere.length > 0 && (
        <label className="export-check">
          <input
            type="checkbox"
            checked={bringBack}
            onChange={(event) => setBringBack(event.target.checked)}
          />
          Bring back what was deleted here: {summaryOf(prepared.plan.deletedHere)}
        </label>
      )}
      {prepared && prepared.plan.conflicts.length > 0 && (
        <section>
          <label className="merge-rule">
            <span className="label">Where both changed the same</span>
            <select
              className="field"
              value={rule}
              onChange={(event) => {
                const next = rules.find(([name]) => name === event.target.value);
                if (next) setRule(next[0]);
                setChosen(new Map());
              }}
            >
              {rules.map(([name, label]) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <ul className="merge-conflicts" aria-label="Conflicts">
            {prepared.plan.conflicts.map((conflict) => (
              <ConflictRow
                key={conflict.id}
                live={live}
                conflict={conflict}
                side={sideOf(conflict)}
                onChoose={(side) => setChosen(new Map(chosen).set(conflict.id, side))}
              />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function Plan({ plan, unplaced }: { readonly plan: MergePlan; readonly unplaced: number }) {
  const rows: readonly (readonly [string, readonly Edit[]])[] = [
    ["Added", plan.added],
    ["Changed by them", plan.changed],
  ];
  return (
    <dl className="merge-plan">
      {rows.map(([label, edits]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{edits.length === 0 ? "nothing" : summaryOf(edits)}</dd>
        </div>
      ))}
      <div>
        <dt>In conflict</dt>
        <dd>{plan.conflicts.length}</dd>
      </div>
      <div>
        <dt>The same, or ours alone</dt>
        <dd>{plan.kept}</dd>
      </div>
      {unplaced > 0 && (
        <div>
          <dt>To be placed again: their words are no longer in the text</dt>
          <dd>{unplaced}</dd>
        </div>
      )}
    </dl>
  );
}

interface ConflictRowProps {
  readonly live: LiveProject;
  readonly conflict: Conflict;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
}

function ConflictRow({ live, conflict, side, onChoose }: ConflictRowProps) {
  return (
    <li>
      <fieldset className="merge-conflict">
        <legend>{titleOf(conflict)}</legend>
        {(["ours", "theirs"] as const).map((which) => (
          <label key={which}>
            <input
              type="radio"
              name={conflict.id}
              checked={side === which}
              onChange={() => onChoose(which)}
            />
            <span>
              <strong>{which === "ours" ? "Ours" : "Theirs"}</strong>{" "}
              {conflict.fields
                .filter((field) => field !== "updatedAt")
                .map((field) => `${field}: ${shown(live, conflict[which], field)}`)
                .join("; ")}
            </span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}

function titleOf({ ours }: Conflict): string {
  if ("speakerIds" in ours) return quoteOf(ours);
  if ("title" in ours) return ours.title || "Untitled article";
  return "name" in ours ? ours.name : "";
}

/** A field's value in words: ids become the names we know. */
function shown(live: LiveProject, record: object, field: string): string {
  const value: unknown = new Map<string, unknown>(Object.entries(record)).get(field);
  const words = JSON.stringify(value) ?? "nothing";
  return words.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const named =
      live.get("topics", id) ??
      live.get("speakers", id) ??
      live.get("coders", id) ??
      live.get("fields", id);
    return named?.name ?? id;
  });
}
