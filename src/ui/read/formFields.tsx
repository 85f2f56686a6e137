import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Field } from "../../model/field.ts";
import { fieldText } from "../parts/fieldInput.tsx";
import { OwnFields } from "../parts/ownFields.tsx";
import { prefer, usePreferences } from "../preferences.ts";
import type { FormValue } from "./formValue.ts";
import "./formFields.css";

interface FormFieldsProps {
  /** Those of statements, in their order. */
  readonly fields: readonly Field[];
  readonly value: Pick<FormValue, "fields" | "typed">;
  readonly onChange: (typed: FormValue["typed"]) => void;
}

/** The project's own fields in the tag form: folded away, until one is filled in or they are unfolded. */
export function FormFields({ fields, value, onChange }: FormFieldsProps) {
  const { formFields: asLast } = usePreferences();
  const typed = typedIn(fields, value);
  const filled = fields.filter(({ id }) => typed[id] !== "").length;
  const [open, setOpen] = useState(asLast || filled > 0);
  if (fields.length === 0) return null;
  return (
    <details
      className="tag-fields"
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open === open) return;
        setOpen(currentTarget.open);
        // Those that are filled in unfold it by themselves; that is no wish for the next time.
        if (filled === 0) prefer({ formFields: currentTarget.open });
      }}
    >
      <summary>
        <ChevronRight size={13} aria-hidden /> Fields
        <small>{filled > 0 ? `${filled} of ${fields.length} filled in` : fields.length}</small>
      </summary>
      <OwnFields
        fields={fields}
        typed={typed}
        onChange={(next) =>
          onChange({
            ...value.typed,
            ...Object.fromEntries(
              Object.entries(next).filter(([id, text]) => text !== typed[id as Field["id"]]), // ids of fields
            ),
          })
        }
      />
    </details>
  );
}

/** Puts the focus into the first field of a form that holds what does not fit it; false where all fit. */
export function focusMisfit(form: HTMLElement): boolean {
  const misfit = form.querySelector<HTMLElement>(".tag-fields [aria-invalid]");
  const fields = misfit?.closest("details");
  if (!misfit || !fields) return false;
  fields.open = true;
  misfit.focus();
  return true;
}

/** What each input holds: what was typed, else the value that is there. */
function typedIn(fields: readonly Field[], { fields: values, typed }: FormFieldsProps["value"]) {
  const texts: FormValue["typed"] = Object.fromEntries(
    fields.map(({ id }) => [id, typed[id] ?? fieldText(values[id])]),
  );
  return texts;
}
