import { useId, useState } from "react";
import { fieldKinds, type Field, type FieldKind } from "../../model/field.ts";
import type { TopicId } from "../../model/id.ts";
import type { Problem, Result } from "../../model/problem.ts";
import { createField } from "../../store/codebookFields.ts";
import { createOrganisation, createSpeaker } from "../../store/codebookSpeakers.ts";
import { createTopic } from "../../store/codebookTopics.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { Dialog } from "../parts/dialog.tsx";
import { DialogFoot } from "../parts/dialogFoot.tsx";
import { ProblemText } from "../parts/problemText.tsx";
import { ChoiceList, choicesOf, type ChoiceRow } from "./choiceList.tsx";
import { nouns } from "./entryDetail.tsx";
import { openPlace, type Tab } from "./place.ts";

interface NewEntryDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly tab: Tab;
  /** The topic that a new one is to stand below. */
  readonly parentId: string | null;
  readonly onClose: () => void;
}

/** Makes an entry, and opens it to be filled in. */
export function NewEntryDialog({ live, actor, tab, parentId, onClose }: NewEntryDialogProps) {
  const form = useId();
  const noun = nouns[tab];
  const parent = tab === "topics" && parentId !== null ? live.get("topics", parentId) : undefined;
  const [name, setName] = useState("");
  const [on, setOn] = useState<Field["on"]>("statement");
  const [kind, setKind] = useState<FieldKind>("text");
  const [choices, setChoices] = useState<readonly ChoiceRow[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);

  const create = (): Promise<Result<{ readonly id: string }>> => {
    switch (tab) {
      case "topics":
        return createTopic(actor, name, parentId as TopicId | null); // of a topic, in that tab
      case "speakers":
        return createSpeaker(actor, name);
      case "organisations":
        return createOrganisation(actor, name);
      case "fields":
        return createField(actor, { on, name, kind, choices: choicesOf(choices) });
    }
  };
  const save = async () => {
    const made = await create();
    if (!made.ok) return setProblem(made.problem);
    onClose();
    openPlace(live, { tab, entry: made.value.id }, "push");
  };

  return (
    <Dialog
      title={parent ? `New topic below “${parent.name}”` : `New ${noun}`}
      onClose={onClose}
      foot={
        <DialogFoot onCancel={onClose} onAct={form} disabled={name.trim() === ""}>
          Add {noun}
        </DialogFoot>
      }
    >
      <form
        id={form}
        className="new-entry"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className="stacked">
          <span className="label">Name</span>
          <input
            className="field"
            dir="auto"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {tab === "fields" && (
          <>
            <label className="stacked">
              <span className="label">On</span>
              <select
                className="field"
                value={on}
                onChange={({ target }) =>
                  setOn(target.value === "article" ? "article" : "statement")
                }
              >
                <option value="statement">each statement</option>
                <option value="article">each article</option>
              </select>
            </label>
            <label className="stacked">
              <span className="label">Takes</span>
              <select
                className="field"
                value={kind}
                onChange={({ target }) =>
                  setKind(fieldKinds.find((one) => one === target.value) ?? kind)
                }
              >
                {fieldKinds.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
            {kind === "choice" && <ChoiceList rows={choices} onChange={setChoices} />}
          </>
        )}
      </form>
      {problem && <ProblemText problem={problem} />}
    </Dialog>
  );
}
