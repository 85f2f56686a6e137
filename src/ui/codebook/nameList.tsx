import { Plus, Split, X } from "lucide-react";
import { useId, useState } from "react";
import type { Problem, Result } from "../../model/problem.ts";
import { ProblemText } from "../parts/problemText.tsx";

interface NameListProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly hint: string;
  readonly onSave: (names: readonly string[]) => Promise<Result<unknown>>;
  /** Makes an entry of its own of a name; where it is left out, none can be. */
  readonly onSplit?: (name: string) => void;
}

/** Other names of an entry: add one, take one away, split one off. */
export function NameList({ label, names, hint, onSave, onSplit }: NameListProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (next: readonly string[]) => {
    const result = await onSave(next);
    setProblem(result.ok ? null : result.problem);
    return result.ok;
  };
  const add = async () => {
    if (typed.trim() === "") return;
    if (await save([...names, typed])) setTyped("");
  };
  return (
    <div className="stacked">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {names.length > 0 && (
        <ul className="name-list" aria-label={label}>
          {names.map((name) => (
            <li key={name} className="chip outlined">
              <span className="chip-name" dir="auto">
                {name}
              </span>
              {onSplit && (
                <button
                  type="button"
                  className="entry-remove"
                  aria-label={`Split ${name} off`}
                  title="Make it a speaker of its own"
                  onClick={() => onSplit(name)}
                >
                  <Split size={12} aria-hidden />
                </button>
              )}
              <button
                type="button"
                className="entry-remove"
                aria-label={`Remove ${name}`}
                onClick={() => void save(names.filter((one) => one !== name))}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="name-add">
        <input
          id={id}
          className="field"
          dir="auto"
          value={typed}
          placeholder="Another name"
          aria-describedby={`${id}hint`}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void add();
          }}
          onBlur={() => void add()}
        />
        <button
          type="button"
          className="button icon"
          aria-label={`Add to ${label.toLowerCase()}`}
          onClick={() => void add()}
        >
          <Plus size={15} aria-hidden />
        </button>
      </div>
      <span id={`${id}hint`} className="form-hint">
        {hint}
      </span>
      {problem && <ProblemText problem={problem} />}
    </div>
  );
}
