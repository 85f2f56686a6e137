import { ArrowDown, ArrowUp, ArrowUpDown, ChevronDown, ChevronUp } from "lucide-react";
import type { SortKey } from "../../model/query/arranging.ts";
import { Dialog } from "../parts/dialog.tsx";
import { IconButton } from "../parts/iconButton.tsx";
import { moved, withWidth } from "./columns.ts";
import type { Layout } from "./useLayout.ts";
import "./columnsDialog.css";

interface ColumnsDialogProps {
  readonly layout: Layout;
  readonly sort: readonly SortKey[];
  readonly onSort: (keys: readonly SortKey[]) => void;
  readonly onClose: () => void;
}

/** Which columns there are, in which order and width, which stay in place, and what sorts the rows. */
export function ColumnsDialog({ layout, sort, onSort, onClose }: ColumnsDialogProps) {
  const { columns, keep } = layout;
  const shown = columns.filter((column) => column.shown);
  return (
    <Dialog
      title="Columns and order"
      size="large"
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button start" onClick={layout.reset}>
            {layout.ofView ? "As on this device" : "As at first"}
          </button>
          <button type="button" className="button primary" onClick={onClose}>
            Done
          </button>
        </>
      }
    >
      <label className="columns-frozen">
        Keep in place when scrolling sideways
        <select
          className="field"
          value={Math.min(layout.frozen, shown.length)}
          onChange={(event) => layout.freeze(Number(event.target.value))}
        >
          <option value={0}>no column</option>
          {shown.slice(0, 4).map(({ attribute }, i) => (
            <option key={attribute.id} value={i + 1}>
              up to {attribute.label}
            </option>
          ))}
        </select>
      </label>
      <ul className="columns-list" aria-label="Columns">
        {columns.map(({ attribute, shown: isShown, width }, i) => {
          const { id, label } = attribute;
          return (
            <li key={id}>
              <label className="columns-name">
                <input
                  type="checkbox"
                  checked={isShown}
                  onChange={() =>
                    keep(
                      columns.map((c) => (c.attribute.id === id ? { ...c, shown: !isShown } : c)),
                    )
                  }
                />
                {label}
                {attribute.archived && <small>archived</small>}
              </label>
              <SortButton label={label} id={id} sort={sort} onSort={onSort} />
              <label className="columns-width">
                <span className="visually-hidden">Width of {label} in pixels</span>
                <input
                  className="field"
                  type="number"
                  step={10}
                  value={width}
                  onChange={(event) => keep(withWidth(columns, id, Number(event.target.value)))}
                />
              </label>
              <IconButton
                icon={ChevronUp}
                label={`Move ${label} up`}
                disabled={i === 0}
                onClick={() => keep(moved(columns, id, -1, false))}
              />
              <IconButton
                icon={ChevronDown}
                label={`Move ${label} down`}
                disabled={i === columns.length - 1}
                onClick={() => keep(moved(columns, id, 1, false))}
              />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

interface SortButtonProps {
  readonly label: string;
  readonly id: string;
  readonly sort: readonly SortKey[];
  readonly onSort: (keys: readonly SortKey[]) => void;
}

/** Goes from not sorted to ascending, descending, and back. */
function SortButton({ label, id, sort, onSort }: SortButtonProps) {
  const at = sort.findIndex((key) => key.attribute === id);
  const key = sort[at];
  const state = !key ? "not sorted by it" : key.down ? "descending" : "ascending";
  return (
    <button
      type="button"
      className="button plain small"
      aria-label={`Sort by ${label}: ${state}${key ? `, ${at + 1}` : ""}`}
      onClick={() => onSort(sortedBy(sort, id, true))}
    >
      {!key ? (
        <ArrowUpDown size={14} aria-hidden />
      ) : key.down ? (
        <ArrowDown size={14} aria-hidden />
      ) : (
        <ArrowUp size={14} aria-hidden />
      )}
      {key && at + 1}
    </button>
  );
}

/** The keys after a click on an attribute: up, then down, then none; alone, or with the others. */
export function sortedBy(sort: readonly SortKey[], id: string, more: boolean): readonly SortKey[] {
  const before = sort.find((key) => key.attribute === id);
  const next = !before
    ? [{ attribute: id, down: false }]
    : before.down
      ? []
      : [{ attribute: id, down: true }];
  if (!more) return next;
  if (!before) return [...sort, ...next];
  return sort.flatMap((key) => (key === before ? next : [key]));
}
