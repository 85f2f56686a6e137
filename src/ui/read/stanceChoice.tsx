import { stances } from "../../model/statement.ts";
import { stanceNames, StanceSign } from "../parts/stance.tsx";
import type { TopicChoice } from "./formValue.ts";

/** The stance on a topic, as a sign in its chip; nothing while it is not set. */
export function TopicStance({
  topics,
  entryKey,
}: {
  topics: readonly TopicChoice[];
  entryKey: string;
}) {
  const stance = topics.find((choice) => choice.entry.key === entryKey)?.stance ?? "not set";
  if (stance === "not set") return null;
  return (
    <>
      <StanceSign stance={stance} />
      <span className="visually-hidden">, {stance}</span>
    </>
  );
}

interface StanceChoiceProps {
  readonly labelledBy: string;
  readonly name: string;
  readonly current: TopicChoice | undefined;
  readonly several: boolean;
  readonly onChange: (choice: TopicChoice) => void;
}

/** The stance on one topic: of the chip that is current, where there are several. */
export function StanceChoice({ labelledBy, name, current, several, onChange }: StanceChoiceProps) {
  return (
    <div className="stance-choice">
      <div
        role="radiogroup"
        aria-labelledby={labelledBy}
        className="segments"
        title={current ? undefined : "A stance is on a topic: choose one first"}
      >
        {stances.map((stance) => (
          <label key={stance} className="segment">
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              disabled={!current}
              checked={current?.stance === stance}
              onChange={() => current && onChange({ ...current, stance })}
            />
            <StanceSign stance={stance} />
            {stanceNames[stance]}
          </label>
        ))}
      </div>
      {several && current && <span className="stance-on">on {current.entry.name}</span>}
    </div>
  );
}
