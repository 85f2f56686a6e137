import { useId } from "react";
import { fieldFault, type Field, type FieldValue } from "../../model/field.ts";

interface FieldInputProps {
  readonly field: Field;
  /** As it is typed; empty for no value. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** An input for one of the project's own fields. */
export function FieldInput({ field, value, onChange }: FieldInputProps) {
  const id = useId();
  const choices =
    field.kind === "yes/no" ? ["yes", "no"] : field.kind === "choice" ? field.choices : null;
  const bad = fieldValue(field, value) === undefined;
  return (
    <div className="stacked">
      <label className="label" htmlFor={id}>
        {field.name}
      </label>
      {choices ? (
        <select id={id} className="field" value={value} onChange={(e) => onChange(e.target.value)}>
          <option value="">Not set</option>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className="field"
          inputMode={field.kind === "number" ? "decimal" : undefined}
          placeholder={field.kind === "date" ? "YYYY-MM-DD" : undefined}
          dir="auto"
          value={value}
          aria-invalid={bad || undefined}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
      {bad && (
        <span className="form-hint" data-bad>
          {field.kind === "number" ? "Write a number." : "Write it as 2025, 2025-04 or 2025-04-26."}
        </span>
      )}
    </div>
  );
}

/** A field's value as it is typed. */
export function fieldText(value: FieldValue | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === undefined ? "" : String(value);
}

/** What was typed as a value; null for none, undefined when it does not fit the field. */
export function fieldValue(field: Field, typed: string): FieldValue | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  const value =
    field.kind === "number" ? Number(text) : field.kind === "yes/no" ? text === "yes" : text;
  return fieldFault(field, value) === null ? value : undefined;
}
