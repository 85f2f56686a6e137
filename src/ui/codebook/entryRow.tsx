import { ChevronDown, ChevronRight } from "lucide-react";
import { useState, type DragEvent, type MouseEvent } from "react";
import { tint } from "../parts/tint.ts";
import type { Row } from "./rows.ts";

/** Where on a row something is dropped. */
export type Zone = "before" | "into" | "after";

interface EntryRowProps {
  readonly domId: string;
  readonly row: Row;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly nested: boolean;
  readonly count: number;
  readonly active: boolean;
  readonly open: boolean;
  readonly chosen: boolean;
  /** The entry that is being dragged over the list. */
  readonly dragged: string | null;
  readonly onDrag: (id: string | null) => void;
  readonly onDrop: (zone: Zone) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: () => void;
  readonly onExpand: () => void;
}

/** One entry of the list, with how many statements it has. */
export function EntryRow(props: EntryRowProps) {
  const { row, nested, dragged } = props;
  const [zone, setZone] = useState<Zone | null>(null);
  const Chevron = row.expanded ? ChevronDown : ChevronRight;
  const over = (event: DragEvent) => {
    if (!nested || dragged === null || dragged === row.id) return;
    event.preventDefault();
    setZone(zoneOf(event));
  };
  return (
    // Keys go to the list, which names the active row.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={props.domId}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.size}
      aria-expanded={row.expanded ?? undefined}
      aria-selected={props.chosen || props.open}
      className="entry-row"
      style={{ translate: `0 ${props.top}px`, paddingInlineStart: 4 + 18 * (row.level - 1) }}
      data-active={props.active || undefined}
      data-open={props.open || undefined}
      data-chosen={props.chosen || undefined}
      data-drop={(dragged !== null && zone) || undefined}
      draggable={nested}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", row.name);
        event.dataTransfer.effectAllowed = "move";
        props.onDrag(row.id);
      }}
      onDragEnd={() => props.onDrag(null)}
      onDragOver={over}
      onDragLeave={() => setZone(null)}
      onDrop={(event) => {
        event.preventDefault();
        setZone(null);
        if (dragged !== null && dragged !== row.id) props.onDrop(zoneOf(event));
      }}
      onClick={props.onClick}
      onDoubleClick={props.onDoubleClick}
    >
      {nested && (
        // The arrow keys do the same.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span
          className="entry-row-twist"
          aria-hidden
          onClick={(event) => {
            if (row.expanded === null) return;
            event.stopPropagation();
            props.onExpand();
          }}
        >
          {row.expanded !== null && <Chevron size={14} />}
        </span>
      )}
      {row.colour !== null && <span ref={tint(row.colour)} className="entry-dot" />}
      <span className="entry-row-name" dir="auto">
        {row.name}
      </span>
      {row.hint && (
        <span className="entry-row-hint" dir="auto" data-key={nested || undefined}>
          {row.hint}
        </span>
      )}
      <span className="entry-row-count">
        {props.count > 0 && props.count.toLocaleString("en")}
        <span className="visually-hidden">
          {props.count === 0 ? "no statements" : props.count === 1 ? " statement" : " statements"}
        </span>
      </span>
    </div>
  );
}

/** The upper and lower quarter of a row are its edges, the rest is the entry itself. */
function zoneOf(event: DragEvent): Zone {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const share = (event.clientY - top) / height;
  return share < 0.28 ? "before" : share > 0.72 ? "after" : "into";
}
