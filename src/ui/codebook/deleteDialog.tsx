import { useId, useState } from "react";
import type { FieldId, OrganisationId, SpeakerId, TopicId } from "../../model/id.ts";
import { extentOf, type StanceRule } from "../../model/merge.ts";
import type { Result } from "../../model/problem.ts";
import type { Statement } from "../../model/statement.ts";
import { deleteOrganisations, deleteSpeakers, deleteTopics } from "../../store/codebookEntries.ts";
import { deleteFields } from "../../store/codebookFields.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { Dialog } from "../parts/dialog.tsx";
import { DialogFoot } from "../parts/dialogFoot.tsx";
import type { Entry } from "../parts/entry.ts";
import { EntryField } from "../parts/entryField.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { undoAndSay } from "../shell/undoing.ts";
import { extentText, plural } from "./counts.ts";
import { nouns } from "./entryDetail.tsx";
import { MoveEffect } from "./moveEffect.tsx";
import type { Tab } from "./place.ts";
import { useOffered } from "./useOffered.ts";

interface DeleteDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly tab: Tab;
  readonly ids: readonly string[];
  readonly onClose: (deleted: boolean) => void;
}

/** Deletes entries; says first what that takes, and asks what becomes of their statements. */
export function DeleteDialog({ live, actor, tab, ids, onClose }: DeleteDialogProps) {
  const id = useId();
  const noun = nouns[tab];
  const others = useOffered(live, tab).filter(({ key }) => !ids.includes(key));
  const [fate, setFate] = useState<"lose" | "move">("lose");
  const [target, setTarget] = useState<readonly Entry[]>([]);
  const [rule, setRule] = useState<StanceRule>("keep");
  const [saving, setSaving] = useState(false);
  const taken = takenBy(live, tab, ids);
  const names = ids.flatMap((one) => live.get(tab, one)?.name ?? []);
  const what = names.length === 1 ? `“${names[0]}”` : plural(names.length, noun);
  const movable = tab !== "fields" && taken.count > 0 && others.length > 0;
  const moveTo = movable && fate === "move" ? (target[0]?.key ?? null) : null;
  const ready = fate === "lose" || !movable || moveTo !== null;

  const remove = async () => {
    setSaving(true);
    const deleted = await orNotice(deleteOf(actor, tab, ids, moveTo, rule));
    setSaving(false);
    if (deleted === undefined) return;
    onClose(true);
    notice(`${what} deleted`, { label: "Undo", act: () => void undoAndSay(actor) });
  };

  return (
    <Dialog
      title={`Delete ${what}`}
      onClose={() => onClose(false)}
      foot={
        <DialogFoot
          hint="One undo takes it back."
          onCancel={() => onClose(false)}
          onAct={remove}
          disabled={!ready || saving}
          danger
        >
          Delete
        </DialogFoot>
      }
    >
      <p>{taken.text}</p>
      {taken.below > 0 && (
        <p>
          {plural(taken.below, "topic")} below {names.length === 1 ? "it" : "them"}{" "}
          {taken.below === 1 ? "stays and moves" : "stay and move"} up one level.
        </p>
      )}
      {movable && (
        <fieldset className="codebook-radios">
          <legend className="label">What becomes of them</legend>
          <label>
            <input
              type="radio"
              name={`${id}fate`}
              checked={fate === "lose"}
              onChange={() => setFate("lose")}
            />
            <span>
              {loss(tab)}
              {taken.bare > 0 &&
                `; ${taken.bare} ${taken.bare === 1 ? "has" : "have"} no ${noun} then`}
            </span>
          </label>
          <label>
            <input
              type="radio"
              name={`${id}fate`}
              checked={fate === "move"}
              onChange={() => setFate("move")}
            />
            They get another {noun} in its place
          </label>
          {fate === "move" && (
            <div className="codebook-pick">
              <EntryField
                label="Instead"
                entries={others}
                value={target}
                onChange={(value) => setTarget(value.slice(-1))}
                placeholder={`Type to find the ${noun}`}
              />
            </div>
          )}
          {fate === "move" && target[0] && (
            <MoveEffect
              live={live}
              tab={tab}
              from={ids}
              into={target[0]}
              rule={rule}
              onRule={setRule}
            />
          )}
        </fieldset>
      )}
    </Dialog>
  );
}

function loss(tab: Tab): string {
  switch (tab) {
    case "organisations":
      return "They have no organisation";
    case "topics":
      return "They lose this topic, and their stance on it";
    default:
      return `They lose this ${nouns[tab]}`;
  }
}

interface Taken {
  /** How many records name the entries. */
  readonly count: number;
  /** Those of them that would name none of their kind any more. */
  readonly bare: number;
  /** Topics that stand directly below. */
  readonly below: number;
  readonly text: string;
}

/** What deleting takes away. */
function takenBy(live: LiveProject, tab: Tab, ids: readonly string[]): Taken {
  const gone = new Set(ids);
  const statements = live.all("statements");
  const of = (labels: (statement: Statement) => readonly string[]): Omit<Taken, "below"> => {
    const having = statements.filter((one) => labels(one).some((id) => gone.has(id)));
    return {
      count: having.length,
      bare: having.filter((one) => labels(one).every((id) => gone.has(id))).length,
      text: `Used by ${extentText(extentOf(having))}.`,
    };
  };
  switch (tab) {
    case "topics": {
      const below = live
        .all("topics")
        .filter(({ id, parentId }) => parentId !== null && gone.has(parentId) && !gone.has(id));
      return {
        ...of(({ topics }) => topics.map(({ topicId }) => topicId)),
        below: below.length,
      };
    }
    case "speakers":
      return { ...of(({ speakerIds }) => speakerIds), below: 0 };
    case "organisations": {
      const count = live
        .all("speakers")
        .filter(({ organisationId }) => gone.has(organisationId ?? "")).length;
      return { count, bare: 0, below: 0, text: `The organisation of ${plural(count, "speaker")}.` };
    }
    case "fields": {
      const count = [...statements, ...live.all("articles")].filter(({ fields }) =>
        Object.keys(fields).some((id) => gone.has(id)),
      ).length;
      return {
        count,
        bare: 0,
        below: 0,
        text: `${plural(count, "value")} will be deleted with it.`,
      };
    }
  }
}

function deleteOf(
  actor: Actor,
  tab: Tab,
  ids: readonly string[],
  moveTo: string | null,
  rule: StanceRule,
): Promise<Result<number>> {
  // The ids are those of the tab.
  switch (tab) {
    case "topics":
      return deleteTopics(actor, ids as TopicId[], moveTo as TopicId | null, rule);
    case "speakers":
      return deleteSpeakers(actor, ids as SpeakerId[], moveTo as SpeakerId | null);
    case "organisations":
      return deleteOrganisations(actor, ids as OrganisationId[], moveTo as OrganisationId | null);
    case "fields":
      return deleteFields(actor, ids as FieldId[]);
  }
}
