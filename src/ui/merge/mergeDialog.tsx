import { useEffect, useRef, useState } from "react";
import type { ProjectBundle } from "../../model/bundle.ts";
import type { Edit } from "../../model/change.ts";
import {
  laterSide,
  mergeEdits,
  type Conflict,
  type MergePlan,
  type Side,
} from "../../model/projectMerge.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { mergeProject, prepareMerge, type PreparedMerge } from "../../store/projectMerge.ts";
import type { Actor } from "../../store/store.ts";
import { summaryOf } from "../history/summary.ts";
import { Dialog } from "../parts/dialog.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { ConflictList } from "./conflictList.tsx";
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
  const [made, setMade] = useState<number | null>(null);
  const stopping = useRef<AbortController | null>(null);

  useEffect(() => {
    let wanted = true;
    void orNotice(prepareMerge(live.store, live.id, theirs, { joinNames })).then((plan) => {
      if (wanted && plan) setPrepared(plan);
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
    const stop = new AbortController();
    stopping.current = stop;
    setMade(0);
    const merging = mergeProject(actor, prepared.theirs, edits, {
      signal: stop.signal,
      onProgress: setMade,
    });
    const result = await merging;
    setMade(null);
    if (!result.ok && stop.signal.aborted) {
      notice("Merge stopped; nothing was saved");
      return;
    }
    if ((await orNotice(merging)) === undefined) return;
    onClose();
    notice(`“${theirs.project.name}” merged: ${summaryOf(edits)}`);
  };
  const leave = () => (made === null ? onClose() : stopping.current?.abort());

  return (
    <Dialog
      title={`Merge “${theirs.project.name}”`}
      size="large"
      onClose={leave}
      foot={
        <>
          {made === null ? (
            <span className="start form-hint">One action: Undo takes all of it back.</span>
          ) : (
            <label className="start merge-progress">
              <span>
                {made < edits.length
                  ? `${made.toLocaleString()} of ${edits.length.toLocaleString()} records`
                  : "Looking through what was merged, and saving …"}
              </span>
              <progress value={made} max={edits.length} aria-label="Merging" />
            </label>
          )}
          <button type="button" className="button" onClick={leave}>
            {made === null ? "Cancel" : "Stop"}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={edits.length === 0 || made !== null}
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
          <ConflictList
            live={live}
            theirs={prepared.theirs}
            conflicts={prepared.plan.conflicts}
            sideOf={sideOf}
            onChoose={(conflict, side) => setChosen(new Map(chosen).set(conflict.id, side))}
          />
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
        <dd>{plan.conflicts.length.toLocaleString()}</dd>
      </div>
      <div>
        <dt>The same, or ours alone</dt>
        <dd>{plan.kept.toLocaleString()}</dd>
      </div>
      {unplaced > 0 && (
        <div>
          <dt>To be placed again: their words are no longer in the text</dt>
          <dd>{unplaced.toLocaleString()}</dd>
        </div>
      )}
    </dl>
  );
}
