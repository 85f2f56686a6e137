import { useVirtualizer } from "@tanstack/react-virtual";
import { useId, useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
import { EntryRow, type Zone } from "./entryRow.tsx";
import type { Row } from "./rows.ts";
import { keyAction, type KeyAction } from "./rowKeys.ts";
import "./entryRows.css";

export interface EntryRowsProps {
  readonly label: string;
  readonly rows: readonly Row[];
  /** Whether entries stand below each other, and can be dragged. */
  readonly nested: boolean;
  /** Whether the arrows move an entry, with Alt. */
  readonly movable: boolean;
  /** Whether an entry is shown as soon as the arrows reach it. */
  readonly follows: boolean;
  /** The entry that is open beside the list. */
  readonly openId: string | null;
  /** Those chosen to be merged, archived or deleted together. */
  readonly chosen: ReadonlySet<string>;
  readonly countOf: (id: string) => number;
  /** The entry to be shown; "edit" puts the focus into its form. */
  readonly onOpen: (id: string, how: "show" | "edit") => void;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onExpand: (id: string, expanded: boolean) => void;
  readonly onArrow: (id: string, way: "up" | "down" | "in" | "out") => void;
  readonly onDrop: (id: string, targetId: string, zone: Zone) => void;
  readonly onDelete: (id: string) => void;
}

const rowHeight = 34;

/** Entries as a tree, be it of one level: one stop for Tab, arrows inside; only the rows in view are drawn. */
export function EntryRows(props: EntryRowsProps) {
  const { label, rows, nested, openId, chosen } = props;
  const id = useId();
  const [activeId, setActiveId] = useState(openId);
  const [dragged, setDragged] = useState<string | null>(null);
  const typed = useRef({ words: "", at: 0 });
  const scroller = useRef<HTMLDivElement>(null);
  const active = Math.max(
    0,
    rows.findIndex((row) => row.id === (activeId ?? openId)),
  );
  // Nothing here is memoised by what it gives back.
  // oxlint-disable-next-line react/incompatible-library
  const items = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The active row is always there, since the list names it to assistive technology.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
      return active < count && !shown.includes(active)
        ? [...shown, active].toSorted((a, b) => a - b)
        : shown;
    },
  });

  const activate = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (!row) return;
    setActiveId(row.id);
    items.scrollToIndex(rows.indexOf(row));
    if (props.follows) props.onOpen(row.id, "show");
  };
  const toggle = (rowId: string) => {
    const next = new Set(chosen);
    if (!next.delete(rowId)) next.add(rowId);
    props.onChoose(next);
  };
  const act = (row: Row, action: KeyAction) => {
    switch (action.kind) {
      case "go":
        return activate(action.index);
      case "expand":
        return props.onExpand(row.id, action.expanded);
      case "edit":
        return props.onOpen(row.id, "edit");
      case "choose":
        return toggle(row.id);
      case "clear":
        return props.onChoose(new Set());
      case "move":
        return props.onArrow(row.id, action.way);
      case "delete":
        return props.onDelete(row.id);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active];
    if (!row || event.nativeEvent.isComposing) return;
    const action = keyAction(event, {
      rows,
      active,
      movable: props.movable,
      typed: typed.current,
    });
    if (!action || (action.kind === "clear" && chosen.size === 0)) return;
    event.preventDefault();
    event.stopPropagation();
    act(row, action);
  };
  const onClick = (event: MouseEvent, row: Row, index: number) => {
    setActiveId(row.id);
    if (event.ctrlKey || event.metaKey) toggle(row.id);
    else if (event.shiftKey) {
      const [from, to] = [Math.min(active, index), Math.max(active, index)];
      props.onChoose(new Set(rows.slice(from, to + 1).map((one) => one.id)));
    } else {
      props.onChoose(new Set());
      props.onOpen(row.id, "show");
    }
  };

  return (
    <div
      ref={scroller}
      className="entry-rows"
      data-flat={rows.every(({ expanded }) => expanded === null) || undefined}
      role="tree"
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={rows[active] && `${id}${rows[active].id}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="entry-rows-body" style={{ height: items.getTotalSize() }}>
        {items.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <EntryRow
                key={row.id}
                domId={`${id}${row.id}`}
                row={row}
                top={start}
                nested={nested}
                count={props.countOf(row.id)}
                active={index === active}
                open={row.id === openId}
                chosen={chosen.has(row.id)}
                dragged={dragged}
                onDrag={setDragged}
                onDrop={(zone) => dragged && props.onDrop(dragged, row.id, zone)}
                onClick={(event) => onClick(event, row, index)}
                onDoubleClick={() => props.onOpen(row.id, "edit")}
                onExpand={() => props.onExpand(row.id, !row.expanded)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
