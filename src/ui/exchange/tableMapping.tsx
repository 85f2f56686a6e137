import { fieldsOn } from "../../model/field.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { hasOpenDates, type Mapping, type Target } from "../../import/table.ts";
import { useRecords } from "../live.ts";
import { SidewaysScroll } from "../parts/sidewaysScroll.tsx";
import type { Source } from "./importState.ts";

interface TableMappingProps {
  readonly live: LiveProject;
  readonly source: Source & { kind: "table" };
  readonly onChange: (mapping: Mapping) => void;
}

const targets: readonly (readonly [Target, string])[] = [
  ["", "Leave out"],
  ["text", "Text"],
  ["title", "Title"],
  ["publishedAt", "Date"],
  ["publisher", "Publisher"],
  ["byline", "Byline"],
  ["place", "Place"],
  ["section", "Section"],
  ["url", "Address (URL)"],
  ["language", "Language"],
  ["note", "Note"],
];

/** What the columns of a table are of an article, with the first rows as they are. */
export function TableMapping({ live, source, onChange }: TableMappingProps) {
  const fields = fieldsOn(useRecords(live, "fields"), "article");
  const { table, mapping, name } = source;
  const dateColumn = mapping.targets.indexOf("publishedAt");
  const open = hasOpenDates(table.rows.map(({ cells }) => cells[dateColumn] ?? ""));
  const take = (column: number, target: Target) =>
    onChange({
      ...mapping,
      targets: mapping.targets.map((before, i) =>
        i === column
          ? target
          : before === target && target !== "text" && target !== "note"
            ? ""
            : before,
      ),
    });
  const title = table.sheet === "" ? name : `${name}, sheet ${table.sheet}`;
  return (
    <section className="draft" aria-label={`Columns of ${title}`}>
      <h3 className="mapping-title">
        Columns of {title}
        <span className="form-hint">{table.rows.length.toLocaleString()} rows</span>
      </h3>
      {!mapping.targets.includes("text") && (
        <p className="form-hint" data-bad>
          Say which column holds the text: without one there are no articles.
        </p>
      )}
      <SidewaysScroll label={`First rows of ${title}`}>
        <table className="mapping">
          <thead>
            <tr>
              {table.columns.map((column, i) => (
                <th key={`${column} ${String(i)}`} scope="col">
                  <span>{column}</span>
                  <select
                    className="field"
                    aria-label={`Column ${column} is`}
                    value={mapping.targets[i] ?? ""}
                    onChange={(event) => take(i, event.target.value as Target)} // its options are targets
                  >
                    {targets.map(([target, label]) => (
                      <option key={target} value={target}>
                        {label}
                      </option>
                    ))}
                    {fields.map((field) => (
                      <option key={field.id} value={`field ${field.id}`}>
                        Field: {field.name}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, 3).map((row) => (
              <tr key={row.number}>
                {row.cells.map((cell, i) => (
                  <td
                    key={`${table.columns[i] ?? ""} ${String(i)}`}
                    dir="auto"
                    data-left-out={mapping.targets[i] === "" || undefined}
                  >
                    <span className="mapping-cell">{cell.slice(0, 200)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </SidewaysScroll>
      {open && (
        <label className="mapping-dates">
          <span className="label">Dates such as 3/5/2024 are</span>
          <select
            className="field"
            value={mapping.dates}
            onChange={(event) =>
              onChange({
                ...mapping,
                dates: event.target.value === "month first" ? "month first" : "day first",
              })
            }
          >
            <option value="day first">day first: 3 May</option>
            <option value="month first">month first: 5 March</option>
          </select>
        </label>
      )}
    </section>
  );
}
