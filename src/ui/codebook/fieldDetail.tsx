import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import {
  convertedValue,
  fieldKinds,
  fieldsOn,
  wordsOf,
  type Field,
  type FieldKind,
  type FieldShape,
  type FieldValue,
} from "../../model/field.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { moveField, renameField, reshapeField } from "../../store/codebookFields.ts";
import { useRecords } from "../live.ts";
import { notice, orNotice } from "../parts/notices.tsx";
import { ChoiceList, choicesOf, choiceRows, renamedOf, type ChoiceRow } from "./choiceList.tsx";
import { plural } from "./counts.ts";
import type { DetailProps } from "./entryDetail.tsx";
import { SavedField } from "./savedField.tsx";

/** A field of statements or articles: its name, its place, what it takes, the values it has. */
export function FieldDetail({ live, actor, entry, nameRef }: DetailProps<Field>) {
  const values = useValues(live, entry);
  const siblings = fieldsOn(useRecords(live, "fields"), entry.on);
  const at = siblings.findIndex(({ id }) => id === entry.id);
  const move = (index: number) => void orNotice(moveField(actor, entry.id, index));
  return (
    <>
      <div className="detail-grid">
        <SavedField
          label="Name"
          className="wide"
          value={entry.name}
          onSave={(name) => renameField(actor, entry.id, name)}
          inputRef={nameRef}
        />
        <div className="wide detail-line">
          {entry.archived ? (
            <span className="form-hint">
              A field of {entry.on}s. Archived: no form offers it, and what has a value keeps it.
            </span>
          ) : (
            <>
              <span className="form-hint">
                A field of {entry.on}s, the {ordinal(at + 1)} of {siblings.length}.
              </span>
              <button
                type="button"
                className="button small"
                disabled={at <= 0}
                onClick={() => move(at - 1)}
              >
                <ArrowUp size={13} aria-hidden /> Move up
              </button>
              <button
                type="button"
                className="button small"
                disabled={at >= siblings.length - 1}
                onClick={() => move(at + 1)}
              >
                <ArrowDown size={13} aria-hidden /> Move down
              </button>
            </>
          )}
        </div>
      </div>
      <ShapeForm
        key={`${entry.kind} ${entry.choices.join("\n")}`}
        actor={actor}
        entry={entry}
        values={values}
      />
      <ValueList entry={entry} values={values} />
    </>
  );
}

interface ShapeFormProps extends Pick<DetailProps<Field>, "actor" | "entry"> {
  readonly values: readonly FieldValue[];
}

/** What the field takes. Where it has values already, says what becomes of them before it is changed. */
function ShapeForm({ actor, entry, values }: ShapeFormProps) {
  const [kind, setKind] = useState(entry.kind);
  const [rows, setRows] = useState<readonly ChoiceRow[]>(choiceRows(entry.choices));
  const shape: FieldShape = { kind, choices: kind === "choice" ? choicesOf(rows) : [] };
  const renamed = renamedOf(rows);
  const changed = kind !== entry.kind || shape.choices.join("\n") !== entry.choices.join("\n");
  const kept = values.filter((value) => convertedValue(value, shape, renamed) !== null).length;
  const lost = values.length - kept;
  const choose = (next: FieldKind) => {
    setKind(next);
    // The values that are there are what may be chosen, to begin with.
    if (next === "choice" && rows.length === 0)
      setRows(choiceRows([...new Set(values.map(wordsOf))].filter(Boolean).slice(0, 50)));
  };
  const apply = async () => {
    if (await orNotice(reshapeField(actor, entry.id, shape, renamed)))
      notice(lost > 0 ? `Field changed; ${plural(lost, "value")} lost` : "Field changed");
  };
  return (
    <form
      className="shape-form"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <label className="stacked">
        <span className="label">Takes</span>
        <select
          className="field"
          value={kind}
          onChange={({ target }) => choose(fieldKinds.find((one) => one === target.value) ?? kind)}
        >
          {fieldKinds.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      {kind === "choice" && <ChoiceList rows={rows} onChange={setRows} />}
      {changed && (
        <div className="shape-change">
          {values.length > 0 && (
            <p role="status" data-bad={lost > 0 || undefined}>
              Of {plural(values.length, "value")} {kept} {kept === 1 ? "is" : "are"} kept
              {lost > 0 ? `; ${lost} ${lost === 1 ? "does" : "do"} not fit and will be lost.` : "."}
            </p>
          )}
          <button type="submit" className="button primary small">
            {lost > 0 ? `Change, and lose ${plural(lost, "value")}` : "Change"}
          </button>
          <button
            type="button"
            className="button small"
            onClick={() => {
              setKind(entry.kind);
              setRows(choiceRows(entry.choices));
            }}
          >
            Leave it as it is
          </button>
        </div>
      )}
    </form>
  );
}

function ValueList({ entry, values }: { entry: Field; values: readonly FieldValue[] }) {
  const counts = Map.groupBy(values, wordsOf);
  const most = [...counts].toSorted((a, b) => b[1].length - a[1].length);
  return (
    <section className="entry-statements" aria-label="Values">
      <div className="entry-statements-head">
        <h3>Values</h3>
        <span className="form-hint">
          {plural(values.length, entry.on)} {values.length === 1 ? "has" : "have"} one
        </span>
      </div>
      {most.length === 0 ? (
        <p className="form-hint">
          None yet. The field is offered wherever {entry.on}s are described.
        </p>
      ) : (
        <ul className="value-list">
          {most.slice(0, 12).map(([value, all]) => (
            <li key={value}>
              <span dir="auto">{value}</span> <small>{all.length.toLocaleString("en")}</small>
            </li>
          ))}
        </ul>
      )}
      {most.length > 12 && <p className="form-hint">and {most.length - 12} other values</p>}
    </section>
  );
}

function useValues(live: LiveProject, { id, on }: Field): readonly FieldValue[] {
  const statements = useRecords(live, "statements");
  const articles = useRecords(live, "articles");
  const records = on === "statement" ? statements : articles;
  return records.flatMap(({ fields }) => fields[id] ?? []);
}

function ordinal(place: number): string {
  return ["first", "second", "third"][place - 1] ?? `${place}th`;
}
