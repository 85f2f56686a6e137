import type { TopicId } from "../../model/id.ts";
import { stances, type Stance, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { topicEntry } from "../parts/entry.ts";
import { EntryField } from "../parts/entryField.tsx";
import { stanceNames } from "../parts/stance.tsx";
import { entriesOf } from "./entries.ts";

interface TopicsInputProps {
  readonly live: LiveProject;
  readonly value: Statement["topics"];
  readonly onChange: (value: Statement["topics"]) => void;
}

/** Topics, each with its stance. */
export function TopicsInput({ live, value, onChange }: TopicsInputProps) {
  useRecords(live, "topics");
  const chosen = value.flatMap(({ topicId }) => {
    const topic = live.get("topics", topicId);
    return topic ? [topicEntry(topic)] : [];
  });
  return (
    <div className="cell-editor-grid">
      <EntryField
        label="Topics"
        entries={entriesOf(live, "topics")}
        value={chosen}
        placeholder="About what?"
        digits
        onChange={(entries) =>
          onChange(
            entries.map(({ key }) => {
              const topicId = key as TopicId; // the key of a made entry is its id
              return value.find((t) => t.topicId === topicId) ?? { topicId, stance: "not set" };
            }),
          )
        }
      />
      {chosen.map((entry) => (
        <div key={entry.key} className="cell-editor-row">
          <span className="label" aria-hidden>
            {entry.name}
          </span>
          <StanceSelect
            label={`Stance on ${entry.name}`}
            value={value.find(({ topicId }) => topicId === entry.key)?.stance ?? "not set"}
            onChange={(stance) =>
              onChange(value.map((t) => (t.topicId === entry.key ? { ...t, stance } : t)))
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
