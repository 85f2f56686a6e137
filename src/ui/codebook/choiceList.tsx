import { ArrowUp, Plus, X } from "lucide-react";
import { newId } from "../../model/id.ts";

/** A choice as it is being edited: what it was, and what it is to be. */
export interface ChoiceRow {
  readonly key: string;
  /** Null for a choice that is new. */
  readonly was: string | null;
  readonly name: string;
}

export function choiceRows(choices: readonly string[]): ChoiceRow[] {
  return choices.map((name) => ({ key: newId<"field">(), was: name, name }));
}

/** The choices that the rows stand for. */
export function choicesOf(rows: readonly ChoiceRow[]): string[] {
  return rows.map(({ name }) => name.trim()).filter((name) => name !== "");
}

/** Choices that have another name now, by their old one. */
export function renamedOf(rows: readonly ChoiceRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ was, name }) =>
      was !== null && name.trim() !== "" && was !== name.trim() ? [[was, name.trim()]] : [],
    ),
  );
}

interface ChoiceListProps {
  readonly rows: readonly ChoiceRow[];
  readonly onChange: (rows: readonly ChoiceRow[]) => void;
}

/** What may be chosen in a field, in its order; a choice that is renamed takes its values along. */
export function ChoiceList({ rows, onChange }: ChoiceListProps) {
  const add = () => onChange([...rows, { key: newId<"field">(), was: null, name: "" }]);
  return (
    <fieldset className="choice-list">
      <legend className="label">Choices</legend>
      <ul>
        {rows.map((row, i) => (
          <li key={row.key}>
            <input
              className="field"
              aria-label={`Choice ${i + 1}`}
              dir="auto"
              value={row.name}
              onChange={(event) => onChange(rows.with(i, { ...row, name: event.target.value }))}
            />
            <button
              type="button"
              className="button icon plain"
              aria-label={`Move ${row.name || "it"} up`}
              disabled={i === 0}
              onClick={() => onChange(rows.toSpliced(i, 1).toSpliced(i - 1, 0, row))}
            >
              <ArrowUp size={14} aria-hidden />
            </button>
            <button
              type="button"
              className="button icon plain"
              aria-label={`Remove ${row.name || "it"}`}
              onClick={() => onChange(rows.toSpliced(i, 1))}
            >
              <X size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button small" onClick={add}>
        <Plus size={13} aria-hidden /> Add a choice
      </button>
    </fieldset>
  );
}
