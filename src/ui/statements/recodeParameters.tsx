import { useMemo } from "react";
import { fieldsOn } from "../../model/field.ts";
import { nextColour } from "../../model/codebook.ts";
import { quotations } from "../../model/quotation.ts";
import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { plainColour } from "../parts/entry.ts";
import { EntryField } from "../parts/entryField.tsx";
import { entriesOf } from "./entries.ts";
import { FieldInput } from "../parts/fieldInput.tsx";
import type { RecodeForm } from "./recodeForm.ts";
import { StanceSelect } from "./topicsInput.tsx";

interface RecodeParametersProps {
  readonly live: LiveProject;
  readonly statements: readonly Statement[];
  readonly form: RecodeForm;
  readonly onChange: (form: RecodeForm) => void;
}

/** What a kind of recoding has to be told. */
export function RecodeParameters({ live, statements, form, onChange }: RecodeParametersProps) {
  const set = (part: Partial<RecodeForm>) => onChange({ ...form, ...part });
  const table =
    form.kind.endsWith("speaker") || form.kind === "set organisation" ? "speakers" : "topics";
  // What can be replaced or removed is what these statements have, archived entries too.
  const present = useMemo(() => {
    const ids = new Set<string>();
    for (const { speakerIds, topics } of statements)
      for (const id of table === "speakers" ? speakerIds : topics.map((t) => t.topicId))
        ids.add(id);
    return live
      .all(table)
      .filter(({ id }) => ids.has(id))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  }, [live, statements, table]);
  const giving = form.kind === "set organisation" ? "organisations" : table;
  const entry = (label: string) => (
    <div className="recode-entry">
      <EntryField
        label={label}
        entries={entriesOf(live, giving)}
        value={form.entry ? [form.entry] : []}
        placeholder="Type a name"
        newColour={giving === "organisations" ? plainColour : nextColour(live.all(giving))}
        onChange={(entries) => set({ entry: entries.at(-1) ?? null })}
      />
    </div>
  );
  const from = (label: string, none?: string) => (
    <Pick
      label={label}
      value={form.from}
      options={present}
      none={none}
      onChange={(id) => set({ from: id })}
    />
  );
  const to = (label: string, options: readonly Option[]) => (
    <Pick label={label} value={form.to} options={options} onChange={(id) => set({ to: id })} />
  );
  const stance = (
    <div className="stacked">
      <span className="label" aria-hidden>
        Stance
      </span>
      <StanceSelect
        label="Stance"
        value={form.stance}
        onChange={(chosen) => set({ stance: chosen })}
      />
    </div>
  );
  switch (form.kind) {
    case "replace topic":
    case "replace speaker":
      return (
        <>
          {from(table === "topics" ? "Topic" : "Speaker")}
          {entry("By")}
        </>
      );
    case "add topic":
      return (
        <>
          {entry("Topic")}
          {stance}
        </>
      );
    case "add speaker":
      return entry("Speaker");
    case "remove topic":
    case "remove speaker":
      return from(table === "topics" ? "Topic" : "Speaker");
    case "set organisation":
      return (
        <>
          {from("Of the speaker", "each of their speakers")}
          {entry("Organisation")}
        </>
      );
    case "set stance":
      return (
        <>
          {from("On the topic", "each of its topics")}
          {stance}
        </>
      );
    case "set quotation":
      return to("Quotation", quotations.map(named));
    case "set to discuss":
      return to("To discuss", ["yes", "no"].map(named));
    case "set coder":
      return to("Coder", live.all("coders"));
    case "set field": {
      const fields = fieldsOn(live.all("fields"), "statement");
      const field = fields.find(({ id }) => id === form.to);
      return (
        <>
          <Pick
            label="Field"
            value={form.to}
            options={fields}
            onChange={(id) => set({ to: id, value: "" })}
          />
          {field && (
            <FieldInput field={field} value={form.value} onChange={(value) => set({ value })} />
          )}
        </>
      );
    }
  }
}

interface Option {
  readonly id: string;
  readonly name: string;
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** What choosing none means; without it, one has to be chosen. */
  readonly none?: string | undefined;
  readonly onChange: (id: string) => void;
}

function Pick({ label, value, options, none, onChange }: PickProps) {
  return (
    <label className="stacked">
      <span className="label">{label}</span>
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none ?? "Choose …"}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function named(name: string): Option {
  return { id: name, name };
}
