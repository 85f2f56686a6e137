import { useId, useState, type KeyboardEvent, type Ref } from "react";
import type { Problem, Result } from "../../model/problem.ts";
import { ProblemText } from "../parts/problemText.tsx";

interface SavedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => Promise<Result<unknown>>;
  /** Several lines, in which Enter begins a new one. */
  readonly lines?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A field that saves when it is left, or with Enter; Escape takes back what was typed. */
export function SavedField(props: SavedFieldProps) {
  const { label, value, onSave, lines, hint, inputRef } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const save = async () => {
    setProblem(null);
    if (typed === null || typed === value) return setTyped(null);
    const result = await onSave(typed);
    // What was typed meanwhile stays to be saved next.
    if (result.ok) setTyped((now) => (now === typed ? null : now));
    else setProblem(result.problem);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (!lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
    if (event.key === "Escape" && typed !== null) {
      event.stopPropagation();
      setTyped(null);
      setProblem(null);
    }
  };
  const field = {
    id,
    className: "field",
    value: typed ?? value,
    placeholder: props.placeholder,
    dir: "auto",
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": hint ? `${id}hint` : undefined,
    onBlur: () => void save(),
    onKeyDown,
  } as const;
  return (
    <div className={`stacked ${props.className ?? ""}`}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {lines ? (
        <textarea {...field} rows={3} onChange={(event) => setTyped(event.target.value)} />
      ) : (
        <input
          {...field}
          ref={inputRef}
          maxLength={props.maxLength}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {hint && (
        <span id={`${id}hint`} className="form-hint">
          {hint}
        </span>
      )}
      {problem && <ProblemText problem={problem} />}
    </div>
  );
}
