import { FolderPlus, Plus, X } from "lucide-react";
import { useState } from "react";
import type { Attribute } from "../../model/query/attribute.ts";
import { everything, printFilter, type Filter } from "../../model/query/filter.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import {
  filterOfGroup,
  filterOfLine,
  finished,
  groupOf,
  joins,
  lineOf,
  newLine,
  type FilterGroup,
} from "./filterTests.ts";
import { IconButton } from "../parts/iconButton.tsx";
import { FilterLine } from "./filterLine.tsx";
import "./filterPanel.css";

interface FilterPanelProps {
  readonly id: string;
  readonly live: LiveProject;
  readonly attributes: readonly Attribute[];
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** The builder of the filter: lines and groups of lines; what is complete applies at once. */
export function FilterPanel({ id, live, attributes, filter, onChange }: FilterPanelProps) {
  // What is being written has parts that ask nothing yet, which the address does not hold.
  const [draft, setDraft] = useState<Filter | null>(null);
  const kept = draft && same(finished(draft) ?? everything, filter) ? draft : filter;
  const root = lineOf(kept) ? ({ join: "all of", parts: [kept] } as const) : groupOf(kept);
  return (
    <section id={id} className="filter-panel" aria-label="Filter">
      <Group
        live={live}
        attributes={attributes}
        group={root}
        depth={0}
        onChange={(group) => {
          const changed = filterOfGroup(group);
          setDraft(changed);
          onChange(finished(changed) ?? everything);
        }}
      />
    </section>
  );
}

function same(a: Filter, b: Filter): boolean {
  return printFilter(a) === printFilter(b);
}

/** Deep enough for whatever a person still understands. */
const deepest = 3;

interface GroupProps {
  readonly live: LiveProject;
  readonly attributes: readonly Attribute[];
  readonly group: FilterGroup;
  readonly depth: number;
  readonly onChange: (group: FilterGroup) => void;
}

function Group({ live, attributes, group, depth, onChange }: GroupProps) {
  const { parts } = group;
  const [added, setAdded] = useState(-1);
  const put = (index: number, ...filters: readonly Filter[]) =>
    onChange({ ...group, parts: parts.toSpliced(index, 1, ...filters) });
  const add = (filter: Filter) => {
    setAdded(parts.length);
    onChange({ ...group, parts: [...parts, filter] });
  };
  const [first] = attributes;
  return (
    <div className="filter-group" role="group" aria-label={`Statements that fit ${group.join}`}>
      <label className="filter-join">
        {depth === 0 ? "Statements that fit" : "that fit"}
        <select
          className="field"
          value={group.join}
          onChange={(event) =>
            onChange({ ...group, join: joins.find((j) => j === event.target.value) ?? "all of" })
          }
        >
          {joins.map((join) => (
            <option key={join}>{join}</option>
          ))}
        </select>
        these:
      </label>
      {parts.map((part, i) => {
        const line = lineOf(part);
        return (
          // A part has no name but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={i} className="filter-part">
            {line ? (
              <FilterLine
                live={live}
                attributes={attributes}
                line={line}
                focused={i === added}
                onChange={(changed) => put(i, filterOfLine(changed))}
              />
            ) : (
              <Group
                live={live}
                attributes={attributes}
                group={groupOf(part)}
                depth={depth + 1}
                onChange={(changed) => put(i, filterOfGroup(changed))}
              />
            )}
            <IconButton
              icon={X}
              label={line ? "Remove this condition" : "Remove this group"}
              onClick={() => put(i)}
            />
          </div>
        );
      })}
      <div className="filter-add">
        {first && (
          <button
            type="button"
            className="button small"
            onClick={() =>
              add(filterOfLine(newLine(attributes.find(({ id }) => id === "speaker") ?? first)))
            }
          >
            <Plus size={13} aria-hidden /> Condition
          </button>
        )}
        {depth < deepest && (
          <button
            type="button"
            className="button small"
            onClick={() => add({ is: depth % 2 === 0 ? "any" : "all", of: [] })}
          >
            <FolderPlus size={13} aria-hidden /> Group
          </button>
        )}
      </div>
    </div>
  );
}
