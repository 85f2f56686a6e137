import { useVirtualizer } from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from "react";
import type { SortKey } from "../../model/query/arranging.ts";
import type { StatementId } from "../../model/id.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { SidewaysFrame } from "../parts/sidewaysScroll.tsx";
import type { Route } from "../route.ts";
import { CellEditor } from "./cellEditor.tsx";
import { placeOf } from "./cell.tsx";
import { moved, withWidth, type Column } from "./columns.ts";
import { isEditable } from "./editable.ts";
import { placeAfter, type CellPlace, type Rows } from "./rows.ts";
import { GroupRow, StatementRow } from "./statementRow.tsx";
import { startOf, TableHead } from "./tableHead.tsx";
import type { Layout } from "./useLayout.ts";
import "./statementsTable.css";

interface StatementsTableProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly route: Route;
  readonly rows: Rows;
  readonly layout: Layout;
  readonly sort: readonly SortKey[];
  readonly onSort: (id: string, more: boolean) => void;
  readonly onToggle: (group: string) => void;
  readonly chosen: ReadonlySet<StatementId>;
  readonly allChosen: boolean | "some";
  /** To the row of this index; `toHere`: and all from the one chosen last. */
  readonly onChoose: (row: number, toHere: boolean) => void;
  readonly onChooseAll: () => void;
}

interface Editing {
  readonly id: StatementId;
  readonly column: Column;
  readonly cell: HTMLElement;
}

/** The rows as a grid: arrows move, Enter edits or opens, Space chooses. */
export function StatementsTable(props: StatementsTableProps) {
  const { live, rows, layout } = props;
  const { columns } = layout;
  const shown = columns.filter((column) => column.shown);
  const frozen = Math.min(layout.frozen, shown.length);
  const [at, setAt] = useState<CellPlace>({ row: 0, column: 1 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const toFocus = useRef(false);
  /** Whether the cell under the pointer was the current one when it was pressed. */
  const again = useRef(false);
  // Another function would have all rows measured anew.
  const keyOf = useCallback((index: number) => rows.key(index), [rows]);
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 62,
    getItemKey: keyOf,
    overscan: 8,
  });
  const here = {
    row: Math.min(at.row, rows.count - 1),
    column: Math.min(at.column, shown.length),
  };

  const cellAt = ({ row, column }: CellPlace) => {
    const find = (name: string) =>
      scroller.current?.querySelector<HTMLElement>(`[data-cell="${name}"]`);
    return find(`${row}:${column}`) ?? find(`${row}:0`);
  };
  // The row that the keyboard goes to may have to be scrolled in and drawn first.
  useEffect(() => {
    if (!toFocus.current) return;
    const cell = cellAt(here);
    if (!cell || !scroller.current) return;
    toFocus.current = false;
    // The columns that stay cover what moves below them, but not each other.
    const covered = cell.closest(".is-frozen") ? 0 : startOf(shown, frozen);
    scroller.current.style.scrollPaddingLeft = `${covered}px`;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  const moveTo = (place: CellPlace) => {
    toFocus.current = true;
    setAt(place);
    if (place.row >= 0) virtual.scrollToIndex(place.row);
  };
  const edit = (place: CellPlace) => {
    const row = rows.at(place.row);
    const column = shown[place.column - 1];
    const cell = cellAt(place);
    if (row?.is !== "statement" || !column || !cell) return;
    if (isEditable(live, column.attribute.id)) setEditing({ id: row.statement.id, column, cell });
    else location.hash = placeOf(props.route, row.statement);
  };
  const editAt = (cell: HTMLElement | null) => {
    const place = placeNamed(cell);
    if (place) edit(place);
  };
  const onHeadKey = (event: KeyboardEvent, column: Column) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!event.altKey || by === 0) return false;
    const { id } = column.attribute;
    if (event.shiftKey) layout.keep(withWidth(columns, id, column.width + 24 * by));
    else {
      layout.keep(moved(columns, id, by, true));
      moveTo({ row: -1, column: Math.max(1, Math.min(shown.length, here.column + by)) });
    }
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const column = here.row === -1 ? shown[here.column - 1] : undefined;
    if (column && onHeadKey(event, column)) return event.preventDefault();
    if (event.altKey) return;
    const toEnds = event.ctrlKey || event.metaKey;
    const row = rows.at(here.row);
    if (toEnds && event.key.toLowerCase() === "a") props.onChooseAll();
    else if (toEnds && !/^(Home|End|Arrow)/.test(event.key)) return;
    else if ((event.key === "Enter" || event.key === "F2") && row?.is === "statement") edit(here);
    else if (event.key === " " && row?.is === "statement") props.onChoose(here.row, event.shiftKey);
    else {
      const place = placeAfter(event.key, toEnds, here, rows.count, shown.length + 1);
      if (!place) return;
      if (event.shiftKey && place.row !== here.row && rows.at(place.row)?.is === "statement")
        props.onChoose(place.row, true);
      moveTo(place);
    }
    event.preventDefault();
  };
  const width = startOf(shown, shown.length);
  const layOut = (element: HTMLDivElement | null) => {
    const tracks = shown.map((column) => `${column.width}px`).join(" ");
    element?.style.setProperty("--columns", tracks);
    element?.style.setProperty("--width", `${width}px`);
  };
  const edited = editing && live.get("statements", editing.id);

  return (
    <>
      <SidewaysFrame>
        <div
          ref={scroller}
          className="sideways-scroll clear-of-notices"
          role="grid"
          aria-label="Statements"
          aria-multiselectable
          aria-rowcount={rows.count + 1}
          aria-colcount={shown.length + 1}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            const cell = cellOf(event);
            again.current = cell !== null && cell === document.activeElement;
          }}
          onClick={(event) => {
            const cell = cellOf(event);
            cell?.focus({ preventScroll: true });
            // A finger has no double click: a second tap on a cell that can be changed is one.
            if (again.current && cell?.dataset.editable) editAt(cell);
          }}
          onDoubleClick={(event) => editAt(cellOf(event))}
          onFocus={(event) => {
            const place = placeNamed(event.target);
            if (place) setAt(place);
          }}
        >
          <div role="presentation" className="statements-wide" ref={layOut}>
            <TableHead
              layout={layout}
              sort={props.sort}
              current={here.row === -1 ? here.column : -1}
              allChosen={props.allChosen}
              onChooseAll={props.onChooseAll}
              onSort={props.onSort}
              frozen={frozen}
            />
            <div
              role="rowgroup"
              className="statements-body"
              ref={heightRef(virtual.getTotalSize())}
            >
              {virtual.getVirtualItems().map(({ index, start }) => {
                const row = rows.at(index);
                const place = {
                  index,
                  top: start,
                  measure: virtual.measureElement,
                  current: index === here.row ? here.column : -1,
                };
                if (row?.is === "group")
                  return (
                    <GroupRow
                      key={row.key}
                      {...place}
                      group={row.group}
                      open={row.open}
                      columns={shown.length}
                      onToggle={() => props.onToggle(row.group.key)}
                    />
                  );
                // What was changed a moment ago shows at once, before the list is made anew.
                const statement = row && live.get("statements", row.statement.id);
                if (!statement) return null;
                return (
                  <StatementRow
                    key={row.key}
                    {...place}
                    live={live}
                    route={props.route}
                    statement={statement}
                    columns={shown}
                    frozen={frozen}
                    chosen={props.chosen.has(statement.id)}
                    onChoose={(toHere) => props.onChoose(index, toHere)}
                  />
                );
              })}
            </div>
          </div>
        </div>
      </SidewaysFrame>
      {editing && edited && (
        <CellEditor
          key={`${editing.id} ${editing.column.attribute.id}`}
          live={live}
          actor={props.actor}
          statement={edited}
          attributeId={editing.column.attribute.id}
          label={editing.column.attribute.label}
          cell={editing.cell}
          onClose={(back) => {
            setEditing(null);
            if (back) moveTo(here);
          }}
        />
      )}
    </>
  );
}

/** The cell that was clicked; null where a link or a box was, which know what to do themselves. */
function cellOf({ target }: MouseEvent): HTMLElement | null {
  if (!(target instanceof Element) || target.closest("a, button, input")) return null;
  return target.closest<HTMLElement>("[data-cell]");
}

function placeNamed(cell: HTMLElement | null): CellPlace | null {
  const [row, column] = (cell?.dataset.cell ?? "").split(":").map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

function heightRef(height: number) {
  return (element: HTMLElement | null) => element?.style.setProperty("height", `${height}px`);
}
