import { useId, useState } from "react";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { Dialog } from "../parts/dialog.tsx";
import { DialogFoot } from "../parts/dialogFoot.tsx";
import type { Entry } from "../parts/entry.ts";
import { EntryField } from "../parts/entryField.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { undoAndSay } from "../shell/undoing.ts";
import { plural, type Counts } from "./counts.ts";
import { nouns } from "./entryDetail.tsx";
import {
  conflictWords,
  consequence,
  effectOf,
  extentOfEntry,
  fits,
  mergeOf,
  misfitWords,
  otherwiseWords,
  rulesOf,
  severalWords,
  type MergeRule,
} from "./merging.ts";
import { openPlace, type Tab } from "./place.ts";
import { useOffered } from "./useOffered.ts";

interface MergeDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly tab: Tab;
  readonly ids: readonly string[];
  readonly counts: Counts;
  readonly onClose: () => void;
}

/** Makes one entry of several; says first what becomes of their statements. */
export function MergeDialog({ live, actor, tab, ids, counts, onClose }: MergeDialogProps) {
  const id = useId();
  const noun = nouns[tab];
  const entries = useOffered(live, tab);
  const [chosen, setChosen] = useState<readonly Entry[]>(
    ids.flatMap((one) => entries.find(({ key }) => key === one) ?? []),
  );
  const [wanted, setWanted] = useState<string | null>(null);
  const [rule, setRule] = useState<MergeRule>("keep");
  const [saving, setSaving] = useState(false);
  // The one with the most statements stays, as long as nobody says otherwise.
  const most = chosen.toSorted(
    (a, b) => (counts.get(b.key)?.statements ?? 0) - (counts.get(a.key)?.statements ?? 0),
  )[0];
  const target = chosen.find(({ key }) => key === wanted) ?? most;
  const others = chosen.filter(({ key }) => key !== target?.key);
  const from = others.map(({ key }) => key);
  const misfit = misfitWords(live, tab, chosen);
  const ready = target !== undefined && from.length > 0 && misfit === null;
  const effect = ready ? effectOf(live, tab, target.key, from) : null;

  const merge = async () => {
    if (!target) return;
    setSaving(true);
    const merged = await orNotice(mergeOf(actor, tab, target.key, from, rule));
    setSaving(false);
    if (!merged) return;
    onClose();
    openPlace(live, { tab, entry: target.key });
    notice(`${plural(chosen.length, noun)} merged into “${target.name}”`, {
      label: "Undo",
      act: () => void undoAndSay(actor),
    });
  };

  return (
    <Dialog
      title={`Merge ${noun}s`}
      onClose={onClose}
      foot={
        <DialogFoot
          hint="One undo takes it back."
          onCancel={onClose}
          onAct={merge}
          disabled={!ready || saving}
        >
          {ready ? `Merge ${chosen.length} into “${target.name}”` : "Merge"}
        </DialogFoot>
      }
    >
      <div className="codebook-pick">
        <EntryField
          label="Merge"
          entries={entries.filter(
            ({ key }) => !chosen.some((one) => one.key === key) && fits(live, tab, key, chosen),
          )}
          value={chosen}
          onChange={setChosen}
          placeholder={`Type to find ${noun}s`}
        />
      </div>
      {chosen.length > 1 && (
        <fieldset className="codebook-radios">
          <legend className="label">The one that stays</legend>
          {chosen.map((entry) => (
            <label key={entry.key}>
              <input
                type="radio"
                name={`${id}target`}
                checked={entry.key === target?.key}
                onChange={() => setWanted(entry.key)}
              />
              <span dir="auto">{entry.name}</span>
              <small>{extentOfEntry(live, tab, entry.key, counts)}</small>
            </label>
          ))}
        </fieldset>
      )}
      {effect && target ? (
        <div className="codebook-effect" role="status">
          <p>{consequence(live, tab, effect, target)}</p>
          {effect.several > 0 && <p>{severalWords(live, tab, effect, target.key)}</p>}
        </div>
      ) : (
        <p className="form-hint">
          {misfit ??
            `Choose two or more ${noun}s${tab === "fields" ? " of the same records that take the same" : ""}.`}
        </p>
      )}
      {effect && effect.conflicts > 0 && target && (
        <fieldset className="codebook-radios">
          <legend className="label">{conflictWords(live, tab, effect, target.key)}</legend>
          {rulesOf(tab, target.name, others).map(([each, label]) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}rule`}
                checked={rule === each}
                onChange={() => setRule(each)}
              />
              {label}
            </label>
          ))}
          <p className="form-hint">{otherwiseWords(tab, target.name, others)}</p>
        </fieldset>
      )}
    </Dialog>
  );
}
