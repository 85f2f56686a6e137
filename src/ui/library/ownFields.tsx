import { fieldFault, type Field, type FieldValue, type FieldValues } from "../../model/field.ts";

interface OwnFieldsProps {
  readonly fields: readonly Field[];
  readonly values: FieldValues;
  readonly onChange: (values: FieldValues) => void;
}

/** The fields that the project gave its articles, in their order. */
export function OwnFields({ fields, values, onChange }: OwnFieldsProps) {
  if (fields.length === 0) return null;
  return (
    <div className="form-grid">
      {fields
        .toSorted((a, b) => a.position - b.position)
        .map((field) => (
          <label key={field.id}>
            <span className="label">{field.name}</span>
            <FieldInput
              field={field}
              value={values[field.id] ?? null}
              onChange={(value) => onChange(withValue(values, field, value))}
            />
          </label>
        ))}
    </div>
  );
}

function withValue(values: FieldValues, field: Field, value: FieldValue | null): FieldValues {
  const { [field.id]: _, ...others } = values;
  return value === null ? others : { ...others, [field.id]: value };
}

interface FieldInputProps {
  readonly field: Field;
  /** Null: not set. */
  readonly value: FieldValue | null;
  readonly onChange: (value: FieldValue | null) => void;
}

/** One value of a field; empty is not set. */
export function FieldInput({ field, value, onChange }: FieldInputProps) {
  const fault = value === null ? null : fieldFault(field, value);
  const invalid = fault !== null || undefined;
  if (field.kind === "yes/no" || field.kind === "choice") {
    const choices = field.kind === "choice" ? field.choices : ["yes", "no"];
    const chosen = typeof value === "boolean" ? (value ? "yes" : "no") : (value ?? "");
    return (
      <select
        className="field"
        value={chosen}
        aria-invalid={invalid}
        onChange={({ target }) => {
          if (target.value === "") onChange(null);
          else onChange(field.kind === "choice" ? target.value : target.value === "yes");
        }}
      >
        <option value="">Not set</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  }
  return (
    <>
      <input
        className="field"
        type={field.kind === "number" ? "number" : "text"}
        step="any"
        dir="auto"
        placeholder={field.kind === "date" ? "YYYY-MM-DD" : ""}
        value={value === null ? "" : String(value)}
        aria-invalid={invalid}
        onChange={({ target }) => {
          if (target.value === "") onChange(null);
          else onChange(field.kind === "number" ? target.valueAsNumber : target.value);
        }}
      />
      {fault && (
        <span className="form-hint" data-bad>
          It {fault}.
        </span>
      )}
    </>
  );
}
