import { useId, useState } from "react";
import type { OrganisationId, SpeakerId, TopicId } from "../../model/id.ts";
import {
  extentOf,
  speakerMergeEffect,
  topicMergeEffect,
  type MergeEffect,
  type StanceRule,
} from "../../model/merge.ts";
import type { Result } from "../../model/problem.ts";
import { mergeOrganisations, mergeSpeakers, mergeTopics } from "../../store/codebookEntries.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { Dialog } from "../parts/dialog.tsx";
import type { Entry } from "../parts/entry.ts";
import { EntryField } from "../parts/entryField.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { undoAndSay } from "../shell/undoing.ts";
import { extentText, plural, type Counts } from "./counts.ts";
import { nouns } from "./entryDetail.tsx";
import { openPlace } from "./place.ts";
import { useOffered, type MergeTab } from "./useOffered.ts";

interface MergeDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly tab: MergeTab;
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
  const [rule, setRule] = useState<StanceRule>("keep");
  const [saving, setSaving] = useState(false);
  // The one with the most statements stays, as long as nobody says otherwise.
  const most = chosen.toSorted(
    (a, b) => (counts.get(b.key)?.statements ?? 0) - (counts.get(a.key)?.statements ?? 0),
  )[0];
  const target = chosen.find(({ key }) => key === wanted) ?? most;
  const from = chosen.filter(({ key }) => key !== target?.key).map(({ key }) => key);
  const ready = target !== undefined && from.length > 0;
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
        <>
          <span className="start form-hint">One undo takes it back.</span>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="button"
            className="button primary"
            disabled={!ready || saving}
            onClick={() => void merge()}
          >
            {ready ? `Merge ${chosen.length} into “${target.name}”` : "Merge"}
          </button>
        </>
      }
    >
      <div className="codebook-pick">
        <EntryField
          label="Merge"
          entries={entries.filter(({ key }) => !chosen.some((one) => one.key === key))}
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
              <small>{extentText(counts.get(entry.key) ?? { statements: 0, articles: 0 })}</small>
            </label>
          ))}
        </fieldset>
      )}
      {effect && target ? (
        <div className="codebook-effect" role="status">
          <p>{consequence(tab, effect, target.name)}</p>
          {effect.several > 0 && (
            <p>
              {plural(effect.several, "statement")} had more than one of them and{" "}
              {effect.several === 1 ? "keeps" : "keep"} one.
            </p>
          )}
        </div>
      ) : (
        <p className="form-hint">Choose two or more {noun}s.</p>
      )}
      {effect && effect.conflicts > 0 && target && (
        <fieldset className="codebook-radios">
          <legend className="label">
            {effect.conflicts === 1
              ? "1 statement has different stances on them"
              : `${effect.conflicts} statements have different stances on them`}
          </legend>
          <label>
            <input
              type="radio"
              name={`${id}rule`}
              checked={rule === "keep"}
              onChange={() => setRule("keep")}
            />
            Keep the stance on “{target.name}”
          </label>
          <label>
            <input
              type="radio"
              name={`${id}rule`}
              checked={rule === "discuss"}
              onChange={() => setRule("discuss")}
            />
            Keep it, and mark them “to discuss”
          </label>
          <p className="form-hint">
            Where a statement has no set stance on “{target.name}”, the first of the others that is
            set counts.
          </p>
        </fieldset>
      )}
    </Dialog>
  );
}

function consequence(tab: MergeTab, effect: MergeEffect, name: string): string {
  const extent = `${extentText(effect)} ${effect.statements === 1 ? "goes" : "go"}`;
  switch (tab) {
    case "topics":
      return `${sentence(extent)} over to “${name}”, with the keywords, definitions and topics below.`;
    case "speakers":
      return `${sentence(extent)} over to “${name}”. The other names become aliases of it.`;
    case "organisations":
      return `Their speakers, with ${extentText(effect)}, go over to “${name}”. The other names become aliases of it.`;
  }
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function effectOf(
  live: LiveProject,
  tab: MergeTab,
  into: string,
  from: readonly string[],
): MergeEffect {
  const statements = live.all("statements");
  switch (tab) {
    case "topics":
      return topicMergeEffect(statements, into as TopicId, new Set(from as TopicId[])); // keys of that tab
    case "speakers":
      return speakerMergeEffect(statements, into as SpeakerId, new Set(from as SpeakerId[])); // likewise
    case "organisations": {
      const gone = new Set(from);
      const speakers = live
        .all("speakers")
        .filter(({ organisationId }) => organisationId !== null && gone.has(organisationId));
      const moved = new Set(speakers.map((speaker) => speaker.id));
      const changed = statements.filter((one) => one.speakerIds.some((id) => moved.has(id)));
      return { ...extentOf(changed), several: 0, conflicts: 0 };
    }
  }
}

function mergeOf(
  actor: Actor,
  tab: MergeTab,
  into: string,
  from: readonly string[],
  rule: StanceRule,
): Promise<Result<unknown>> {
  switch (tab) {
    case "topics":
      return mergeTopics(actor, into as TopicId, from as TopicId[], rule); // keys of that tab
    case "speakers":
      return mergeSpeakers(actor, into as SpeakerId, from as SpeakerId[]); // likewise
    case "organisations":
      return mergeOrganisations(actor, into as OrganisationId, from as OrganisationId[]); // likewise
  }
}
