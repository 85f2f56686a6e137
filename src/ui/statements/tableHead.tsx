import { ArrowDown, ArrowUp } from "lucide-react";
import { useRef, type PointerEvent, type RefCallback } from "react";
import type { SortKey } from "../../model/query/arranging.ts";
import { placed, withWidth, type Column } from "./columns.ts";
import { edgeOf } from "./edges.ts";
import type { Layout } from "./useLayout.ts";

interface TableHeadProps {
  readonly layout: Layout;
  readonly sort: readonly SortKey[];
  /** The column that the keyboard is at, from 1; 0 for none of them. */
  readonly current: number;
  readonly allChosen: boolean | "some";
  readonly onChooseAll: () => void;
  readonly onSort: (id: string, more: boolean) => void;
  readonly frozen: number;
}

/** The head of the table: a click sorts, with Shift by one more; names are dragged, edges too. */
export function TableHead(props: TableHeadProps) {
  const { layout, sort, current, frozen } = props;
  const { columns } = layout;
  const dragged = useRef<string | null>(null);
  const shown = columns.filter((column) => column.shown);
  return (
    <div role="rowgroup" className="statements-head">
      <div role="row" className="statements-row" aria-rowindex={1}>
        <span
          role="columnheader"
          className="cell-box is-frozen"
          ref={edgeOf(0)}
          aria-label="Choose"
        >
          <input
            type="checkbox"
            aria-label="Choose all that are shown"
            data-cell="-1:0"
            tabIndex={current === 0 ? 0 : -1}
            checked={props.allChosen === true}
            ref={halfChecked(props.allChosen === "some")}
            onChange={props.onChooseAll}
          />
        </span>
        {shown.map(({ attribute, width }, i) => {
          const at = sort.findIndex((key) => key.attribute === attribute.id);
          const key = sort[at];
          return (
            <span
              key={attribute.id}
              role="columnheader"
              className={i < frozen ? "is-frozen" : undefined}
              ref={edgeOf(i < frozen ? startOf(shown, i) : 0)}
              aria-sort={key && at === 0 ? (key.down ? "descending" : "ascending") : undefined}
            >
              <button
                type="button"
                className="head-name"
                data-cell={`-1:${i + 1}`}
                tabIndex={current === i + 1 ? 0 : -1}
                title="Click or Enter sorts, with Shift by this too. Alt+← → moves the column, Alt+Shift+← → sets its width."
                draggable
                onDragStart={() => {
                  dragged.current = attribute.id;
                }}
                onDragOver={(event) => dragged.current && event.preventDefault()}
                onDrop={() => {
                  if (dragged.current) layout.keep(placed(columns, dragged.current, attribute.id));
                  dragged.current = null;
                }}
                onClick={(event) => props.onSort(attribute.id, event.shiftKey)}
              >
                {attribute.label}
                {key &&
                  (key.down ? (
                    <ArrowDown size={12} aria-hidden />
                  ) : (
                    <ArrowUp size={12} aria-hidden />
                  ))}
                {key && sort.length > 1 && <small>{at + 1}</small>}
                {key && at > 0 && (
                  <span className="visually-hidden">
                    , {key.down ? "descending" : "ascending"}, sorted {at + 1}
                  </span>
                )}
              </button>
              <Edge
                width={width}
                onWidth={(to, done) =>
                  layout[done ? "keep" : "show"](withWidth(columns, attribute.id, to))
                }
              />
            </span>
          );
        })}
      </div>
    </div>
  );
}

/** The right edge of a column, to be dragged; the keyboard has keys of its own for it. */
function Edge({
  width,
  onWidth,
}: {
  readonly width: number;
  /** `done`: the edge was let go. */
  readonly onWidth: (width: number, done: boolean) => void;
}) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const drag = (event: PointerEvent, done: boolean) => {
    const by = from.current ? event.clientX - from.current.x : 0;
    if (from.current && (by !== 0 || !done)) onWidth(from.current.width + by, done);
    if (done) from.current = null;
  };
  return (
    <span
      className="head-edge"
      aria-hidden
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => drag(event, false)}
      onPointerUp={(event) => drag(event, true)}
      onPointerCancel={(event) => drag(event, true)}
    />
  );
}

/** Pixels from the table's edge to a column, the boxes before it. */
export function startOf(shown: readonly Column[], index: number): number {
  return shown.slice(0, index).reduce((sum, column) => sum + column.width, boxWidth);
}

/** Pixels. */
const boxWidth = 40;

function halfChecked(half: boolean): RefCallback<HTMLInputElement> {
  return (box) => {
    if (box) box.indeterminate = half;
  };
}
