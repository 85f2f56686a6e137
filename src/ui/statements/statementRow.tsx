import { ChevronDown, ChevronRight } from "lucide-react";
import type { RefCallback } from "react";
import type { Group } from "../../model/query/arranging.ts";
import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Route } from "../route.ts";
import { CellContent } from "./cell.tsx";
import { isEditable } from "./editable.ts";
import type { Column } from "./columns.ts";
import { edgeOf } from "./edges.ts";
import { startOf } from "./tableHead.tsx";

interface RowPlace {
  /** Its place among the rows shown, from 0. */
  readonly index: number;
  /** Pixels from the top of the table's body. */
  readonly top: number;
  readonly measure: (row: HTMLElement | null) => void;
  /** The column that the keyboard is at in this row; -1 when it is in another. */
  readonly current: number;
}

interface StatementRowProps extends RowPlace {
  readonly live: LiveProject;
  readonly route: Route;
  readonly statement: Statement;
  readonly columns: readonly Column[];
  readonly frozen: number;
  readonly chosen: boolean;
  readonly onChoose: (toHere: boolean) => void;
}

/** One statement of the table. */
export function StatementRow(props: StatementRowProps) {
  const { live, statement, columns, index, current } = props;
  const cell = (column: number) => ({
    "data-cell": `${index}:${column}`,
    tabIndex: current === column ? 0 : -1,
  });
  return (
    <div
      role="row"
      ref={placer(props)}
      className="statements-row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={props.chosen}
    >
      <span role="gridcell" className="cell-box is-frozen" ref={edgeOf(0)}>
        <input
          type="checkbox"
          aria-label="Choose this statement"
          checked={props.chosen}
          onClick={(event) => props.onChoose(event.shiftKey)}
          onChange={() => undefined}
          {...cell(0)}
        />
      </span>
      {columns.map((column, i) => {
        const editable = isEditable(live, column.attribute.id);
        return (
          <span
            key={column.attribute.id}
            role="gridcell"
            className={classOf(column, i < props.frozen)}
            ref={edgeOf(i < props.frozen ? startOf(columns, i) : 0)}
            data-column={column.attribute.id}
            data-label={column.attribute.label}
            data-editable={editable || undefined}
            {...cell(i + 1)}
          >
            <CellContent live={live} route={props.route} statement={statement} column={column} />
          </span>
        );
      })}
    </div>
  );
}

/** What a statement is known by says of itself what it is; other values need their label. */
const known: ReadonlySet<string> = new Set(["quote", "article", "speaker", "topic"]);

function classOf({ attribute }: Column, frozen: boolean): string | undefined {
  const says = known.has(attribute.id);
  return [says && "cell-says", frozen && "is-frozen"].filter(Boolean).join(" ") || undefined;
}

interface GroupRowProps extends RowPlace {
  readonly group: Group;
  readonly open: boolean;
  readonly columns: number;
  readonly onToggle: () => void;
}

/** The head of a group: its value, and how many statements have it. */
export function GroupRow(props: GroupRowProps) {
  const { group, open, index } = props;
  return (
    <div
      role="row"
      ref={placer(props)}
      className="statements-row group-row"
      data-index={index}
      aria-rowindex={index + 2}
    >
      <span role="gridcell" aria-colspan={props.columns + 1} className="group-cell">
        <button
          type="button"
          className="group-head"
          aria-expanded={open}
          data-cell={`${index}:0`}
          tabIndex={props.current === -1 ? -1 : 0}
          onClick={props.onToggle}
        >
          {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          <span dir="auto">{group.label}</span>
          <small>{group.statements.length.toLocaleString()}</small>
        </button>
      </span>
    </div>
  );
}

function placer({ top, measure }: RowPlace): RefCallback<HTMLElement> {
  return (row) => {
    if (row) row.style.translate = `0 ${top}px`;
    measure(row);
  };
}
