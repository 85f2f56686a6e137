import type { Field, FieldValue, FieldValues } from "../../model/field.ts";
import type { FieldId } from "../../model/id.ts";
import { FieldInput, fieldText, fieldValue } from "./fieldInput.tsx";

/** What stands in the inputs of some fields, by the field's id. */
export type TypedFields = Readonly<Record<FieldId, string>>;

interface OwnFieldsProps {
  /** In their order. */
  readonly fields: readonly Field[];
  readonly typed: TypedFields;
  readonly onChange: (typed: TypedFields) => void;
}

/** Inputs for fields that the project gave its articles or statements. */
export function OwnFields({ fields, typed, onChange }: OwnFieldsProps) {
  if (fields.length === 0) return null;
  return (
    <div className="form-grid">
      {fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          value={typed[field.id] ?? ""}
          onChange={(value) => onChange({ ...typed, [field.id]: value })}
        />
      ))}
    </div>
  );
}

export function typedFields(fields: readonly Field[], values: FieldValues): TypedFields {
  return Object.fromEntries(fields.map(({ id }) => [id, fieldText(values[id])]));
}

/** The values that were typed; null when one of them does not fit its field. */
export function valuesTyped(fields: readonly Field[], typed: TypedFields): FieldValues | null {
  const values: Record<FieldId, FieldValue> = {};
  for (const field of fields) {
    const value = fieldValue(field, typed[field.id] ?? "");
    if (value === undefined) return null;
    if (value !== null) values[field.id] = value;
  }
  return values;
}
