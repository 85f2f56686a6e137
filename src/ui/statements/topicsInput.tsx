import { nextColour } from "../../model/codebook.ts";
import { stances, type Stance } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { EntryField } from "../parts/entryField.tsx";
import { stanceNames } from "../parts/stance.tsx";
import { withTopics, type TopicChoice } from "../read/formValue.ts";
import { entriesOf } from "./entries.ts";

interface TopicsInputProps {
  readonly live: LiveProject;
  readonly value: readonly TopicChoice[];
  readonly onChange: (value: readonly TopicChoice[]) => void;
}

/** Topics, each with its stance; those whose names are typed for the first time are made when it is saved. */
export function TopicsInput({ live, value, onChange }: TopicsInputProps) {
  const all = useRecords(live, "topics");
  const chosen = value.map(({ entry }) => entry);
  return (
    <div className="cell-editor-grid">
      <EntryField
        label="Topics"
        entries={entriesOf(live, "topics")}
        value={chosen}
        placeholder="About what?"
        newColour={nextColour([...all, ...chosen])}
        digits
        onChange={(entries) => onChange(withTopics(value, entries))}
      />
      {value.map(({ entry, stance }) => (
        <div key={entry.key} className="cell-editor-row">
          <span className="label" aria-hidden>
            {entry.name}
          </span>
          <StanceSelect
            label={`Stance on ${entry.name}`}
            value={stance}
            onChange={(next) =>
              onChange(
                value.map((one) => (one.entry.key === entry.key ? { entry, stance: next } : one)),
              )
            }
          />
        </div>
      ))}
    </div>
  );
}

interface StanceSelectProps {
  readonly label: string;
  readonly value: Stance;
  readonly onChange: (stance: Stance) => void;
}

export function StanceSelect({ label, value, onChange }: StanceSelectProps) {
  return (
    <select
      className="field"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const stance = stances.find((candidate) => candidate === event.target.value);
        if (stance) onChange(stance);
      }}
    >
      {stances.map((stance) => (
        <option key={stance} value={stance}>
          {stanceNames[stance]}
        </option>
      ))}
    </select>
  );
}
