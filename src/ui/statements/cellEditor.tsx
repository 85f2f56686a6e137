import { Popover } from "@base-ui/react/popover";
import { useState, type KeyboardEvent } from "react";
import { nextColour } from "../../model/codebook.ts";
import { quotations } from "../../model/quotation.ts";
import type { Result } from "../../model/problem.ts";
import type { NamedRecoding } from "../../model/recoding.ts";
import type { SpeakerId, TopicId } from "../../model/id.ts";
import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { employSpeakers, type Employment } from "../../store/codebookSpeakers.ts";
import { recode } from "../../store/recode.ts";
import type { Actor } from "../../store/store.ts";
import { useRecords } from "../live.ts";
import { named } from "../parts/entry.ts";
import { EntryField } from "../parts/entryField.tsx";
import { orNotice } from "../parts/notices.tsx";
import { labelsOf } from "../read/formValue.ts";
import { entriesOf } from "./entries.ts";
import { fieldOf } from "./editable.ts";
import { FieldInput, fieldText, fieldValue } from "../parts/fieldInput.tsx";
import { OrganisationsEditor } from "./organisationsEditor.tsx";
import { TopicsInput } from "./topicsInput.tsx";
import "./cellEditor.css";

interface CellEditorProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly statement: Statement;
  readonly attributeId: string;
  readonly label: string;
  readonly cell: HTMLElement;
  /** `back`: the focus is to return to the cell. */
  readonly onClose: (back: boolean) => void;
}

/** A small form over the cell: Enter and a click elsewhere save, Escape does not. */
export function CellEditor(props: CellEditorProps) {
  const { actor, statement, cell, label, onClose } = props;
  /** What saving does; nothing before something was changed. */
  const [action, setAction] = useState<Action | null>(null);
  const [bad, setBad] = useState(false);

  const save = async (back: boolean) => {
    if (bad) return;
    onClose(back);
    if (action) await orNotice(action.act());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation(); // the table's keys are not the form's
    if (event.shiftKey || event.nativeEvent.isComposing) return;
    const { target } = event;
    // In a list that is open Enter chooses, and Escape closes the list.
    if (target instanceof HTMLElement && target.getAttribute("aria-expanded") === "true") return;
    if (event.key === "Escape") return onClose(true);
    // A button does what it says.
    if (event.key !== "Enter" || target instanceof HTMLButtonElement) return;
    event.preventDefault();
    void save(true);
  };

  return (
    <Popover.Root
      open
      onOpenChange={(_, { reason }) => {
        if (reason === "escape-key") onClose(true);
        else if (reason === "outside-press" || reason === "focus-out") void save(false);
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={cell}
          side="bottom"
          align="start"
          sideOffset={-6}
          collisionPadding={8}
          className="cell-editor-place"
        >
          <Popover.Popup
            className="cell-editor"
            aria-label={`${label} of this statement`}
            finalFocus={false}
            onKeyDown={onKeyDown}
          >
            <EditorOf
              {...props}
              onChange={(recoding) =>
                setAction({ act: () => recode(actor, [statement.id], recoding) })
              }
              onEmploy={(employments) =>
                setAction({ act: () => employSpeakers(actor, employments) })
              }
              onBad={setBad}
            />
            <div className="cell-editor-foot">
              <button type="button" className="button small" onClick={() => onClose(true)}>
                Cancel <kbd>Esc</kbd>
              </button>
              <button
                type="button"
                className="button small primary"
                disabled={bad}
                onClick={() => void save(true)}
              >
                Save <kbd>↵</kbd>
              </button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface Action {
  readonly act: () => Promise<Result<unknown>>;
}

export interface EditorProps extends CellEditorProps {
  readonly onChange: (recoding: NamedRecoding) => void;
  /** The organisations of its speakers are to change, wherever they speak. */
  readonly onEmploy: (employments: readonly Employment[]) => void;
  /** What is typed does not fit the field. */
  readonly onBad: (bad: boolean) => void;
}

function EditorOf(props: EditorProps) {
  switch (props.attributeId) {
    case "speaker":
      return <SpeakersEditor {...props} />;
    case "organisation":
      return <OrganisationsEditor {...props} />;
    case "topic":
    case "stance":
      return <TopicsEditor {...props} />;
    case "quotation":
    case "discuss":
    case "coder":
      return <ChoiceEditor {...props} />;
    case "note":
      return <NoteEditor {...props} />;
    default:
      return <OwnFieldEditor {...props} />;
  }
}

function SpeakersEditor({ live, statement, onChange }: EditorProps) {
  useRecords(live, "speakers");
  const [value, setValue] = useState(labelsOf(live, statement).speakers);
  return (
    <div className="cell-editor-grid">
      <EntryField
        label="Speakers"
        entries={entriesOf(live, "speakers")}
        value={value}
        placeholder="Who says it?"
        newColour={nextColour([...live.all("speakers"), ...value])}
        onChange={(chosen) => {
          setValue(chosen);
          onChange({ do: "set speakers", speakers: chosen.map((one) => named<SpeakerId>(one)) });
        }}
      />
    </div>
  );
}

function TopicsEditor({ live, statement, onChange }: EditorProps) {
  const [topics, setTopics] = useState(labelsOf(live, statement).topics);
  return (
    <TopicsInput
      live={live}
      value={topics}
      onChange={(chosen) => {
        setTopics(chosen);
        onChange({
          do: "set topics",
          topics: chosen.map(({ entry, stance }) => ({ topic: named<TopicId>(entry), stance })),
        });
      }}
    />
  );
}

function NoteEditor({ statement, onChange }: EditorProps) {
  const [note, setNote] = useState(statement.note);
  return (
    <label className="stacked">
      <span className="label">Note</span>
      <textarea
        className="field"
        rows={3}
        dir="auto"
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
          onChange({ do: "set note", note: event.target.value.trim() });
        }}
      />
    </label>
  );
}

function ChoiceEditor({ live, statement, attributeId, label, onChange }: EditorProps) {
  const coders = useRecords(live, "coders");
  const [value, setValue] = useState(
    attributeId === "quotation"
      ? statement.quotation
      : attributeId === "coder"
        ? statement.coderId
        : String(statement.toDiscuss),
  );
  const choices: readonly (readonly [string, string, NamedRecoding])[] =
    attributeId === "quotation"
      ? quotations.map((kind) => [kind, kind, { do: "set quotation", quotation: kind }])
      : attributeId === "coder"
        ? coders.map(({ id, name }) => [id, name, { do: "set coder", coder: id }])
        : [true, false].map((is) => [
            String(is),
            is ? "yes" : "no",
            { do: "set to discuss", toDiscuss: is },
          ]);
  return (
    <label className="stacked">
      <span className="label">{label}</span>
      <select
        className="field"
        value={value}
        onChange={(event) => {
          setValue(event.target.value);
          const chosen = choices.find(([key]) => key === event.target.value);
          if (chosen) onChange(chosen[2]);
        }}
      >
        {choices.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function OwnFieldEditor({ live, statement, attributeId, onChange, onBad }: EditorProps) {
  const field = fieldOf(live, attributeId);
  const [text, setText] = useState(field ? fieldText(statement.fields[field.id]) : "");
  if (!field) return null;
  return (
    <FieldInput
      field={field}
      value={text}
      onChange={(typed) => {
        setText(typed);
        const value = fieldValue(field, typed);
        onBad(value === undefined);
        if (value !== undefined) onChange({ do: "set field", field: field.id, value });
      }}
    />
  );
}
